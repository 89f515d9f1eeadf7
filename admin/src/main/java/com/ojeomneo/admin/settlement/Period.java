package com.ojeomneo.admin.settlement;

import com.ojeomneo.platform.problem.Problem;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * Days of Seoul, which has no summer time.
 *
 * @param to the last one, included
 */
record Period(LocalDate from, LocalDate to) {
  /** A quarter, as the tax office has them. */
  static final int MOST_DAYS = 92;

  private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");
  private static final LocalDate EARLIEST = LocalDate.of(2000, 1, 1);

  /**
   * @param from null for the first of the month of the last day
   * @param to null for today
   * @throws Problem 400 for what are no such days, and for too many
   */
  static Period of(@Nullable String from, @Nullable String to, Instant now) {
    LocalDate today = LocalDate.ofInstant(now, SEOUL);
    LocalDate last = to == null ? today : day("to", to);
    LocalDate first = from == null ? last.withDayOfMonth(1) : day("from", from);
    if (last.isAfter(today)) {
      throw Problem.invalid("to", "오늘까지의 날짜를 골라 주세요.", "Today at the latest.");
    }
    if (first.isAfter(last)) {
      throw Problem.invalid("from", "시작일이 종료일보다 늦어요.", "Must not be after the last day.");
    }
    if (ChronoUnit.DAYS.between(first, last) >= MOST_DAYS) {
      throw Problem.invalid(
          "from",
          "한 번에 %d일까지 볼 수 있어요.".formatted(MOST_DAYS),
          "At most %d days at once.".formatted(MOST_DAYS));
    }
    return new Period(first, last);
  }

  Instant begin() {
    return from.atStartOfDay(SEOUL).toInstant();
  }

  /** The first moment after it. */
  Instant end() {
    return to.plusDays(1).atStartOfDay(SEOUL).toInstant();
  }

  private static LocalDate day(String name, String said) {
    try {
      LocalDate day = LocalDate.parse(said);
      if (!day.isBefore(EARLIEST) && day.getYear() < 10_000) {
        return day;
      }
    } catch (DateTimeException e) {
      // The answer is the same.
    }
    throw Problem.invalid(name, "2026-01-31 같은 날짜를 적어 주세요.", "A date such as 2026-01-31.");
  }
}
