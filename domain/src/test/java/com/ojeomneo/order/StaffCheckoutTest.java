package com.ojeomneo.order;

import static com.ojeomneo.order.Counter.of;
import static com.ojeomneo.order.MovedTime.assertRefused;
import static com.ojeomneo.order.OrderProblem.AMOUNT_MISMATCH;
import static com.ojeomneo.order.OrderProblem.CUTOFF_PASSED;
import static com.ojeomneo.order.OrderProblem.QUANTITY_LIMIT;
import static com.ojeomneo.order.OrderProblem.SLOT_FULL;
import static com.ojeomneo.order.OrderProblem.SOLD_OUT;
import static com.ojeomneo.order.OrderProblem.STORE_CLOSED;
import static com.ojeomneo.order.OrderProblem.TRANSITION_REFUSED;
import static com.ojeomneo.platform.problem.CommonProblem.IDEMPOTENCY_KEY_REUSED;
import static com.ojeomneo.schema.jooq.Tables.STORES;
import static com.ojeomneo.schema.jooq.Tables.USERS;
import static com.ojeomneo.schema.jooq.enums.OrderStatus.CANCELLED;
import static com.ojeomneo.schema.jooq.enums.OrderStatus.EXPIRED;
import static com.ojeomneo.schema.jooq.enums.OrderStatus.PAID;
import static com.ojeomneo.schema.jooq.enums.OrderStatus.PENDING_PAYMENT;
import static java.util.Collections.nCopies;
import static org.assertj.core.api.Assertions.assertThat;

import com.ojeomneo.order.TakeOrder.Channel;
import com.ojeomneo.payment.TillMethod;
import java.time.DayOfWeek;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Staff take orders of people at the counter and on the phone. */
class StaffCheckoutTest {
  private static final Instant ONE = MovableClock.seoul("2026-06-01T13:00");

  private final Counter counter = new Counter();
  private final UUID dish = counter.shop.dish(5);

  @Test
  void whatIsPaidForAtOnceGoesToTheKitchen() {
    OrderView order = counter.paid(18000, of(dish, 2));
    assertThat(order.status()).isEqualTo(PAID);
    assertThat(order.number()).matches("[A-Z][0-9]{2}");
    assertThat(counter.remaining(dish)).isEqualTo(3);
    assertThat(counter.sold(dish)).isEqualTo(2);
    counter.assertBalanced(order);
    assertThat(counter.time.lastActor(order)).isEqualTo("system:till");
  }

  @Test
  void whatIsPaidForLaterHoldsItsPortionsUntilAnHourAfterItIsDue() {
    OrderView order = counter.phoned(ONE, of(dish, 1));
    assertThat(order.status()).isEqualTo(PENDING_PAYMENT);
    assertThat(order.payment()).as("nobody pays it in the app").isNull();
    assertThat(order.expiresAt()).isEqualTo(MovableClock.seoul("2026-06-01T14:00"));
    counter.time.at("2026-06-01T13:59").node.progress.expireUnpaid();
    assertThat(counter.time.view(order).status()).isEqualTo(PENDING_PAYMENT);
    counter.time.at("2026-06-01T14:00").node.progress.expireUnpaid();
    assertThat(counter.time.view(order).status()).isEqualTo(EXPIRED);
    assertThat(counter.remaining(dish)).isEqualTo(5);
    assertThat(counter.taken(ONE)).isZero();
  }

  @Test
  void theAmountThatWasTakenIsWhatItCosts() {
    assertRefused(AMOUNT_MISMATCH, () -> counter.paid(8000, of(dish, 1)));
    assertThat(counter.orders()).isZero();
    assertThat(counter.time.sql().fetchCount(USERS, USERS.ID.eq(counter.shop.id()))).isZero();
  }

  @Test
  void everybodyAtTheCounterIsOneGuest() {
    counter.paid(9000, of(dish, 1));
    counter.phoned(of(dish, 1));
    var guest = counter.time.sql().fetchSingle(USERS, USERS.ID.eq(counter.shop.id()));
    assertThat(guest.getGuest()).isTrue();
    assertThat(guest.getOrderEventSeq()).as("placed, paid, placed").isEqualTo(3);
  }

  @Test
  void thePauseIsForTheApp() {
    counter
        .time
        .sql()
        .update(STORES)
        .set(STORES.PAUSED, true)
        .where(STORES.ID.eq(counter.shop.id()))
        .execute();
    assertThat(counter.phoned(ONE, of(dish, 1)).pickupAt()).isEqualTo(ONE);
    assertRefused(STORE_CLOSED, () -> counter.paidInApp(of(dish, 1)));
  }

  @Test
  void soAreTheMostPortions() {
    counter
        .time
        .sql()
        .update(STORES)
        .set(STORES.MAX_QUANTITY, 2)
        .where(STORES.ID.eq(counter.shop.id()))
        .execute();
    assertRefused(QUANTITY_LIMIT, () -> counter.paidInApp(of(dish, 3)));
    assertThat(counter.paid(27000, of(dish, 3)).status()).isEqualTo(PAID);
  }

  @Test
  void soIsTheLastOrder() {
    var shop = TestShop.in(counter.time.sql()).open(DayOfWeek.MONDAY, "11:00", "21:00");
    UUID soup = shop.dish(null);
    var wish = new PlaceOrder(shop.id(), null, List.of(of(soup, 1)), null);
    counter.time.at("2026-06-01T20:40");
    assertRefused(CUTOFF_PASSED, () -> counter.time.place(shop, soup));
    OrderView taken = counter.take("one", new TakeOrder(Channel.PHONE, null, wish, null));
    assertThat(taken.status()).isEqualTo(PENDING_PAYMENT);
    counter.time.at("2026-06-01T21:00");
    assertRefused(
        STORE_CLOSED, () -> counter.take("two", new TakeOrder(Channel.PHONE, null, wish, null)));
  }

  @Test
  void moreThanAllMoneyIsTooMuch() {
    UUID unlimited = counter.shop.dish(null);
    assertRefused(QUANTITY_LIMIT, () -> counter.phoned(of(unlimited, Integer.MAX_VALUE)));
    assertThat(counter.orders()).isZero();
  }

  @Test
  void nobodyOrdersFromAClosedShop() {
    var shut = TestShop.in(counter.time.sql()).open(DayOfWeek.MONDAY, "18:00", "21:00");
    UUID soup = shut.dish(null);
    var wish = new PlaceOrder(shut.id(), null, List.of(of(soup, 1)), null);
    assertRefused(
        STORE_CLOSED, () -> counter.take("one", new TakeOrder(Channel.PHONE, null, wish, null)));
  }

  @Test
  void thereIsNoMoreThanThereIs() {
    assertRefused(SOLD_OUT, () -> counter.phoned(of(dish, 6)));
    assertRefused(SLOT_FULL, () -> counter.phoned(ONE.plusSeconds(1), of(dish, 1)));
    assertRefused(
        SLOT_FULL, () -> counter.phoned(MovableClock.seoul("2026-06-01T11:50"), of(dish, 1)));
    counter.shop.slotCapacity(1);
    counter.phoned(ONE, of(dish, 1));
    assertRefused(SLOT_FULL, () -> counter.phoned(ONE, of(dish, 1)));
    assertThat(counter.remaining(dish)).isEqualTo(4);
  }

  @Test
  void theSameKeyTakesOneOrder() {
    var wish = new TakeOrder(Channel.COUNTER, null, counter.wish(null, of(dish, 1)), null);
    List<UUID> recorded = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      OrderView taken =
          counter.time.node.staffCheckout.take(
              wish, counter.staff, "one", (_, order) -> recorded.add(order.id()));
      assertThat(recorded).containsExactly(taken.id());
    }
    var another = new TakeOrder(Channel.COUNTER, null, counter.wish(null, of(dish, 2)), null);
    assertRefused(IDEMPOTENCY_KEY_REUSED, () -> counter.take("one", another));
    assertThat(counter.orders()).isEqualTo(1);
  }

  @Test
  void fiftyClicksAtOnceTakeOneOrder() throws Exception {
    var wish =
        new TakeOrder(
            Channel.COUNTER,
            "김 대리",
            counter.wish(null, of(dish, 1)),
            new TakeMoney(TillMethod.CARD, 9000));
    Callable<OrderView> click = () -> counter.take("one", wish);
    for (Future<OrderView> answer : Counter.atOnce(nCopies(50, click))) {
      assertThat(answer.get().status()).isEqualTo(PAID);
    }
    assertThat(counter.orders()).isEqualTo(1);
    assertThat(counter.remaining(dish)).isEqualTo(4);
  }

  /** Five portions, twenty who want one: some in the app, some at the counter. */
  @Test
  void theLastPortionsGoToOneEach() {
    Callable<OrderView> atTheCounter = () -> counter.paid(9000, of(dish, 1));
    Callable<OrderView> inTheApp = () -> counter.paidInApp(of(dish, 1));
    var all = new ArrayList<>(nCopies(10, atTheCounter));
    all.addAll(nCopies(10, inTheApp));
    long got =
        Counter.atOnce(all).stream().filter(each -> each.state() == Future.State.SUCCESS).count();
    assertThat(got).isEqualTo(5);
    assertThat(counter.remaining(dish)).isZero();
    assertThat(counter.sold(dish)).isEqualTo(5);
  }

  @Test
  void whatNobodyPaidForIsCancelledByWhoTookIt() {
    OrderView order = counter.phoned(ONE, of(dish, 2));
    OrderView cancelled = counter.time.node.staffCheckout.cancel(order.id(), "손님 취소", (_, _) -> {});
    assertThat(cancelled.status()).isEqualTo(CANCELLED);
    assertThat(cancelled.cancelReason()).isEqualTo("손님 취소");
    assertThat(counter.remaining(dish)).isEqualTo(5);
    assertThat(counter.taken(ONE)).isZero();
  }

  @Test
  void othersAreNotCancelledThisWay() {
    OrderView paid = counter.paid(9000, of(dish, 1));
    OrderView ofACustomer = counter.time.place(counter.shop, dish);
    for (OrderView order : List.of(paid, ofACustomer)) {
      assertRefused(
          TRANSITION_REFUSED,
          () -> counter.time.node.staffCheckout.cancel(order.id(), "x", (_, _) -> {}));
    }
  }
}
