package com.ojeomneo.payment;

import static com.ojeomneo.schema.jooq.Tables.PAYMENTS;
import static org.jooq.Records.mapping;

import com.github.f4b6a3.uuid.UuidCreator;
import com.ojeomneo.money.Won;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;

/** The SQL of {@code payments}: money that was taken. */
public final class Payments {
  private Payments() {}

  /** What was taken under this key, locked; the caller holds the lock of its order. */
  public static Optional<Payment> lock(DSLContext tx, String paymentKey) {
    return lock(tx, PAYMENTS.PAYMENT_KEY.eq(paymentKey));
  }

  /** What pays this order, locked; the caller holds the order's lock. */
  public static Optional<Payment> lockPaying(DSLContext tx, UUID order) {
    return lock(tx, PAYMENTS.ORDER_ID.eq(order).and(PAYMENTS.PAYS_ORDER));
  }

  private static Optional<Payment> lock(DSLContext tx, Condition wanted) {
    return tx.select(
            PAYMENTS.ID,
            PAYMENTS.ORDER_ID,
            PAYMENTS.AMOUNT.convertFrom(Won::new),
            PAYMENTS.REFUNDED.convertFrom(Won::new),
            PAYMENTS.PAYS_ORDER)
        .from(PAYMENTS)
        .where(wanted)
        .forNoKeyUpdate()
        .fetchOptional(mapping(Payment::new));
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
}
