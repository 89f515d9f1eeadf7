package com.ojeomneo.admin.dashboard;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * A day of Seoul, which has no summer time: a week is always 168 hours.
 *
 * @param now what is later has not happened
 */
record Span(LocalDate day, Instant now) {
  private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");

  static LocalDate dayOf(Instant now) {
    return LocalDate.ofInstant(now, SEOUL);
  }

  LocalDate dayBefore() {
    return day.minusWeeks(1);
  }

  Instant from() {
    return midnight(day);
  }

  Instant until() {
    Instant end = midnight(day.plusDays(1));
    return now.isBefore(end) ? now : end;
  }

  boolean isOver() {
    return until().isBefore(now) || until().equals(midnight(day.plusDays(1)));
  }

  Instant fromBefore() {
    return midnight(dayBefore());
  }

  Instant untilBefore() {
    return until().minus(Duration.ofDays(7));
  }

  Instant endBefore() {
    return midnight(dayBefore().plusDays(1));
  }

  /** Whether the hour has begun. */
  boolean hasBegun(int hour) {
    return from().plusSeconds(hour * 3600L).isBefore(until());
  }

  private static Instant midnight(LocalDate day) {
    return day.atStartOfDay(SEOUL).toInstant();
  }
}
