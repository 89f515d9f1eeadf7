package com.ojeomneo.payment;

import com.ojeomneo.money.Won;
import java.util.UUID;

/**
 * Money that was taken.
 *
 * @param refunded the sum of its refunds, done or not
 * @param paysOrder false for money taken for an order that could no longer be served
 */
public record Payment(UUID id, UUID orderId, Won amount, Won refunded, boolean paysOrder) {
  /** What nobody has asked back yet. */
  public Won rest() {
    return amount.minus(refunded);
  }

  public boolean isAllAskedBack() {
    return amount.equals(refunded);
  }
}
