package com.ojeomneo.menu;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;

/**
 * One row of a shop's weekly hours. {@code closesAt} at or before {@code opensAt} is on the next
 * day; equal means 24 hours. A shop with a break has two openings on the day.
 */
public record Opening(DayOfWeek day, LocalTime opensAt, LocalTime closesAt) {
  Session on(LocalDate businessDay) {
    LocalDate closingDay = closesAt.isAfter(opensAt) ? businessDay : businessDay.plusDays(1);
    return new Session(
        businessDay,
        businessDay.atTime(opensAt).atZone(OpeningHours.SEOUL).toInstant(),
        closingDay.atTime(closesAt).atZone(OpeningHours.SEOUL).toInstant());
  }
}
