package com.ojeomneo.menu;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SATURDAY;
import static java.time.DayOfWeek.SUNDAY;
import static java.time.DayOfWeek.THURSDAY;
import static java.time.DayOfWeek.TUESDAY;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** 1 June 2026 is a Monday. */
class SaleTimesTest {
  private static final Set<DayOfWeek> WEEKDAYS = EnumSet.range(MONDAY, FRIDAY);
  private static final SaleTimes LUNCH = on(window(WEEKDAYS, "11:00", "14:00"));

  @Test
  void whatHasNoWindowsAndNoSeasonIsAlwaysSold() {
    assertThat(SaleTimes.ALWAYS.isOnSaleAt(at("2026-06-01T03:00"))).isTrue();
    assertThat(SaleTimes.ALWAYS.nextTurn(at("2026-06-01T03:00"))).isEqualTo(Instant.MAX);
    assertThat(SaleTimes.ALWAYS.nextSale(at("2026-06-01T03:00"))).isEmpty();
  }

  @Test
  void lunchIsSoldFromElevenUntilJustBeforeTwo() {
    assertThat(LUNCH.isOnSaleAt(at("2026-06-01T10:59:59.999999999"))).isFalse();
    assertThat(LUNCH.isOnSaleAt(at("2026-06-01T11:00"))).isTrue();
    assertThat(LUNCH.isOnSaleAt(at("2026-06-01T13:59:59.999999999"))).isTrue();
    assertThat(LUNCH.isOnSaleAt(at("2026-06-01T14:00"))).isFalse();
    assertThat(LUNCH.isOnSaleAt(at("2026-06-06T12:00"))).isFalse();
  }

  @Test
  void afterFridayLunchTheNextOneIsOnMonday() {
    assertThat(LUNCH.nextSale(at("2026-06-05T14:00"))).contains(at("2026-06-08T11:00"));
    assertThat(LUNCH.nextTurn(at("2026-06-05T13:00"))).isEqualTo(at("2026-06-05T14:00"));
    assertThat(LUNCH.nextSale(at("2026-06-05T13:00"))).isEmpty();
  }

  @Test
  void whatIsSoldOnOneDayOnlyIsBackInAWeek() {
    SaleTimes mondays = on(window(Set.of(MONDAY), "11:00", "14:00"));
    assertThat(mondays.nextSale(at("2026-06-01T14:00"))).contains(at("2026-06-08T11:00"));
  }

  @Test
  void aWindowOverMidnightBelongsToTheDayOnWhichItBegan() {
    SaleTimes night =
        new SaleTimes(
            List.of(window(Set.of(FRIDAY), "22:00", "02:00")), null, LocalDate.parse("2026-06-05"));
    assertThat(night.isOnSaleAt(at("2026-06-05T01:00"))).isFalse();
    assertThat(night.isOnSaleAt(at("2026-06-06T01:59:59"))).isTrue();
    assertThat(night.isOnSaleAt(at("2026-06-06T02:00"))).isFalse();
    assertThat(night.nextSale(at("2026-06-06T02:00"))).isEmpty();
    assertThat(night.nextTurn(at("2026-06-06T02:00"))).isEqualTo(Instant.MAX);
  }

  @Test
  void aSeasonThatIsFarAwayIsSeen() {
    SaleTimes winter = new SaleTimes(LUNCH.windows(), LocalDate.parse("2026-12-05"), null);
    // A Saturday.
    assertThat(winter.nextSale(at("2026-06-01T12:00"))).contains(at("2026-12-07T11:00"));
    SaleTimes dates =
        new SaleTimes(List.of(), LocalDate.parse("2026-12-05"), LocalDate.parse("2026-12-06"));
    assertThat(dates.nextTurn(at("2026-06-01T12:00"))).isEqualTo(at("2026-12-05T00:00"));
    assertThat(dates.isOnSaleAt(at("2026-12-06T23:59:59"))).isTrue();
    assertThat(dates.isOnSaleAt(at("2026-12-07T00:00"))).isFalse();
  }

  /** Against the definition, minute by minute, for weeks drawn by lot. */
  @Test
  void everyMinuteOfTwoWeeksIsAsTheWindowsSay() {
    var random = new Random(29);
    for (int draw = 0; draw < 150; draw++) {
      SaleTimes times = drawn(random);
      LocalDateTime start =
          LocalDate.parse("2026-06-01").atStartOfDay().plusMinutes(random.nextInt(14 * 1440));
      boolean now = isSold(times, start);
      assertThat(times.isOnSaleAt(at(start))).as("%s at %s", times, start).isEqualTo(now);
      LocalDateTime turn = start;
      for (int minute = 0; minute < 16 * 1440 && isSold(times, turn) == now; minute++) {
        turn = turn.plusMinutes(1);
      }
      boolean turns = isSold(times, turn) != now;
      if (turns) {
        assertThat(times.nextTurn(at(start)))
            .as("%s after %s", times, start)
            .isBeforeOrEqualTo(at(turn))
            .isAfter(at(start));
      }
      if (!now) {
        assertThat(times.nextSale(at(start)))
            .as("%s after %s", times, start)
            .isEqualTo(turns ? Optional.of(at(turn)) : Optional.empty());
      }
    }
  }

  @Test
  void itIsSaidInWords() {
    assertThat(SaleTimesText.of(LUNCH, Locale.KOREAN)).isEqualTo("월–금 11:00–14:00");
    assertThat(SaleTimesText.of(LUNCH, Locale.ENGLISH)).isEqualTo("Mon–Fri 11:00–14:00");
    SaleTimes several =
        on(
            window(EnumSet.allOf(DayOfWeek.class), "17:00", "02:00"),
            window(Set.of(SATURDAY, SUNDAY), "00:00", "00:00"),
            window(Set.of(TUESDAY, THURSDAY), "11:00", "14:00"));
    assertThat(SaleTimesText.of(several, Locale.KOREAN))
        .isEqualTo("매일 17:00–02:00, 토·일 종일, 화·목 11:00–14:00");
    assertThat(SaleTimesText.of(several, Locale.ENGLISH))
        .isEqualTo("daily 17:00–02:00, Sat, Sun all day, Tue, Thu 11:00–14:00");
    SaleTimes season = new SaleTimes(LUNCH.windows(), LocalDate.parse("2026-12-01"), null);
    assertThat(SaleTimesText.of(season, Locale.KOREAN)).isEqualTo("2026-12-01 ~ · 월–금 11:00–14:00");
    assertThat(SaleTimesText.of(SaleTimes.ALWAYS, Locale.KOREAN)).isEqualTo("항상");
  }

  private static SaleTimes drawn(Random random) {
    List<SaleWindow> windows =
        IntStream.range(0, random.nextInt(4))
            .mapToObj(
                i ->
                    new SaleWindow(
                        Set.of(
                            DayOfWeek.of(1 + random.nextInt(3)),
                            DayOfWeek.of(4 + random.nextInt(4))),
                        LocalTime.of(random.nextInt(24), 15 * random.nextInt(4)),
                        LocalTime.of(random.nextInt(24), 15 * random.nextInt(4))))
            .toList();
    LocalDate from =
        random.nextBoolean() ? null : LocalDate.parse("2026-06-01").plusDays(random.nextInt(10));
    LocalDate until =
        random.nextBoolean() ? null : LocalDate.parse("2026-06-10").plusDays(random.nextInt(10));
    return new SaleTimes(windows, from, until);
  }

  private static boolean isSold(SaleTimes times, LocalDateTime moment) {
    for (LocalDate day : List.of(moment.toLocalDate().minusDays(1), moment.toLocalDate())) {
      if ((times.from() != null && day.isBefore(times.from()))
          || (times.until() != null && day.isAfter(times.until()))) {
        continue;
      }
      if (times.windows().isEmpty() && day.equals(moment.toLocalDate())) {
        return true;
      }
      for (SaleWindow window : times.windows()) {
        LocalDateTime opens = day.atTime(window.from());
        LocalDateTime closes = day.atTime(window.until());
        if (!closes.isAfter(opens)) {
          closes = closes.plus(Duration.ofDays(1));
        }
        if (window.days().contains(day.getDayOfWeek())
            && !moment.isBefore(opens)
            && moment.isBefore(closes)) {
          return true;
        }
      }
    }
    return false;
  }

  private static SaleTimes on(SaleWindow... windows) {
    return new SaleTimes(List.of(windows), null, null);
  }

  private static SaleWindow window(Set<DayOfWeek> days, String from, String until) {
    return new SaleWindow(days, LocalTime.parse(from), LocalTime.parse(until));
  }

  private static Instant at(String seoul) {
    return at(LocalDateTime.parse(seoul));
  }

  private static Instant at(LocalDateTime seoul) {
    return seoul.atZone(OpeningHours.SEOUL).toInstant();
  }
}
