package com.ojeomneo.admin.order;

import com.ojeomneo.money.Won;
import com.ojeomneo.schema.jooq.enums.OrderChannel;
import com.ojeomneo.schema.jooq.enums.OrderStatus;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An order as a kitchen needs it.
 *
 * @param seq of its newest event: a lower one is older news
 * @param note the customer's, null for none
 * @param escalateAt from when on it has waited too long to be accepted; null once it is
 * @param channel who took it
 * @param customerName what is called out besides the number; null for nothing
 * @param acceptBy when it is cancelled by itself unless it is accepted; null once it is
 */
record BoardOrder(
    UUID id,
    String number,
    UUID storeId,
    String storeName,
    OrderStatus status,
    int seq,
    List<Item> items,
    @Nullable String note,
    @Nullable Instant pickupAt,
    @Nullable Instant estimatedReadyAt,
    Instant createdAt,
    @Nullable Instant paidAt,
    @Nullable Instant acceptedAt,
    @Nullable Instant escalateAt,
    @Nullable Instant acceptBy,
    Won totalAmount,
    @Nullable String cancelReason,
    OrderChannel channel,
    @Nullable String customerName) {

  /**
   * What is to be cooked.
   *
   * @param replaces the line instead of which it is cooked; null for what was ordered, or added
   */
  record Item(
      int line,
      UUID menuId,
      String name,
      int quantity,
      List<String> options,
      @Nullable Integer replaces) {}
}
