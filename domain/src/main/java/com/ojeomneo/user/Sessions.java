package com.ojeomneo.user;

import static com.ojeomneo.schema.jooq.Tables.REFRESH_TOKENS;
import static com.ojeomneo.schema.jooq.Tables.USER_SESSIONS;

import com.github.f4b6a3.uuid.UuidCreator;
import com.ojeomneo.platform.background.BackgroundJobs;
import com.ojeomneo.platform.database.Database;
import com.ojeomneo.platform.problem.Problem;
import com.ojeomneo.platform.security.Revocations;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Records;
import org.jooq.impl.DSL;

/** The SQL of {@code user_sessions}: each log-in, from its first tokens to its end. */
@Singleton
public class Sessions {
  private static final Logger LOG = Logger.getLogger(Sessions.class);

  /** Of more log-ins nobody makes sense; they end by themselves. */
  private static final int SHOWN = 100;

  private final Database database;
  private final RefreshTokens refreshTokens;
  private final Revocations revocations;
  private final Clock clock;

  Sessions(Database database, RefreshTokens refreshTokens, Revocations revocations, Clock clock) {
    this.database = database;
    this.refreshTokens = refreshTokens;
    this.revocations = revocations;
    this.clock = clock;
  }

  record Session(UUID id, UUID userId) {}

  /**
   * @param device a label, or null
   */
  Tokens open(DSLContext tx, User user, String device) {
    UUID id = UuidCreator.getTimeOrderedEpoch();
    tx.insertInto(USER_SESSIONS)
        .set(USER_SESSIONS.ID, id)
        .set(USER_SESSIONS.USER_ID, user.id())
        .set(USER_SESSIONS.DEVICE, device)
        .set(USER_SESSIONS.CREATED_AT, clock.instant())
        .execute();
    LOG.infof("%s logs in: session %s", user.id(), id);
    return refreshTokens.issue(tx, user, id).tokens();
  }

  /** The live session of this refresh token, whose family nobody else changes meanwhile. */
  Optional<Session> lock(DSLContext tx, String refreshToken) {
    return tx.select(USER_SESSIONS.ID, USER_SESSIONS.USER_ID)
        .from(USER_SESSIONS)
        .join(REFRESH_TOKENS)
        .on(REFRESH_TOKENS.SESSION_ID.eq(USER_SESSIONS.ID))
        .where(
            REFRESH_TOKENS.TOKEN_HASH.eq(RefreshTokens.hash(refreshToken)),
            USER_SESSIONS.REVOKED_AT.isNull())
        .forUpdate()
        .of(USER_SESSIONS)
        .fetchOptional(Records.mapping(Session::new));
  }

  /** Logs out here: from now on the tokens of this session are refused. */
  public void end(UUID id) {
    database.transact(tx -> revoke(tx, id));
  }

  /** Logs out the session of this refresh token, spent or not; nothing when there is none. */
  public void endOf(String refreshToken) {
    database.transact(tx -> lock(tx, refreshToken).ifPresent(session -> revoke(tx, session.id())));
  }

  /**
   * Logs out one of a user's sessions.
   *
   * @throws Problem 404 when it is not theirs, or has ended
   */
  public void end(UUID userId, UUID id) {
    database.transact(
        tx -> {
          if (revoke(tx, USER_SESSIONS.ID.eq(id).and(USER_SESSIONS.USER_ID.eq(userId))).isEmpty()) {
            throw Problem.notFound();
          }
        });
  }

  /**
   * Where a user is logged in, the last used first.
   *
   * @param current the session that asks
   */
  public List<UserSession> of(UUID userId, UUID current) {
    return database
        .sql()
        .select(
            USER_SESSIONS.ID,
            USER_SESSIONS.DEVICE,
            USER_SESSIONS.CREATED_AT,
            REFRESH_TOKENS.ISSUED_AT,
            DSL.field(USER_SESSIONS.ID.eq(current)))
        .from(USER_SESSIONS)
        // The one that is live was issued last.
        .join(REFRESH_TOKENS)
        .on(REFRESH_TOKENS.SESSION_ID.eq(USER_SESSIONS.ID), REFRESH_TOKENS.SPENT_AT.isNull())
        .where(
            USER_SESSIONS.USER_ID.eq(userId),
            USER_SESSIONS.REVOKED_AT.isNull(),
            REFRESH_TOKENS.EXPIRES_AT.gt(clock.instant()))
        .orderBy(REFRESH_TOKENS.ISSUED_AT.desc(), USER_SESSIONS.ID.desc())
        .limit(SHOWN)
        .fetch(Records.mapping(UserSession::new));
  }

  /** Logs out everywhere. */
  public void endAll(UUID userId) {
    database.transact(tx -> revokeAll(tx, userId));
  }

  /** Ends the session; its access tokens are refused once the transaction has committed. */
  void revoke(DSLContext tx, UUID id) {
    revoke(tx, USER_SESSIONS.ID.eq(id));
  }

  void revokeAll(DSLContext tx, UUID userId) {
    revoke(tx, USER_SESSIONS.USER_ID.eq(userId));
  }

  private List<UUID> revoke(DSLContext tx, Condition which) {
    List<UUID> ended =
        tx.update(USER_SESSIONS)
            .set(USER_SESSIONS.REVOKED_AT, clock.instant())
            .where(which, USER_SESSIONS.REVOKED_AT.isNull())
            .returning(USER_SESSIONS.ID)
            .fetch(USER_SESSIONS.ID);
    PushSubscriptions.forget(tx, ended);
    revocations.revoke(tx, refreshTokens.liveAccessTokens(tx, ended));
    return ended;
  }

  void forgetDevices(DSLContext tx, UUID userId) {
    tx.update(USER_SESSIONS)
        .setNull(USER_SESSIONS.DEVICE)
        .where(USER_SESSIONS.USER_ID.eq(userId))
        .execute();
  }

  void begin(@Observes StartupEvent start, BackgroundJobs jobs) {
    jobs.every(Duration.ofHours(1), "sessions-forget", this::forgetOld);
  }

  private void forgetOld() {
    database.transact(
        tx -> {
          refreshTokens.forgetExpired(tx);
          tx.deleteFrom(USER_SESSIONS)
              .where(
                  DSL.notExists(
                      DSL.selectOne()
                          .from(REFRESH_TOKENS)
                          .where(REFRESH_TOKENS.SESSION_ID.eq(USER_SESSIONS.ID))))
              .execute();
        });
  }
}
