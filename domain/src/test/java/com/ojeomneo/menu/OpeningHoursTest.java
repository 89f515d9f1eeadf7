package com.ojeomneo.menu;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SATURDAY;
import static java.time.DayOfWeek.SUNDAY;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** 1 June 2026 is a Monday. */
class OpeningHoursTest {
  private static final LocalDate MONDAY_1 = LocalDate.of(2026, 6, 1);

  @Test
  void theOpeningMinuteBelongsToTheSessionAndTheClosingMinuteDoesNot() {
    var lunch = hours(opening(MONDAY, "11:00", "14:30"));

    assertThat(lunch.sessionAt(seoul("2026-06-01T10:59:59.999"))).isEmpty();
    assertThat(lunch.sessionAt(seoul("2026-06-01T11:00")))
        .contains(new Session(MONDAY_1, seoul("2026-06-01T11:00"), seoul("2026-06-01T14:30")));
    assertThat(lunch.sessionAt(seoul("2026-06-01T14:29:59.999"))).isPresent();
    assertThat(lunch.sessionAt(seoul("2026-06-01T14:30"))).isEmpty();
    assertThat(lunch.sessionAt(seoul("2026-06-02T12:00"))).isEmpty();
  }

  @Test
  void theHoursAreSeoulsWhateverTheProcessThinks() {
    var lunch = hours(opening(MONDAY, "00:30", "09:00"));

    assertThat(lunch.sessionAt(Instant.parse("2026-05-31T15:30:00Z"))).isPresent();
    assertThat(lunch.sessionAt(Instant.parse("2026-06-01T00:00:00Z"))).isEmpty();
  }

  @Test
  void afterMidnightItIsStillYesterdaysBusinessDay() {
    var evening = hours(opening(MONDAY, "17:00", "02:00"));

    assertThat(evening.sessionAt(seoul("2026-06-01T01:00"))).isEmpty();
    assertThat(businessDay(evening, "2026-06-01T17:00")).isEqualTo(MONDAY_1);
    assertThat(businessDay(evening, "2026-06-02T00:00")).isEqualTo(MONDAY_1);
    assertThat(businessDay(evening, "2026-06-02T01:59")).isEqualTo(MONDAY_1);
    assertThat(evening.sessionAt(seoul("2026-06-02T02:00"))).isEmpty();
  }

  @Test
  void sundayNightRunsIntoMonday() {
    var evening = hours(opening(SUNDAY, "17:00", "02:00"));

    assertThat(businessDay(evening, "2026-06-01T01:00")).isEqualTo(LocalDate.of(2026, 5, 31));
    assertThat(evening.nextOpening(seoul("2026-06-01T02:00"))).contains(seoul("2026-06-07T17:00"));
  }

  @Test
  void closingAtMidnightEndsTheDay() {
    var evening = hours(opening(MONDAY, "17:00", "00:00"));

    assertThat(businessDay(evening, "2026-06-01T23:59:59")).isEqualTo(MONDAY_1);
    assertThat(evening.sessionAt(seoul("2026-06-02T00:00"))).isEmpty();
  }

  @Test
  void theDayOfAShopThatNeverClosesIsTheCalendarDate() {
    var always = aroundTheClock();

    assertThat(businessDay(always, "2026-06-01T23:59:59.999")).isEqualTo(MONDAY_1);
    assertThat(businessDay(always, "2026-06-02T00:00")).isEqualTo(MONDAY_1.plusDays(1));
    assertThat(always.sessionAt(seoul("2026-06-01T12:00")))
        .contains(new Session(MONDAY_1, seoul("2026-06-01T00:00"), seoul("2026-06-02T00:00")));
  }

  @Test
  void equalTimesAreTwentyFourHoursFromThere() {
    var fromNine = hours(opening(MONDAY, "09:00", "09:00"));

    assertThat(fromNine.sessionAt(seoul("2026-06-01T08:59"))).isEmpty();
    assertThat(businessDay(fromNine, "2026-06-02T08:59")).isEqualTo(MONDAY_1);
    assertThat(fromNine.sessionAt(seoul("2026-06-02T09:00"))).isEmpty();
  }

  @Test
  void aBreakIsBetweenTwoOpenings() {
    var twice = hours(opening(MONDAY, "17:00", "21:00"), opening(MONDAY, "11:00", "15:00"));

    assertThat(twice.sessionAt(seoul("2026-06-01T14:59"))).isPresent();
    assertThat(twice.sessionAt(seoul("2026-06-01T15:00"))).isEmpty();
    assertThat(twice.nextOpening(seoul("2026-06-01T15:00"))).contains(seoul("2026-06-01T17:00"));
    assertThat(twice.nextOpening(seoul("2026-06-01T09:00"))).contains(seoul("2026-06-01T11:00"));
  }

  @Test
  void ofOverlappingOpeningsTheOneThatBeganFirstIsOn() {
    var late = hours(opening(SUNDAY, "17:00", "02:00"), opening(MONDAY, "01:00", "05:00"));

    assertThat(businessDay(late, "2026-06-01T01:30")).isEqualTo(LocalDate.of(2026, 5, 31));
    assertThat(businessDay(late, "2026-06-01T02:00")).isEqualTo(MONDAY_1);
  }

  @Test
  void aClosureTakesTheWholeSessionOfItsDayAlsoAfterMidnight() {
    var evenings =
        new OpeningHours(
            Stream.of(DayOfWeek.values()).map(d -> opening(d, "17:00", "02:00")).toList(),
            List.of(new Closure(MONDAY_1, MONDAY_1.plusDays(1))),
            Map.of());

    assertThat(businessDay(evenings, "2026-06-01T01:00")).isEqualTo(MONDAY_1.minusDays(1));
    assertThat(evenings.sessionAt(seoul("2026-06-01T17:00"))).isEmpty();
    assertThat(evenings.sessionAt(seoul("2026-06-02T01:00"))).isEmpty();
    assertThat(evenings.sessionAt(seoul("2026-06-03T01:00"))).isEmpty();
    assertThat(businessDay(evenings, "2026-06-03T17:00")).isEqualTo(MONDAY_1.plusDays(2));
    assertThat(evenings.nextOpening(seoul("2026-06-01T12:00"))).contains(seoul("2026-06-03T17:00"));
  }

  @Test
  void theNextOpeningIsLaterThanTheMomentItself() {
    var weekdays = hours(opening(FRIDAY, "11:00", "14:00"), opening(MONDAY, "11:00", "14:00"));

    assertThat(weekdays.nextOpening(seoul("2026-06-05T10:59"))).contains(seoul("2026-06-05T11:00"));
    assertThat(weekdays.nextOpening(seoul("2026-06-05T11:00"))).contains(seoul("2026-06-08T11:00"));
  }

  @Test
  void aShopWithoutHoursNeverOpens() {
    assertThat(hours().sessionAt(seoul("2026-06-01T12:00"))).isEmpty();
    assertThat(hours().nextOpening(seoul("2026-06-01T12:00"))).isEmpty();
  }

  @Test
  void aShopClosedForGoodHasNoNextOpening() {
    var closed =
        new OpeningHours(
            List.of(opening(SATURDAY, "11:00", "14:00")),
            List.of(new Closure(MONDAY_1, MONDAY_1.plusYears(9))),
            Map.of());

    assertThat(closed.nextOpening(seoul("2026-06-01T12:00"))).isEmpty();
  }

  static OpeningHours aroundTheClock() {
    return hours(
        Stream.of(DayOfWeek.values())
            .map(day -> opening(day, "00:00", "00:00"))
            .toArray(Opening[]::new));
  }

  static OpeningHours hours(Opening... openings) {
    return new OpeningHours(Arrays.asList(openings), List.of(), Map.of());
  }

  static Opening opening(DayOfWeek day, String opens, String closes) {
    return new Opening(day, LocalTime.parse(opens), LocalTime.parse(closes));
  }

  static Instant seoul(String local) {
    return LocalDateTime.parse(local).atZone(OpeningHours.SEOUL).toInstant();
  }

  private static LocalDate businessDay(OpeningHours hours, String local) {
    return hours.sessionAt(seoul(local)).orElseThrow().businessDay();
  }
}
