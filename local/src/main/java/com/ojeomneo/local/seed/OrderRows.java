package com.ojeomneo.local.seed;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.github.f4b6a3.uuid.UuidCreator;
import com.ojeomneo.order.OrderView;
import com.ojeomneo.order.OrderView.Item;
import com.ojeomneo.order.OrderView.Option;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.postgresql.PGConnection;

/** Writes orders with all that belongs to them, some thousand in one transaction. */
final class OrderRows {
  static final List<String> TABLES =
      List.of(
          "users",
          "orders",
          "order_lines",
          "order_line_options",
          "payment_attempts",
          "payments",
          "refunds",
          "order_events");

  private static final String KEY = "seed_";

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

  private final Connection connection;
  private final ForeignKeys keys;
  private final ObjectWriter json;

  /**
   * @param connection not in auto-commit mode, and not checking foreign keys
   * @param keys which are checked before each commit instead
   * @param json as the Server writes it
   */
  OrderRows(Connection connection, ForeignKeys keys, ObjectMapper json) {
    this.connection = connection;
    this.keys = keys;
    this.json = json.writerFor(OrderView.class);
  }

  void write(List<SeededOrder> batch) throws SQLException, IOException {
    if (batch.isEmpty()) {
      return;
    }
    for (SeededOrder order : batch) {
      addOrder(order);
      addLines(order);
      addEvent(order);
      if (order.isPaid()) {
        addPayment(order);
      }
    }
    var copy = connection.unwrap(PGConnection.class);
    for (CopyRows rows : List.of(orders, lines, options, attempts, payments, refunds, events)) {
      rows.into(copy);
    }
    keys.hold(connection, TABLES);
    List<UUID> ids = batch.stream().map(SeededOrder::id).sorted().toList();
    keys.verify(connection, ids.getFirst(), ids.getLast());
    connection.commit();
  }

  private void addOrder(SeededOrder order) {
    orders
        .row()
        .add(order.id())
        .add(order.user())
        .add(order.store().id())
        .add(order.store().name())
        .add(order.businessDay())
        .add(order.number())
        .add(order.status().getLiteral())
        .add(order.total().amount())
        .add(order.note())
        .add(order.estimatedReadyAt())
        .add(order.cancelReason())
        .add(1)
        .add(order.createdAt())
        .add(order.expiresAt());
  }

  private void addLines(SeededOrder order) {
    short line = 0;
    for (Item item : order.items()) {
      lines
          .row()
          .add(order.id())
          .add(++line)
          .add(item.menuId())
          .add(item.name())
          .add(item.quantity())
          .add(item.unitPrice().amount())
          .add(item.amount().amount())
          .add(false);
      short position = 0;
      for (Option option : item.options()) {
        options
            .row()
            .add(order.id())
            .add(line)
            .add(option.id())
            .add(option.name())
            .add(option.price().amount())
            .add(position++);
      }
    }
  }

  private void addEvent(SeededOrder order) throws IOException {
    events
        .row()
        .add(order.id())
        .add(1)
        .add(order.user())
        .add(order.userSeq())
        .add(order.status().getLiteral())
        .add(order.actor())
        .add(json.writeValueAsBytes(order.view()))
        .add(order.endedAt());
  }

  private void addPayment(SeededOrder order) {
    UUID attempt = UuidCreator.getTimeOrderedEpoch(order.paidAt());
    UUID payment = UuidCreator.getTimeOrderedEpoch(order.paidAt());
    int amount = order.total().amount();
    attempts
        .row()
        .add(attempt)
        .add(order.id())
        .add(KEY + order.id())
        .add(KEY + order.id())
        .add(amount)
        .add("DONE")
        .add(order.paidAt())
        .add(order.paidAt());
    payments
        .row()
        .add(payment)
        .add(order.id())
        .add(attempt)
        .add(KEY + order.id())
        .add(amount)
        .add(order.isRefunded() ? amount : 0)
        .add("카드")
        .add(order.paidAt())
        .add(true);
    if (order.isRefunded()) {
      refunds
          .row()
          .add(UuidCreator.getTimeOrderedEpoch(order.endedAt()))
          .add(order.id())
          .add(payment)
          .add(amount)
          .add(SeededOrder.CANCEL_REASON)
          .add("DONE")
          .add(1)
          .add(KEY + order.id())
          .add(order.endedAt())
          .add(order.endedAt());
    }
  }
}
