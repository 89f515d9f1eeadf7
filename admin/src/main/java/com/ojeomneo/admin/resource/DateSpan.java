package com.ojeomneo.admin.resource;

import com.ojeomneo.platform.problem.Problem;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.stream.Stream;

/**
 * All time, a year or a month of Seoul, and what it is cut into: years, months, days.
 *
 * @param from its first day; null for all time
 * @param until the day after its last; null for all time
 */
record DateSpan(LocalDate from, LocalDate until, DateSpan.Part part) {
  static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");

  /** With its name as Java and PostgreSQL write it. */
  enum Part {
    YEAR("YYYY", 4),
    MONTH("YYYY-MM", 7),
    DAY("YYYY-MM-DD", 10);

    final String pattern;
    private final int length;

    Part(String pattern, int length) {
      this.pattern = pattern;
      this.length = length;
    }

    private String of(LocalDate day) {
      return day.toString().substring(0, length);
    }

    private LocalDate next(LocalDate day) {
      return switch (this) {
        case YEAR -> day.withDayOfYear(1).plusYears(1);
        case MONTH -> day.withDayOfMonth(1).plusMonths(1);
        case DAY -> day.plusDays(1);
      };
    }
  }

  /**
   * @param within {@code 2026}, {@code 2026-11}, or null for all time
   * @throws Problem 400 for anything else
   */
  static DateSpan of(String within) {
    if (within == null) {
      return new DateSpan(null, null, Part.YEAR);
    }
    try {
      if (within.matches("[12]\\d{3}")) {
        LocalDate from = Year.parse(within).atDay(1);
        return new DateSpan(from, from.plusYears(1), Part.MONTH);
      }
      if (within.matches("[12]\\d{3}-\\d{2}")) {
        LocalDate from = YearMonth.parse(within).atDay(1);
        return new DateSpan(from, from.plusMonths(1), Part.DAY);
      }
    } catch (DateTimeParseException noMonth) {
      // answered below
    }
    throw Problem.invalid("within", "연도나 달로 보내 주세요.", "Must be a year or a month.");
  }

  static Instant start(LocalDate day) {
    return day.atStartOfDay(SEOUL).toInstant();
  }

  /** Its parts, but for those before the first of these days and after the last. */
  List<String> parts(LocalDate first, LocalDate last) {
    LocalDate begin = from == null || first.isAfter(from) ? first : from;
    return Stream.iterate(
            begin, day -> !day.isAfter(last) && (until == null || day.isBefore(until)), part::next)
        .map(part::of)
        .toList();
  }
}
