package com.ojeomneo.menu;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;

/**
 * When a dish is sold that is not always sold, as customers see it.
 *
 * @param now whether it is sold now
 * @param soldOut none to be had whatever the time; the dish's own {@code soldOut} is also true
 *     while it is not sold, for whoever does not know of times
 * @param nextAt when it is sold again; absent while it is, and when it is not any more
 * @param from first day of its season, absent for no beginning
 * @param until its last day, absent for no end
 */
public record Availability(
    boolean now,
    boolean soldOut,
    @JsonInclude(JsonInclude.Include.NON_NULL) Instant nextAt,
    List<SaleHours> windows,
    @JsonInclude(JsonInclude.Include.NON_NULL) LocalDate from,
    @JsonInclude(JsonInclude.Include.NON_NULL) LocalDate until) {

  /**
   * @param days ISO days of the week, 1 is Monday
   * @param from as {@code 11:00}, in Seoul
   * @param until exclusive; on the next day when it is at or before {@code from}
   */
  public record SaleHours(List<Integer> days, String from, String until) {
    static SaleHours of(SaleWindow window) {
      return new SaleHours(
          window.sortedDays().stream().map(DayOfWeek::getValue).toList(),
          time(window.from()),
          time(window.until()));
    }

    private static String time(LocalTime time) {
      return "%02d:%02d".formatted(time.getHour(), time.getMinute());
    }
  }

  /**
   * @return null for what is always sold
   */
  static Availability of(SaleTimes times, boolean soldOut, Instant now) {
    return times.isAlways()
        ? null
        : new Availability(
            times.isOnSaleAt(now),
            soldOut,
            times.nextSale(now).orElse(null),
            times.windows().stream().map(SaleHours::of).toList(),
            times.from(),
            times.until());
  }
}
