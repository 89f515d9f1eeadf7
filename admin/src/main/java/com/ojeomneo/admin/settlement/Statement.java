package com.ojeomneo.admin.settlement;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The money of some days, midnight to midnight in Seoul: a payment counts on the day when the
 * provider approved it, a refund on the day when the provider had given it back.
 *
 * @param to the last day, included
 * @param lines the newest day first, then by the name of the shop; only where money moved
 * @param kinds of all lines together, the larger gross first
 * @param pending now, of whatever day: in no line yet
 * @param choices every shop within reach, by name
 */
record Statement(
    LocalDate from,
    LocalDate to,
    List<SettledDay> lines,
    List<SettledKind> kinds,
    SettledSums total,
    PendingMoney pending,
    List<SettledShop> choices) {

  /**
   * @param kinds of this day and shop, the larger gross first
   */
  record SettledDay(
      LocalDate day, UUID storeId, String storeName, SettledSums sums, List<SettledKind> kinds) {}

  /**
   * @param method as the provider names it; null where it named none
   */
  record SettledKind(@Nullable String method, SettledSums sums) {}

  /**
   * @param orders that were paid for
   * @param gross all that was taken, KRW
   * @param unserved of it: taken for orders that could no longer be served, to be given back whole
   * @param refunds how often money was given back, for lines or for whole orders
   * @param refunded all that was given back, KRW
   * @param net gross less refunded; negative on a day that gave back more than it took
   */
  record SettledSums(int orders, long gross, long unserved, int refunds, long refunded, long net) {
    static final SettledSums NONE = new SettledSums(0, 0, 0, 0, 0, 0);

    SettledSums plus(SettledSums other) {
      return new SettledSums(
          orders + other.orders,
          gross + other.gross,
          unserved + other.unserved,
          refunds + other.refunds,
          refunded + other.refunded,
          net + other.net);
    }
  }

  /**
   * @param refunds asked for and not given back yet
   * @param refundAmount KRW
   * @param oldestRefund since when the first of them waits
   * @param attempts to pay of which nobody knows yet what became
   * @param attemptAmount KRW
   */
  record PendingMoney(
      int refunds,
      long refundAmount,
      @Nullable Instant oldestRefund,
      int attempts,
      long attemptAmount) {}

  record SettledShop(UUID id, String name) {}
}
