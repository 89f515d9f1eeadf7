package com.ojeomneo.menu;

import java.time.Instant;
import java.time.LocalDate;

/**
 * One uninterrupted opening of a shop.
 *
 * @param businessDay the date in Seoul on which it began, also after midnight
 * @param opensAt inclusive
 * @param closesAt exclusive
 */
public record Session(LocalDate businessDay, Instant opensAt, Instant closesAt) {
  /** From midnight to midnight in Seoul. */
  static Session wholeDay(LocalDate day) {
    return new Session(
        day,
        day.atStartOfDay(OpeningHours.SEOUL).toInstant(),
        day.plusDays(1).atStartOfDay(OpeningHours.SEOUL).toInstant());
  }

  boolean contains(Instant moment) {
    return !moment.isBefore(opensAt) && moment.isBefore(closesAt);
  }
}
