package com.ojeomneo.payment;

import static com.ojeomneo.schema.jooq.Tables.PAYMENTS;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Instant;
import org.jooq.DSLContext;

/** The SQL of {@code payments}: money that was taken. */
public final class Payments {
  private Payments() {}

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
