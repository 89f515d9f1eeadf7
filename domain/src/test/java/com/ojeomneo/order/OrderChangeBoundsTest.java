package com.ojeomneo.order;

import static com.ojeomneo.order.Counter.of;
import static com.ojeomneo.order.MovableClock.seoul;
import static com.ojeomneo.order.MovedTime.assertRefused;
import static com.ojeomneo.order.OrderProblem.ALREADY_PAID;
import static com.ojeomneo.order.OrderProblem.NOT_ON_SALE;
import static com.ojeomneo.order.OrderProblem.PAYMENT_OPEN;
import static com.ojeomneo.order.OrderProblem.QUANTITY_LIMIT;
import static com.ojeomneo.schema.jooq.enums.OrderStatus.ACCEPTED;
import static com.ojeomneo.schema.jooq.enums.OrderStatus.PREPARING;
import static com.ojeomneo.schema.jooq.enums.OrderStatus.READY;
import static org.assertj.core.api.Assertions.assertThat;

import com.ojeomneo.order.ChangeOrder.Removal;
import com.ojeomneo.payment.TillMethod;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** How long an order is changed, and into what. */
class OrderChangeBoundsTest {
  private static final Removal ONE = new Removal(1, 1, false);
  private static final Instant EVENING = seoul("2026-06-01T18:00");

  private final Counter counter = new Counter();
  private final UUID dish = counter.shop.dish(null);

  @Test
  void whatIsPutInIsSoldWhenItIsFetched() {
    UUID lunch = counter.shop.soldAt(counter.shop.dish(null), "1", "11:00", "14:00");
    UUID dinner = counter.shop.soldAt(counter.shop.dish(null), "1", "17:00", "21:00");
    OrderView evening = counter.phoned(EVENING, of(dish, 1));
    assertRefused(NOT_ON_SALE, () -> change(evening, "lunch", of(lunch, 1), 0, null));
    change(evening, "dinner", of(dinner, 1), 0, null);

    OrderView noon = counter.phoned(of(dish, 1));
    assertRefused(NOT_ON_SALE, () -> change(noon, "dinner", of(dinner, 1), 0, null));
    change(noon, "lunch", of(lunch, 1), 0, null);
  }

  @Test
  void whatWasToBeFetchedLongAgoIsFetchedNow() {
    UUID night = counter.shop.soldAt(counter.shop.dish(null), "1", "18:30", "21:00");
    OrderView late = counter.phoned(EVENING, of(dish, 1));
    assertRefused(NOT_ON_SALE, () -> change(late, "early", of(night, 1), 0, null));
    counter.time.at("2026-06-01T18:40");
    change(late, "late", of(night, 1), 0, null);
    assertThat(counter.time.view(late).items())
        .extracting(OrderView.Item::menuId)
        .containsExactly(night);
  }

  @Test
  void whatIsReadyIsStillChanged() {
    OrderView order = counter.paidInApp(of(dish, 2));
    counter.time.move(order, ACCEPTED, PREPARING, READY);
    change(order, "one", of(dish, 1), 0, null);
    counter.assertBalanced(order);
  }

  @Test
  void notWhileItIsBeingPaidFor() {
    OrderView order = counter.phoned(of(dish, 1));
    counter.time.paying(order);
    assertRefused(PAYMENT_OPEN, () -> change(order, "one", of(dish, 2), 9000, null));
    assertThat(counter.time.view(order).totalAmount()).isEqualTo(order.totalAmount());
  }

  @Test
  void moreThanAllMoneyIsTooMuch() {
    OrderView order = counter.phoned(of(dish, 1));
    assertRefused(QUANTITY_LIMIT, () -> change(order, "one", of(dish, Integer.MAX_VALUE), 0, null));
    assertThat(counter.time.view(order).totalAmount()).isEqualTo(order.totalAmount());
  }

  /** What was paid besides is not mistaken for a repetition of what pays the order. */
  @Test
  void whatWasPaidBesidesDoesNotPayTheOrder() {
    OrderView order = counter.paidInApp(of(dish, 1));
    UUID dear = counter.shop.dish(null, 12000);
    change(order, "one", of(dear, 1), 3000, TillMethod.CASH);
    assertRefused(ALREADY_PAID, () -> counter.pay(order, TillMethod.CASH, 12000));
    counter.assertBalanced(order);
  }

  private void change(
      OrderView order, String key, PlaceOrder.Portions add, int difference, TillMethod paid) {
    counter.time.node.change.change(
        order.id(),
        new ChangeOrder(ONE, add, difference, paid, false, "재료 소진"),
        counter.staff,
        key,
        (_, _) -> {});
  }
}
