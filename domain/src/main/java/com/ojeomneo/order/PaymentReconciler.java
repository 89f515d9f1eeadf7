package com.ojeomneo.order;

import static com.ojeomneo.schema.jooq.Tables.ORDERS;

import com.ojeomneo.payment.Charge;
import com.ojeomneo.payment.Outcome;
import com.ojeomneo.payment.PaymentAttempt;
import com.ojeomneo.payment.PaymentAttempts;
import com.ojeomneo.payment.PaymentCheck;
import com.ojeomneo.payment.PaymentChecks;
import com.ojeomneo.payment.TossPayments;
import com.ojeomneo.platform.background.Batch;
import com.ojeomneo.platform.database.Database;
import com.ojeomneo.schema.jooq.enums.OrderStatus;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Finds out what became of money: asks the provider by paymentKey, then by order, with growing
 * pauses, until it is certain. Safe beside the request itself and on several nodes: who looks holds
 * a lease, and what is found is booked once ({@link OrderPayment#book}).
 */
public final class PaymentReconciler {
  private static final Logger LOG = Logger.getLogger(PaymentReconciler.class);

  /** Longer than three calls to the provider take. */
  private static final Duration LEASE = Duration.ofSeconds(60);

  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

  /** The provider lets an authenticated payment be confirmed for 10 minutes; then it is dead. */
  private static final Duration CONFIRMABLE = Duration.ofMinutes(12);

  private static final Outcome NOT_ASKED = new Outcome.Refused("", "");

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
   * Looks once at every attempt that is due: one whose outcome nobody knows.
   *
   * @return how many were due
   */
  public int settleDue() {
    List<PaymentAttempt> due = PaymentAttempts.takeDue(database.sql(), clock.instant(), LEASE);
    Batch.each(due, this::settle);
    return due.size();
  }

  /**
   * Looks once at every order that was asked to be looked at, by a webhook or by staff.
   *
   * @return how many were due
   */
  public int checkDue() {
    List<PaymentCheck> due = PaymentChecks.takeDue(database.sql(), clock.instant(), LEASE);
    Batch.each(due, this::check);
    return due.size();
  }

  /** The order is asked for too: of two webhooks in one look the key of one only is remembered. */
  private void check(PaymentCheck check) {
    Outcome byKey = check.paymentKey() == null ? NOT_ASKED : provider.find(check.paymentKey());
    Outcome byOrder =
        took(byKey, check.orderId()) ? NOT_ASKED : provider.findByOrder(check.orderId());
    for (Outcome outcome : List.of(byKey, byOrder)) {
      if (outcome instanceof Outcome.Answered(Charge charge)) {
        payment.book(check.orderId(), charge);
      }
    }
    if (byKey instanceof Outcome.Unknown || byOrder instanceof Outcome.Unknown) {
      PaymentChecks.lookAgainAt(database.sql(), check, afterPause(check.tries()));
    } else {
      PaymentChecks.done(database.sql(), check);
    }
  }

  private static boolean took(Outcome outcome, UUID order) {
    return outcome instanceof Outcome.Answered(Charge charge)
        && charge.isFor(order)
        && charge.wasTaken();
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
    if (charge.wasTaken()) {
      LOG.infof("attempt %s: order %s was charged after all", attempt.id(), attempt.orderId());
      payment.book(attempt.orderId(), charge);
      failIfAnother(attempt, charge);
      return;
    }
    switch (charge.status()) {
      case CANCELED, ABORTED, EXPIRED ->
          payment.fail(attempt, charge.status().name(), "결제가 완료되지 않았어요.");
      case READY, IN_PROGRESS, WAITING_FOR_DEPOSIT -> tryOrGiveUp(attempt);
      case DONE, PARTIAL_CANCELED, UNKNOWN -> later(attempt);
    }
  }

  /** The provider charges an order once: whatever it took instead, it will not take this one. */
  private void failIfAnother(PaymentAttempt attempt, Charge charge) {
    if (!charge.paymentKey().equals(attempt.paymentKey())) {
      payment.fail(attempt, TossPayments.DUPLICATED_ORDER_ID, "이미 다른 결제로 처리된 주문이에요.");
    }
  }

  /** No money has moved yet: take it now, or wait until nobody can any more. */
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
      case Outcome.Answered(Charge charge) when charge.wasTaken() ->
          payment.book(attempt.orderId(), charge);
      case Outcome.Refused(String code, String message) -> refused(attempt, code, message);
      case Outcome.Answered _, Outcome.Unknown _ -> later(attempt);
    }
  }

  private void refused(PaymentAttempt attempt, String code, String message) {
    if (!code.equals(TossPayments.DUPLICATED_ORDER_ID)) {
      payment.fail(attempt, code, message);
      return;
    }
    switch (provider.findByOrder(attempt.orderId())) {
      case Outcome.Answered(Charge other) -> {
        payment.book(attempt.orderId(), other);
        failIfAnother(attempt, other);
      }
      case Outcome.Refused _ -> payment.fail(attempt, code, message);
      case Outcome.Unknown _ -> later(attempt);
    }
  }

  private boolean isWanted(PaymentAttempt attempt) {
    return database
        .sql()
        .fetchExists(
            ORDERS, ORDERS.ID.eq(attempt.orderId()), ORDERS.STATUS.eq(OrderStatus.PENDING_PAYMENT));
  }

  private void later(PaymentAttempt attempt) {
    PaymentAttempts.checkAgainAt(database.sql(), attempt.id(), afterPause(attempt.checks()));
  }

  private Instant afterPause(int tries) {
    Duration pause = Duration.ofSeconds(1L << Math.min(tries, 6));
    return clock.instant().plus(pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE);
  }
}
