package com.ojeomneo.order;

import com.ojeomneo.money.Won;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What was paid for an order.
 *
 * @param method how, in the provider's words, such as {@code 카드}; null when it did not say
 * @param amount what was charged; value added tax is part of it
 * @param refunded what of it is on its way back, or back
 * @param url the provider's own sales slip; null when it made none
 */
public record Receipt(
    UUID orderId,
    @Nullable String method,
    Instant approvedAt,
    Won amount,
    Won refunded,
    @Nullable String url) {

  /** Both together, by the words of this one. */
  Receipt plus(Receipt added) {
    return new Receipt(
        orderId, method, approvedAt, amount.plus(added.amount), refunded.plus(added.refunded), url);
  }
}
