package com.ojeomneo.platform.background;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What waits for a job. */
public final class Backlog {
  private Backlog() {}

  /**
   * For a metric {@code …_oldest_seconds}.
   *
   * @param oldest since when the first has waited; null when nothing waits
   * @return whole seconds, 0 for what is due later
   */
  public static long age(@Nullable Instant oldest, Instant now) {
    return oldest == null ? 0 : Math.max(0, Duration.between(oldest, now).toSeconds());
  }
}
