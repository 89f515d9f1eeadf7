package com.ojeomneo.order;

import static com.ojeomneo.order.Counter.of;
import static com.ojeomneo.order.MovedTime.assertRefused;
import static com.ojeomneo.order.OrderProblem.ALREADY_PAID;
import static com.ojeomneo.order.OrderProblem.AMOUNT_MISMATCH;
import static com.ojeomneo.order.OrderProblem.ORDER_CANCELLED;
import static com.ojeomneo.order.OrderProblem.ORDER_EXPIRED;
import static com.ojeomneo.order.OrderProblem.PAYMENT_OPEN;
import static com.ojeomneo.platform.problem.CommonProblem.NOT_FOUND;
import static com.ojeomneo.schema.jooq.Tables.REFUNDS;
import static com.ojeomneo.schema.jooq.enums.OrderStatus.ACCEPTED;
import static com.ojeomneo.schema.jooq.enums.OrderStatus.CANCELLED;
import static com.ojeomneo.schema.jooq.enums.OrderStatus.PAID;
import static java.util.Collections.nCopies;
import static org.assertj.core.api.Assertions.assertThat;

import com.ojeomneo.payment.TillMethod;
import com.ojeomneo.payment.Waiting;
import com.ojeomneo.schema.jooq.enums.RefundStatus;
import com.ojeomneo.schema.jooq.tables.records.RefundsRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Money changes hands at the counter. */
class TillTest {
  private final Counter counter = new Counter();
  private final UUID dish = counter.shop.dish(null);

  @Test
  void whoPhonedPaysWhenTheyCome() {
    OrderView order = counter.phoned(of(dish, 1));
    assertRefused(AMOUNT_MISMATCH, () -> counter.pay(order, TillMethod.CASH, 9001));
    assertThat(counter.pay(order, TillMethod.CASH, 9000).status()).isEqualTo(PAID);
    counter.assertBalanced(order);
    assertThat(Receipts.find(counter.time.sql(), order.id(), counter.shop.id()))
        .get()
        .satisfies(receipt -> assertThat(receipt.method()).isEqualTo("현장 현금"))
        .satisfies(receipt -> assertThat(receipt.amount().amount()).isEqualTo(9000));
  }

  @Test
  void whoOrderedInTheAppMayPayAtTheCounter() {
    OrderView order = counter.time.place(counter.shop, dish);
    assertThat(counter.pay(order, TillMethod.CARD, 9000).status()).isEqualTo(PAID);
    counter.assertBalanced(order);
  }

  @Test
  void notWhileTheAppTakesTheMoney() {
    OrderView order = counter.time.place(counter.shop, dish);
    counter.time.paying(order);
    assertRefused(PAYMENT_OPEN, () -> counter.pay(order, TillMethod.CASH, 9000));
    assertThat(counter.kept(order)).isZero();
  }

  @Test
  void aRepetitionByTheSameStaffChangesNothing() {
    OrderView order = counter.phoned(of(dish, 1));
    List<OrderView> recorded = new ArrayList<>();
    var money = new TakeMoney(TillMethod.CASH, 9000);
    for (int i = 0; i < 2; i++) {
      OrderView paid =
          counter.time.node.till.take(
              order.id(), money, counter.staff, (_, view) -> recorded.add(view));
      assertThat(paid.status()).isEqualTo(PAID);
    }
    assertThat(recorded).hasSize(1);
    assertRefused(ALREADY_PAID, () -> counter.pay(order, TillMethod.CARD, 9000));
    assertRefused(ALREADY_PAID, () -> counter.pay(order, TillMethod.CASH, 8000));
    UUID colleague = TestShop.staff(counter.time.sql());
    assertRefused(
        ALREADY_PAID,
        () ->
            counter.time.node.till.take(
                order.id(), new TakeMoney(TillMethod.CASH, 9000), colleague, (_, _) -> {}));
    counter.assertBalanced(order);
  }

  @Test
  void whatIsOverIsNotPaidFor() {
    OrderView cancelled = counter.phoned(of(dish, 1));
    counter.time.node.staffCheckout.cancel(cancelled.id(), "손님 취소", (_, _) -> {});
    assertRefused(ORDER_CANCELLED, () -> counter.pay(cancelled, TillMethod.CASH, 9000));
    OrderView late = counter.phoned(of(dish, 1));
    counter.time.at("2026-06-01T13:00");
    assertRefused(ORDER_EXPIRED, () -> counter.pay(late, TillMethod.CASH, 9000));
    assertRefused(
        NOT_FOUND,
        () ->
            counter.time.node.till.take(
                UUID.randomUUID(),
                new TakeMoney(TillMethod.CASH, 9000),
                counter.staff,
                (_, _) -> {}));
  }

  @Test
  void manyHandsTakeTheMoneyOnce() {
    OrderView order = counter.phoned(of(dish, 1));
    Callable<OrderView> other =
        () ->
            counter.time.node.till.take(
                order.id(),
                new TakeMoney(TillMethod.CASH, 9000),
                TestShop.staff(counter.time.sql()),
                (_, _) -> {});
    long took =
        Counter.atOnce(nCopies(20, other)).stream()
            .filter(each -> each.state() == Future.State.SUCCESS)
            .count();
    assertThat(took).isEqualTo(1);
    counter.assertBalanced(order);
  }

  /** No job ever tries what no provider has. */
  @Test
  void whatWasTakenHereGoesBackHere() {
    OrderView order = counter.paid(9000, of(dish, 1));
    counter.time.move(order, ACCEPTED, CANCELLED);
    assertThat(counter.kept(order)).isZero();
    counter.time.at("2026-06-02T12:00");
    counter.time.node.refunds.payDue();
    UUID refund = counter.toHandOver(order).getFirst();
    assertThat(counter.time.sql().fetchSingle(REFUNDS, REFUNDS.ID.eq(refund)).getTries()).isZero();
    assertThat(Waiting.now(counter.time.sql()))
        .filteredOn(waiting -> waiting.what().equals("till_refund"))
        .singleElement()
        .satisfies(waiting -> assertThat(waiting.count()).isPositive());

    handOver(order, refund);
    handOver(order, refund);
    RefundsRecord done = counter.time.sql().fetchSingle(REFUNDS, REFUNDS.ID.eq(refund));
    assertThat(done.getStatus()).isEqualTo(RefundStatus.DONE);
    assertThat(done.getHandedBy()).isEqualTo(counter.staff);
    assertThat(counter.time.lastActor(order)).isEqualTo("staff:" + counter.staff);
    assertThat(counter.time.view(order).refunds())
        .extracting(OrderView.RefundView::status)
        .containsExactly(RefundStatus.DONE);
  }

  /** Who is told that money waits can do something about it. */
  @Test
  void whatWaitsAtTheTillWaitsForNoProvider() {
    int atTills = waiting("till_refund");
    int atProviders = waiting("refund");
    OrderView inCash = counter.paid(9000, of(dish, 1));
    counter.time.move(inCash, CANCELLED);
    assertThat(waiting("till_refund")).isEqualTo(atTills + 1);
    assertThat(waiting("refund")).isEqualTo(atProviders);
    handOver(inCash, counter.toHandOver(inCash).getFirst());
    OrderView inApp = counter.paidInApp(of(dish, 1));
    counter.time.move(inApp, CANCELLED);
    assertThat(waiting("till_refund")).isEqualTo(atTills);
    assertThat(waiting("refund")).isEqualTo(atProviders + 1);
  }

  @Test
  void itIsHandedOverOnceByWhoeverWasFirst() {
    OrderView order = counter.paid(9000, of(dish, 1));
    counter.time.move(order, CANCELLED);
    UUID refund = counter.toHandOver(order).getFirst();
    handOver(order, refund);
    UUID colleague = TestShop.staff(counter.time.sql());
    List<UUID> recorded = new ArrayList<>();
    counter.time.at("2026-06-01T12:30");
    counter.time.node.till.handOver(
        order.id(), refund, colleague, (_, handed) -> recorded.add(handed));
    assertThat(recorded).isEmpty();
    RefundsRecord done = counter.time.sql().fetchSingle(REFUNDS, REFUNDS.ID.eq(refund));
    assertThat(done.getHandedBy()).isEqualTo(counter.staff);
    assertThat(done.getDoneAt()).isEqualTo(MovableClock.seoul("2026-06-01T12:00"));
  }

  @Test
  void theProvidersRefundsAreNotHandedOver() {
    OrderView order = counter.paidInApp(of(dish, 1));
    counter.time.move(order, CANCELLED);
    UUID refund = counter.time.sql().fetchSingle(REFUNDS, REFUNDS.ORDER_ID.eq(order.id())).getId();
    assertRefused(NOT_FOUND, () -> handOver(order, refund));
    OrderView other = counter.paid(9000, of(dish, 1));
    counter.time.move(other, CANCELLED);
    assertRefused(NOT_FOUND, () -> handOver(order, counter.toHandOver(other).getFirst()));
  }

  private int waiting(String what) {
    return Waiting.now(counter.time.sql()).stream()
        .filter(waiting -> waiting.what().equals(what))
        .findFirst()
        .orElseThrow()
        .count();
  }

  private void handOver(OrderView order, UUID refund) {
    counter.time.node.till.handOver(order.id(), refund, counter.staff, (_, _) -> {});
  }
}
