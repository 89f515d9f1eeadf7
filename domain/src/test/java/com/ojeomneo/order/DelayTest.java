package com.ojeomneo.order;

import static com.ojeomneo.order.MovableClock.seoul;
import static com.ojeomneo.order.MovedTime.STAFF;
import static com.ojeomneo.order.MovedTime.assertRefused;
import static com.ojeomneo.order.OrderProblem.TRANSITION_REFUSED;
import static com.ojeomneo.platform.problem.CommonProblem.NOT_FOUND;
import static com.ojeomneo.platform.problem.CommonProblem.VALIDATION_FAILED;
import static com.ojeomneo.schema.jooq.enums.OrderStatus.ACCEPTED;
import static com.ojeomneo.schema.jooq.enums.OrderStatus.CANCELLED;
import static com.ojeomneo.schema.jooq.enums.OrderStatus.COMPLETED;
import static com.ojeomneo.schema.jooq.enums.OrderStatus.PREPARING;
import static com.ojeomneo.schema.jooq.enums.OrderStatus.READY;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.ojeomneo.schema.jooq.enums.OrderStatus;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** The kitchen says that it takes longer. It usually takes this shop ten minutes. */
class DelayTest {
  private final MovedTime time = new MovedTime();
  private final TestShop shop = TestShop.aroundTheClock(time.sql());

  @Test
  void aDelayMovesTheEstimateAndTheCustomerSeesIt() throws Exception {
    OrderView order = acceptedAtNoon();
    assertThat(order.estimatedReadyAt()).isEqualTo(seoul("2026-06-01T12:10"));
    time.at("2026-06-01T12:05");
    assertThat(time.node.progress.delay(order.id(), STAFF, 15).estimatedReadyAt())
        .isEqualTo(seoul("2026-06-01T12:25"));
    time.move(order, PREPARING);
    assertThat(time.node.progress.delay(order.id(), STAFF, 1).estimatedReadyAt())
        .isEqualTo(seoul("2026-06-01T12:26"));
    JsonNode streamed =
        Node.JSON.readTree(OrderEvents.latest(time.sql(), order.id()).getFirst().snapshot());
    assertThat(streamed.get("estimatedReadyAt").textValue()).isEqualTo("2026-06-01T03:26:00Z");
    assertThat(streamed.get("status").textValue()).isEqualTo("PREPARING");
    assertThat(time.lastActor(order)).isEqualTo("staff:kim");
  }

  @Test
  void aDelayThatIsToldTooLateCountsFromNow() {
    OrderView order = acceptedAtNoon();
    time.at("2026-06-01T12:30");
    assertThat(time.node.progress.delay(order.id(), STAFF, 5).estimatedReadyAt())
        .isEqualTo(seoul("2026-06-01T12:35"));
  }

  @Test
  void twoDelaysAtOnceAddUp() throws Exception {
    OrderView order = acceptedAtNoon();
    var start = new CountDownLatch(1);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 8; i++) {
        threads.submit(
            () -> {
              start.await();
              return time.node.progress.delay(order.id(), STAFF, 5);
            });
      }
      start.countDown();
    }
    assertThat(time.view(order).estimatedReadyAt()).isEqualTo(seoul("2026-06-01T12:50"));
    assertThat(OrderEvents.after(time.sql(), order.id(), 3, 100)).hasSize(8);
  }

  @Test
  void onlyWhatTheKitchenHasIsDelayed() {
    OrderView unpaid = time.place(shop, shop.dish(null));
    assertNotDelayable(unpaid);
    OrderView order = time.pay(unpaid);
    assertNotDelayable(order);
    time.move(order, ACCEPTED, PREPARING);
    time.node.progress.delay(order.id(), STAFF, 5);
    for (OrderStatus next : new OrderStatus[] {READY, COMPLETED}) {
      assertNotDelayable(time.move(order, next));
    }
    assertNotDelayable(time.move(acceptedAtNoon(), CANCELLED));
  }

  @Test
  void onlyStaffDelay() {
    OrderView order = acceptedAtNoon();
    for (Actor actor : new Actor[] {Actor.customer(UUID.randomUUID()), Actor.system("delay")}) {
      assertRefused(TRANSITION_REFUSED, () -> time.node.progress.delay(order.id(), actor, 5));
    }
    assertRefused(NOT_FOUND, () -> time.node.progress.delay(UUID.randomUUID(), STAFF, 5));
  }

  @Test
  void aDelayIsFromOneMinuteToThreeHours() {
    OrderView order = acceptedAtNoon();
    for (int minutes : new int[] {Integer.MIN_VALUE, -5, 0, 181}) {
      assertRefused(VALIDATION_FAILED, () -> time.node.progress.delay(order.id(), STAFF, minutes));
      assertRefused(
          VALIDATION_FAILED,
          () -> time.node.progress.accept(order.id(), STAFF, minutes, (_, _) -> {}));
    }
    assertThat(time.view(order).estimatedReadyAt()).isEqualTo(seoul("2026-06-01T12:10"));
    assertThat(time.node.progress.delay(order.id(), STAFF, 180).estimatedReadyAt())
        .isEqualTo(seoul("2026-06-01T15:10"));
  }

  @Test
  void aShopAcceptsWithAnEstimateOfItsOwn() {
    OrderView order = time.at("2026-06-01T12:00").pay(time.place(shop, shop.dish(null)));
    OrderView accepted = time.node.progress.accept(order.id(), STAFF, 20, (_, _) -> {});
    assertThat(accepted.status()).isEqualTo(ACCEPTED);
    assertThat(accepted.estimatedReadyAt()).isEqualTo(seoul("2026-06-01T12:30"));
    assertRefused(
        TRANSITION_REFUSED, () -> time.node.progress.accept(order.id(), STAFF, 20, (_, _) -> {}));
  }

  @Test
  void anOrderForLaterIsDelayedFromItsSlot() {
    time.at("2026-06-01T12:00");
    OrderView order = time.place(shop, shop.dish(null), seoul("2026-06-01T15:00"));
    time.move(time.pay(order), ACCEPTED);
    assertThat(time.node.progress.delay(order.id(), STAFF, 10).estimatedReadyAt())
        .isEqualTo(seoul("2026-06-01T15:10"));
  }

  private OrderView acceptedAtNoon() {
    time.at("2026-06-01T12:00");
    return time.move(time.pay(time.place(shop, shop.dish(null))), ACCEPTED);
  }

  private void assertNotDelayable(OrderView order) {
    assertRefused(TRANSITION_REFUSED, () -> time.node.progress.delay(order.id(), STAFF, 5));
    assertThat(time.view(order).estimatedReadyAt()).isEqualTo(order.estimatedReadyAt());
  }
}
