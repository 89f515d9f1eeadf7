package com.ojeomneo.user;

import com.ojeomneo.platform.database.Database;
import com.ojeomneo.platform.problem.Problem;
import com.ojeomneo.platform.security.Revocations;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jooq.DSLContext;

/**
 * Exchanges a refresh token, once, for the next pair of tokens (RFC 9700 section 4.14.2). A spent
 * token that comes back was copied by someone, so its whole family ends; only the same request sent
 * again, before its answer was used, gets another answer in place of the lost one.
 */
@Singleton
public class TokenRotation {
  private static final Logger LOG = Logger.getLogger(TokenRotation.class);

  private final Database database;
  private final Users users;
  private final Sessions sessions;
  private final RefreshTokens refreshTokens;
  private final Revocations revocations;
  private final Clock clock;

  TokenRotation(
      Database database,
      Users users,
      Sessions sessions,
      RefreshTokens refreshTokens,
      Revocations revocations,
      Clock clock) {
    this.database = database;
    this.users = users;
    this.sessions = sessions;
    this.refreshTokens = refreshTokens;
    this.revocations = revocations;
    this.clock = clock;
  }

  /** Committed also when it refuses: the end of a family must not be rolled back. */
  private record Outcome(Tokens tokens, UserProblem refusal) {
    static Outcome renewed(Tokens tokens) {
      return new Outcome(tokens, null);
    }

    static Outcome refused(UserProblem refusal) {
      return new Outcome(null, refusal);
    }
  }

  /**
   * @param idempotencyKey null when the request cannot be repeated
   * @throws Problem 401 {@code REFRESH_TOKEN_INVALID} or {@code REFRESH_TOKEN_REUSED}
   */
  public Tokens renew(String refreshToken, String idempotencyKey) {
    Outcome outcome = database.transaction(tx -> renew(tx, refreshToken, idempotencyKey));
    if (outcome.refusal() != null) {
      throw Problem.of(outcome.refusal());
    }
    return outcome.tokens();
  }

  private Outcome renew(DSLContext tx, String refreshToken, String idempotencyKey) {
    var session = sessions.lock(tx, refreshToken);
    if (session.isEmpty()) {
      return Outcome.refused(UserProblem.REFRESH_TOKEN_INVALID);
    }
    User user = users.find(tx, session.get().userId()).orElseThrow();
    RefreshToken token = refreshTokens.find(tx, refreshToken).orElseThrow();
    if (!token.isSpent()) {
      return token.hasExpiredAt(clock.instant())
          ? Outcome.refused(UserProblem.REFRESH_TOKEN_INVALID)
          : Outcome.renewed(exchange(tx, user, token, idempotencyKey));
    }
    Optional<RefreshToken> lost = lostSuccessor(tx, token, idempotencyKey);
    if (lost.isPresent()) {
      return Outcome.renewed(replace(tx, user, token, lost.get()));
    }
    sessions.revoke(tx, session.get().id());
    LOG.warnf("session %s of %s ends: a spent token came back", session.get().id(), user.id());
    return Outcome.refused(UserProblem.REFRESH_TOKEN_REUSED);
  }

  private Tokens exchange(DSLContext tx, User user, RefreshToken token, String idempotencyKey) {
    refreshTokens.spend(tx, token.id(), idempotencyKey);
    return succeed(tx, user, token);
  }

  /** The replaced successor is spent without a key: should it turn up, it was not lost at all. */
  private Tokens replace(DSLContext tx, User user, RefreshToken token, RefreshToken lost) {
    refreshTokens.spend(tx, lost.id(), null);
    revocations.revoke(tx, Map.of(lost.id(), lost.accessExpiresAt()));
    return succeed(tx, user, token);
  }

  private Tokens succeed(DSLContext tx, User user, RefreshToken token) {
    var next = refreshTokens.issue(tx, user, token.sessionId());
    refreshTokens.succeed(tx, token.id(), next.id());
    return next.tokens();
  }

  private Optional<RefreshToken> lostSuccessor(
      DSLContext tx, RefreshToken token, String idempotencyKey) {
    return token.isRepeatedBy(idempotencyKey, clock.instant())
        ? refreshTokens.find(tx, token.successorId()).filter(successor -> !successor.isSpent())
        : Optional.empty();
  }
}
