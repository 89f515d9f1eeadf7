package com.ojeomneo.order;

import static com.ojeomneo.order.MovableClock.seoul;
import static com.ojeomneo.order.MovedTime.assertRefused;
import static com.ojeomneo.order.OrderProblem.CUTOFF_PASSED;
import static com.ojeomneo.order.OrderProblem.SLOT_FULL;
import static com.ojeomneo.order.OrderProblem.SOLD_OUT;
import static com.ojeomneo.order.OrderProblem.STORE_CLOSED;
import static com.ojeomneo.schema.jooq.Tables.PICKUP_SLOTS;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SUNDAY;
import static java.time.DayOfWeek.TUESDAY;
import static org.assertj.core.api.Assertions.assertThat;

import com.ojeomneo.schema.jooq.enums.OrderStatus;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What a shop takes and gives back around its closing time and midnight. 1 June is a Monday. */
class ClosingTimeTest {
  private final MovedTime time = new MovedTime();

  @Test
  void ordersAreTakenFromTheOpeningUntilTheLastOrder() {
    TestShop shop = TestShop.in(time.sql()).open(MONDAY, "11:00", "14:30");
    UUID dish = shop.dish(null);
    assertRefused(STORE_CLOSED, () -> time.at("2026-06-01T10:59:59.999").place(shop, dish));
    assertThat(time.at("2026-06-01T11:00").place(shop, dish).number()).isEqualTo("A01");
    assertThat(time.at("2026-06-01T13:59:59.999").place(shop, dish).number()).isEqualTo("A02");
    assertRefused(CUTOFF_PASSED, () -> time.at("2026-06-01T14:00").place(shop, dish));
    assertRefused(CUTOFF_PASSED, () -> time.at("2026-06-01T14:29:59.999").place(shop, dish));
    assertRefused(STORE_CLOSED, () -> time.at("2026-06-01T14:30").place(shop, dish));
  }

  @Test
  void aNightShopSellsTheDayOnWhichItOpenedAlsoAfterMidnight() {
    TestShop shop = TestShop.in(time.sql()).open(MONDAY, "17:00", "02:00");
    UUID dish = shop.dish(3);
    assertThat(time.at("2026-06-01T23:59:59.999").place(shop, dish).number()).isEqualTo("A01");
    assertThat(time.at("2026-06-02T00:00").place(shop, dish).number()).isEqualTo("A02");
    assertThat(time.at("2026-06-02T01:29:59.999").place(shop, dish).number()).isEqualTo("A03");
    assertThat(time.remaining(dish, "2026-06-01")).isZero();
    assertRefused(SOLD_OUT, () -> time.place(shop, dish));
    assertRefused(CUTOFF_PASSED, () -> time.at("2026-06-02T01:30").place(shop, dish));
    assertRefused(STORE_CLOSED, () -> time.at("2026-06-02T02:00").place(shop, dish));
  }

  @Test
  void aShopAroundTheClockBeginsANewDayAtMidnightWithoutALastOrder() {
    TestShop shop = TestShop.aroundTheClock(time.sql());
    UUID dish = shop.dish(1);
    assertThat(time.at("2026-06-01T23:59:59.999").place(shop, dish).number()).isEqualTo("A01");
    assertRefused(SOLD_OUT, () -> time.place(shop, dish));
    assertThat(time.at("2026-06-02T00:00").place(shop, dish).number()).isEqualTo("A01");
    assertRefused(SOLD_OUT, () -> time.place(shop, dish));
  }

  @Test
  void whatAnOrderHeldGoesBackToItsOwnDayAfterMidnightToo() {
    TestShop shop = TestShop.aroundTheClock(time.sql());
    UUID dish = shop.dish(1);
    OrderView monday = time.at("2026-06-01T23:58").place(shop, dish);
    time.at("2026-06-02T00:01").place(shop, dish);
    time.at("2026-06-02T00:08").node.progress.expireUnpaid();
    assertThat(time.view(monday).status()).isEqualTo(OrderStatus.EXPIRED);
    assertThat(time.remaining(dish, "2026-06-01")).isOne();
    assertThat(time.remaining(dish, "2026-06-02")).isZero();
    assertRefused(SOLD_OUT, () -> time.place(shop, dish));
  }

  @Test
  void aDayOffTakesNoOrdersButTheNightBeforeRunsIntoIt() {
    LocalDate tuesday = LocalDate.of(2026, 6, 2);
    TestShop shop =
        TestShop.in(time.sql())
            .open(MONDAY, "17:00", "02:00")
            .open(TUESDAY, "17:00", "02:00")
            .closedOn(tuesday);
    UUID dish = shop.dish(null);
    assertThat(time.at("2026-06-02T01:00").place(shop, dish).number()).isEqualTo("A01");
    assertRefused(STORE_CLOSED, () -> time.at("2026-06-02T18:00").place(shop, dish));
    assertRefused(STORE_CLOSED, () -> time.at("2026-06-03T01:00").place(shop, dish));
  }

  @Test
  void theLastSlotIsTheClosingTime() {
    TestShop shop = TestShop.in(time.sql()).open(MONDAY, "11:00", "14:30");
    UUID dish = shop.dish(null);
    time.at("2026-06-01T13:50");
    assertThat(time.place(shop, dish, seoul("2026-06-01T14:30")).pickupAt())
        .isEqualTo(seoul("2026-06-01T14:30"));
    assertRefused(SLOT_FULL, () -> time.place(shop, dish, seoul("2026-06-01T14:40")));
    assertRefused(SLOT_FULL, () -> time.place(shop, dish, seoul("2026-06-01T14:25")));
    assertThat(time.place(shop, dish, seoul("2026-06-01T14:00")).number()).isEqualTo("A02");
    time.at("2026-06-01T13:50:00.001");
    assertRefused(SLOT_FULL, () -> time.place(shop, dish, seoul("2026-06-01T14:00")));
  }

  @Test
  void aSlotAfterMidnightIsTakenAndGivenBackByAnOrderOfTheDayBefore() {
    TestShop shop = TestShop.in(time.sql()).open(SUNDAY, "17:00", "02:00").slotCapacity(1);
    UUID dish = shop.dish(1);
    Instant slot = seoul("2026-06-01T00:10");
    OrderView first = time.at("2026-05-31T23:50").place(shop, dish, slot);
    assertThat(taken(shop, slot)).isOne();
    UUID other = shop.dish(null);
    assertRefused(SLOT_FULL, () -> time.place(shop, other, slot));
    time.at("2026-06-01T00:00").node.progress.expireUnpaid();
    assertThat(time.view(first).status()).isEqualTo(OrderStatus.EXPIRED);
    assertThat(taken(shop, slot)).isZero();
    assertThat(time.remaining(dish, "2026-05-31")).isOne();
    assertThat(time.place(shop, dish, slot).number()).isEqualTo("A02");
  }

  @Test
  void aSpecialDayHasItsOwnHoursAndLastOrderAndTheNextWeekTheUsualOnes() {
    TestShop shop =
        TestShop.in(time.sql())
            .open(MONDAY, "11:00", "14:30")
            .specialDay(LocalDate.of(2026, 6, 1), 60, null, "18:00", "01:00")
            .specialDay(LocalDate.of(2026, 6, 6), null, null, "11:00", "14:30");
    UUID dish = shop.dish(null);
    assertRefused(STORE_CLOSED, () -> time.at("2026-06-01T12:00").place(shop, dish));
    assertThat(time.at("2026-06-01T23:59:59.999").place(shop, dish).number()).isEqualTo("A01");
    assertRefused(CUTOFF_PASSED, () -> time.at("2026-06-02T00:00").place(shop, dish));
    assertThat(time.at("2026-06-06T12:00").place(shop, dish).number())
        .as("Saturday")
        .isEqualTo("A01");
    assertThat(time.at("2026-06-08T12:00").place(shop, dish).number()).isEqualTo("A01");
    assertRefused(STORE_CLOSED, () -> time.at("2026-06-08T18:00").place(shop, dish));
  }

  @Test
  void lessRoomThanIsTakenLosesNothingAndTakesNoMore() {
    LocalDate monday = LocalDate.of(2026, 6, 1);
    TestShop shop = TestShop.in(time.sql()).open(MONDAY, "11:00", "14:30").slotCapacity(2);
    UUID dish = shop.dish(null);
    Instant noon = seoul("2026-06-01T12:00");
    Instant later = seoul("2026-06-01T12:10");
    OrderView first = time.at("2026-06-01T11:00").place(shop, dish, noon);
    time.place(shop, dish, noon);
    shop.specialDay(monday, null, 1);
    assertThat(taken(shop, noon)).isEqualTo(2);
    assertRefused(SLOT_FULL, () -> time.place(shop, dish, noon));
    time.place(shop, dish, later);
    assertRefused(SLOT_FULL, () -> time.place(shop, dish, later));
    time.at("2026-06-01T11:10").node.progress.expireUnpaid();
    assertThat(time.view(first).status()).isEqualTo(OrderStatus.EXPIRED);
    assertThat(time.place(shop, dish, noon).pickupAt()).isEqualTo(noon);
    shop.noSpecialDays();
    time.place(shop, dish, noon);
    assertRefused(SLOT_FULL, () -> time.place(shop, dish, noon));
  }

  @Test
  void noRoomAtAllTakesNotEvenTheFirst() {
    TestShop shop =
        TestShop.in(time.sql())
            .open(MONDAY, "11:00", "14:30")
            .specialDay(LocalDate.of(2026, 6, 1), null, 0);
    UUID dish = shop.dish(null);
    time.at("2026-06-01T11:00");
    assertRefused(SLOT_FULL, () -> time.place(shop, dish, seoul("2026-06-01T12:00")));
    assertThat(time.place(shop, dish).number()).as("as soon as possible").isEqualTo("A01");
  }

  private int taken(TestShop shop, Instant slot) {
    return time.sql()
        .select(PICKUP_SLOTS.TAKEN)
        .from(PICKUP_SLOTS)
        .where(PICKUP_SLOTS.STORE_ID.eq(shop.id()), PICKUP_SLOTS.AT.eq(slot))
        .fetchSingle()
        .value1();
  }
}
