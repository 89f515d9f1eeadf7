package com.ojeomneo.admin.order;

import static com.ojeomneo.schema.jooq.Tables.PAYMENTS;
import static com.ojeomneo.schema.jooq.Tables.PAYMENT_ATTEMPTS;
import static com.ojeomneo.schema.jooq.Tables.PAYMENT_CHECKS;
import static com.ojeomneo.schema.jooq.Tables.REFUNDS;
import static com.ojeomneo.schema.jooq.Tables.REFUND_LINES;
import static com.ojeomneo.schema.jooq.Tables.STAFF;
import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.multiset;
import static org.jooq.impl.DSL.select;

import com.ojeomneo.admin.order.Dossier.Attempt;
import com.ojeomneo.admin.order.Dossier.Check;
import com.ojeomneo.admin.order.Dossier.Payment;
import com.ojeomneo.admin.order.Dossier.Refund;
import com.ojeomneo.admin.order.Dossier.RefundedLine;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.SQLDataType;

/** Reads an order's money, as we have it: the provider is never asked from here. */
final class MoneyOfOrder {
  private static final Field<List<RefundedLine>> LINES =
      multiset(
              select(
                      REFUND_LINES.LINE.cast(SQLDataType.INTEGER),
                      REFUND_LINES.QUANTITY,
                      REFUND_LINES.AMOUNT)
                  .from(REFUND_LINES)
                  .where(REFUND_LINES.REFUND_ID.eq(REFUNDS.ID))
                  .orderBy(REFUND_LINES.LINE))
          .convertFrom(rows -> rows.map(mapping(RefundedLine::new)));

  private MoneyOfOrder() {}

  static List<Attempt> attempts(DSLContext sql, UUID order) {
    var a = PAYMENT_ATTEMPTS;
    return sql.select(
            a.ID,
            a.PAYMENT_KEY,
            a.AMOUNT,
            a.STATUS,
            a.FAILURE_CODE,
            a.FAILURE_MESSAGE,
            a.CHECKS,
            a.CHECK_AT,
            a.CREATED_AT,
            a.SETTLED_AT)
        .from(a)
        .where(a.ORDER_ID.eq(order))
        .orderBy(a.CREATED_AT, a.ID)
        .fetch(mapping(Attempt::new));
  }

  static List<Payment> payments(DSLContext sql, UUID order) {
    var p = PAYMENTS;
    return sql.select(
            p.ID,
            p.KIND,
            p.PAYMENT_KEY,
            p.AMOUNT,
            p.REFUNDED,
            p.METHOD,
            p.RECEIPT_URL,
            p.APPROVED_AT,
            p.PAYS_ORDER,
            p.SUPPLEMENT,
            STAFF.DISPLAY_NAME)
        .from(p)
        .leftJoin(STAFF)
        .on(STAFF.ID.eq(p.TAKEN_BY))
        .where(p.ORDER_ID.eq(order))
        .orderBy(p.APPROVED_AT, p.ID)
        .fetch(mapping(Payment::new));
  }

  static List<Refund> refunds(DSLContext sql, UUID order) {
    return sql.select(
            REFUNDS.ID,
            REFUNDS.PAYMENT_ID,
            REFUNDS.AMOUNT,
            REFUNDS.REASON,
            REFUNDS.STATUS,
            REFUNDS.TRIES,
            REFUNDS.FAILURE_CODE,
            LINES,
            REFUNDS.CREATED_AT,
            REFUNDS.DONE_AT,
            REFUNDS.AT_TILL,
            STAFF.DISPLAY_NAME)
        .from(REFUNDS)
        .leftJoin(STAFF)
        .on(STAFF.ID.eq(REFUNDS.HANDED_BY))
        .where(REFUNDS.ORDER_ID.eq(order))
        .orderBy(REFUNDS.CREATED_AT, REFUNDS.ID)
        .fetch(mapping(Refund::new));
  }

  /** Null when nobody has asked, or the provider has been. */
  static Check check(DSLContext sql, UUID order) {
    var c = PAYMENT_CHECKS;
    return sql.select(c.ASKED_AT, c.CHECK_AT, c.TRIES)
        .from(c)
        .where(c.ORDER_ID.eq(order))
        .fetchOne(mapping(Check::new));
  }
}
