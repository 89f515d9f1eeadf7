package com.ojeomneo.payment;

import com.ojeomneo.money.Won;
import java.util.UUID;

/**
 * Money on its way back.
 *
 * @param amount KRW; less than was asked when part of it has gone back another way
 * @param refusals how often the provider gave an answer that it keeps, and no money
 */
public record Refund(
    UUID id, UUID orderId, String paymentKey, Won amount, String reason, int tries, int refusals) {

  /**
   * The provider replays what it answered below 500 for the same key, so that a try after that
   * needs a new one. A try whose answer is lost is repeated under its own key: under another one
   * both could arrive, and of a partial refund both would be paid.
   */
  public String providerKey() {
    return "refund-" + id + "-" + refusals;
  }

  /** What the provider keeps as reason; the id in it finds the refund again after a lost answer. */
  public String providerReason() {
    String kept = reason.length() <= 120 ? reason : reason.substring(0, 120);
    return kept + " [" + id + "]";
  }
}
