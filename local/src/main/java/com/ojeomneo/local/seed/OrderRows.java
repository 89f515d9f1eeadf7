package com.ojeomneo.local.seed;

import com.ojeomneo.schema.jooq.enums.OrderStatus;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Orders with all that belongs to them, as rows for one transaction. A row refers to rows of tables
 * before its own, or to what {@link Offers} holds.
 */
final class OrderRows {
  static final List<String> TABLES =
      List.of(
          "order_events",
          "orders",
          "payment_attempts",
          "payments",
          "order_lines",
          "order_line_options",
          "users",
          "refunds");

  private static final byte[] DONE = CopyBytes.utf8("DONE");
  private static final byte[] CARD = CopyBytes.utf8("카드");
  private static final Map<OrderStatus, byte[]> STATUS =
      SeededOrder.OUTCOMES.stream()
          .collect(Collectors.toMap(outcome -> outcome, o -> CopyBytes.utf8(o.getLiteral())));

  private final CopyRows users =
      new CopyRows(
          "users",
          "id",
          "email",
          "password_hash",
          "display_name",
          "guest",
          "order_event_seq",
          "created_at");
  private final CopyRows orders =
      new CopyRows(
          "orders",
          "id",
          "user_id",
          "store_id",
          "store_name",
          "business_day",
          "number",
          "status",
          "total_amount",
          "note",
          "estimated_ready_at",
          "cancel_reason",
          "last_event",
          "created_at",
          "expires_at");
  private final CopyRows lines =
      new CopyRows(
          "order_lines",
          "order_id",
          "line",
          "menu_id",
          "name",
          "quantity",
          "unit_price",
          "amount",
          "took_stock");
  private final CopyRows options =
      new CopyRows(
          "order_line_options", "order_id", "line", "option_id", "name", "price", "position");
  private final CopyRows attempts =
      new CopyRows(
          "payment_attempts",
          "id",
          "order_id",
          "payment_key",
          "idempotency_key",
          "amount",
          "status",
          "created_at",
          "settled_at");
  private final CopyRows payments =
      new CopyRows(
          "payments",
          "id",
          "order_id",
          "attempt_id",
          "payment_key",
          "amount",
          "refunded",
          "method",
          "approved_at",
          "pays_order");
  private final CopyRows refunds =
      new CopyRows(
          "refunds",
          "id",
          "order_id",
          "payment_id",
          "amount",
          "reason",
          "status",
          "tries",
          "transaction_key",
          "created_at",
          "done_at");
  private final CopyRows events =
      new CopyRows(
          "order_events",
          "order_id",
          "seq",
          "user_id",
          "user_seq",
          "type",
          "actor",
          "snapshot",
          "created_at");

  private final Offers offers = new Offers();
  private int count;

  /** Customers who come with their first order. */
  CopyRows users() {
    return users;
  }

  /** What they are the first to refer to. */
  Offers offers() {
    return offers;
  }

  /** What is referred to comes first. */
  List<CopyRows> tables() {
    return List.of(users, orders, lines, options, attempts, payments, refunds, events);
  }

  int count() {
    return count;
  }

  void clear() {
    tables().forEach(CopyRows::clear);
    offers.clear();
    count = 0;
  }

  void add(SeededOrder order) {
    addOrder(order);
    addLines(order);
    addEvent(order);
    if (order.isPaid()) {
      addPayment(order);
    }
    count++;
  }

  private void addOrder(SeededOrder order) {
    orders
        .row()
        .add(order.id())
        .add(order.user())
        .add(order.shop().store().id())
        .add(order.shop().name())
        .add(order.businessDay())
        .add(order.number())
        .add(STATUS.get(order.status()))
        .add(order.total())
        .add(order.note().text())
        .add(order.estimatedReadyAt())
        .add(order.cancelReason())
        .add(1)
        .add(order.createdAt())
        .add(order.expiresAt());
  }

  private void addLines(SeededOrder order) {
    short line = 0;
    for (Serving serving : order.servings()) {
      lines.row().add(order.id()).add(++line).append(serving.line());
      for (byte[] option : serving.options()) {
        options.row().add(order.id()).add(line).append(option);
      }
    }
  }

  private void addEvent(SeededOrder order) {
    CopyBytes row =
        events
            .row()
            .add(order.id())
            .add(1)
            .add(order.user())
            .add(order.userSeq())
            .add(STATUS.get(order.status()))
            .add(order.actor());
    order.shop().snapshots().get(order.status()).write(order, row);
    row.add(order.endedAt());
  }

  /** The ids carry the order's moment, not the payment's: every unique index is appended to. */
  private void addPayment(SeededOrder order) {
    UUID attempt = TimeOrderedId.at(order.createdAt());
    UUID payment = TimeOrderedId.at(order.createdAt());
    byte[] key = TimeOrderedId.key(order.id());
    Instant paidAt = order.paidAt();
    int amount = order.total();
    attempts
        .row()
        .add(attempt)
        .add(order.id())
        .add(key)
        .add(key)
        .add(amount)
        .add(DONE)
        .add(paidAt)
        .add(paidAt);
    payments
        .row()
        .add(payment)
        .add(order.id())
        .add(attempt)
        .add(key)
        .add(amount)
        .add(order.isRefunded() ? amount : 0)
        .add(CARD)
        .add(paidAt)
        .add(true);
    if (order.isRefunded()) {
      refunds
          .row()
          .add(TimeOrderedId.at(order.createdAt()))
          .add(order.id())
          .add(payment)
          .add(amount)
          .add(SeededOrder.CANCEL_REASON)
          .add(DONE)
          .add(1)
          .add(key)
          .add(order.endedAt())
          .add(order.endedAt());
    }
  }
}
