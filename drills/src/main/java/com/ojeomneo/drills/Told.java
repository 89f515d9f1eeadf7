package com.ojeomneo.drills;

import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What a customer was told about one order: the entry in a ledger that nobody else writes. A final
 * answer binds, however it came about.
 */
final class Told {
  private final UUID order;
  private final int total;
  private final Set<String> charged = ConcurrentHashMap.newKeySet();
  private final Set<String> declined = ConcurrentHashMap.newKeySet();
  private volatile boolean cancelled;
  private volatile String lastStatus = "PENDING_PAYMENT";

  /**
   * @param total KRW
   */
  Told(UUID order, int total) {
    this.order = order;
    this.total = total;
  }

  UUID order() {
    return order;
  }

  int total() {
    return total;
  }

  /** 200 for a payment. */
  void paidWith(String paymentKey) {
    charged.add(paymentKey);
  }

  /** 402 for a payment. */
  void declinedWith(String paymentKey) {
    declined.add(paymentKey);
  }

  /** 200 for a cancellation. */
  void wasCancelled() {
    cancelled = true;
  }

  void isNow(String status) {
    lastStatus = status;
  }

  /** Payments that were said to have paid it. */
  Set<String> charged() {
    return charged;
  }

  /** Payments that were said to have been refused. */
  Set<String> declined() {
    return declined;
  }

  boolean cancelled() {
    return cancelled;
  }

  /** What the last look at it said. */
  String lastStatus() {
    return lastStatus;
  }
}
