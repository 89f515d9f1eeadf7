package com.ojeomneo.drills;

import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** What came back for the requests of many apps, and how soon. */
final class Responses {
  private static final int SERVER_ERROR = 500;

  private final Queue<Response> all = new ConcurrentLinkedQueue<>();

  /**
   * @param at when it came, by {@code System.nanoTime}
   * @param status 0 when none came
   */
  private record Response(long at, int status, Duration took) {}

  void add(int status, Duration took) {
    all.add(new Response(System.nanoTime(), status, took));
  }

  /** The connection broke, or there was no answer in time. */
  void addLost() {
    add(0, Duration.ZERO);
  }

  /** Those that came between two moments of {@code System.nanoTime}. */
  Responses between(long from, long to) {
    var some = new Responses();
    all.stream()
        .filter(response -> response.at() - from >= 0 && response.at() - to < 0)
        .forEach(some.all::add);
    return some;
  }

  long requests() {
    return all.size();
  }

  long lost() {
    return all.stream().filter(response -> response.status() == 0).count();
  }

  /** 5xx. */
  long serverErrors() {
    return all.stream().filter(response -> response.status() >= SERVER_ERROR).count();
  }

  /** The time within which so many of a hundred were answered. */
  Duration percentile(int percent) {
    long[] sorted =
        all.stream()
            .filter(response -> response.status() != 0)
            .mapToLong(response -> response.took().toNanos())
            .sorted()
            .toArray();
    if (sorted.length == 0) {
      return Duration.ZERO;
    }
    int rank = (int) Math.ceil(sorted.length * percent / 100.0);
    return Duration.ofNanos(sorted[Math.max(0, rank - 1)]);
  }
}
