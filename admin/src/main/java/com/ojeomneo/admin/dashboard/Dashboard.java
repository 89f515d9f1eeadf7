package com.ojeomneo.admin.dashboard;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A day, midnight to midnight in Seoul by when orders were placed, beside the same weekday a week
 * before. Orders count as they stand now: one that was placed today and cancelled since is
 * cancelled today.
 *
 * @param until the end of what is compared: now, or the end of a day that is over
 * @param over whether the day is
 * @param today until then
 * @param sameTime of a week before, until the same time of day
 * @param wholeDay of a week before
 * @param hours 24, of all of both days
 * @param dishes the ten most sold, of both days until the same time
 * @param stores those within reach that had an order until that time, the larger revenue first
 * @param choices every shop within reach, by name
 */
record Dashboard(
    LocalDate day,
    LocalDate lastWeek,
    Instant until,
    boolean over,
    Figures today,
    Figures sameTime,
    Figures wholeDay,
    List<Hour> hours,
    List<Dish> dishes,
    List<Shop> stores,
    List<ShopName> choices) {

  /**
   * @param orders that were paid for, also those cancelled since; expired ones never were
   * @param cancelled of these
   * @param revenue what was paid less every refund asked for, KRW
   * @param averageBasket revenue for each order that was not cancelled, KRW; null without one
   * @param acceptMedianSeconds from paid to accepted; null when none was accepted
   * @param acceptP90Seconds nine of ten were accepted within
   * @param promised accepted with an estimate, and not cancelled
   * @param late of these: ready, or still not ready, after the estimate as it stands
   */
  record Figures(
      int orders,
      int cancelled,
      long revenue,
      @Nullable Long averageBasket,
      @Nullable Integer acceptMedianSeconds,
      @Nullable Integer acceptP90Seconds,
      int promised,
      int late) {
    static final Figures NONE = new Figures(0, 0, 0, null, null, null, 0, 0);
  }

  /**
   * @param hour 0 to 23, in Seoul
   * @param orders null for an hour that has not begun
   * @param revenue KRW; null likewise
   */
  record Hour(
      int hour,
      @Nullable Integer orders,
      @Nullable Long revenue,
      int ordersLastWeek,
      long revenueLastWeek) {}

  /**
   * @param portions of orders that were not cancelled, less those paid back
   */
  record Dish(UUID menuId, String name, int portions, int portionsLastWeek) {}

  record Shop(UUID id, String name, Figures today, Figures sameTime) {}

  record ShopName(UUID id, String name) {}
}
