package com.ojeomneo.menu;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * When a dish is sold, beside the hours of its shop: in its windows, during its season. The day on
 * which a window began is the one that counts, also after midnight.
 *
 * @param windows empty is around the clock
 * @param from first day of the season, null for no beginning
 * @param until its last day, null for no end
 */
public record SaleTimes(
    List<SaleWindow> windows, @Nullable LocalDate from, @Nullable LocalDate until) {
  public static final SaleTimes ALWAYS = new SaleTimes(List.of(), null, null);

  /** What was on yesterday may still run, and each window is back within a week. */
  private static final int DAYS_SEEN = 9;

  public boolean isAlways() {
    return windows.isEmpty() && from == null && until == null;
  }

  public boolean isOnSaleAt(Instant moment) {
    return sessions(moment).anyMatch(session -> session.contains(moment));
  }

  /** When it is sold again; empty while it is, and when it is not any more. */
  public Optional<Instant> nextSale(Instant now) {
    return isOnSaleAt(now)
        ? Optional.empty()
        : Stream.concat(sessions(now), sessions(beginning(now)))
            .map(Session::opensAt)
            .filter(now::isBefore)
            .min(Comparator.naturalOrder());
  }

  /**
   * From when on it may be sold, or not be, otherwise than now; {@link Instant#MAX} for never.
   * Never too late, and too early only where one window follows another.
   */
  public Instant nextTurn(Instant now) {
    if (isAlways()) {
      return Instant.MAX;
    }
    return Stream.concat(sessions(now), sessions(beginning(now)))
        .flatMap(session -> Stream.of(session.opensAt(), session.closesAt()))
        .filter(now::isBefore)
        .min(Comparator.naturalOrder())
        .orElse(Instant.MAX);
  }

  /** Its windows on the days around this moment, as far as they are in season. */
  private Stream<Session> sessions(Instant around) {
    LocalDate yesterday = LocalDate.ofInstant(around, OpeningHours.SEOUL).minusDays(1);
    return yesterday.datesUntil(yesterday.plusDays(DAYS_SEEN)).flatMap(this::sessionsOf);
  }

  private Stream<Session> sessionsOf(LocalDate day) {
    if ((from != null && day.isBefore(from)) || (until != null && day.isAfter(until))) {
      return Stream.empty();
    }
    if (windows.isEmpty()) {
      return Stream.of(Session.wholeDay(day));
    }
    return windows.stream()
        .flatMap(SaleWindow::openings)
        .filter(opening -> opening.day() == day.getDayOfWeek())
        .map(opening -> opening.on(day));
  }

  /** Where to look for what is to come: at the season's first day while that is ahead. */
  private Instant beginning(Instant now) {
    Instant first = from == null ? now : from.atStartOfDay(OpeningHours.SEOUL).toInstant();
    return first.isAfter(now) ? first : now;
  }
}
