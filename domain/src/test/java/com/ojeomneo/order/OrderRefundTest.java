package com.ojeomneo.order;

import static com.ojeomneo.order.MovedTime.STAFF;
import static com.ojeomneo.order.MovedTime.assertRefused;
import static com.ojeomneo.order.OrderProblem.NOTHING_TO_REFUND;
import static com.ojeomneo.order.OrderProblem.REFUND_TOO_LARGE;
import static com.ojeomneo.platform.problem.CommonProblem.IDEMPOTENCY_KEY_REUSED;
import static com.ojeomneo.platform.problem.CommonProblem.NOT_FOUND;
import static com.ojeomneo.platform.problem.CommonProblem.VALIDATION_FAILED;
import static com.ojeomneo.schema.jooq.Tables.ORDER_LINES;
import static com.ojeomneo.schema.jooq.enums.OrderStatus.ACCEPTED;
import static com.ojeomneo.schema.jooq.enums.OrderStatus.CANCELLED;
import static com.ojeomneo.schema.jooq.enums.OrderStatus.COMPLETED;
import static com.ojeomneo.schema.jooq.enums.OrderStatus.PREPARING;
import static com.ojeomneo.schema.jooq.enums.OrderStatus.READY;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.ojeomneo.order.OrderView.RefundView;
import com.ojeomneo.order.RefundOrder.Line;
import com.ojeomneo.schema.jooq.enums.OrderStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** Staff give money back for part of an order: two portions of one dish, one of another. */
class OrderRefundTest {
  private final MovedTime time = new MovedTime();
  private final TestShop shop = TestShop.aroundTheClock(time.sql());
  private final List<OrderRefund.Requested> recorded = new ArrayList<>();

  @Test
  void someOfALineIsAskedBackAndTheCustomerSeesIt() throws Exception {
    OrderView order = paid();
    refund(order, "one", new Line(1, 1));
    assertThat(amounts(order)).containsExactly(9000);
    assertThat(time.view(order).status()).isEqualTo(order.status());
    JsonNode streamed =
        Node.JSON.readTree(OrderEvents.latest(time.sql(), order.id()).getFirst().snapshot());
    assertThat(streamed.at("/refunds/0/amount").intValue()).isEqualTo(9000);
    assertThat(streamed.at("/refunds/0/status").textValue()).isEqualTo("PENDING");
    assertThat(time.lastActor(order)).isEqualTo("staff:kim");
    assertThat(recorded).singleElement().matches(r -> r.amount().amount() == 9000);
  }

  @Test
  void linesAddUpAndTheRestIsWhatIsLeft() {
    OrderView order = paid();
    refund(order, "one", new Line(1, 1), new Line(2, 1));
    rest(order, "rest");
    assertThat(amounts(order)).containsExactly(18000, 9000);
    assertRefused(NOTHING_TO_REFUND, () -> rest(order, "more"));
    assertRefused(NOTHING_TO_REFUND, () -> refund(order, "more", new Line(1, 1)));
  }

  @Test
  void noLineIsAskedBackMoreThanItWasOrdered() {
    OrderView order = paid();
    assertRefused(REFUND_TOO_LARGE, () -> refund(order, "one", new Line(1, 3)));
    refund(order, "one", new Line(1, 2));
    assertRefused(REFUND_TOO_LARGE, () -> refund(order, "two", new Line(1, 1)));
    // Nothing of a wish is done when part of it cannot be.
    assertRefused(REFUND_TOO_LARGE, () -> refund(order, "two", new Line(2, 1), new Line(1, 1)));
    assertThat(
            time.sql()
                .fetchValue(
                    ORDER_LINES.REFUNDED_QUANTITY,
                    ORDER_LINES.ORDER_ID.eq(order.id()).and(ORDER_LINES.LINE.eq((short) 2))))
        .isZero();
    assertThat(amounts(order)).containsExactly(18000);
  }

  @Test
  void theSameKeyAsksOnce() {
    OrderView order = paid();
    refund(order, "one", new Line(1, 1));
    refund(order, "one", new Line(1, 1));
    assertThat(amounts(order)).containsExactly(9000);
    assertThat(recorded).hasSize(1);
    assertRefused(IDEMPOTENCY_KEY_REUSED, () -> refund(order, "one", new Line(1, 2)));
    assertRefused(IDEMPOTENCY_KEY_REUSED, () -> rest(order, "one"));
    rest(order, "rest");
    rest(order, "rest");
    assertThat(amounts(order)).containsExactly(9000, 18000);
  }

  @Test
  void fiftyClicksAtOnceAskOnce() throws Exception {
    OrderView order = paid();
    var start = new CountDownLatch(1);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 50; i++) {
        threads.submit(
            () -> {
              start.await();
              refund(order, "one", new Line(1, 1));
              return null;
            });
      }
      start.countDown();
    }
    assertThat(amounts(order)).containsExactly(9000);
  }

  @Test
  void aCancellationAfterItGivesBackTheRestOnly() {
    OrderView order = time.move(paid(), ACCEPTED);
    refund(order, "one", new Line(1, 1));
    time.move(order, CANCELLED);
    assertThat(amounts(order)).containsExactly(9000, 18000);
    assertRefused(NOTHING_TO_REFUND, () -> refund(order, "two", new Line(2, 1)));
  }

  @Test
  void alsoWhatWasPickedUpMayBePaidBack() {
    OrderView order = paid();
    for (OrderStatus next : List.of(ACCEPTED, PREPARING, READY, COMPLETED)) {
      time.move(order, next);
    }
    refund(order, "one", new Line(2, 1));
    assertThat(amounts(order)).containsExactly(9000);
    assertThat(time.view(order).status()).isEqualTo(COMPLETED);
  }

  @Test
  void whatWasNeverPaidIsNotPaidBack() {
    OrderView order = placed();
    assertRefused(NOTHING_TO_REFUND, () -> refund(order, "one", new Line(1, 1)));
    assertRefused(NOTHING_TO_REFUND, () -> rest(order, "one"));
  }

  @Test
  void nonsenseIsRefused() {
    OrderView order = paid();
    assertRefused(VALIDATION_FAILED, () -> refund(order, "one", new Line(7, 1)));
    assertRefused(VALIDATION_FAILED, () -> refund(order, "one", new Line(1, 1), new Line(1, 1)));
    assertRefused(
        NOT_FOUND,
        () ->
            time.node.refund.request(
                UUID.randomUUID(), new RefundOrder(null, "x"), "one", STAFF, (_, _) -> {}));
    assertThat(amounts(order)).isEmpty();
  }

  private OrderView placed() {
    UUID first = shop.dish(null);
    UUID second = shop.dish(null);
    return time.node.checkout.place(
        TestShop.customer(time.sql()),
        new PlaceOrder(
            shop.id(),
            null,
            List.of(
                new PlaceOrder.Portions(first, 2, List.of()),
                new PlaceOrder.Portions(second, 1, List.of())),
            null),
        (_, _) -> {});
  }

  private OrderView paid() {
    return time.pay(placed());
  }

  private void refund(OrderView order, String key, Line... lines) {
    request(order, key, new RefundOrder(List.of(lines), "재료 소진"));
  }

  private void rest(OrderView order, String key) {
    request(order, key, new RefundOrder(null, "재료 소진"));
  }

  private void request(OrderView order, String key, RefundOrder wish) {
    time.node.refund.request(
        order.id(), wish, key, STAFF, (_, requested) -> recorded.add(requested));
  }

  private List<Integer> amounts(OrderView order) {
    return time.view(order).refunds().stream()
        .map(RefundView::amount)
        .map(w -> w.amount())
        .toList();
  }
}
