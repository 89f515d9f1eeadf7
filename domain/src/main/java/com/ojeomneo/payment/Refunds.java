package com.ojeomneo.payment;

import static com.ojeomneo.schema.jooq.Tables.PAYMENTS;
import static com.ojeomneo.schema.jooq.Tables.REFUNDS;
import static org.jooq.Records.mapping;

import com.github.f4b6a3.uuid.UuidCreator;
import com.ojeomneo.money.Won;
import com.ojeomneo.schema.jooq.enums.RefundStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;

/** The SQL of {@code refunds}: asked for in the transaction that makes them due, paid out later. */
public final class Refunds {
  private static final int BATCH = 20;
  private static final List<Field<?>> FIELDS =
      List.of(
          REFUNDS.ID,
          REFUNDS.ORDER_ID,
          PAYMENTS.PAYMENT_KEY,
          REFUNDS.AMOUNT,
          REFUNDS.REASON,
          REFUNDS.TRIES,
          REFUNDS.REFUSALS);

  private Refunds() {}

  /**
   * Asks for whatever of the order's money has not been asked back yet; nothing when there is none.
   */
  public static void requestRest(DSLContext tx, UUID order, String reason, Instant now) {
    requestRest(tx, PAYMENTS.ORDER_ID.eq(order), reason, now);
  }

  /** Asks for whatever of this payment has not been asked back yet. */
  public static void requestRest(DSLContext tx, Payment payment, String reason, Instant now) {
    requestRest(tx, PAYMENTS.ID.eq(payment.id()), reason, now);
  }

  private static void requestRest(DSLContext tx, Condition of, String reason, Instant now) {
    // The sum of refunds never passes the charge: the row is locked and the constraint checks it.
    var charges =
        tx.select(PAYMENTS.ID, PAYMENTS.ORDER_ID, PAYMENTS.AMOUNT.minus(PAYMENTS.REFUNDED))
            .from(PAYMENTS)
            .where(of, PAYMENTS.REFUNDED.lt(PAYMENTS.AMOUNT))
            .orderBy(PAYMENTS.ID)
            .forUpdate()
            .fetch();
    for (var charge : charges) {
      tx.update(PAYMENTS)
          .set(PAYMENTS.REFUNDED, PAYMENTS.AMOUNT)
          .where(PAYMENTS.ID.eq(charge.value1()))
          .execute();
      add(tx, charge.value1(), charge.value2(), new Won(charge.value3()), reason, null, now);
    }
  }

  /** What was asked of one payment. */
  public record Part(UUID refund, Won amount) {}

  /**
   * Asks for part of what these payments took, of the first of them first; the caller holds their
   * locks and has seen that so much is left of them.
   *
   * @param key the idempotency key of whoever asks, unique per order: that of the first part
   */
  public static List<Part> request(
      DSLContext tx, List<Payment> payments, Won amount, String reason, String key, Instant now) {
    var parts = new ArrayList<Part>();
    Won left = amount;
    for (Payment payment : payments) {
      Won part = left.compareTo(payment.rest()) < 0 ? left : payment.rest();
      if (part.equals(Won.ZERO)) {
        continue;
      }
      tx.update(PAYMENTS)
          .set(PAYMENTS.REFUNDED, PAYMENTS.REFUNDED.plus(part.amount()))
          .where(PAYMENTS.ID.eq(payment.id()))
          .execute();
      String keyOfPart = parts.isEmpty() ? key : null;
      parts.add(
          new Part(add(tx, payment.id(), payment.orderId(), part, reason, keyOfPart, now), part));
      left = left.minus(part);
    }
    if (!left.equals(Won.ZERO)) {
      throw new IllegalStateException("more was asked back than was taken");
    }
    return parts;
  }

  private static UUID add(
      DSLContext tx, UUID payment, UUID order, Won amount, String reason, String key, Instant now) {
    UUID id = UuidCreator.getTimeOrderedEpoch();
    tx.insertInto(REFUNDS)
        .set(REFUNDS.ID, id)
        .set(REFUNDS.ORDER_ID, order)
        .set(REFUNDS.PAYMENT_ID, payment)
        .set(REFUNDS.AMOUNT, amount.amount())
        .set(REFUNDS.REASON, reason)
        .set(REFUNDS.IDEMPOTENCY_KEY, key)
        .set(REFUNDS.STATUS, RefundStatus.PENDING)
        .set(REFUNDS.TRY_AT, now)
        .set(REFUNDS.CREATED_AT, now)
        .execute();
    return id;
  }

  /** A refund that was asked for before, under this key. */
  public record Asked(UUID id, String reason) {}

  public static Optional<Asked> askedWith(DSLContext sql, UUID order, String key) {
    return sql.select(REFUNDS.ID, REFUNDS.REASON)
        .from(REFUNDS)
        .where(REFUNDS.ORDER_ID.eq(order), REFUNDS.IDEMPOTENCY_KEY.eq(key))
        .fetchOptional(mapping(Asked::new));
  }

  /** Takes the refunds that are due, each for one node: others see them again after the lease. */
  public static List<Refund> takeDue(DSLContext sql, Instant now, Duration lease) {
    return sql.update(REFUNDS)
        .set(REFUNDS.TRY_AT, now.plus(lease))
        .set(REFUNDS.TRIES, REFUNDS.TRIES.plus(1))
        .from(PAYMENTS)
        .where(
            PAYMENTS.ID.eq(REFUNDS.PAYMENT_ID),
            REFUNDS.ID.in(
                DSL.select(REFUNDS.ID)
                    .from(REFUNDS)
                    .where(REFUNDS.STATUS.ne(DSL.inline(RefundStatus.DONE)), REFUNDS.TRY_AT.le(now))
                    .orderBy(REFUNDS.TRY_AT)
                    .limit(BATCH)
                    .forUpdate()
                    .skipLocked()))
        .returningResult(FIELDS)
        .fetch(Refunds::read);
  }

  private static Refund read(Record row) {
    return new Refund(
        row.get(REFUNDS.ID),
        row.get(REFUNDS.ORDER_ID),
        row.get(PAYMENTS.PAYMENT_KEY),
        new Won(row.get(REFUNDS.AMOUNT)),
        row.get(REFUNDS.REASON),
        row.get(REFUNDS.TRIES),
        row.get(REFUNDS.REFUSALS));
  }

  /** The refund as it now is; empty once it is paid. */
  public static Optional<Refund> stillDue(DSLContext sql, UUID refund) {
    return sql.select(FIELDS)
        .from(REFUNDS)
        .join(PAYMENTS)
        .on(PAYMENTS.ID.eq(REFUNDS.PAYMENT_ID))
        .where(REFUNDS.ID.eq(refund), REFUNDS.STATUS.ne(RefundStatus.DONE))
        .fetchOptional(Refunds::read);
  }

  /**
   * @return false when someone else has recorded it before
   */
  static boolean done(DSLContext tx, UUID refund, String transactionKey, Instant now) {
    return tx.update(REFUNDS)
            .set(REFUNDS.STATUS, RefundStatus.DONE)
            .set(REFUNDS.TRANSACTION_KEY, transactionKey)
            .set(REFUNDS.DONE_AT, now)
            .setNull(REFUNDS.TRY_AT)
            .setNull(REFUNDS.FAILURE_CODE)
            .where(REFUNDS.ID.eq(refund), REFUNDS.STATUS.ne(RefundStatus.DONE))
            .execute()
        == 1;
  }

  /**
   * Visible as FAILED, and tried again: the customer's money stays due.
   *
   * @return whether it was not FAILED before
   */
  public static boolean refused(DSLContext tx, UUID refund, String code, Instant tryAt) {
    tx.update(REFUNDS)
        .set(REFUNDS.REFUSALS, REFUNDS.REFUSALS.plus(1))
        .set(REFUNDS.FAILURE_CODE, code)
        .set(REFUNDS.TRY_AT, tryAt)
        .where(REFUNDS.ID.eq(refund), REFUNDS.STATUS.ne(RefundStatus.DONE))
        .execute();
    return tx.update(REFUNDS)
            .set(REFUNDS.STATUS, RefundStatus.FAILED)
            .where(REFUNDS.ID.eq(refund), REFUNDS.STATUS.eq(RefundStatus.PENDING))
            .execute()
        == 1;
  }

  /** The next try needs a new key; only after a look that did not find the money. */
  public static void answered(DSLContext sql, UUID refund) {
    sql.update(REFUNDS)
        .set(REFUNDS.REFUSALS, REFUNDS.REFUSALS.plus(1))
        .where(REFUNDS.ID.eq(refund), REFUNDS.STATUS.ne(RefundStatus.DONE))
        .execute();
  }

  /**
   * Money from the till was put into the customer's hand.
   *
   * @return false when it is none of the till's, of this order, that still has to go back
   */
  public static boolean handOver(DSLContext tx, UUID order, UUID refund, UUID staff, Instant now) {
    return tx.update(REFUNDS)
            .set(REFUNDS.STATUS, RefundStatus.DONE)
            .set(REFUNDS.DONE_AT, now)
            .set(REFUNDS.HANDED_BY, staff)
            .where(REFUNDS.ID.eq(refund), REFUNDS.ORDER_ID.eq(order), REFUNDS.AT_TILL.isTrue())
            .and(REFUNDS.STATUS.ne(RefundStatus.DONE))
            .execute()
        == 1;
  }

  /** Whether this is a refund of the till, of this order, that was handed over. */
  public static boolean wasHandedOver(DSLContext tx, UUID order, UUID refund) {
    return tx.fetchExists(
        REFUNDS,
        REFUNDS.ID.eq(refund),
        REFUNDS.ORDER_ID.eq(order),
        REFUNDS.AT_TILL.isTrue(),
        REFUNDS.STATUS.eq(RefundStatus.DONE));
  }

  public static void tryAgainAt(DSLContext sql, UUID refund, Instant at) {
    sql.update(REFUNDS)
        .set(REFUNDS.TRY_AT, at)
        .where(REFUNDS.ID.eq(refund), REFUNDS.STATUS.ne(RefundStatus.DONE))
        .execute();
  }
}
