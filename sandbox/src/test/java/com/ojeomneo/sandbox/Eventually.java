package com.ojeomneo.sandbox;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;

/** Waits for what is going to be true. */
final class Eventually {
  private Eventually() {}

  static void is(Callable<Boolean> claim) throws Exception {
    Instant end = Instant.now().plus(Duration.ofSeconds(20));
    while (!claim.call()) {
      if (Instant.now().isAfter(end)) {
        throw new AssertionError("it did not become true in 20 s");
      }
      Thread.sleep(5);
    }
  }
}
