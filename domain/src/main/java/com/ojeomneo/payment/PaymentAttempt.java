package com.ojeomneo.payment;

import com.ojeomneo.money.Won;
import com.ojeomneo.schema.jooq.enums.AttemptStatus;
import java.time.Instant;
import java.util.UUID;

/**
 * One try to take the money for an order. {@code OPEN} until it is known whether money moved.
 *
 * @param idempotencyKey the client's, to tell a repeat of its request from a second payment
 */
public record PaymentAttempt(
    UUID id,
    UUID orderId,
    String paymentKey,
    String idempotencyKey,
    Won amount,
    AttemptStatus status,
    String failureMessage,
    int checks,
    Instant createdAt) {

  /**
   * The key of the provider's confirm call, another one after each look at the attempt: the
   * provider replays whatever it answered below 500 to the same key, ambiguous errors too. It
   * charges a paymentKey once, under however many keys it is asked.
   */
  public String providerKey() {
    return "confirm-" + id + "-" + checks;
  }
}
