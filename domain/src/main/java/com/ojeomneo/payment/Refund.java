package com.ojeomneo.payment;

import com.ojeomneo.money.Won;
import java.util.UUID;

/**
 * Money on its way back.
 *
 * @param amount KRW; less than was asked when part of it has gone back another way
 * @param tries with this one
 */
public record Refund(
    UUID id, UUID orderId, String paymentKey, Won amount, String reason, int tries) {

  /**
   * Another one for each try: the provider replays whatever it answered below 500 to the same key,
   * ambiguous errors too. Two tries that both arrive give back once: each is of all that the charge
   * still holds, so that the second finds less than it asks for.
   */
  public String providerKey() {
    return "refund-" + id + "-" + tries;
  }

  /** What the provider keeps as reason; the id in it finds the refund again after a lost answer. */
  public String providerReason() {
    String kept = reason.length() <= 120 ? reason : reason.substring(0, 120);
    return kept + " [" + id + "]";
  }
}
