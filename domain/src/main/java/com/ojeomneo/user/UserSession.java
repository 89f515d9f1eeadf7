package com.ojeomneo.user;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One log-in, as its owner sees it.
 *
 * @param device a label; null when the client gave none
 * @param lastUsedAt when its tokens were last issued
 * @param current whether it is the one that asks
 */
public record UserSession(
    UUID id, @Nullable String device, Instant createdAt, Instant lastUsedAt, boolean current) {}
