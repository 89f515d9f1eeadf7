package com.ojeomneo.order;

import static com.ojeomneo.order.Counter.of;
import static com.ojeomneo.order.MovedTime.assertRefused;
import static com.ojeomneo.order.OrderProblem.SLOT_FULL;
import static com.ojeomneo.order.OrderProblem.TRANSITION_REFUSED;
import static com.ojeomneo.platform.problem.CommonProblem.NOT_FOUND;
import static com.ojeomneo.schema.jooq.enums.OrderStatus.ACCEPTED;
import static com.ojeomneo.schema.jooq.enums.OrderStatus.PREPARING;
import static com.ojeomneo.schema.jooq.enums.OrderStatus.READY;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** The customer comes later, or wants to say something. */
class OrderCorrectionTest {
  private static final Instant SOON = MovableClock.seoul("2026-06-01T12:30");
  private static final Instant ONE = MovableClock.seoul("2026-06-01T13:00");
  private static final Instant TWO = MovableClock.seoul("2026-06-01T14:00");

  private final Counter counter = new Counter();
  private final UUID dish = counter.shop.dish(null);
  private final List<OrderCorrection.Corrected> recorded = new ArrayList<>();

  @Test
  void theOldPlaceComesBackAndTheNewOneIsTaken() {
    OrderView order = counter.phoned(ONE, of(dish, 1));
    correct(order, TWO, "젓가락 두 개");
    assertThat(counter.time.view(order).pickupAt()).isEqualTo(TWO);
    assertThat(counter.time.view(order).note()).isEqualTo("젓가락 두 개");
    assertThat(counter.taken(ONE)).isZero();
    assertThat(counter.taken(TWO)).isEqualTo(1);
    correct(order, null, null);
    assertThat(counter.taken(TWO)).isZero();
    assertThat(counter.time.view(order).note()).isNull();
    assertThat(recorded).hasSize(2);
    assertThat(recorded.getLast().before().pickupAt()).isEqualTo(TWO);
  }

  @Test
  void nothingToDoIsNoNews() {
    OrderView order = counter.phoned(ONE, of(dish, 1));
    correct(order, ONE, " ");
    assertThat(recorded).isEmpty();
    assertThat(counter.taken(ONE)).isEqualTo(1);
  }

  @Test
  void theEstimateOnlyBecomesLater() {
    OrderView order = counter.paidInApp(of(dish, 1));
    counter.time.move(order, ACCEPTED);
    Instant before = counter.time.view(order).estimatedReadyAt();
    correct(order, ONE, null);
    assertThat(counter.time.view(order).estimatedReadyAt()).isEqualTo(ONE).isAfter(before);
    correct(order, null, null);
    assertThat(counter.time.view(order).estimatedReadyAt()).isEqualTo(ONE);
    correct(order, SOON, null);
    assertThat(counter.time.view(order).estimatedReadyAt()).isEqualTo(ONE);
  }

  @Test
  void whatNobodyHasAcceptedHasNoEstimate() {
    OrderView order = counter.phoned(of(dish, 1));
    correct(order, ONE, null);
    assertThat(counter.time.view(order).estimatedReadyAt()).isNull();
  }

  @Test
  void aFullSlotChangesNothing() {
    counter.shop.slotCapacity(1);
    OrderView order = counter.phoned(ONE, of(dish, 1));
    counter.phoned(TWO, of(dish, 1));
    assertRefused(SLOT_FULL, () -> correct(order, TWO, "x"));
    assertRefused(SLOT_FULL, () -> correct(order, TWO.plusSeconds(1), "x"));
    assertThat(counter.taken(ONE)).isEqualTo(1);
    assertThat(counter.time.view(order)).isEqualTo(order);
  }

  @Test
  void notWhenItIsTooLateOrTheCustomersToPay() {
    OrderView unpaid = counter.time.place(counter.shop, dish);
    assertRefused(TRANSITION_REFUSED, () -> correct(unpaid, ONE, null));
    OrderView ready = counter.paidInApp(of(dish, 1));
    counter.time.move(ready, ACCEPTED, PREPARING, READY);
    assertRefused(TRANSITION_REFUSED, () -> correct(ready, null, "x"));
    assertRefused(
        NOT_FOUND,
        () ->
            counter.time.node.correction.correct(
                UUID.randomUUID(), new CorrectOrder(null, "x"), counter.staff, (_, _) -> {}));
  }

  /** Places that are exchanged by two at once: nobody waits for another in a ring. */
  @Test
  void ordersThatChangePlacesDoNotWaitForEachOther() throws Exception {
    OrderView one = counter.phoned(ONE, of(dish, 1));
    OrderView two = counter.phoned(TWO, of(dish, 1));
    for (int round = 0; round < 20; round++) {
      Instant first = round % 2 == 0 ? TWO : ONE;
      Instant second = round % 2 == 0 ? ONE : TWO;
      Callable<Void> there = () -> correct(one, first, null);
      Callable<Void> back = () -> correct(two, second, null);
      for (Future<Void> done : Counter.atOnce(List.of(there, back))) {
        done.get();
      }
      assertThat(counter.taken(ONE)).isEqualTo(1);
      assertThat(counter.taken(TWO)).isEqualTo(1);
    }
  }

  private Void correct(OrderView order, Instant pickupAt, String note) {
    counter.time.node.correction.correct(
        order.id(),
        new CorrectOrder(pickupAt, note),
        counter.staff,
        (_, corrected) -> recorded.add(corrected));
    return null;
  }
}
