package com.ojeomneo.drills;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What one try of a {@link Use} came to. */
final class Trial {
  private static final Duration PATIENCE = Duration.ofSeconds(15);
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(10);

  private final List<String> broken = new ArrayList<>();
  private Duration slowest = Duration.ZERO;

  @FunctionalInterface
  interface Condition {
    boolean holds() throws IOException, InterruptedException;
  }

  void expect(boolean holds, String what, Object... of) {
    if (!holds) {
      broken.add(what.formatted(of));
    }
  }

  /** It comes about, and the time it takes is one that counts. */
  void expectSoon(Condition condition, String what, Object... of)
      throws IOException, InterruptedException {
    Optional<Duration> took = await(condition, PATIENCE, BETWEEN_LOOKS);
    expect(took.isPresent(), what, of);
    took.filter(time -> time.compareTo(slowest) > 0).ifPresent(time -> slowest = time);
  }

  /** How long it took; empty when it does not come about. */
  static Optional<Duration> await(Condition condition, Duration patience, Duration pause)
      throws IOException, InterruptedException {
    long began = System.nanoTime();
    while (!condition.holds()) {
      if (System.nanoTime() - began > patience.toNanos()) {
        return Optional.empty();
      }
      Thread.sleep(pause);
    }
    return Optional.of(Duration.ofNanos(System.nanoTime() - began));
  }

  List<String> broken() {
    return broken;
  }

  /** The longest that anything took to come about. */
  Duration slowest() {
    return slowest;
  }
}
