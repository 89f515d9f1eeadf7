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

/**
 * Moves the money: each act under the lock of the rows that it decides on. What a shop is told of
 * by webhook is written in the same transaction.
 */
final class Ledger {
  private final Payments payments;
  private final Webhooks webhooks;
  private final Clock clock;

  Ledger(Payments payments, Webhooks webhooks, Clock clock) {
    this.payments = payments;
    this.webhooks = webhooks;
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
    change(connection, before, after);
    return after;
  }

  Payment cancel(Connection connection, String paymentKey, CancelPayment command)
      throws SQLException {
    Payment before = payments.lock(connection, paymentKey).orElseThrow(NOT_FOUND_PAYMENT::refusal);
    Payment after =
        before.cancel(command.amount(), command.reason(), RandomKey.ofTransaction(), now());
    change(connection, before, after);
    return after;
  }

  /** Ends some of the payments that nobody confirmed in time, so that the shop is told. */
  void expire(Connection connection, int most) throws SQLException {
    Instant before = now().minus(Payment.SESSION);
    for (Payment abandoned : payments.lockAbandoned(connection, before, most)) {
      change(connection, abandoned, abandoned.expire());
    }
  }

  private void change(Connection connection, Payment before, Payment after) throws SQLException {
    payments.change(connection, before, after);
    webhooks.add(connection, after, now());
  }
}
