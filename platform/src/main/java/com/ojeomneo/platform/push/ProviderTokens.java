package com.ojeomneo.platform.push;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * The token that Apple takes from us for an hour, and wants renewed no more often than each 20
 * minutes: whoever does is answered 429 for a while.
 */
final class ProviderTokens {
  private static final Duration USED_FOR = Duration.ofMinutes(40);
  private static final Duration AT_MOST_EACH = Duration.ofMinutes(20);

  private final ApnsKey key;
  private final Clock clock;
  private String token = "";
  private Instant issuedAt = Instant.MIN;
  private Instant refusedAt = Instant.MIN;

  ProviderTokens(ApnsKey key, Clock clock) {
    this.key = key;
    this.clock = clock;
  }

  synchronized String get() {
    Instant now = clock.instant();
    if (!now.isBefore(issuedAt.plus(USED_FOR))) {
      issue(now);
    }
    return token;
  }

  /**
   * Another token in place of one that Apple finds too old, which only clocks that differ explain;
   * the same one when that has just been tried.
   */
  synchronized String after(String refused) {
    Instant now = clock.instant();
    if (token.equals(refused) && !now.isBefore(refusedAt.plus(AT_MOST_EACH))) {
      refusedAt = now;
      issue(now);
    }
    return token;
  }

  private void issue(Instant now) {
    token = key.token(now);
    issuedAt = now;
  }
}
