package com.ojeomneo.sandbox;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * One message that tells a shop of a payment's new status.
 *
 * @param transmissionId the same for all copies and tries
 * @param status the payment's, as of the change
 * @param dueAt the next try; null when it was taken, or given up
 * @param tries how often it was sent
 * @param response what the last try ended with, null before the first one ended
 */
record Webhook(
    long id,
    String transmissionId,
    String orderId,
    String status,
    String body,
    Instant createdAt,
    Instant dueAt,
    int tries,
    String response) {

  /** What the shop has to answer with, and nothing else. */
  static final int TAKEN = 200;

  /** Seven times in 3 days and 19 hours (docs.tosspayments.com/guides/v2/webhook). */
  private static final int MOST_RETRIES = 7;

  /**
   * When the try after a failed one is due: 1, 4, 16 ... 4096 minutes after it.
   *
   * @param failed how many tries have failed
   * @param minute how long a minute is
   * @return empty when it is given up
   */
  static Optional<Instant> retry(int failed, Instant now, Duration minute) {
    return failed > MOST_RETRIES
        ? Optional.empty()
        : Optional.of(now.plus(minute.multipliedBy(1L << (2 * (failed - 1)))));
  }

  ObjectNode json() {
    return JsonNodeFactory.instance
        .objectNode()
        .put("transmissionId", transmissionId)
        .put("orderId", orderId)
        .put("status", status)
        .put("createdAt", PaymentJson.time(createdAt))
        .put("tries", tries)
        .put("nextTryAt", dueAt == null ? null : dueAt.toString())
        .put("lastResponse", response);
  }
}
