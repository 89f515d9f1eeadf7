package com.ojeomneo.payment;

import static com.ojeomneo.schema.jooq.Tables.PAYMENTS;
import static com.ojeomneo.schema.jooq.Tables.REFUNDS;

import com.github.f4b6a3.uuid.UuidCreator;
import com.ojeomneo.money.Won;
import com.ojeomneo.payment.Charge.Cancel;
import com.ojeomneo.schema.jooq.enums.RefundStatus;
import com.ojeomneo.schema.jooq.tables.records.RefundsRecord;
import java.time.Instant;
import java.util.List;
import org.jboss.logging.Logger;
import org.jooq.DSLContext;
import org.jooq.Result;

/**
 * Brings our refunds to what the provider has given back: those that we asked for, whose id stands
 * in the reason, and those that somebody made in the provider's console. Each of the provider's
 * transactions is booked once, by its key.
 */
public final class GivenBack {
  private static final Logger LOG = Logger.getLogger(GivenBack.class);
  private static final int LONGEST_REASON = 200;

  private final DSLContext tx;
  private final Payment payment;
  private final Result<RefundsRecord> refunds;
  private final Instant now;
  private Won rest;

  private GivenBack(DSLContext tx, Payment payment, Instant now) {
    this.tx = tx;
    this.payment = payment;
    this.rest = payment.rest();
    this.now = now;
    this.refunds =
        tx.selectFrom(REFUNDS)
            .where(REFUNDS.PAYMENT_ID.eq(payment.id()))
            .orderBy(REFUNDS.CREATED_AT, REFUNDS.ID)
            .forUpdate()
            .fetch();
  }

  /**
   * Books what is new; the caller holds the locks of order and payment.
   *
   * @return whether anything was
   */
  public static boolean book(DSLContext tx, Payment payment, Charge charge, Instant now) {
    var books = new GivenBack(tx, payment, now);
    List<Cancel> news = charge.givenBack().stream().filter(c -> !books.isBooked(c)).toList();
    // Ours first: what is left of the refunds afterwards is what a stranger's may have paid.
    List<Cancel> foreign = news.stream().filter(c -> !books.bookOurs(c)).toList();
    foreign.forEach(books::bookForeign);
    return !news.isEmpty();
  }

  private boolean isBooked(Cancel cancel) {
    return refunds.stream().anyMatch(r -> cancel.transactionKey().equals(r.getTransactionKey()));
  }

  private boolean bookOurs(Cancel cancel) {
    for (RefundsRecord refund : refunds) {
      if (cancel.isFor(refund.getId())) {
        pay(refund, cancel);
        return true;
      }
    }
    return false;
  }

  /** Money nobody here asked back; then what we still try to give back, which it leaves less of. */
  private void bookForeign(Cancel cancel) {
    Won left = new Won(cancel.cancelAmount());
    Won unasked = left.compareTo(rest) < 0 ? left : rest;
    if (!unasked.equals(Won.ZERO)) {
      rest = rest.minus(unasked);
      tx.update(PAYMENTS)
          .set(PAYMENTS.REFUNDED, PAYMENTS.REFUNDED.plus(unasked.amount()))
          .where(PAYMENTS.ID.eq(payment.id()))
          .execute();
      add(unasked, cancel);
      left = left.minus(unasked);
    }
    for (RefundsRecord refund : refunds) {
      if (left.equals(Won.ZERO)) {
        return;
      }
      if (refund.getStatus() != RefundStatus.DONE) {
        Won paid = left.amount() < refund.getAmount() ? left : new Won(refund.getAmount());
        left = left.minus(paid);
        if (paid.amount() == refund.getAmount()) {
          pay(refund, cancel);
        } else {
          refund.setAmount(refund.getAmount() - paid.amount());
          refund.update();
          add(paid, cancel);
        }
      }
    }
    if (!left.equals(Won.ZERO)) {
      LOG.errorf(
          "payment %s: the provider gave back %d won more than it took",
          payment.id(), left.amount());
    }
  }

  private void pay(RefundsRecord refund, Cancel cancel) {
    if (Refunds.done(tx, refund.getId(), cancel.transactionKey(), now)) {
      refund.setStatus(RefundStatus.DONE);
    }
  }

  private void add(Won amount, Cancel cancel) {
    String reason = cancel.cancelReason() == null ? "" : cancel.cancelReason().strip();
    tx.insertInto(REFUNDS)
        .set(REFUNDS.ID, UuidCreator.getTimeOrderedEpoch())
        .set(REFUNDS.ORDER_ID, payment.orderId())
        .set(REFUNDS.PAYMENT_ID, payment.id())
        .set(REFUNDS.AMOUNT, amount.amount())
        .set(REFUNDS.REASON, reason.isEmpty() ? "결제 취소" : cut(reason))
        .set(REFUNDS.STATUS, RefundStatus.DONE)
        .set(REFUNDS.TRANSACTION_KEY, cancel.transactionKey())
        .set(REFUNDS.CREATED_AT, now)
        .set(REFUNDS.DONE_AT, now)
        .execute();
  }

  private static String cut(String reason) {
    return reason.codePointCount(0, reason.length()) <= LONGEST_REASON
        ? reason
        : reason.substring(0, reason.offsetByCodePoints(0, LONGEST_REASON));
  }
}
