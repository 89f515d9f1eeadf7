package com.ojeomneo.menu;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * When a shop is open: week by week, but on its special days, and never on a closure.
 *
 * @param special at most one for each business day
 */
public record OpeningHours(
    List<Opening> weekly, List<Closure> closures, Map<LocalDate, SpecialDay> special) {
  static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");

  /** Longer closures than this have no announced end. */
  private static final int DAYS_AHEAD = 366;

  public OpeningHours {
    weekly = weekly.stream().sorted(Comparator.comparing(Opening::opensAt)).toList();
    closures = List.copyOf(closures);
    special = Map.copyOf(special);
  }

  /** What this business day has of its own; also while the shop is closed. */
  Optional<SpecialDay> specialOn(LocalDate day) {
    return Optional.ofNullable(special.get(day));
  }

  /** The session that is on at this moment; of overlapping ones, the one that began first. */
  public Optional<Session> sessionAt(Instant moment) {
    LocalDate today = LocalDate.ofInstant(moment, SEOUL);
    return Stream.of(today.minusDays(1), today)
        .flatMap(this::sessionsOf)
        .filter(session -> session.contains(moment))
        .findFirst();
  }

  /** The next beginning of a session, after this moment; empty when none comes within a year. */
  public Optional<Instant> nextOpening(Instant after) {
    return Stream.iterate(LocalDate.ofInstant(after, SEOUL), day -> day.plusDays(1))
        .limit(DAYS_AHEAD)
        .flatMap(this::sessionsOf)
        .map(Session::opensAt)
        .filter(opensAt -> opensAt.isAfter(after))
        .findFirst();
  }

  /** When the session that is on ends, or the next one begins; {@link Instant#MAX} for never. */
  Instant nextTurn(Instant now) {
    return sessionAt(now).map(Session::closesAt).or(() -> nextOpening(now)).orElse(Instant.MAX);
  }

  /** What begins on this business day, in order; nothing while the shop is closed. */
  public List<Session> sessionsOn(LocalDate day) {
    return sessionsOf(day).toList();
  }

  private Stream<Session> sessionsOf(LocalDate day) {
    if (closures.stream().anyMatch(closure -> closure.covers(day))) {
      return Stream.empty();
    }
    List<Opening> own = specialOn(day).map(SpecialDay::openings).orElse(List.of());
    return (own.isEmpty() ? weekly : own)
        .stream()
            .filter(opening -> opening.day() == day.getDayOfWeek())
            .map(opening -> opening.on(day));
  }
}
