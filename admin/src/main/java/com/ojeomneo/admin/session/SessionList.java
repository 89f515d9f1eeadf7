package com.ojeomneo.admin.session;

import static com.ojeomneo.schema.jooq.Tables.STAFF_SESSIONS;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;

/** The browsers in which somebody is signed in. */
@Singleton
class SessionList {
  private final Clock clock;

  SessionList(Clock clock) {
    this.clock = clock;
  }

  /**
   * @param lastUsedAt to five minutes
   * @param current whether it is the one that asks
   */
  record OpenSession(
      UUID id,
      String address,
      String userAgent,
      Instant createdAt,
      Instant lastUsedAt,
      Instant expiresAt,
      boolean current) {}

  record OpenSessionList(List<OpenSession> items) {}

  /** Last used first; nobody has so many that they need pages. */
  OpenSessionList of(DSLContext sql, UUID staffId, StaffSession asking) {
    return new OpenSessionList(
        sql.select(
                STAFF_SESSIONS.ID,
                STAFF_SESSIONS.ADDRESS,
                STAFF_SESSIONS.USER_AGENT,
                STAFF_SESSIONS.CREATED_AT,
                STAFF_SESSIONS.EXPIRES_AT,
                STAFF_SESSIONS.COOKIE_HASH)
            .from(STAFF_SESSIONS)
            .where(
                STAFF_SESSIONS.STAFF_ID.eq(staffId), STAFF_SESSIONS.EXPIRES_AT.gt(clock.instant()))
            .orderBy(STAFF_SESSIONS.EXPIRES_AT.desc(), STAFF_SESSIONS.ID)
            .limit(100)
            .fetch(
                row ->
                    new OpenSession(
                        row.value1(),
                        row.value2(),
                        row.value3(),
                        row.value4(),
                        row.value5().minus(Sessions.LIFETIME),
                        row.value5(),
                        HexFormat.of().formatHex(row.value6()).equals(asking.cookieHash()))));
  }

  /**
   * @return false when it is not theirs, or over
   */
  boolean end(DSLContext tx, UUID staffId, UUID id) {
    return tx.deleteFrom(STAFF_SESSIONS)
            .where(STAFF_SESSIONS.ID.eq(id), STAFF_SESSIONS.STAFF_ID.eq(staffId))
            .execute()
        == 1;
  }
}
