package com.ojeomneo.admin.order;

import static com.ojeomneo.schema.jooq.Tables.ORDERS;
import static com.ojeomneo.schema.jooq.Tables.ORDER_EVENTS;
import static com.ojeomneo.schema.jooq.Tables.ORDER_LINES;
import static com.ojeomneo.schema.jooq.Tables.ORDER_LINE_OPTIONS;
import static com.ojeomneo.schema.jooq.Tables.STAFF_ORDERS;
import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.multiset;
import static org.jooq.impl.DSL.select;

import com.ojeomneo.admin.order.BoardOrder.Item;
import com.ojeomneo.admin.staff.Reach;
import com.ojeomneo.money.Won;
import com.ojeomneo.order.Acceptance;
import com.ojeomneo.schema.jooq.enums.OrderStatus;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectConditionStep;
import org.jooq.impl.SQLDataType;

/** Reads orders as kitchens need them: one statement, however many there are. */
final class BoardOrders {
  /** What a kitchen has to do with, as the index {@code orders_live} has it. */
  private static final List<Field<OrderStatus>> LIVE =
      Stream.of(OrderStatus.PAID, OrderStatus.ACCEPTED, OrderStatus.PREPARING, OrderStatus.READY)
          .<Field<OrderStatus>>map(status -> inline(status))
          .toList();

  /** Of a line what was not replaced since. */
  private static final Field<Integer> COOKED =
      ORDER_LINES.QUANTITY.minus(ORDER_LINES.REPLACED_QUANTITY);

  private static final Field<String> CUSTOMER_NAME =
      field(
          select(STAFF_ORDERS.CUSTOMER_NAME)
              .from(STAFF_ORDERS)
              .where(STAFF_ORDERS.ORDER_ID.eq(ORDERS.ID)));

  private static final Field<List<Item>> ITEMS =
      multiset(
              select(
                      ORDER_LINES.LINE,
                      ORDER_LINES.MENU_ID,
                      ORDER_LINES.NAME,
                      COOKED,
                      multiset(
                              select(ORDER_LINE_OPTIONS.NAME)
                                  .from(ORDER_LINE_OPTIONS)
                                  .where(
                                      ORDER_LINE_OPTIONS.ORDER_ID.eq(ORDER_LINES.ORDER_ID),
                                      ORDER_LINE_OPTIONS.LINE.eq(ORDER_LINES.LINE))
                                  .orderBy(ORDER_LINE_OPTIONS.POSITION))
                          .convertFrom(rows -> rows.map(row -> row.value1())),
                      ORDER_LINES.REPLACES.cast(SQLDataType.INTEGER))
                  .from(ORDER_LINES)
                  .where(ORDER_LINES.ORDER_ID.eq(ORDERS.ID), COOKED.gt(0))
                  .orderBy(ORDER_LINES.LINE))
          .convertFrom(
              rows ->
                  rows.map(
                      mapping(
                          (line, menu, name, quantity, options, replaces) ->
                              new Item(line, menu, name, quantity, options, replaces))));

  private static final Field<Instant> PAID_AT = since(OrderStatus.PAID);
  private static final Field<Instant> ACCEPTED_AT = since(OrderStatus.ACCEPTED);

  private BoardOrders() {}

  /** All that are live now, the longest-standing first. */
  static List<BoardOrder> live(DSLContext sql, Reach reach, Acceptance acceptance) {
    return fetch(sql, reach.covers(ORDERS.STORE_ID).and(ORDERS.STATUS.in(LIVE)))
        .orderBy(ORDERS.ID)
        .fetch(row -> read(row, acceptance));
  }

  /** These of any state. */
  static List<BoardOrder> all(DSLContext sql, Collection<UUID> orders, Acceptance acceptance) {
    return orders.isEmpty()
        ? List.of()
        : fetch(sql, ORDERS.ID.eq(any(orders.toArray(UUID[]::new))))
            .fetch(row -> read(row, acceptance));
  }

  /** One of any state, if it is within reach. */
  static Optional<BoardOrder> find(DSLContext sql, UUID order, Reach reach, Acceptance acceptance) {
    return fetch(sql, ORDERS.ID.eq(order).and(reach.covers(ORDERS.STORE_ID)))
        .fetchOptional(row -> read(row, acceptance));
  }

  private static SelectConditionStep<? extends Record> fetch(DSLContext sql, Condition wanted) {
    return sql.select(ORDERS.asterisk(), ITEMS, PAID_AT, ACCEPTED_AT, CUSTOMER_NAME)
        .from(ORDERS)
        .where(wanted);
  }

  private static BoardOrder read(Record row, Acceptance acceptance) {
    Instant paidAt = row.get(PAID_AT);
    Instant pickupAt = row.get(ORDERS.PICKUP_AT);
    OrderStatus status = row.get(ORDERS.STATUS);
    boolean waits = status == OrderStatus.PAID && paidAt != null;
    return new BoardOrder(
        row.get(ORDERS.ID),
        row.get(ORDERS.NUMBER),
        row.get(ORDERS.STORE_ID),
        row.get(ORDERS.STORE_NAME),
        status,
        row.get(ORDERS.LAST_EVENT),
        row.get(ITEMS),
        row.get(ORDERS.NOTE),
        pickupAt,
        row.get(ORDERS.ESTIMATED_READY_AT),
        row.get(ORDERS.CREATED_AT),
        paidAt,
        row.get(ACCEPTED_AT),
        waits ? acceptance.escalatesAt(paidAt, pickupAt) : null,
        waits ? acceptance.endsAt(paidAt, pickupAt) : null,
        new Won(row.get(ORDERS.TOTAL_AMOUNT)),
        row.get(ORDERS.CANCEL_REASON),
        row.get(ORDERS.CHANNEL),
        row.get(CUSTOMER_NAME));
  }

  /** When the order came into this state. */
  private static Field<Instant> since(OrderStatus status) {
    return field(
            select(min(ORDER_EVENTS.CREATED_AT))
                .from(ORDER_EVENTS)
                .where(
                    ORDER_EVENTS.ORDER_ID.eq(ORDERS.ID),
                    ORDER_EVENTS.TYPE.eq(inline(status.getLiteral()))))
        .as("since_" + status.getLiteral().toLowerCase());
  }
}
