package com.ojeomneo.order;

import com.github.f4b6a3.uuid.UuidCreator;
import com.ojeomneo.money.Won;
import com.ojeomneo.payment.Charge;
import com.ojeomneo.payment.GivenBack;
import com.ojeomneo.payment.Outcome;
import com.ojeomneo.payment.Payment;
import com.ojeomneo.payment.PaymentAttempt;
import com.ojeomneo.payment.PaymentAttempts;
import com.ojeomneo.payment.Payments;
import com.ojeomneo.payment.Refunds;
import com.ojeomneo.payment.TossPayments;
import com.ojeomneo.platform.database.Database;
import com.ojeomneo.platform.problem.Problem;
import com.ojeomneo.schema.jooq.enums.AttemptStatus;
import com.ojeomneo.schema.jooq.enums.OrderStatus;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jooq.DSLContext;

/**
 * Takes the money for an order. The attempt is committed before the provider is called, and what
 * the call came to after it, so that a crash in between leaves an open attempt that {@link
 * PaymentReconciler} settles. No transaction is open while the provider thinks.
 */
public final class OrderPayment {
  private static final Logger LOG = Logger.getLogger(OrderPayment.class);
  private static final Actor ACTOR = Actor.system("payment");
  private static final Duration FIRST_CHECK = Duration.ofSeconds(1);

  private final Database database;
  private final OrderProgress progress;
  private final TossPayments provider;
  private final Clock clock;

  public OrderPayment(
      Database database, OrderProgress progress, TossPayments provider, Clock clock) {
    this.database = database;
    this.progress = progress;
    this.provider = provider;
    this.clock = clock;
  }

  /**
   * @param order as it now is
   * @param settled false while nobody knows whether the money moved
   */
  public record Result(OrderView order, boolean settled) {}

  /**
   * @param idempotencyKey the client's
   * @throws Problem 404 when it is not theirs, 409 when it cannot be paid, 402 when the provider
   *     refused; the order then stays payable with another paymentKey
   */
  public Result pay(UUID user, UUID order, PayOrder wish, String idempotencyKey) {
    Start start = database.transaction(tx -> open(tx, user, order, wish, idempotencyKey));
    if (start.attempt() == null) {
      return start.standing();
    }
    PaymentAttempt attempt = start.attempt();
    Outcome outcome =
        provider.confirm(attempt.paymentKey(), order, attempt.amount(), attempt.providerKey());
    return switch (outcome) {
      case Outcome.Answered(Charge charge) when charge.pays(order, attempt.amount()) -> {
        book(order, charge);
        yield standing(progress.view(database.sql(), order));
      }
      case Outcome.Answered(Charge charge) -> {
        LOG.warnf("attempt %s: the provider answered %s", attempt.id(), charge.status());
        yield inDoubt(attempt);
      }
      case Outcome.Refused(String code, _) when code.equals(TossPayments.DUPLICATED_ORDER_ID) ->
          inDoubt(attempt);
      case Outcome.Refused(String code, String message) -> {
        fail(attempt, code, message);
        throw Problem.of(OrderProblem.PAYMENT_DECLINED, message);
      }
      case Outcome.Unknown _ -> inDoubt(attempt);
    };
  }

  /** An attempt to make now; or how the order stands, when there is nothing else to do. */
  private record Start(PaymentAttempt attempt, Result standing) {}

  private Start open(DSLContext tx, UUID user, UUID id, PayOrder wish, String idempotencyKey) {
    Order order = OrderProgress.lockOf(tx, user, id);
    Instant now = clock.instant();
    Optional<PaymentAttempt> earlier = PaymentAttempts.byPaymentKey(tx, wish.paymentKey());
    if (earlier.isPresent() && earlier.get().orderId().equals(id)) {
      PaymentAttempt same = earlier.get();
      if (same.status() == AttemptStatus.FAILED && order.isPayableAt(now)) {
        throw Problem.of(OrderProblem.PAYMENT_DECLINED, same.failureMessage());
      }
      // The very request again, after its answer was lost or was 202.
      if (same.status() == AttemptStatus.DONE && same.idempotencyKey().equals(idempotencyKey)) {
        return new Start(null, standing(progress.view(tx, id)));
      }
    }
    requirePending(order);
    if (order.totalAmount().amount() != wish.amount()) {
      throw Problem.of(OrderProblem.AMOUNT_MISMATCH);
    }
    if (PaymentAttempts.hasOpen(tx, id)) {
      return new Start(null, new Result(progress.view(tx, id), false));
    }
    if (!order.isPayableAt(now)) {
      throw Problem.of(OrderProblem.ORDER_EXPIRED);
    }
    var attempt =
        new PaymentAttempt(
            UuidCreator.getTimeOrderedEpoch(),
            id,
            wish.paymentKey(),
            idempotencyKey,
            new Won(wish.amount()),
            AttemptStatus.OPEN,
            null,
            0,
            now);
    Instant abandoned = now.plus(provider.timeout().multipliedBy(2)).plusSeconds(5);
    if (!PaymentAttempts.open(tx, attempt, abandoned)) {
      throw Problem.of(OrderProblem.PAYMENT_KEY_USED);
    }
    return new Start(attempt, null);
  }

  static void requirePending(Order order) {
    switch (order.status()) {
      case PENDING_PAYMENT -> {}
      case EXPIRED -> throw Problem.of(OrderProblem.ORDER_EXPIRED);
      case CANCELLED -> throw Problem.of(OrderProblem.ORDER_CANCELLED);
      default -> throw Problem.of(OrderProblem.ALREADY_PAID);
    }
  }

  /**
   * Brings our books to a charge as the provider has it. Money that was taken pays the order if
   * that still waits for it and all of it is there; otherwise what is left of it is given back.
   * Whoever comes second (a webhook, the reconciler, the request itself) changes nothing.
   *
   * @param charge one for this order; any other is left alone
   */
  void book(UUID id, Charge charge) {
    if (!charge.isFor(id) || !charge.wasTaken()) {
      return;
    }
    database.transact(
        tx -> {
          Order order = Orders.lock(tx, id).orElseThrow();
          Optional<Payment> payment = Payments.lock(tx, charge.paymentKey());
          if (payment.isEmpty()) {
            record(tx, order, charge);
          } else if (GivenBack.book(tx, payment.get(), charge, clock.instant())) {
            returned(tx, order, charge);
          }
        });
  }

  private void record(DSLContext tx, Order order, Charge charge) {
    Instant now = clock.instant();
    boolean pays =
        order.status() == OrderStatus.PENDING_PAYMENT
            && charge.pays(order.id(), order.totalAmount());
    Payments.record(tx, PaymentAttempts.took(tx, order.id(), charge, now), charge, pays, now);
    if (pays) {
      progress.apply(tx, order, OrderStatus.PAID, ACTOR, null);
    } else {
      LOG.warnf("order %s is %s: its charge is given back", order.id(), order.status());
      Payment payment = Payments.lock(tx, charge.paymentKey()).orElseThrow();
      GivenBack.book(tx, payment, charge, now);
      Refunds.requestRest(tx, payment, "주문이 끝난 뒤의 결제", now);
      progress.note(tx, order, "PAYMENT_RETURNED", ACTOR);
    }
  }

  /** A shop does not cook what was paid back before it had accepted. */
  private void returned(DSLContext tx, Order order, Charge charge) {
    Payment payment = Payments.lock(tx, charge.paymentKey()).orElseThrow();
    if (order.status() == OrderStatus.PAID && payment.paysOrder() && payment.isAllAskedBack()) {
      progress.apply(tx, order, OrderStatus.CANCELLED, ACTOR, "결제가 취소되었어요.");
    } else {
      progress.note(tx, order, "REFUND_DONE", ACTOR);
    }
  }

  /** Records that the provider refused, or that no money can come of the attempt any more. */
  void fail(PaymentAttempt attempt, String code, String message) {
    database.transact(
        tx -> {
          Orders.lock(tx, attempt.orderId()).orElseThrow();
          PaymentAttempts.fail(tx, attempt.id(), code, message, clock.instant());
        });
  }

  private Result inDoubt(PaymentAttempt attempt) {
    PaymentAttempts.checkAgainAt(database.sql(), attempt.id(), clock.instant().plus(FIRST_CHECK));
    return new Result(progress.view(database.sql(), attempt.orderId()), false);
  }

  /** Unpaid here means that the money is still looked for, never that there is none. */
  private static Result standing(OrderView order) {
    return switch (order.status()) {
      case EXPIRED -> throw Problem.of(OrderProblem.ORDER_EXPIRED);
      case CANCELLED -> throw Problem.of(OrderProblem.ORDER_CANCELLED);
      default -> new Result(order, order.status() != OrderStatus.PENDING_PAYMENT);
    };
  }
}
