package com.ojeomneo.drills;

import java.time.Duration;

/**
 * @param kills of Servers; each third one takes both
 * @param seed of what is decided by lot; how threads meet is decided by nobody
 */
record Plan(int customers, Duration duration, int kills, long seed) {
  /** What runs as a test: both Servers, and each of them, die within half a minute. */
  static Plan shortOne(long seed) {
    return new Plan(40, Duration.ofSeconds(25), 3, seed);
  }

  /** About eight orders a second, whatever the number of customers. */
  Duration longestBreak() {
    return Duration.ofMillis(Math.max(2000, customers * 250L));
  }
}
