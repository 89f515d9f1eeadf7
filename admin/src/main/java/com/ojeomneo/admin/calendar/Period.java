package com.ojeomneo.admin.calendar;

import com.ojeomneo.platform.problem.Problem;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.stream.Stream;

/**
 * Days that are looked at, both included.
 *
 * @param first at least 2000-01-01, at most 2100-01-01
 * @param last at most six weeks on
 */
record Period(LocalDate first, LocalDate last) {
  private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");
  private static final LocalDate EARLIEST = LocalDate.of(2000, 1, 1);
  private static final LocalDate LATEST = LocalDate.of(2100, 1, 1);
  private static final int MOST_DAYS = 42;

  /**
   * @throws Problem 400 for anything else
   */
  static Period of(String from, int days) {
    if (days < 1 || days > MOST_DAYS) {
      throw Problem.invalid("days", "1~42일을 볼 수 있어요.", "Must be 1 to 42 days.");
    }
    try {
      LocalDate first = LocalDate.parse(String.valueOf(from));
      if (!first.isBefore(EARLIEST) && !first.isAfter(LATEST)) {
        return new Period(first, first.plusDays(days - 1L));
      }
    } catch (DateTimeException e) {
      // The answer is the same.
    }
    throw Problem.invalid("from", "날짜를 2026-01-31처럼 적어 주세요.", "A date such as 2026-01-31.");
  }

  Instant begin() {
    return first.atStartOfDay(SEOUL).toInstant();
  }

  Stream<LocalDate> days() {
    return first.datesUntil(last.plusDays(1));
  }
}
