package com.ojeomneo.platform.security;

import java.time.Instant;
import java.util.UUID;

/**
 * What a verified access token says.
 *
 * @param sid the log-in it belongs to; revoking that revokes the token
 * @param jti its own id, the key of {@code revoked_tokens}
 */
public record AccessToken(UUID userId, UUID sid, UUID jti, Instant expiresAt) {}
