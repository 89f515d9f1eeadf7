package com.ojeomneo.local.seed;

import com.ojeomneo.order.Checkout;
import com.ojeomneo.schema.jooq.enums.OrderStatus;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * An order that is over.
 *
 * @param idText the same, as JSON and the keys of its payment have it
 * @param user its customer
 * @param userSeq the place of its only event among its customer's
 * @param status COMPLETED, CANCELLED (after it was paid) or EXPIRED
 * @param haste seconds that the customer took to pay; the other times follow from it
 */
record SeededOrder(
    UUID id,
    byte[] idText,
    UUID user,
    long userSeq,
    ShopMenu shop,
    LocalDate businessDay,
    byte[] number,
    OrderStatus status,
    List<Serving> servings,
    Note note,
    Instant createdAt,
    int haste) {

  static final List<OrderStatus> OUTCOMES =
      List.of(OrderStatus.COMPLETED, OrderStatus.CANCELLED, OrderStatus.EXPIRED);
  static final String CANCEL_REASON = "재료 소진";

  /** KRW. */
  int total() {
    int total = 0;
    for (Serving serving : servings) {
      total = Math.addExact(total, serving.amount());
    }
    return total;
  }

  boolean isPaid() {
    return status != OrderStatus.EXPIRED;
  }

  boolean isRefunded() {
    return status == OrderStatus.CANCELLED;
  }

  Instant expiresAt() {
    return createdAt.plus(Checkout.TIME_TO_PAY);
  }

  Instant paidAt() {
    return createdAt.plusSeconds(haste);
  }

  /** Null when no shop took it on. */
  Instant estimatedReadyAt() {
    return status == OrderStatus.COMPLETED
        ? paidAt().plusSeconds(haste).plus(Duration.ofMinutes(shop.store().prepMinutes()))
        : null;
  }

  Instant endedAt() {
    return switch (status) {
      case COMPLETED -> estimatedReadyAt().plusSeconds(4L * haste);
      case CANCELLED -> paidAt().plusSeconds(2L * haste);
      default -> expiresAt();
    };
  }

  String cancelReason() {
    return isRefunded() ? CANCEL_REASON : null;
  }

  String actor() {
    return status == OrderStatus.EXPIRED ? "system:expiry" : "staff:seed";
  }
}
