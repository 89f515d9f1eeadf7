package com.ojeomneo.order;

import static com.ojeomneo.order.MovableClock.seoul;
import static com.ojeomneo.order.MovedTime.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import com.ojeomneo.menu.MenuProblem;
import com.ojeomneo.menu.StockTaking;
import com.ojeomneo.platform.problem.Problem;
import java.time.DayOfWeek;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** A kitchen counts its portions while customers buy them. */
class StockTakingTest {
  private final MovedTime time = new MovedTime();
  private final StockTaking stock = new StockTaking(time.node.database, time.clock);

  @Test
  void countingAndSellingAtOnceLoseNothing() throws Exception {
    TestShop shop = TestShop.aroundTheClock(time.sql()).slotCapacity(100);
    UUID dish = shop.dish(10);
    var sold = new AtomicInteger();
    var start = new CountDownLatch(1);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 30; i++) {
        threads.submit(
            () -> {
              start.await();
              try {
                time.place(shop, dish);
                sold.incrementAndGet();
              } catch (Problem soldOut) {
                // As many as there are portions.
              }
              return null;
            });
      }
      for (int i = 0; i < 5; i++) {
        threads.submit(
            () -> {
              start.await();
              return stock.count(dish, 12, 10, (_, _) -> {});
            });
      }
      start.countDown();
    }
    assertThat(sold.get() + time.remaining(dish, "2026-06-01")).isEqualTo(10 + 5 * 2);
  }

  @Test
  void whatIsLeftNeverFallsBelowZero() {
    TestShop shop = TestShop.aroundTheClock(time.sql());
    UUID dish = shop.dish(3);
    time.place(shop, dish);
    time.place(shop, dish);
    assertRefused(MenuProblem.STOCK_CHANGED, () -> stock.count(dish, 0, 3, (_, _) -> {}));
    assertThat(time.remaining(dish, "2026-06-01")).isEqualTo(1);
    stock.count(dish, 0, null, (_, _) -> {});
    assertRefused(OrderProblem.SOLD_OUT, () -> time.place(shop, dish));
  }

  @Test
  void beforeItOpensAShopCountsForTheDayThatComes() {
    TestShop shop = TestShop.in(time.sql()).open(DayOfWeek.TUESDAY, "11:00", "20:00");
    UUID dish = shop.dish(3);
    time.at(seoul("2026-06-01T12:00"));
    stock.count(dish, 1, null, (_, _) -> {});
    time.at(seoul("2026-06-02T12:00"));
    time.place(shop, dish);
    assertRefused(OrderProblem.SOLD_OUT, () -> time.place(shop, dish));
    assertThat(time.remaining(dish, "2026-06-02")).isZero();
  }
}
