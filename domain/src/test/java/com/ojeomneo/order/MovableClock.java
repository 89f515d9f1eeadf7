package com.ojeomneo.order;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;

/** A clock that stands still until it is set; in Seoul, as the product's. */
public final class MovableClock extends Clock {
  private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");

  private volatile Instant now;

  public MovableClock(Instant now) {
    this.now = now;
  }

  /** The moment at which clocks in Seoul show this, as {@code 2026-06-01T11:00}. */
  public static Instant seoul(String local) {
    return LocalDateTime.parse(local).atZone(SEOUL).toInstant();
  }

  public MovableClock set(Instant moment) {
    now = moment;
    return this;
  }

  @Override
  public Instant instant() {
    return now;
  }

  @Override
  public ZoneId getZone() {
    return SEOUL;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return this;
  }
}
