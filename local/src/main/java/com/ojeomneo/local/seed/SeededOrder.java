package com.ojeomneo.local.seed;

import com.ojeomneo.menu.Store;
import com.ojeomneo.money.Won;
import com.ojeomneo.order.Checkout;
import com.ojeomneo.order.OrderView;
import com.ojeomneo.order.OrderView.Item;
import com.ojeomneo.order.OrderView.RefundView;
import com.ojeomneo.schema.jooq.enums.OrderStatus;
import com.ojeomneo.schema.jooq.enums.RefundStatus;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * An order that is over.
 *
 * @param status COMPLETED, CANCELLED (after it was paid) or EXPIRED
 * @param userSeq the place of its only event among its customer's
 * @param haste seconds that the customer took to pay; the other times follow from it
 */
record SeededOrder(
    UUID id,
    UUID user,
    long userSeq,
    Store store,
    LocalDate businessDay,
    String number,
    OrderStatus status,
    List<Item> items,
    String note,
    Instant createdAt,
    int haste) {

  static final String CANCEL_REASON = "재료 소진";

  Won total() {
    return items.stream().map(Item::amount).reduce(Won.ZERO, Won::plus);
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
        ? paidAt().plusSeconds(haste).plus(Duration.ofMinutes(store.prepMinutes()))
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

  /** As its customer sees it, and as its event keeps it. */
  OrderView view() {
    return new OrderView(
        id,
        number,
        store.id(),
        store.name(),
        status,
        total(),
        items,
        note,
        null,
        estimatedReadyAt(),
        createdAt,
        expiresAt(),
        false,
        cancelReason(),
        isRefunded()
            ? List.of(new RefundView(total(), RefundStatus.DONE, CANCEL_REASON))
            : List.of(),
        null);
  }
}
