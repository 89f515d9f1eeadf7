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
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
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
  private final OrderPayment payment;
  private final OrderProgress progress;
  private final TossPayments provider;
  private final Clock clock;

  public RefundRunner(
      Database database,
      OrderPayment payment,
      OrderProgress progress,
      TossPayments provider,
      Clock clock) {
    this.database = database;
    this.payment = payment;
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
    // Those of one payment one after the other: the provider may turn away two at once.
    var byPayment =
        due.stream()
            .sorted(Comparator.comparing(Refund::id))
            .collect(Collectors.groupingBy(Refund::paymentKey));
    Batch.each(List.copyOf(byPayment.values()), refunds -> refunds.forEach(this::pay));
    return due.size();
  }

  /** What an earlier try has done is known before the next one is made. */
  private void pay(Refund due) {
    if (due.tries() == 1) {
      giveBack(due);
      return;
    }
    Outcome earlier = provider.find(due.paymentKey());
    if (earlier instanceof Outcome.Unknown) {
      later(due);
    } else {
      whatIsLeft(due, earlier).ifPresent(this::giveBack);
    }
  }

  private void giveBack(Refund refund) {
    Outcome outcome =
        provider.cancel(
            refund.paymentKey(), refund.amount(), refund.providerReason(), refund.providerKey());
    if (outcome instanceof Outcome.Refused(String code, String message)) {
      believe(refund, code, message);
      return;
    }
    if (outcome instanceof Outcome.Unknown(_, boolean kept) && kept) {
      Refunds.answered(database.sql(), refund.id());
    }
    whatIsLeft(refund, outcome).ifPresent(this::later);
  }

  /** A refusal may be of money that is back already: only the look-up can tell. */
  private void believe(Refund refund, String code, String message) {
    Outcome outcome = provider.find(refund.paymentKey());
    Optional<Refund> left = whatIsLeft(refund, outcome);
    if (left.isEmpty()) {
      return;
    }
    boolean isSmaller = left.get().amount().compareTo(refund.amount()) < 0;
    if (outcome instanceof Outcome.Unknown || isSmaller) {
      later(left.get());
    } else {
      refused(refund, code, message);
    }
  }

  /** The refund after what the provider has given back is booked; empty when that was all. */
  private Optional<Refund> whatIsLeft(Refund refund, Outcome outcome) {
    if (outcome instanceof Outcome.Answered(Charge charge)) {
      payment.book(refund.orderId(), charge);
    }
    return Refunds.stillDue(database.sql(), refund.id());
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
