package com.ojeomneo.user;

import static com.ojeomneo.schema.jooq.Tables.IDENTITY_UNLINKS;

import com.ojeomneo.social.Provider;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Records;
import org.jooq.impl.DSL;

/** The SQL of {@code identity_unlinks}: what providers have yet to be told. */
public final class IdentityUnlinks {
  private IdentityUnlinks() {}

  /**
   * @param sealed what ends it at the provider, null where none was given
   */
  record Unlink(
      UUID id,
      Provider provider,
      String subject,
      UUID userId,
      String clientId,
      byte[] sealed,
      int tries,
      Instant createdAt) {
    /** Without the person: records find their way into logs. */
    @Override
    public String toString() {
      return "unlink " + id + " at " + provider;
    }
  }

  /** Those that are due, which nobody else takes before this lease is over. */
  static List<Unlink> takeDue(DSLContext sql, Instant now, Duration lease, int limit) {
    return sql.update(IDENTITY_UNLINKS)
        .set(IDENTITY_UNLINKS.TRY_AT, now.plus(lease))
        .set(IDENTITY_UNLINKS.TRIES, IDENTITY_UNLINKS.TRIES.plus(1))
        .where(
            IDENTITY_UNLINKS.ID.in(
                DSL.select(IDENTITY_UNLINKS.ID)
                    .from(IDENTITY_UNLINKS)
                    .where(IDENTITY_UNLINKS.TRY_AT.le(now))
                    .orderBy(IDENTITY_UNLINKS.TRY_AT)
                    .limit(limit)
                    .forUpdate()
                    .skipLocked()))
        .returningResult(
            IDENTITY_UNLINKS.ID,
            IDENTITY_UNLINKS.PROVIDER.convertFrom(Provider::valueOf),
            IDENTITY_UNLINKS.SUBJECT,
            IDENTITY_UNLINKS.USER_ID,
            IDENTITY_UNLINKS.CLIENT_ID,
            IDENTITY_UNLINKS.GRANT_SEALED,
            IDENTITY_UNLINKS.TRIES,
            IDENTITY_UNLINKS.CREATED_AT)
        .fetch(Records.mapping(Unlink::new));
  }

  static void tryAgainAt(DSLContext sql, UUID id, Instant at) {
    sql.update(IDENTITY_UNLINKS)
        .set(IDENTITY_UNLINKS.TRY_AT, at)
        .where(IDENTITY_UNLINKS.ID.eq(id))
        .execute();
  }

  static void remove(DSLContext sql, UUID id) {
    sql.deleteFrom(IDENTITY_UNLINKS).where(IDENTITY_UNLINKS.ID.eq(id)).execute();
  }

  /** Since when the oldest of those that wait does; null when none waits. */
  public static Instant oldest(DSLContext sql) {
    return sql.select(DSL.min(IDENTITY_UNLINKS.CREATED_AT))
        .from(IDENTITY_UNLINKS)
        .fetchSingle()
        .value1();
  }
}
