package com.ojeomneo.drills;

import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.LongAdder;

/** What came back for the requests of many apps, and how soon. */
final class Responses {
  private static final int SERVER_ERROR = 500;

  private final Queue<Long> nanos = new ConcurrentLinkedQueue<>();
  private final LongAdder lost = new LongAdder();
  private final LongAdder serverErrors = new LongAdder();

  void add(int status, Duration took) {
    nanos.add(took.toNanos());
    if (status >= SERVER_ERROR) {
      serverErrors.increment();
    }
  }

  /** The connection broke, or there was no answer in time. */
  void addLost() {
    lost.increment();
  }

  long requests() {
    return nanos.size() + lost.sum();
  }

  long lost() {
    return lost.sum();
  }

  /** 5xx. */
  long serverErrors() {
    return serverErrors.sum();
  }

  /** The time within which so many of a hundred were answered. */
  Duration percentile(int percent) {
    long[] sorted = nanos.stream().mapToLong(Long::longValue).sorted().toArray();
    if (sorted.length == 0) {
      return Duration.ZERO;
    }
    int rank = (int) Math.ceil(sorted.length * percent / 100.0);
    return Duration.ofNanos(sorted[Math.max(0, rank - 1)]);
  }
}
