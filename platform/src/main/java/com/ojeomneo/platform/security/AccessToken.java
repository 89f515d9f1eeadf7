package com.ojeomneo.platform.security;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a verified access token says.
 *
 * @param sid the log-in it belongs to; revoking that revokes the token
 * @param jti its own id, the key of {@code revoked_tokens}
 * @param viewer of staff who see what the customer sees, and may only read; null for the customer
 */
public record AccessToken(
    UUID userId, UUID sid, UUID jti, Instant expiresAt, @Nullable UUID viewer) {
  /** The customer's own. */
  public AccessToken(UUID userId, UUID sid, UUID jti, Instant expiresAt) {
    this(userId, sid, jti, expiresAt, null);
  }
}
