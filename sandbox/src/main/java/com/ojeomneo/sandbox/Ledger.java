package com.ojeomneo.sandbox;

import static com.ojeomneo.sandbox.ErrorCode.DUPLICATED_ORDER_ID;
import static com.ojeomneo.sandbox.ErrorCode.NOT_FOUND_PAYMENT;
import static com.ojeomneo.sandbox.ErrorCode.NOT_FOUND_PAYMENT_SESSION;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Moves the money: each act under the lock of the rows that it decides on. */
final class Ledger {
  private final Payments payments;
  private final Clock clock;

  Ledger(Payments payments, Clock clock) {
    this.payments = payments;
    this.clock = clock;
  }

  Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  /** A customer said yes on the checkout page; nothing is charged yet. */
  Payment authenticate(Connection connection, CheckoutRequest request, TestCard card)
      throws SQLException {
    var payment =
        Payment.authenticated(
            RandomKey.ofPayment(),
            request.orderId(),
            request.orderName(),
            request.amount(),
            card,
            now());
    payments.add(connection, payment);
    return payment;
  }

  /**
   * Charges an authenticated payment. The payments of one order are locked together: two of them
   * that are confirmed at once charge once.
   *
   * @return the payment, ABORTED when its card was refused
   */
  Payment confirm(Connection connection, ConfirmPayment command) throws SQLException {
    List<Payment> ofOrder = payments.lockOrder(connection, command.orderId());
    Payment before =
        ofOrder.stream()
            .filter(payment -> payment.paymentKey().equals(command.paymentKey()))
            .findFirst()
            .orElse(null);
    if (before == null) {
      boolean ofAnotherOrder = payments.find(connection, command.paymentKey()).isPresent();
      throw (ofAnotherOrder ? NOT_FOUND_PAYMENT_SESSION : NOT_FOUND_PAYMENT).refusal();
    }
    Payment after = before.confirm(command.amount(), RandomKey.ofTransaction(), now());
    if (ofOrder.stream().anyMatch(Payment::isCharged)) {
      throw DUPLICATED_ORDER_ID.refusal();
    }
    payments.change(connection, before, after);
    return after;
  }

  Payment cancel(Connection connection, String paymentKey, CancelPayment command)
      throws SQLException {
    Payment before = payments.lock(connection, paymentKey).orElseThrow(NOT_FOUND_PAYMENT::refusal);
    Payment after =
        before.cancel(command.amount(), command.reason(), RandomKey.ofTransaction(), now());
    payments.change(connection, before, after);
    return after;
  }
}
