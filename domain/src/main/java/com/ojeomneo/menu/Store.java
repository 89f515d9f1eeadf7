package com.ojeomneo.menu;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A shop and its rules about time.
 *
 * @param imageUrl null when it has no picture
 * @param paused takes no orders for now, whatever the hours say
 * @param cutoffMinutes last order: this long before closing, as a rule: see {@link #cutoffOf}
 * @param prepMinutes the soonest pickup: this long from now
 * @param slotMinutes length of a pickup slot
 * @param slotCapacity orders in one slot, as a rule: see {@link #capacityAt}
 * @param maxQuantity most portions in one order
 */
public record Store(
    UUID id,
    String name,
    String description,
    String imageUrl,
    boolean paused,
    int cutoffMinutes,
    int prepMinutes,
    int slotMinutes,
    int slotCapacity,
    int maxQuantity,
    OpeningHours hours) {

  private static final int MAX_SLOTS = 36;

  /** A slot may still be had at the very instant at which it is just far enough away. */
  private static final Duration CLOCK_TICK = Duration.ofMillis(1);

  public Optional<Session> sessionAt(Instant moment) {
    return hours.sessionAt(moment);
  }

  /** The business day whose portions are sold now, or when the shop next opens. */
  public LocalDate dayOfStock(Instant now) {
    return sessionAt(now)
        .map(Session::businessDay)
        .orElseGet(
            () -> LocalDate.ofInstant(hours.nextOpening(now).orElse(now), OpeningHours.SEOUL));
  }

  /** Whether the next session follows without a pause, as at midnight around the clock. */
  public boolean goesOn(Session session) {
    return hours.sessionAt(session.closesAt()).isPresent();
  }

  /**
   * From when on no order is taken in this session, never before it opens. A session that the next
   * one follows without a pause (a shop open around the clock, at midnight) has no last order: its
   * cut-off is its end.
   */
  public Instant cutoffOf(Session session) {
    if (goesOn(session)) {
      return session.closesAt();
    }
    int minutes =
        hours.specialOn(session.businessDay()).map(SpecialDay::cutoffMinutes).orElse(cutoffMinutes);
    Instant cutoff = session.closesAt().minus(Duration.ofMinutes(minutes));
    return cutoff.isBefore(session.opensAt()) ? session.opensAt() : cutoff;
  }

  public boolean acceptsOrdersAt(Instant now) {
    return !paused && sessionAt(now).filter(session -> now.isBefore(cutoffOf(session))).isPresent();
  }

  /**
   * The beginnings of the pickup slots that an order placed now may ask for, at most 36: on the
   * shop's grid, not sooner than the kitchen can, and not after it closes. Empty when no orders are
   * taken.
   */
  public List<Instant> slots(Instant now) {
    if (!acceptsOrdersAt(now)) {
      return List.of();
    }
    Instant closing = closingAfter(now);
    Duration step = Duration.ofMinutes(slotMinutes);
    return Stream.iterate(onGrid(now.plus(Duration.ofMinutes(prepMinutes))), at -> at.plus(step))
        .limit(MAX_SLOTS)
        .takeWhile(at -> !at.isAfter(closing))
        .toList();
  }

  /**
   * The beginnings of the pickup slots that orders of this session may ask for, whenever they are
   * placed: as {@link #slots}, but for its limit. What the next session follows without a pause
   * leaves its last instant to that one.
   */
  public List<Instant> slotsOf(Session session) {
    boolean goesOn = goesOn(session);
    boolean begins = hours.sessionAt(session.opensAt().minus(CLOCK_TICK)).isEmpty();
    Instant soonest =
        begins ? session.opensAt().plus(Duration.ofMinutes(prepMinutes)) : session.opensAt();
    Duration step = Duration.ofMinutes(slotMinutes);
    return Stream.iterate(onGrid(soonest), at -> at.plus(step))
        .takeWhile(
            at -> at.isBefore(session.closesAt()) || !goesOn && at.equals(session.closesAt()))
        .toList();
  }

  /**
   * How many orders the pickup slot that begins then takes: by the session that it is in, or at the
   * very end of.
   */
  public int capacityAt(Instant slot) {
    return sessionAt(slot)
        .or(() -> sessionAt(slot.minus(CLOCK_TICK)))
        .map(this::capacityOf)
        .orElse(slotCapacity);
  }

  /** How many orders each of its pickup slots takes. */
  public int capacityOf(Session session) {
    return hours
        .specialOn(session.businessDay())
        .map(SpecialDay::slotCapacity)
        .orElse(slotCapacity);
  }

  /** Whether somebody is there to hand out what is picked up then: open, or closing just now. */
  public boolean isPickupTime(Instant at) {
    return sessionAt(at).or(() -> sessionAt(at.minus(CLOCK_TICK))).isPresent();
  }

  /**
   * From when on customers see something else although nobody changed the shop: it opens or closes,
   * takes no more orders, or its first slot has become too near. {@link Instant#MAX} for never.
   */
  public Instant nextChange(Instant now) {
    Instant turn = hours.nextTurn(now);
    if (!acceptsOrdersAt(now)) {
      return turn;
    }
    Instant cutoff = cutoffOf(sessionAt(now).orElseThrow());
    Duration preparation = Duration.ofMinutes(prepMinutes);
    Instant slotGone = onGrid(now.plus(preparation)).minus(preparation).plus(CLOCK_TICK);
    return Stream.of(turn, cutoff, slotGone).min(Comparator.naturalOrder()).orElseThrow();
  }

  /** The end of the run of sessions without a pause between them. */
  private Instant closingAfter(Instant now) {
    Instant closing = now;
    // The farthest slot is 36 hours and the preparation away: not beyond a fourth day.
    for (int days = 0; days < 4; days++) {
      Optional<Session> next = hours.sessionAt(closing);
      if (next.isEmpty()) {
        break;
      }
      closing = next.get().closesAt();
    }
    return closing;
  }

  /** Rounded up to a multiple of the slot's length, counted from midnight in Seoul. */
  private Instant onGrid(Instant soonest) {
    long offset = OpeningHours.SEOUL.getRules().getOffset(soonest).getTotalSeconds();
    long step = Duration.ofMinutes(slotMinutes).toSeconds();
    long seconds = soonest.getEpochSecond() + (soonest.getNano() > 0 ? 1 : 0) + offset;
    return Instant.ofEpochSecond(Math.ceilDiv(seconds, step) * step - offset);
  }
}
