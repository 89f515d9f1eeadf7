package com.ojeomneo.order;

import static com.ojeomneo.order.Counter.of;
import static com.ojeomneo.order.MovedTime.assertRefused;
import static com.ojeomneo.order.OrderProblem.AMOUNT_MISMATCH;
import static com.ojeomneo.order.OrderProblem.CHANGE_TOO_LARGE;
import static com.ojeomneo.order.OrderProblem.REFUND_TOO_LARGE;
import static com.ojeomneo.order.OrderProblem.SOLD_OUT;
import static com.ojeomneo.order.OrderProblem.TRANSITION_REFUSED;
import static com.ojeomneo.platform.problem.CommonProblem.IDEMPOTENCY_KEY_REUSED;
import static com.ojeomneo.platform.problem.CommonProblem.NOT_FOUND;
import static com.ojeomneo.platform.problem.CommonProblem.VALIDATION_FAILED;
import static com.ojeomneo.schema.jooq.enums.OrderStatus.ACCEPTED;
import static com.ojeomneo.schema.jooq.enums.OrderStatus.CANCELLED;
import static com.ojeomneo.schema.jooq.enums.OrderStatus.COMPLETED;
import static com.ojeomneo.schema.jooq.enums.OrderStatus.PREPARING;
import static com.ojeomneo.schema.jooq.enums.OrderStatus.READY;
import static java.util.Collections.nCopies;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.ojeomneo.order.ChangeOrder.Removal;
import com.ojeomneo.order.RefundOrder.Line;
import com.ojeomneo.payment.TillMethod;
import com.ojeomneo.schema.jooq.enums.ChangeSettlement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;

/** What was ordered has run out, or is wanted otherwise: something else is cooked instead. */
class OrderChangeTest {
  private static final Removal ONE = new Removal(1, 1, false);

  private final Counter counter = new Counter();
  private final UUID dish = counter.shop.dish(5);
  private final UUID cheap = counter.shop.dish(5, 7000);
  private final UUID dear = counter.shop.dish(5, 12000);
  private final UUID equal = counter.shop.dish(null);
  private final List<OrderChange.Changed> recorded = new ArrayList<>();

  @Test
  void somethingAsDearCostsNothing() {
    OrderView order = counter.paidInApp(of(dish, 2));
    change(order, "one", ONE, of(equal, 1), 0, null, false);
    assertItems(order, tuple(dish, 1, 9000), tuple(equal, 1, 9000));
    counter.assertBalanced(order);
    assertThat(counter.time.view(order).refunds()).isEmpty();
    assertThat(counter.time.lastActor(order)).isEqualTo("staff:" + counter.staff);
    assertThat(recorded.getFirst().settlement()).isEqualTo(ChangeSettlement.NONE);
  }

  @Test
  void somethingCheaperIsPaidBackTheWayItCame() {
    OrderView order = counter.paidInApp(of(dish, 2));
    change(order, "one", ONE, of(cheap, 1), -2000, null, false);
    assertItems(order, tuple(dish, 1, 9000), tuple(cheap, 1, 7000));
    counter.assertBalanced(order);
    assertThat(counter.toHandOver(order)).isEmpty();
    assertThat(counter.time.view(order).refunds())
        .singleElement()
        .satisfies(refund -> assertThat(refund.amount().amount()).isEqualTo(2000));
    OrderView inCash = counter.paid(9000, of(dish, 1));
    change(inCash, "one", ONE, of(cheap, 1), -2000, null, false);
    counter.assertBalanced(inCash);
    assertThat(counter.toHandOver(inCash)).hasSize(1);
  }

  @Test
  void somethingDearerIsPaidAtTheTill() {
    OrderView order = counter.paidInApp(of(dish, 1));
    change(order, "one", ONE, of(dear, 1), 3000, TillMethod.CASH, false);
    assertItems(order, tuple(dear, 1, 12000));
    counter.assertBalanced(order);
    assertThat(counter.time.view(order).totalAmount().amount()).isEqualTo(12000);
    assertThat(counter.time.view(order).discount()).isNull();
  }

  @Test
  void orTheShopBearsIt() {
    OrderView order = counter.paidInApp(of(dish, 1));
    change(order, "one", ONE, of(dear, 1), 3000, null, true);
    assertItems(order, tuple(dear, 1, 12000));
    counter.assertBalanced(order);
    assertThat(counter.time.view(order).totalAmount().amount()).isEqualTo(9000);
    assertThat(counter.time.view(order).discount().amount()).isEqualTo(3000);
    assertThat(recorded.getFirst().givesAway()).isTrue();
    // Nobody gets back what they did not pay.
    refund(order, "all", new Line(2, 1));
    assertThat(counter.kept(order)).isZero();
  }

  @Test
  void whoBearsTheDifferenceIsSaidWhenThereIsOne() {
    OrderView order = counter.paidInApp(of(dish, 2));
    assertRefused(
        VALIDATION_FAILED, () -> change(order, "one", ONE, of(dear, 1), 3000, null, false));
    assertRefused(
        VALIDATION_FAILED,
        () -> change(order, "one", ONE, of(dear, 1), 3000, TillMethod.CASH, true));
    assertRefused(
        VALIDATION_FAILED,
        () -> change(order, "one", ONE, of(cheap, 1), -2000, TillMethod.CASH, false));
    assertRefused(VALIDATION_FAILED, () -> change(order, "one", ONE, null, -9000, null, false));
    assertRefused(VALIDATION_FAILED, () -> change(order, "one", null, null, 0, null, false));
    assertUnchanged(order);
  }

  @Test
  void anotherDifferenceThanTheCustomerWasToldChangesNothing() {
    OrderView order = counter.paidInApp(of(dish, 2));
    assertRefused(
        AMOUNT_MISMATCH, () -> change(order, "one", ONE, of(cheap, 1), -1000, null, false));
    assertUnchanged(order);
    assertThat(counter.remaining(dish)).isEqualTo(3);
  }

  @Test
  void somethingMoreIsPaidAtTheTill() {
    OrderView order = counter.paidInApp(of(dish, 1));
    change(order, "one", null, of(cheap, 2), 14000, TillMethod.CARD, false);
    assertItems(order, tuple(dish, 1, 9000), tuple(cheap, 2, 14000));
    counter.assertBalanced(order);
    assertThat(Receipts.find(counter.time.sql(), order.id(), user(order)))
        .get()
        .satisfies(receipt -> assertThat(receipt.amount().amount()).isEqualTo(23000));
  }

  @Test
  void portionsThatCanStillBeSoldComeBack() {
    OrderView order = counter.paidInApp(of(dish, 2));
    change(order, "gone", ONE, of(cheap, 1), -2000, null, false);
    assertThat(counter.remaining(dish)).as("it has run out").isEqualTo(3);
    change(order, "there", new Removal(1, 1, true), of(cheap, 1), -2000, null, false);
    assertThat(counter.remaining(dish)).isEqualTo(4);
    assertThat(counter.remaining(cheap)).isEqualTo(3);
    assertThat(counter.sold(dish)).isZero();
    assertThat(counter.sold(cheap)).isEqualTo(2);
    counter.time.move(order, CANCELLED);
    assertThat(counter.remaining(dish)).as("a cancellation gives back the rest").isEqualTo(5);
    assertThat(counter.remaining(cheap)).isEqualTo(5);
    assertThat(counter.sold(dish)).isZero();
    assertThat(counter.sold(cheap)).isZero();
    assertThat(counter.kept(order)).isZero();
  }

  @Test
  void theLastPortionIsKeptForWhoHasIt() {
    OrderView order = counter.paidInApp(of(dish, 5));
    assertRefused(
        SOLD_OUT, () -> change(order, "one", null, of(dish, 1), 9000, TillMethod.CASH, false));
    change(order, "two", new Removal(1, 2, true), of(dish, 2), 0, null, false);
    assertThat(counter.remaining(dish)).isZero();
  }

  @Test
  void noPortionIsReplacedTwice() {
    OrderView order = counter.paidInApp(of(dish, 2));
    refund(order, "back", new Line(1, 1));
    change(order, "one", ONE, of(equal, 1), 0, null, false);
    assertRefused(CHANGE_TOO_LARGE, () -> change(order, "two", ONE, of(equal, 1), 0, null, false));
    assertRefused(REFUND_TOO_LARGE, () -> refund(order, "more", new Line(1, 1)));
    assertRefused(
        CHANGE_TOO_LARGE,
        () -> change(order, "three", new Removal(9, 1, false), of(equal, 1), 0, null, false));
    refund(order, "instead", new Line(2, 1));
    assertThat(counter.kept(order)).isZero();
  }

  @Test
  void aRefundIsBorneByAllThatWasPaid() {
    OrderView order = counter.paidInApp(of(dish, 1));
    change(order, "one", ONE, of(dear, 1), 3000, TillMethod.CASH, false);
    refund(order, "back", new Line(2, 1));
    assertThat(counter.kept(order)).isZero();
    assertThat(counter.time.view(order).refunds())
        .extracting(refund -> refund.amount().amount())
        .containsExactly(9000, 3000);
    assertThat(counter.toHandOver(order)).hasSize(1);
  }

  @Test
  void whatIsNotPaidForIsChangedFreely() {
    OrderView order = counter.phoned(of(dish, 2), of(cheap, 1));
    change(order, "less", new Removal(1, 1, false), null, -9000, null, false);
    change(order, "other", new Removal(2, 1, false), of(dear, 1), 5000, null, false);
    assertItems(order, tuple(dish, 1, 9000), tuple(dear, 1, 12000));
    assertThat(counter.remaining(dish)).as("nobody has cooked it").isEqualTo(4);
    assertThat(counter.remaining(cheap)).isEqualTo(5);
    assertRefused(AMOUNT_MISMATCH, () -> counter.pay(order, TillMethod.CASH, 25000));
    counter.pay(order, TillMethod.CASH, 21000);
    counter.assertBalanced(order);
    assertThat(counter.sold(dish)).isEqualTo(1);
    assertThat(counter.sold(cheap)).isZero();
    OrderView single = counter.phoned(of(equal, 1));
    assertRefused(VALIDATION_FAILED, () -> change(single, "none", ONE, null, -9000, null, false));
  }

  @Test
  void onlyWhileItIsServedAndNotForTheCustomersUnpaidOrder() {
    OrderView unpaid = counter.time.place(counter.shop, equal);
    assertRefused(
        TRANSITION_REFUSED, () -> change(unpaid, "one", ONE, of(dish, 1), 0, null, false));
    OrderView order = counter.paidInApp(of(equal, 1));
    counter.time.move(order, ACCEPTED, PREPARING, READY, COMPLETED);
    assertRefused(TRANSITION_REFUSED, () -> change(order, "one", ONE, of(dish, 1), 0, null, false));
    assertRefused(
        NOT_FOUND,
        () ->
            counter.time.node.change.change(
                UUID.randomUUID(),
                new ChangeOrder(ONE, of(dish, 1), 0, null, false, "x"),
                counter.staff,
                "one",
                (_, _) -> {}));
  }

  @Test
  void theSameKeyChangesOnce() throws Exception {
    OrderView order = counter.paidInApp(of(dish, 2));
    Callable<Void> click =
        () -> {
          change(order, "one", ONE, of(cheap, 1), -2000, null, false);
          return null;
        };
    for (Future<Void> done : Counter.atOnce(nCopies(30, click))) {
      done.get();
    }
    assertThat(recorded).hasSize(1);
    assertItems(order, tuple(dish, 1, 9000), tuple(cheap, 1, 7000));
    counter.assertBalanced(order);
    assertRefused(
        IDEMPOTENCY_KEY_REUSED, () -> change(order, "one", ONE, of(equal, 1), 0, null, false));
  }

  /** Two dishes, changed into each other by many at once: nobody waits for another in a ring. */
  @Test
  void changesThatCrossDoNotWaitForEachOther() throws Exception {
    OrderView one = counter.paidInApp(of(dish, 1));
    OrderView two = counter.paidInApp(of(cheap, 1));
    for (int round = 0; round < 20; round++) {
      String key = "round " + round;
      int line = round + 1;
      Removal there = new Removal(line, 1, true);
      boolean even = round % 2 == 0;
      Callable<Void> first =
          () -> {
            swap(one, key, there, even);
            return null;
          };
      Callable<Void> second =
          () -> {
            swap(two, key, there, !even);
            return null;
          };
      for (Future<Void> done : Counter.atOnce(List.of(first, second))) {
        done.get();
      }
    }
    assertThat(counter.remaining(dish)).isEqualTo(4);
    assertThat(counter.remaining(cheap)).isEqualTo(4);
    counter.assertBalanced(one);
    counter.assertBalanced(two);
  }

  private void swap(OrderView order, String key, Removal there, boolean toCheap) {
    if (toCheap) {
      change(order, key, there, of(cheap, 1), -2000, null, false);
    } else {
      change(order, key, there, of(dish, 1), 2000, TillMethod.CASH, false);
    }
  }

  private void assertUnchanged(OrderView order) {
    assertThat(counter.time.view(order)).isEqualTo(order);
    counter.assertBalanced(order);
    assertThat(recorded).isEmpty();
  }

  private void assertItems(OrderView order, Tuple... items) {
    assertThat(counter.time.view(order).items())
        .extracting(
            OrderView.Item::menuId, OrderView.Item::quantity, item -> item.amount().amount())
        .containsExactly(items);
  }

  private UUID user(OrderView order) {
    return Orders.lock(counter.time.sql(), order.id()).orElseThrow().userId();
  }

  private void refund(OrderView order, String key, Line... lines) {
    counter.time.node.refund.request(
        order.id(), new RefundOrder(List.of(lines), "재료 소진"), key, MovedTime.STAFF, (_, _) -> {});
  }

  private void change(
      OrderView order,
      String key,
      Removal remove,
      PlaceOrder.Portions add,
      int difference,
      TillMethod paid,
      boolean waived) {
    counter.time.node.change.change(
        order.id(),
        new ChangeOrder(remove, add, difference, paid, waived, "재료 소진"),
        counter.staff,
        key,
        (_, changed) -> recorded.add(changed));
  }
}
