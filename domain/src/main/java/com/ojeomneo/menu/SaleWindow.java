package com.ojeomneo.menu;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Days of the week and hours at which a dish is sold, in Seoul. {@code until} at or before {@code
 * from} is on the next day; equal means 24 hours.
 */
public record SaleWindow(Set<DayOfWeek> days, LocalTime from, LocalTime until) {
  /**
   * @param days ISO numbers, 1 is Monday
   */
  static SaleWindow of(Collection<String> days, LocalTime from, LocalTime until) {
    return new SaleWindow(
        Set.copyOf(days.stream().map(day -> DayOfWeek.of(Integer.parseInt(day))).toList()),
        from,
        until);
  }

  List<DayOfWeek> sortedDays() {
    return days.stream().sorted().toList();
  }

  Stream<Opening> openings() {
    return days.stream().map(day -> new Opening(day, from, until));
  }
}
