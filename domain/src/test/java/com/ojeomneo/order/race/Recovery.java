package com.ojeomneo.order.race;

import static com.ojeomneo.schema.jooq.Tables.ORDERS;
import static com.ojeomneo.schema.jooq.Tables.PAYMENTS;
import static com.ojeomneo.schema.jooq.Tables.PAYMENT_ATTEMPTS;
import static com.ojeomneo.schema.jooq.Tables.PAYMENT_CHECKS;
import static com.ojeomneo.schema.jooq.Tables.REFUNDS;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.selectOne;

import com.ojeomneo.schema.jooq.enums.AttemptStatus;
import com.ojeomneo.schema.jooq.enums.OrderStatus;
import com.ojeomneo.schema.jooq.enums.RefundStatus;
import java.time.Duration;

/** The jobs of a node that goes on, until there is nothing left to do. */
final class Recovery {
  private static final int MOST_ROUNDS = 10;

  private final Lane lane;

  Recovery(Lane lane) {
    this.lane = lane;
  }

  void run() {
    for (int round = 1; isAnythingOpen(); round++) {
      if (round > MOST_ROUNDS) {
        throw new AssertionError("something stays open for ever");
      }
      lane.clock.set(Lunch.PLACED_AT.plus(Duration.ofHours(round)));
      lane.node.reconciler.settleDue();
      lane.node.reconciler.checkDue();
      lane.node.refunds.payDue();
      lane.node.progress.expireUnpaid();
      handOver();
    }
  }

  /** What no job does: somebody opens the till. */
  private void handOver() {
    lane.node
        .database
        .sql()
        .select(REFUNDS.ORDER_ID, REFUNDS.ID, PAYMENTS.TAKEN_BY)
        .from(REFUNDS)
        .join(PAYMENTS)
        .on(PAYMENTS.ID.eq(REFUNDS.PAYMENT_ID))
        .where(REFUNDS.AT_TILL.isTrue(), REFUNDS.STATUS.ne(RefundStatus.DONE))
        .forEach(
            row -> lane.node.till.handOver(row.value1(), row.value2(), row.value3(), (_, _) -> {}));
  }

  private boolean isAnythingOpen() {
    return lane.node
        .database
        .sql()
        .select(
            exists(selectOne().from(ORDERS).where(ORDERS.STATUS.eq(OrderStatus.PENDING_PAYMENT)))
                .or(
                    exists(
                        selectOne()
                            .from(PAYMENT_ATTEMPTS)
                            .where(PAYMENT_ATTEMPTS.STATUS.eq(AttemptStatus.OPEN))))
                .or(exists(selectOne().from(PAYMENT_CHECKS)))
                .or(exists(selectOne().from(REFUNDS).where(REFUNDS.STATUS.ne(RefundStatus.DONE)))))
        .fetchSingle()
        .value1();
  }
}
