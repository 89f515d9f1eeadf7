package com.ojeomneo.admin.order;

import static com.ojeomneo.schema.jooq.Tables.ORDERS;
import static com.ojeomneo.schema.jooq.Tables.ORDER_CHANGES;
import static com.ojeomneo.schema.jooq.Tables.ORDER_EVENTS;
import static com.ojeomneo.schema.jooq.Tables.ORDER_LINES;
import static com.ojeomneo.schema.jooq.Tables.ORDER_LINE_OPTIONS;
import static com.ojeomneo.schema.jooq.Tables.REFUND_LINES;
import static com.ojeomneo.schema.jooq.Tables.STAFF;
import static com.ojeomneo.schema.jooq.Tables.STAFF_ORDERS;
import static com.ojeomneo.schema.jooq.Tables.USERS;
import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.concat;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.multiset;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.sum;

import com.ojeomneo.admin.order.Dossier.Change;
import com.ojeomneo.admin.order.Dossier.Customer;
import com.ojeomneo.admin.order.Dossier.Event;
import com.ojeomneo.admin.order.Dossier.Line;
import com.ojeomneo.admin.order.Dossier.Option;
import com.ojeomneo.admin.order.Dossier.Other;
import com.ojeomneo.admin.order.Dossier.Payment;
import com.ojeomneo.admin.order.Dossier.Standing;
import com.ojeomneo.admin.resource.Mask;
import com.ojeomneo.admin.staff.Reach;
import com.ojeomneo.schema.jooq.tables.records.OrdersRecord;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.SQLDataType;

/** Reads what belongs to one order; its money by {@link MoneyOfOrder}. */
final class Dossiers {
  private static final int OTHERS = 10;

  private static final Field<List<Option>> OPTIONS =
      multiset(
              select(ORDER_LINE_OPTIONS.NAME, ORDER_LINE_OPTIONS.PRICE)
                  .from(ORDER_LINE_OPTIONS)
                  .where(
                      ORDER_LINE_OPTIONS.ORDER_ID.eq(ORDER_LINES.ORDER_ID),
                      ORDER_LINE_OPTIONS.LINE.eq(ORDER_LINES.LINE))
                  .orderBy(ORDER_LINE_OPTIONS.POSITION))
          .convertFrom(rows -> rows.map(mapping(Option::new)));

  private static final Field<Integer> REFUNDED =
      field(
          select(coalesce(sum(REFUND_LINES.AMOUNT), inline(0)).cast(SQLDataType.INTEGER))
              .from(REFUND_LINES)
              .where(
                  REFUND_LINES.ORDER_ID.eq(ORDER_LINES.ORDER_ID),
                  REFUND_LINES.LINE.eq(ORDER_LINES.LINE)));

  private Dossiers() {}

  /**
   * @param reach of whoever asks, for the customer's other orders
   */
  static Dossier of(DSLContext sql, UUID order, Reach reach) {
    OrdersRecord row = sql.fetchSingle(ORDERS, ORDERS.ID.eq(order));
    List<Payment> payments = MoneyOfOrder.payments(sql, order);
    return new Dossier(
        standing(row, payments, customerName(sql, order)),
        lines(sql, order),
        events(sql, order),
        MoneyOfOrder.attempts(sql, order),
        payments,
        MoneyOfOrder.refunds(sql, order),
        changes(sql, order),
        MoneyOfOrder.check(sql, order),
        customer(sql, row.getUserId()),
        others(sql, row, reach));
  }

  private static Standing standing(OrdersRecord row, List<Payment> payments, String customerName) {
    int refundable =
        payments.stream()
            .filter(Payment::paysOrder)
            .mapToInt(payment -> payment.amount() - payment.refunded())
            .sum();
    return new Standing(
        row.getId(),
        row.getNumber(),
        row.getUserId(),
        row.getStoreId(),
        row.getStoreName(),
        row.getBusinessDay(),
        row.getStatus(),
        row.getTotalAmount(),
        refundable,
        row.getNote(),
        row.getPickupAt(),
        row.getEstimatedReadyAt(),
        row.getCancelReason(),
        row.getLastEvent(),
        row.getCreatedAt(),
        row.getExpiresAt(),
        row.getChannel(),
        customerName);
  }

  private static String customerName(DSLContext sql, UUID order) {
    return sql.fetchValue(STAFF_ORDERS.CUSTOMER_NAME, STAFF_ORDERS.ORDER_ID.eq(order));
  }

  private static List<Change> changes(DSLContext sql, UUID order) {
    var c = ORDER_CHANGES;
    return sql.select(
            c.LINE.cast(SQLDataType.INTEGER),
            c.QUANTITY,
            c.NEW_LINE.cast(SQLDataType.INTEGER),
            c.CREDIT,
            c.COST,
            c.SETTLEMENT,
            c.REASON,
            STAFF.DISPLAY_NAME,
            c.CREATED_AT)
        .from(c)
        .join(STAFF)
        .on(STAFF.ID.eq(c.STAFF_ID))
        .where(c.ORDER_ID.eq(order))
        .orderBy(c.CREATED_AT, c.ID)
        .fetch(mapping(Change::new));
  }

  private static List<Line> lines(DSLContext sql, UUID order) {
    return sql.select(
            ORDER_LINES.LINE.cast(SQLDataType.INTEGER),
            ORDER_LINES.MENU_ID,
            ORDER_LINES.NAME,
            ORDER_LINES.QUANTITY,
            ORDER_LINES.UNIT_PRICE,
            OPTIONS,
            ORDER_LINES.AMOUNT,
            ORDER_LINES.REFUNDED_QUANTITY,
            REFUNDED,
            ORDER_LINES.REPLACED_QUANTITY,
            ORDER_LINES.WAIVED,
            ORDER_LINES.REPLACES.cast(SQLDataType.INTEGER))
        .from(ORDER_LINES)
        .where(ORDER_LINES.ORDER_ID.eq(order))
        .orderBy(ORDER_LINES.LINE)
        .fetch(mapping(Line::new));
  }

  private static List<Event> events(DSLContext sql, UUID order) {
    return sql.select(
            ORDER_EVENTS.SEQ,
            ORDER_EVENTS.TYPE,
            ORDER_EVENTS.ACTOR,
            STAFF.DISPLAY_NAME,
            ORDER_EVENTS.CREATED_AT)
        .from(ORDER_EVENTS)
        .leftJoin(STAFF)
        .on(ORDER_EVENTS.ACTOR.eq(concat(inline("staff:"), STAFF.ID.cast(SQLDataType.VARCHAR))))
        .where(ORDER_EVENTS.ORDER_ID.eq(order))
        .orderBy(ORDER_EVENTS.SEQ)
        .fetch(mapping(Event::new));
  }

  private static Customer customer(DSLContext sql, UUID user) {
    return sql.select(USERS.ID, USERS.DISPLAY_NAME, USERS.EMAIL, USERS.GUEST, USERS.DELETED_AT)
        .from(USERS)
        .where(USERS.ID.eq(user))
        .fetchSingle(
            row ->
                new Customer(
                    row.value1(),
                    Mask.NAME.of(row.value2()),
                    row.value3() == null ? null : Mask.EMAIL.of(row.value3()),
                    row.value4(),
                    row.value5()));
  }

  private static List<Other> others(DSLContext sql, OrdersRecord order, Reach reach) {
    return sql.select(
            ORDERS.ID,
            ORDERS.NUMBER,
            ORDERS.STORE_NAME,
            ORDERS.STATUS,
            ORDERS.TOTAL_AMOUNT,
            ORDERS.CREATED_AT)
        .from(ORDERS)
        .where(ORDERS.USER_ID.eq(order.getUserId()), ORDERS.ID.ne(order.getId()))
        .and(reach.covers(ORDERS.STORE_ID))
        .orderBy(ORDERS.ID.desc())
        .limit(OTHERS)
        .fetch(mapping(Other::new));
  }
}
