package com.ojeomneo.admin.session;

import static com.ojeomneo.schema.jooq.Tables.STAFF;
import static com.ojeomneo.schema.jooq.Tables.STAFF_SESSIONS;

import com.ojeomneo.admin.staff.StaffMember;
import com.ojeomneo.admin.staff.StaffMembers;
import com.ojeomneo.platform.background.BackgroundJobs;
import com.ojeomneo.platform.database.Database;
import com.ojeomneo.platform.secret.Token;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;

/**
 * Sessions: the rows of {@code staff_sessions} are the truth, Redis has copies ({@link
 * SessionCopies}). A session ends {@link #LIFETIME} after its last use.
 */
@Singleton
public class Sessions {
  static final Duration LIFETIME = Duration.ofHours(24);

  /** A use moves the end only if that is worth a write. */
  private static final Duration WORTH_A_WRITE = Duration.ofMinutes(5);

  private static final int LONGEST_AGENT = 300;

  private final Database database;
  private final SessionCopies copies;
  private final Clock clock;

  Sessions(Database database, SessionCopies copies, Clock clock) {
    this.database = database;
    this.copies = copies;
    this.clock = clock;
  }

  /**
   * @param cookie what the browser keeps; only its hash is stored
   */
  record Opened(String cookie, StaffSession session) {}

  Opened open(DSLContext tx, StaffMember member, String address, String userAgent) {
    String cookie = Token.make();
    Instant now = clock.instant();
    var session = new StaffSession(hash(cookie), member, Token.make(), now, now.plus(LIFETIME));
    tx.insertInto(STAFF_SESSIONS)
        .set(STAFF_SESSIONS.COOKIE_HASH, bytes(session.cookieHash()))
        .set(STAFF_SESSIONS.STAFF_ID, member.id())
        .set(STAFF_SESSIONS.CSRF_TOKEN, session.csrfToken())
        .set(STAFF_SESSIONS.ADDRESS, address)
        .set(STAFF_SESSIONS.USER_AGENT, shortened(userAgent))
        .set(STAFF_SESSIONS.CREATED_AT, now)
        .set(STAFF_SESSIONS.EXPIRES_AT, session.expiresAt())
        .execute();
    return new Opened(cookie, session);
  }

  /** The session of this cookie, which is used now; empty when it is over. */
  Optional<StaffSession> use(String cookie) {
    String hash = hash(cookie);
    Optional<StaffSession> copy = copies.get(hash);
    if (copy.isPresent()) {
      return copy;
    }
    Instant now = clock.instant();
    Optional<StaffSession> found = find(hash, now).map(session -> extend(session, now));
    found.ifPresentOrElse(session -> copies.put(session, now), () -> copies.remove(hash));
    return found;
  }

  private Optional<StaffSession> find(String hash, Instant now) {
    return database
        .sql()
        .select(
            StaffMembers.MEMBER,
            STAFF_SESSIONS.CSRF_TOKEN,
            STAFF_SESSIONS.CREATED_AT,
            STAFF_SESSIONS.EXPIRES_AT)
        .from(STAFF_SESSIONS)
        .join(STAFF)
        .on(STAFF.ID.eq(STAFF_SESSIONS.STAFF_ID))
        .where(
            STAFF_SESSIONS.COOKIE_HASH.eq(bytes(hash)),
            STAFF_SESSIONS.EXPIRES_AT.gt(now),
            StaffMembers.mayWork())
        .fetchOptional(
            row -> new StaffSession(hash, row.value1(), row.value2(), row.value3(), row.value4()));
  }

  private StaffSession extend(StaffSession session, Instant now) {
    Instant end = now.plus(LIFETIME);
    if (end.minus(WORTH_A_WRITE).isBefore(session.expiresAt())) {
      return session;
    }
    database
        .sql()
        .update(STAFF_SESSIONS)
        .set(STAFF_SESSIONS.EXPIRES_AT, end)
        .where(STAFF_SESSIONS.COOKIE_HASH.eq(bytes(session.cookieHash())))
        .execute();
    return new StaffSession(
        session.cookieHash(), session.member(), session.csrfToken(), session.createdAt(), end);
  }

  void end(StaffSession session) {
    database
        .sql()
        .deleteFrom(STAFF_SESSIONS)
        .where(STAFF_SESSIONS.COOKIE_HASH.eq(bytes(session.cookieHash())))
        .execute();
    copies.remove(session.cookieHash());
  }

  /** All of theirs but this one: whoever had signed in with less than is needed from now on. */
  public void endOthers(DSLContext tx, SignedIn session) {
    tx.deleteFrom(STAFF_SESSIONS)
        .where(
            STAFF_SESSIONS.STAFF_ID.eq(session.member().id()),
            STAFF_SESSIONS.COOKIE_HASH.ne(bytes(session.cookieHash())))
        .execute();
  }

  /** All of theirs, within the second for which a copy is believed. */
  public void endAll(DSLContext tx, UUID staffId) {
    tx.deleteFrom(STAFF_SESSIONS).where(STAFF_SESSIONS.STAFF_ID.eq(staffId)).execute();
  }

  /** Its owner is not who they were: the next request looks again. */
  void ownerChanged(StaffSession session) {
    copies.remove(session.cookieHash());
  }

  void begin(@Observes StartupEvent start, BackgroundJobs jobs) {
    jobs.every(Duration.ofHours(1), "staff-sessions-forget", this::forgetExpired);
  }

  private void forgetExpired() {
    database
        .sql()
        .deleteFrom(STAFF_SESSIONS)
        .where(STAFF_SESSIONS.EXPIRES_AT.le(clock.instant()))
        .execute();
  }

  private static String hash(String cookie) {
    return HexFormat.of().formatHex(Token.hash(cookie));
  }

  private static byte[] bytes(String hash) {
    return HexFormat.of().parseHex(hash);
  }

  private static String shortened(String userAgent) {
    String agent = userAgent == null ? "" : userAgent;
    return agent.length() <= LONGEST_AGENT ? agent : agent.substring(0, LONGEST_AGENT);
  }
}
