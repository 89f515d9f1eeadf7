package com.ojeomneo.payment;

import static com.ojeomneo.schema.jooq.Tables.PAYMENTS;
import static org.jooq.Records.mapping;

import com.github.f4b6a3.uuid.UuidCreator;
import com.ojeomneo.money.Won;
import com.ojeomneo.schema.jooq.enums.PaymentKind;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record5;
import org.jooq.ResultQuery;

/** The SQL of {@code payments}: money that was taken. */
public final class Payments {
  private Payments() {}

  /** What was taken under this key, locked; the caller holds the lock of its order. */
  public static Optional<Payment> lock(DSLContext tx, String paymentKey) {
    return lock(tx, PAYMENTS.PAYMENT_KEY.eq(paymentKey)).fetchOptional(mapping(Payment::new));
  }

  /**
   * What pays this order, locked: first what it was paid with, then what was added at the till. The
   * caller holds the order's lock.
   */
  public static List<Payment> lockPaying(DSLContext tx, UUID order) {
    return lock(tx, PAYMENTS.ORDER_ID.eq(order).and(PAYMENTS.PAYS_ORDER))
        .fetch(mapping(Payment::new));
  }

  private static ResultQuery<Record5<UUID, UUID, Won, Won, Boolean>> lock(
      DSLContext tx, Condition wanted) {
    return tx.select(
            PAYMENTS.ID,
            PAYMENTS.ORDER_ID,
            PAYMENTS.AMOUNT.convertFrom(Won::new),
            PAYMENTS.REFUNDED.convertFrom(Won::new),
            PAYMENTS.PAYS_ORDER)
        .from(PAYMENTS)
        .where(wanted)
        .orderBy(PAYMENTS.SUPPLEMENT, PAYMENTS.ID)
        .forNoKeyUpdate();
  }

  /**
   * @param paysOrder false for money taken for an order that can no longer be served
   */
  public static void record(
      DSLContext tx, PaymentAttempt attempt, Charge charge, boolean paysOrder, Instant now) {
    tx.insertInto(PAYMENTS)
        .set(PAYMENTS.ID, UuidCreator.getTimeOrderedEpoch())
        .set(PAYMENTS.ORDER_ID, attempt.orderId())
        .set(PAYMENTS.ATTEMPT_ID, attempt.id())
        .set(PAYMENTS.PAYMENT_KEY, charge.paymentKey())
        .set(PAYMENTS.AMOUNT, charge.totalAmount())
        .set(PAYMENTS.METHOD, charge.method())
        .set(PAYMENTS.RECEIPT_URL, charge.receiptUrl())
        .set(
            PAYMENTS.APPROVED_AT,
            charge.approvedAt() == null ? now : charge.approvedAt().toInstant())
        .set(PAYMENTS.PAYS_ORDER, paysOrder)
        .execute();
  }

  /**
   * Money that staff took over the counter; the caller holds the order's lock.
   *
   * @param supplement for something dearer than what was paid for before
   */
  public static void recordAtTill(
      DSLContext tx,
      UUID order,
      Won amount,
      TillMethod method,
      UUID staff,
      boolean supplement,
      Instant now) {
    tx.insertInto(PAYMENTS)
        .set(PAYMENTS.ID, UuidCreator.getTimeOrderedEpoch())
        .set(PAYMENTS.ORDER_ID, order)
        .set(PAYMENTS.KIND, PaymentKind.TILL)
        .set(PAYMENTS.AMOUNT, amount.amount())
        .set(PAYMENTS.METHOD, method.label())
        .set(PAYMENTS.APPROVED_AT, now)
        .set(PAYMENTS.PAYS_ORDER, true)
        .set(PAYMENTS.SUPPLEMENT, supplement)
        .set(PAYMENTS.TAKEN_BY, staff)
        .execute();
  }

  /** Whether the order was paid for at the till, in this way and taken by them. */
  public static boolean wasTakenBy(DSLContext tx, UUID order, TillMethod method, UUID staff) {
    return tx.fetchExists(
        PAYMENTS,
        PAYMENTS.ORDER_ID.eq(order),
        PAYMENTS.KIND.eq(PaymentKind.TILL),
        PAYMENTS.SUPPLEMENT.isFalse(),
        PAYMENTS.METHOD.eq(method.label()),
        PAYMENTS.TAKEN_BY.eq(staff));
  }
}
