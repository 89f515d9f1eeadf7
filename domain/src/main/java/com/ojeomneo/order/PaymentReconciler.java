package com.ojeomneo.order;

import static com.ojeomneo.schema.jooq.Tables.ORDERS;

import com.ojeomneo.payment.Charge;
import com.ojeomneo.payment.Outcome;
import com.ojeomneo.payment.PaymentAttempt;
import com.ojeomneo.payment.PaymentAttempts;
import com.ojeomneo.payment.TossPayments;
import com.ojeomneo.platform.background.Batch;
import com.ojeomneo.platform.database.Database;
import com.ojeomneo.schema.jooq.enums.OrderStatus;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Settles attempts whose outcome nobody knows: asks the provider by paymentKey, then by order,
 * until it is certain whether money moved. Safe beside the request itself and on several nodes:
 * settling is conditional on the attempt being open.
 */
public final class PaymentReconciler {
  private static final Logger LOG = Logger.getLogger(PaymentReconciler.class);
  private static final Duration LEASE = Duration.ofSeconds(60);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

  /** The provider lets an authenticated payment be confirmed for 10 minutes; then it is dead. */
  private static final Duration CONFIRMABLE = Duration.ofMinutes(12);

  private final Database database;
  private final OrderPayment payment;
  private final TossPayments provider;
  private final Clock clock;

  public PaymentReconciler(
      Database database, OrderPayment payment, TossPayments provider, Clock clock) {
    this.database = database;
    this.payment = payment;
    this.provider = provider;
    this.clock = clock;
  }

  /**
   * Looks once at every attempt that is due.
   *
   * @return how many were due
   */
  public int settleDue() {
    List<PaymentAttempt> due = PaymentAttempts.takeDue(database.sql(), clock.instant(), LEASE);
    Batch.each(due, this::settle);
    return due.size();
  }

  private void settle(PaymentAttempt attempt) {
    Outcome outcome = provider.find(attempt.paymentKey());
    if (outcome instanceof Outcome.Refused) {
      outcome = provider.findByOrder(attempt.orderId());
    }
    switch (outcome) {
      case Outcome.Answered(Charge charge) -> decide(attempt, charge);
      case Outcome.Refused _ -> tryOrGiveUp(attempt);
      case Outcome.Unknown _ -> later(attempt);
    }
  }

  private void decide(PaymentAttempt attempt, Charge charge) {
    if (!charge.isFor(attempt.orderId())) {
      LOG.warnf("attempt %s names a payment of something else", attempt.id());
      payment.fail(attempt, "OTHER_ORDER", "이 주문의 결제가 아니에요.");
      return;
    }
    switch (charge.status()) {
      case DONE -> {
        LOG.infof("attempt %s was charged: settled after all", attempt.id());
        payment.settle(attempt, charge);
      }
      case CANCELED, ABORTED, EXPIRED ->
          payment.fail(attempt, charge.status().name(), "결제가 완료되지 않았어요.");
      case READY, IN_PROGRESS, WAITING_FOR_DEPOSIT -> tryOrGiveUp(attempt);
      case PARTIAL_CANCELED, UNKNOWN -> later(attempt);
    }
  }

  /** No money has moved yet: take it now, by the same call, or wait until nobody can any more. */
  private void tryOrGiveUp(PaymentAttempt attempt) {
    if (!isWanted(attempt)) {
      if (clock.instant().isAfter(attempt.createdAt().plus(CONFIRMABLE))) {
        payment.fail(attempt, "EXPIRED", "결제 시간이 지났어요.");
      } else {
        later(attempt);
      }
      return;
    }
    Outcome outcome =
        provider.confirm(
            attempt.paymentKey(), attempt.orderId(), attempt.amount(), attempt.providerKey());
    switch (outcome) {
      case Outcome.Answered(Charge charge) when charge.status() == Charge.Status.DONE ->
          payment.settle(attempt, charge);
      case Outcome.Refused(String code, String message) -> payment.fail(attempt, code, message);
      case Outcome.Answered _, Outcome.Unknown _ -> later(attempt);
    }
  }

  private boolean isWanted(PaymentAttempt attempt) {
    return database
        .sql()
        .fetchExists(
            ORDERS, ORDERS.ID.eq(attempt.orderId()), ORDERS.STATUS.eq(OrderStatus.PENDING_PAYMENT));
  }

  private void later(PaymentAttempt attempt) {
    Duration pause = Duration.ofSeconds(1L << Math.min(attempt.checks(), 6));
    Instant at = clock.instant().plus(pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE);
    PaymentAttempts.checkAgainAt(database.sql(), attempt.id(), at);
  }
}
