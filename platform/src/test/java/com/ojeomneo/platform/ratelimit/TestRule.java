package com.ojeomneo.platform.ratelimit;

import com.ojeomneo.platform.ratelimit.RateLimits.Per;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A rule named {@code test}, as it would be configured. */
record TestRule(
    int limit,
    Duration window,
    Per per,
    Optional<List<String>> requests,
    Optional<List<String>> except)
    implements RateLimits.Limit {

  static TestRule of(int limit, Duration window) {
    return new TestRule(limit, window, Per.ADDRESS, Optional.of(List.of("/*")), Optional.empty());
  }

  static TestRule perMinute(int limit) {
    return of(limit, Duration.ofMinutes(1));
  }

  Rule rule() {
    return Rule.of("test", this);
  }

  RateLimits configured() {
    return () -> Map.of("test", this);
  }
}
