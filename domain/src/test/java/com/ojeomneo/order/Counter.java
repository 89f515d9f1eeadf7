package com.ojeomneo.order;

import static com.ojeomneo.schema.jooq.Tables.DAILY_STOCK;
import static com.ojeomneo.schema.jooq.Tables.DISH_SALES_ENTRIES;
import static com.ojeomneo.schema.jooq.Tables.ORDERS;
import static com.ojeomneo.schema.jooq.Tables.PAYMENTS;
import static com.ojeomneo.schema.jooq.Tables.PICKUP_SLOTS;
import static com.ojeomneo.schema.jooq.Tables.REFUNDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.jooq.impl.DSL.sum;

import com.ojeomneo.payment.TillMethod;
import com.ojeomneo.schema.jooq.enums.RefundStatus;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Table;

/** A shop's counter at noon, with somebody behind it who takes orders and money. */
final class Counter {
  final MovedTime time = new MovedTime();
  final TestShop shop = TestShop.aroundTheClock(time.sql());
  final UUID staff = TestShop.staff(time.sql());

  static PlaceOrder.Portions of(UUID dish, int quantity) {
    return new PlaceOrder.Portions(dish, quantity, List.of());
  }

  PlaceOrder wish(Instant pickupAt, PlaceOrder.Portions... items) {
    return new PlaceOrder(shop.id(), pickupAt, List.of(items), null);
  }

  /** Somebody has ordered on the phone and pays later. */
  OrderView phoned(PlaceOrder.Portions... items) {
    return phoned(null, items);
  }

  OrderView phoned(Instant pickupAt, PlaceOrder.Portions... items) {
    return take(
        UUID.randomUUID().toString(),
        new TakeOrder(TakeOrder.Channel.PHONE, "1234", wish(pickupAt, items), null));
  }

  /** Somebody has ordered and paid in cash. */
  OrderView paid(int total, PlaceOrder.Portions... items) {
    return take(
        UUID.randomUUID().toString(),
        new TakeOrder(
            TakeOrder.Channel.COUNTER,
            null,
            wish(null, items),
            new TakeMoney(TillMethod.CASH, total)));
  }

  /** A customer has ordered and paid in the app. */
  OrderView paidInApp(PlaceOrder.Portions... items) {
    return time.pay(
        time.node.checkout.place(TestShop.customer(time.sql()), wish(null, items), (_, _) -> {}));
  }

  OrderView take(String key, TakeOrder wish) {
    return time.node.staffCheckout.take(wish, staff, key, (_, _) -> {});
  }

  OrderView pay(OrderView order, TillMethod method, int amount) {
    return time.node.till.take(order.id(), new TakeMoney(method, amount), staff, (_, _) -> {});
  }

  /** What is kept of an order's payments, KRW. */
  int kept(OrderView order) {
    return total(
        PAYMENTS, PAYMENTS.AMOUNT.minus(PAYMENTS.REFUNDED), PAYMENTS.ORDER_ID.eq(order.id()));
  }

  /** Its payments say of themselves what its refunds say, and it costs what is kept. */
  void assertBalanced(OrderView order) {
    assertThat(total(REFUNDS, REFUNDS.AMOUNT, REFUNDS.ORDER_ID.eq(order.id())))
        .isEqualTo(total(PAYMENTS, PAYMENTS.REFUNDED, PAYMENTS.ORDER_ID.eq(order.id())));
    assertThat(kept(order)).isEqualTo(time.view(order).totalAmount().amount());
  }

  private int total(Table<?> of, Field<Integer> what, Condition where) {
    return time.sql()
        .select(sum(what))
        .from(of)
        .where(where)
        .fetchOptional(row -> row.value1())
        .map(BigDecimal::intValue)
        .orElse(0);
  }

  int remaining(UUID dish) {
    return time.sql().fetchSingle(DAILY_STOCK, DAILY_STOCK.MENU_ID.eq(dish)).getRemaining();
  }

  int sold(UUID dish) {
    return total(
        DISH_SALES_ENTRIES, DISH_SALES_ENTRIES.PORTIONS, DISH_SALES_ENTRIES.MENU_ID.eq(dish));
  }

  int taken(Instant slot) {
    return time.sql()
        .fetchOptional(PICKUP_SLOTS, PICKUP_SLOTS.STORE_ID.eq(shop.id()), PICKUP_SLOTS.AT.eq(slot))
        .map(row -> row.getTaken())
        .orElse(0);
  }

  /** Refunds that somebody has still to hand over. */
  List<UUID> toHandOver(OrderView order) {
    return time.sql()
        .select(REFUNDS.ID)
        .from(REFUNDS)
        .where(REFUNDS.ORDER_ID.eq(order.id()), REFUNDS.AT_TILL.isTrue())
        .and(REFUNDS.STATUS.ne(RefundStatus.DONE))
        .fetch(REFUNDS.ID);
  }

  int orders() {
    return time.sql().fetchCount(ORDERS, ORDERS.STORE_ID.eq(shop.id()));
  }

  /** All of these at the same moment; what each came to. */
  static <T> List<Future<T>> atOnce(List<Callable<T>> deeds) {
    var start = new CountDownLatch(1);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<T>> futures =
          deeds.stream()
              .map(
                  deed ->
                      threads.submit(
                          () -> {
                            start.await();
                            return deed.call();
                          }))
              .toList();
      start.countDown();
      return futures;
    }
  }
}
