package com.ojeomneo.payment;

import static com.ojeomneo.schema.jooq.Tables.PAYMENT_CHECKS;
import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.excluded;
import static org.jooq.impl.DSL.least;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/** The SQL of {@code payment_checks}: at most one row an order, gone once somebody has looked. */
public final class PaymentChecks {
  private static final int BATCH = 50;

  private PaymentChecks() {}

  /**
   * Asks for a look, in the transaction of its cause.
   *
   * @param at not before; a short while lets a crowd of causes be one look
   */
  public static void ask(DSLContext tx, UUID order, String paymentKey, Instant at, Instant now) {
    var c = PAYMENT_CHECKS;
    tx.insertInto(c)
        .set(c.ORDER_ID, order)
        .set(c.PAYMENT_KEY, paymentKey)
        .set(c.CHECK_AT, at)
        .set(c.ASKED_AT, now)
        .onConflict(c.ORDER_ID)
        .doUpdate()
        .set(c.PAYMENT_KEY, coalesce(excluded(c.PAYMENT_KEY), c.PAYMENT_KEY))
        .set(c.ASKED, c.ASKED.plus(1))
        .set(c.CHECK_AT, least(c.CHECK_AT, excluded(c.CHECK_AT)))
        .execute();
  }

  /** Takes the looks that are due, each for one node: others see them again after the lease. */
  public static List<PaymentCheck> takeDue(DSLContext sql, Instant now, Duration lease) {
    var c = PAYMENT_CHECKS;
    return sql.update(c)
        .set(c.CHECK_AT, now.plus(lease))
        .set(c.TRIES, c.TRIES.plus(1))
        .where(
            c.ORDER_ID.in(
                DSL.select(c.ORDER_ID)
                    .from(c)
                    .where(c.CHECK_AT.le(now))
                    .orderBy(c.CHECK_AT)
                    .limit(BATCH)
                    .forUpdate()
                    .skipLocked()))
        .returningResult(c.ORDER_ID, c.PAYMENT_KEY, c.ASKED, c.TRIES, c.ASKED_AT)
        .fetch(mapping(PaymentCheck::new));
  }

  /** Looked at; stays when it was asked for again meanwhile. */
  public static void done(DSLContext sql, PaymentCheck check) {
    sql.deleteFrom(PAYMENT_CHECKS).where(isStill(check)).execute();
  }

  public static void lookAgainAt(DSLContext sql, PaymentCheck check, Instant at) {
    sql.update(PAYMENT_CHECKS).set(PAYMENT_CHECKS.CHECK_AT, at).where(isStill(check)).execute();
  }

  private static Condition isStill(PaymentCheck check) {
    return PAYMENT_CHECKS.ORDER_ID.eq(check.orderId()).and(PAYMENT_CHECKS.ASKED.eq(check.asked()));
  }
}
