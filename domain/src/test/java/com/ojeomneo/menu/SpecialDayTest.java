package com.ojeomneo.menu;

import static com.ojeomneo.menu.OpeningHoursTest.aroundTheClock;
import static com.ojeomneo.menu.OpeningHoursTest.hours;
import static com.ojeomneo.menu.OpeningHoursTest.opening;
import static com.ojeomneo.menu.OpeningHoursTest.seoul;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.TUESDAY;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A shop open at noon on Mondays and Tuesdays; 1 June 2026 is a Monday. */
class SpecialDayTest {
  private static final LocalDate MONDAY_1 = LocalDate.of(2026, 6, 1);
  private static final LocalDate WEDNESDAY_3 = LocalDate.of(2026, 6, 3);
  private static final OpeningHours NOON =
      hours(opening(MONDAY, "11:00", "14:00"), opening(TUESDAY, "11:00", "14:00"));

  @Test
  void itsHoursAreThoseOfThatDayOnly() {
    Store store = store(with(NOON, MONDAY_1, null, null, "10:00", "20:00"));

    assertThat(store.acceptsOrdersAt(seoul("2026-06-01T10:00"))).isTrue();
    assertThat(store.acceptsOrdersAt(seoul("2026-06-01T19:29"))).isTrue();
    assertThat(store.acceptsOrdersAt(seoul("2026-06-01T19:30"))).isFalse();
    assertThat(store.acceptsOrdersAt(seoul("2026-06-08T10:00"))).isFalse();
    assertThat(store.sessionAt(seoul("2026-06-02T11:00"))).isPresent();
    assertThat(store.nextChange(seoul("2026-06-01T09:00"))).isEqualTo(seoul("2026-06-01T10:00"));
  }

  @Test
  void aShopOpensOnADayOnWhichItDoesNotAsARule() {
    OpeningHours hours = with(NOON, WEDNESDAY_3, null, null, "09:00", "12:00");

    assertThat(hours.sessionAt(seoul("2026-06-03T09:00"))).isPresent();
    assertThat(hours.nextOpening(seoul("2026-06-02T11:00"))).contains(seoul("2026-06-03T09:00"));
    assertThat(hours.sessionAt(seoul("2026-06-10T09:00"))).isEmpty();
  }

  @Test
  void itsSessionsRunOverMidnightAndMayBeSeveral() {
    OpeningHours hours = with(NOON, MONDAY_1, null, null, "17:00", "02:00", "08:00", "09:00");

    assertThat(hours.sessionsOn(MONDAY_1))
        .containsExactly(
            new Session(MONDAY_1, seoul("2026-06-01T08:00"), seoul("2026-06-01T09:00")),
            new Session(MONDAY_1, seoul("2026-06-01T17:00"), seoul("2026-06-02T02:00")));
    assertThat(hours.sessionAt(seoul("2026-06-02T01:59")))
        .hasValueSatisfying(session -> assertThat(session.businessDay()).isEqualTo(MONDAY_1));
    assertThat(hours.sessionAt(seoul("2026-06-01T12:00"))).isEmpty();
  }

  @Test
  void aClosureComesBeforeIt() {
    var hours =
        new OpeningHours(
            NOON.weekly(),
            List.of(new Closure(MONDAY_1, MONDAY_1)),
            with(NOON, MONDAY_1, null, 99, "10:00", "20:00").special());

    assertThat(hours.sessionsOn(MONDAY_1)).isEmpty();
    assertThat(hours.nextOpening(seoul("2026-06-01T00:00"))).contains(seoul("2026-06-02T11:00"));
  }

  @Test
  void itsLastOrderIsItsOwnAndItsHoursTheUsual() {
    Store store = store(with(NOON, MONDAY_1, 120, null));

    assertThat(store.cutoffOf(store.sessionAt(seoul("2026-06-01T11:00")).orElseThrow()))
        .isEqualTo(seoul("2026-06-01T12:00"));
    assertThat(store.nextChange(seoul("2026-06-01T11:59:30"))).isEqualTo(seoul("2026-06-01T12:00"));
    assertThat(store.cutoffOf(store.sessionAt(seoul("2026-06-02T11:00")).orElseThrow()))
        .isEqualTo(seoul("2026-06-02T13:30"));
  }

  @Test
  void itsCapacityIsThatOfEverySlotOfTheBusinessDay() {
    Store night =
        store(
            with(
                hours(opening(MONDAY, "17:00", "02:00"), opening(TUESDAY, "17:00", "02:00")),
                MONDAY_1,
                null,
                3));

    assertThat(night.capacityAt(seoul("2026-06-01T17:10"))).isEqualTo(3);
    assertThat(night.capacityAt(seoul("2026-06-02T00:00"))).isEqualTo(3);
    assertThat(night.capacityAt(seoul("2026-06-02T02:00"))).as("at the very end").isEqualTo(3);
    assertThat(night.capacityAt(seoul("2026-06-02T17:10"))).isEqualTo(20);
  }

  @Test
  void aShopThatNeverClosesHasItFromMidnightToMidnight() {
    Store store = store(with(aroundTheClock(), MONDAY_1, null, 0));

    assertThat(store.capacityAt(seoul("2026-05-31T23:50"))).isEqualTo(20);
    assertThat(store.capacityAt(seoul("2026-06-01T00:00"))).isZero();
    assertThat(store.capacityAt(seoul("2026-06-01T23:50"))).isZero();
    assertThat(store.capacityAt(seoul("2026-06-02T00:00"))).isEqualTo(20);
  }

  @Test
  void aShopAroundTheClockThatOpensLaterOnOneDayHasALastOrderTheNightBefore() {
    Store store = store(with(aroundTheClock(), MONDAY_1, null, null, "09:00", "00:00"));

    assertThat(store.cutoffOf(store.sessionAt(seoul("2026-05-31T12:00")).orElseThrow()))
        .isEqualTo(seoul("2026-05-31T23:30"));
    assertThat(store.sessionAt(seoul("2026-06-01T08:59"))).isEmpty();
    assertThat(store.slots(seoul("2026-05-31T23:00"))).endsWith(seoul("2026-06-01T00:00"));
  }

  /** Null is as usual. */
  private static OpeningHours with(
      OpeningHours hours, LocalDate day, Integer cutoff, Integer capacity, String... times) {
    var openings = new ArrayList<Opening>();
    for (int i = 0; i < times.length; i += 2) {
      openings.add(opening(day.getDayOfWeek(), times[i], times[i + 1]));
    }
    return new OpeningHours(
        hours.weekly(), hours.closures(), Map.of(day, new SpecialDay(openings, cutoff, capacity)));
  }

  private static Store store(OpeningHours hours) {
    return new Store(UUID.randomUUID(), "가게", "", null, false, 30, 10, 10, 20, 20, hours);
  }
}
