package com.ojeomneo.user;

import static com.ojeomneo.schema.jooq.Tables.REFRESH_TOKENS;

import com.github.f4b6a3.uuid.UuidCreator;
import com.ojeomneo.platform.security.AccessToken;
import com.ojeomneo.platform.security.AccessTokens;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Records;

/**
 * The SQL of {@code refresh_tokens}. A refresh token is 256 random bits, of which only the SHA-256
 * is stored: nothing to guess, so nothing to stretch.
 */
@Singleton
class RefreshTokens {
  private final SecureRandom random = new SecureRandom();
  private final AccessTokens accessTokens;
  private final Clock clock;

  RefreshTokens(AccessTokens accessTokens, Clock clock) {
    this.accessTokens = accessTokens;
    this.clock = clock;
  }

  record Issued(UUID id, Tokens tokens) {}

  /** The pair of tokens that is live from now on; the one before it must be spent. */
  Issued issue(DSLContext tx, User user, UUID sessionId) {
    Instant now = clock.instant();
    var access =
        new AccessToken(
            user.id(),
            sessionId,
            UuidCreator.getTimeOrderedEpoch(),
            now.truncatedTo(ChronoUnit.SECONDS).plus(AccessTokens.LIFETIME));
    String refreshToken = newSecret();
    tx.insertInto(REFRESH_TOKENS)
        .set(REFRESH_TOKENS.ID, access.jti())
        .set(REFRESH_TOKENS.SESSION_ID, sessionId)
        .set(REFRESH_TOKENS.TOKEN_HASH, hash(refreshToken))
        .set(REFRESH_TOKENS.ACCESS_EXPIRES_AT, access.expiresAt())
        .set(REFRESH_TOKENS.ISSUED_AT, now)
        .set(REFRESH_TOKENS.EXPIRES_AT, now.plus(Tokens.REFRESH_LIFETIME))
        .execute();
    return new Issued(access.jti(), new Tokens(accessTokens.issue(access), refreshToken, user));
  }

  Optional<RefreshToken> find(DSLContext tx, String refreshToken) {
    return find(tx, REFRESH_TOKENS.TOKEN_HASH.eq(hash(refreshToken)));
  }

  Optional<RefreshToken> find(DSLContext tx, UUID id) {
    return find(tx, REFRESH_TOKENS.ID.eq(id));
  }

  private static Optional<RefreshToken> find(DSLContext tx, Condition condition) {
    return tx.select(
            REFRESH_TOKENS.ID,
            REFRESH_TOKENS.SESSION_ID,
            REFRESH_TOKENS.ACCESS_EXPIRES_AT,
            REFRESH_TOKENS.EXPIRES_AT,
            REFRESH_TOKENS.SPENT_AT,
            REFRESH_TOKENS.SPENT_WITH_KEY,
            REFRESH_TOKENS.SUCCESSOR_ID)
        .from(REFRESH_TOKENS)
        .where(condition)
        .fetchOptional(Records.mapping(RefreshToken::new));
  }

  /**
   * @param idempotencyKey null when the token may not be presented again
   */
  void spend(DSLContext tx, UUID id, String idempotencyKey) {
    tx.update(REFRESH_TOKENS)
        .set(REFRESH_TOKENS.SPENT_AT, clock.instant())
        .set(REFRESH_TOKENS.SPENT_WITH_KEY, idempotencyKey)
        .where(REFRESH_TOKENS.ID.eq(id), REFRESH_TOKENS.SPENT_AT.isNull())
        .execute();
  }

  void succeed(DSLContext tx, UUID id, UUID successorId) {
    tx.update(REFRESH_TOKENS)
        .set(REFRESH_TOKENS.SUCCESSOR_ID, successorId)
        .where(REFRESH_TOKENS.ID.eq(id))
        .execute();
  }

  /** The jti and expiry of each access token of these sessions that has not expired. */
  Map<UUID, Instant> liveAccessTokens(DSLContext tx, Collection<UUID> sessionIds) {
    return tx.select(REFRESH_TOKENS.ID, REFRESH_TOKENS.ACCESS_EXPIRES_AT)
        .from(REFRESH_TOKENS)
        .where(
            REFRESH_TOKENS.SESSION_ID.in(sessionIds),
            REFRESH_TOKENS.ACCESS_EXPIRES_AT.gt(clock.instant()))
        .fetchMap(REFRESH_TOKENS.ID, REFRESH_TOKENS.ACCESS_EXPIRES_AT);
  }

  /** What has expired can neither be exchanged nor be recognised as reused. */
  void forgetExpired(DSLContext tx) {
    tx.deleteFrom(REFRESH_TOKENS).where(REFRESH_TOKENS.EXPIRES_AT.lt(clock.instant())).execute();
  }

  private String newSecret() {
    byte[] secret = new byte[32];
    random.nextBytes(secret);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
  }

  static byte[] hash(String refreshToken) {
    try {
      byte[] bytes = refreshToken.getBytes(StandardCharsets.UTF_8);
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
