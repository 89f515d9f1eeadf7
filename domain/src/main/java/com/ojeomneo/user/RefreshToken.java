package com.ojeomneo.user;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * A refresh token as stored.
 *
 * @param id also the jti of the access token issued with it
 * @param spentAt null while the token is live
 * @param spentWithKey the Idempotency-Key of the request that spent it, if it had one
 * @param successorId what the token was exchanged for
 */
record RefreshToken(
    UUID id,
    UUID sessionId,
    Instant accessExpiresAt,
    Instant expiresAt,
    Instant spentAt,
    String spentWithKey,
    UUID successorId) {
  private static final Duration GRACE = Duration.ofSeconds(60);

  boolean isSpent() {
    return spentAt != null;
  }

  boolean hasExpiredAt(Instant now) {
    return !now.isBefore(expiresAt);
  }

  /** Whether the request that spent this token is sent again: its answer may have been lost. */
  boolean isRepeatedBy(String idempotencyKey, Instant now) {
    return isSpent()
        && successorId != null
        && spentWithKey != null
        && spentWithKey.equals(idempotencyKey)
        && now.isBefore(spentAt.plus(GRACE));
  }
}
