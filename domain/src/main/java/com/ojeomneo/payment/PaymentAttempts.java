package com.ojeomneo.payment;

import static com.ojeomneo.schema.jooq.Tables.PAYMENT_ATTEMPTS;
import static org.jooq.impl.DSL.excluded;

import com.github.f4b6a3.uuid.UuidCreator;
import com.ojeomneo.money.Won;
import com.ojeomneo.schema.jooq.enums.AttemptStatus;
import com.ojeomneo.schema.jooq.tables.records.PaymentAttemptsRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/** The SQL of {@code payment_attempts}. */
public final class PaymentAttempts {
  private static final int BATCH = 50;

  private PaymentAttempts() {}

  public static Optional<PaymentAttempt> byPaymentKey(DSLContext tx, String paymentKey) {
    return tx.fetchOptional(PAYMENT_ATTEMPTS, PAYMENT_ATTEMPTS.PAYMENT_KEY.eq(paymentKey))
        .map(PaymentAttempts::read);
  }

  public static boolean hasOpen(DSLContext tx, UUID order) {
    return tx.fetchExists(
        PAYMENT_ATTEMPTS,
        PAYMENT_ATTEMPTS.ORDER_ID.eq(order),
        PAYMENT_ATTEMPTS.STATUS.eq(DSL.inline(AttemptStatus.OPEN)));
  }

  /**
   * @param checkAt when the reconciler takes over if nobody has settled the attempt by then
   * @return whether it was opened; not so when another order's attempt holds the paymentKey
   */
  public static boolean open(DSLContext tx, PaymentAttempt attempt, Instant checkAt) {
    return tx.insertInto(PAYMENT_ATTEMPTS)
            .set(PAYMENT_ATTEMPTS.ID, attempt.id())
            .set(PAYMENT_ATTEMPTS.ORDER_ID, attempt.orderId())
            .set(PAYMENT_ATTEMPTS.PAYMENT_KEY, attempt.paymentKey())
            .set(PAYMENT_ATTEMPTS.IDEMPOTENCY_KEY, attempt.idempotencyKey())
            .set(PAYMENT_ATTEMPTS.AMOUNT, attempt.amount().amount())
            .set(PAYMENT_ATTEMPTS.STATUS, AttemptStatus.OPEN)
            .set(PAYMENT_ATTEMPTS.CREATED_AT, attempt.createdAt())
            .set(PAYMENT_ATTEMPTS.CHECK_AT, checkAt)
            .onConflict(PAYMENT_ATTEMPTS.PAYMENT_KEY)
            .doNothing()
            .execute()
        == 1;
  }

  /**
   * Marks the attempt that took this money, also one that was given up before; makes the one that
   * this database never knew. The caller holds the lock of the order.
   *
   * @throws IllegalStateException when it is on record already: then so is the payment
   */
  public static PaymentAttempt took(DSLContext tx, UUID order, Charge charge, Instant now) {
    var a = PAYMENT_ATTEMPTS;
    return tx.insertInto(a)
        .set(a.ID, UuidCreator.getTimeOrderedEpoch())
        .set(a.ORDER_ID, order)
        .set(a.PAYMENT_KEY, charge.paymentKey())
        .set(a.IDEMPOTENCY_KEY, "found-at-the-provider")
        .set(a.AMOUNT, charge.totalAmount())
        .set(a.STATUS, AttemptStatus.DONE)
        .set(a.CREATED_AT, now)
        .set(a.SETTLED_AT, now)
        .onConflict(a.PAYMENT_KEY)
        .doUpdate()
        .set(a.ORDER_ID, excluded(a.ORDER_ID))
        .set(a.STATUS, AttemptStatus.DONE)
        .setNull(a.FAILURE_CODE)
        .setNull(a.FAILURE_MESSAGE)
        .set(a.SETTLED_AT, now)
        .setNull(a.CHECK_AT)
        .where(a.STATUS.ne(AttemptStatus.DONE))
        .returning()
        .fetchOptional(PaymentAttempts::read)
        .orElseThrow(() -> new IllegalStateException("an attempt is DONE without its payment"));
  }

  /**
   * @return false when someone else has settled the attempt before
   */
  public static boolean fail(
      DSLContext tx, UUID attempt, String code, String message, Instant now) {
    return tx.update(PAYMENT_ATTEMPTS)
            .set(PAYMENT_ATTEMPTS.STATUS, AttemptStatus.FAILED)
            .set(PAYMENT_ATTEMPTS.FAILURE_CODE, code)
            .set(PAYMENT_ATTEMPTS.FAILURE_MESSAGE, message)
            .set(PAYMENT_ATTEMPTS.SETTLED_AT, now)
            .setNull(PAYMENT_ATTEMPTS.CHECK_AT)
            .where(PAYMENT_ATTEMPTS.ID.eq(attempt), PAYMENT_ATTEMPTS.STATUS.eq(AttemptStatus.OPEN))
            .execute()
        == 1;
  }

  /** Something was heard of the order: an open attempt is looked at by then. */
  public static void checkBy(DSLContext tx, UUID order, Instant at) {
    tx.update(PAYMENT_ATTEMPTS)
        .set(PAYMENT_ATTEMPTS.CHECK_AT, at)
        .where(
            PAYMENT_ATTEMPTS.ORDER_ID.eq(order),
            PAYMENT_ATTEMPTS.STATUS.eq(DSL.inline(AttemptStatus.OPEN)),
            PAYMENT_ATTEMPTS.CHECK_AT.gt(at))
        .execute();
  }

  public static void checkAgainAt(DSLContext sql, UUID attempt, Instant at) {
    sql.update(PAYMENT_ATTEMPTS)
        .set(PAYMENT_ATTEMPTS.CHECK_AT, at)
        .where(PAYMENT_ATTEMPTS.ID.eq(attempt), PAYMENT_ATTEMPTS.STATUS.eq(AttemptStatus.OPEN))
        .execute();
  }

  /** Takes the attempts that are due, each for one node: others see them again after the lease. */
  public static List<PaymentAttempt> takeDue(DSLContext sql, Instant now, Duration lease) {
    return sql.update(PAYMENT_ATTEMPTS)
        .set(PAYMENT_ATTEMPTS.CHECK_AT, now.plus(lease))
        .set(PAYMENT_ATTEMPTS.CHECKS, PAYMENT_ATTEMPTS.CHECKS.plus(1))
        .where(
            PAYMENT_ATTEMPTS.ID.in(
                DSL.select(PAYMENT_ATTEMPTS.ID)
                    .from(PAYMENT_ATTEMPTS)
                    .where(
                        PAYMENT_ATTEMPTS.STATUS.eq(DSL.inline(AttemptStatus.OPEN)),
                        PAYMENT_ATTEMPTS.CHECK_AT.le(now))
                    .orderBy(PAYMENT_ATTEMPTS.CHECK_AT)
                    .limit(BATCH)
                    .forUpdate()
                    .skipLocked()))
        .returning()
        .fetch(PaymentAttempts::read);
  }

  private static PaymentAttempt read(PaymentAttemptsRecord row) {
    return new PaymentAttempt(
        row.getId(),
        row.getOrderId(),
        row.getPaymentKey(),
        row.getIdempotencyKey(),
        new Won(row.getAmount()),
        row.getStatus(),
        row.getFailureMessage(),
        row.getChecks(),
        row.getCreatedAt());
  }
}
