package com.ojeomneo.sandbox;

import static com.ojeomneo.sandbox.ErrorCode.ALREADY_CANCELED_PAYMENT;
import static com.ojeomneo.sandbox.ErrorCode.ALREADY_PROCESSED_PAYMENT;
import static com.ojeomneo.sandbox.ErrorCode.INVALID_REQUEST;
import static com.ojeomneo.sandbox.ErrorCode.NOT_CANCELABLE_AMOUNT;
import static com.ojeomneo.sandbox.ErrorCode.NOT_CANCELABLE_PAYMENT;
import static com.ojeomneo.sandbox.ErrorCode.NOT_FOUND_PAYMENT_SESSION;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One payment of an order, from the customer's authentication on. Amounts are KRW.
 *
 * @param lastTransactionKey null until charged
 * @param approvedAt null until charged
 * @param failure why the charge was refused, else null
 * @param cancels oldest first
 */
record Payment(
    String paymentKey,
    String orderId,
    String orderName,
    TestCard card,
    Status status,
    long totalAmount,
    long balanceAmount,
    String lastTransactionKey,
    Instant authenticatedAt,
    Instant approvedAt,
    ErrorCode failure,
    List<Cancel> cancels) {

  /** How long after the authentication a payment can be confirmed. */
  static final Duration SESSION = Duration.ofMinutes(10);

  enum Status {
    IN_PROGRESS,
    DONE,
    PARTIAL_CANCELED,
    CANCELED,
    ABORTED,
    EXPIRED
  }

  static Payment authenticated(
      String paymentKey,
      String orderId,
      String orderName,
      long amount,
      TestCard card,
      Instant now) {
    return new Payment(
        paymentKey,
        orderId,
        orderName,
        card,
        Status.IN_PROGRESS,
        amount,
        amount,
        null,
        now,
        null,
        null,
        List.of());
  }

  Status statusAt(Instant now) {
    boolean late = !now.isBefore(authenticatedAt.plus(SESSION));
    return status == Status.IN_PROGRESS && late ? Status.EXPIRED : status;
  }

  boolean isCharged() {
    return approvedAt != null;
  }

  /**
   * The charge: DONE, or ABORTED when the card refuses.
   *
   * @throws Refusal when there is nothing to confirm, or the amount is not what was authenticated
   */
  Payment confirm(long amount, String transactionKey, Instant now) {
    switch (statusAt(now)) {
      case IN_PROGRESS -> {}
      case EXPIRED -> throw NOT_FOUND_PAYMENT_SESSION.refusal();
      default -> throw ALREADY_PROCESSED_PAYMENT.refusal();
    }
    if (amount != totalAmount) {
      throw INVALID_REQUEST.refusal();
    }
    return card.refusal
        .map(refusal -> with(Status.ABORTED, totalAmount, null, null, refusal, cancels))
        .orElseGet(() -> with(Status.DONE, totalAmount, transactionKey, now, null, cancels));
  }

  /** Nobody confirmed it in time. */
  Payment expire() {
    return with(Status.EXPIRED, totalAmount, null, null, null, cancels);
  }

  /**
   * Gives back an amount, or all that is left.
   *
   * @throws Refusal when that much is not left, or nothing was ever charged
   */
  Payment cancel(Optional<Long> asked, String reason, String transactionKey, Instant now) {
    switch (status) {
      case DONE, PARTIAL_CANCELED -> {}
      case CANCELED -> throw ALREADY_CANCELED_PAYMENT.refusal();
      default -> throw NOT_CANCELABLE_PAYMENT.refusal();
    }
    long amount = asked.orElse(balanceAmount);
    if (amount > balanceAmount) {
      throw NOT_CANCELABLE_AMOUNT.refusal();
    }
    long left = balanceAmount - amount;
    var cancel = new Cancel(transactionKey, reason, amount, left, now);
    var all = Stream.concat(cancels.stream(), Stream.of(cancel)).toList();
    Status next = left == 0 ? Status.CANCELED : Status.PARTIAL_CANCELED;
    return with(next, left, transactionKey, approvedAt, null, all);
  }

  private Payment with(
      Status next,
      long balance,
      String transactionKey,
      Instant approved,
      ErrorCode failed,
      List<Cancel> given) {
    return new Payment(
        paymentKey,
        orderId,
        orderName,
        card,
        next,
        totalAmount,
        balance,
        transactionKey,
        authenticatedAt,
        approved,
        failed,
        given);
  }
}
