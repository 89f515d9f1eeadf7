package com.ojeomneo.order;

import com.ojeomneo.payment.Charge;
import com.ojeomneo.payment.Outcome;
import com.ojeomneo.payment.Refund;
import com.ojeomneo.payment.Refunds;
import com.ojeomneo.payment.TossPayments;
import com.ojeomneo.platform.background.Batch;
import com.ojeomneo.platform.database.Database;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Pays out refunds that are due. A call whose answer was lost is found again at the provider by the
 * refund's id, which we put into the reason of every cancellation; a refusal is shown as FAILED and
 * tried again, because the money is still the customer's.
 */
public final class RefundRunner {
  private static final Logger LOG = Logger.getLogger(RefundRunner.class);
  private static final Duration LEASE = Duration.ofSeconds(60);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(10);

  private final Database database;
  private final OrderProgress progress;
  private final TossPayments provider;
  private final Clock clock;

  public RefundRunner(
      Database database, OrderProgress progress, TossPayments provider, Clock clock) {
    this.database = database;
    this.progress = progress;
    this.provider = provider;
    this.clock = clock;
  }

  /**
   * Tries once every refund that is due.
   *
   * @return how many were due
   */
  public int payDue() {
    List<Refund> due = Refunds.takeDue(database.sql(), clock.instant(), LEASE);
    Batch.each(due, this::pay);
    return due.size();
  }

  private void pay(Refund refund) {
    if (refund.tries() > 1) {
      Optional<Charge.Cancel> earlier = earlierTry(refund);
      if (earlier.isPresent()) {
        done(refund, earlier.get().transactionKey());
        return;
      }
    }
    Outcome outcome =
        provider.cancel(
            refund.paymentKey(), refund.amount(), refund.providerReason(), refund.providerKey());
    switch (outcome) {
      case Outcome.Answered(Charge charge) ->
          charge
              .cancelFor(refund.id())
              .ifPresentOrElse(c -> done(refund, c.transactionKey()), () -> later(refund));
      case Outcome.Refused(String code, String message) -> believe(refund, code, message);
      case Outcome.Unknown _ -> later(refund);
    }
  }

  /** A refusal may be of money that is back already: only the look-up can tell. */
  private void believe(Refund refund, String code, String message) {
    switch (provider.find(refund.paymentKey())) {
      case Outcome.Answered(Charge charge) ->
          charge
              .cancelFor(refund.id())
              .ifPresentOrElse(
                  c -> done(refund, c.transactionKey()), () -> refused(refund, code, message));
      case Outcome.Refused _ -> refused(refund, code, message);
      case Outcome.Unknown _ -> later(refund);
    }
  }

  private Optional<Charge.Cancel> earlierTry(Refund refund) {
    return provider.find(refund.paymentKey()) instanceof Outcome.Answered(Charge charge)
        ? charge.cancelFor(refund.id())
        : Optional.empty();
  }

  private void done(Refund refund, String transactionKey) {
    database.transact(
        tx -> {
          Order order = Orders.lock(tx, refund.orderId()).orElseThrow();
          if (Refunds.done(tx, refund.id(), transactionKey, clock.instant())) {
            progress.note(tx, order, "REFUND_DONE", Actor.system("refund"));
          }
        });
  }

  private void refused(Refund refund, String code, String message) {
    LOG.errorf("refund %s was refused: %s %s", refund.id(), code, message);
    database.transact(
        tx -> {
          Order order = Orders.lock(tx, refund.orderId()).orElseThrow();
          if (Refunds.refused(tx, refund.id(), code, nextTry(refund))) {
            progress.note(tx, order, "REFUND_FAILED", Actor.system("refund"));
          }
        });
  }

  private void later(Refund refund) {
    Refunds.tryAgainAt(database.sql(), refund.id(), nextTry(refund));
  }

  private Instant nextTry(Refund refund) {
    Duration pause = Duration.ofSeconds(1L << Math.min(refund.tries(), 10));
    return clock.instant().plus(pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE);
  }
}
