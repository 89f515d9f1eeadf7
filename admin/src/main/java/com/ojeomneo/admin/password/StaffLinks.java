package com.ojeomneo.admin.password;

import static com.ojeomneo.schema.jooq.Tables.STAFF;
import static com.ojeomneo.schema.jooq.Tables.STAFF_LINKS;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;

import com.github.f4b6a3.uuid.UuidCreator;
import com.ojeomneo.admin.staff.StaffMember;
import com.ojeomneo.admin.staff.StaffMembers;
import com.ojeomneo.platform.database.Database;
import com.ojeomneo.platform.secret.Token;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Records;

/** The SQL of {@code staff_links}. */
@Singleton
class StaffLinks {
  private final Database database;
  private final Clock clock;

  StaffLinks(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /** One to be mailed; its text names nobody, for records find their way into logs. */
  record Due(
      UUID id, LinkPurpose purpose, String email, Locale language, int tries, Instant expiresAt) {
    @Override
    public String toString() {
      return "link " + id;
    }
  }

  /** What a token opens. */
  record Opened(UUID id, LinkPurpose purpose, StaffMember member) {}

  /** The same single row for every address, whoever has it. */
  void ask(DSLContext sql, LinkPurpose purpose, String email, Locale language) {
    Instant now = clock.instant();
    sql.insertInto(STAFF_LINKS)
        .set(STAFF_LINKS.ID, UuidCreator.getTimeOrderedEpoch())
        .set(STAFF_LINKS.PURPOSE, purpose.name())
        .set(STAFF_LINKS.EMAIL, email)
        .set(STAFF_LINKS.LANGUAGE, language.equals(Locale.ENGLISH) ? "en" : "ko")
        .set(STAFF_LINKS.TRY_AT, now)
        .set(STAFF_LINKS.CREATED_AT, now)
        .set(STAFF_LINKS.EXPIRES_AT, now.plus(purpose.goodFor()))
        .execute();
  }

  /** Those that are due, which nobody else takes before this lease is over. */
  List<Due> takeDue(Duration lease, int limit) {
    Instant now = clock.instant();
    return database
        .sql()
        .update(STAFF_LINKS)
        .set(STAFF_LINKS.TRY_AT, now.plus(lease))
        .set(STAFF_LINKS.TRIES, STAFF_LINKS.TRIES.plus(1))
        .where(
            STAFF_LINKS.ID.in(
                select(STAFF_LINKS.ID)
                    .from(STAFF_LINKS)
                    .where(STAFF_LINKS.TRY_AT.le(now))
                    .orderBy(STAFF_LINKS.TRY_AT)
                    .limit(limit)
                    .forUpdate()
                    .skipLocked()))
        .returningResult(
            STAFF_LINKS.ID,
            STAFF_LINKS.PURPOSE.convertFrom(LinkPurpose::valueOf),
            STAFF_LINKS.EMAIL,
            STAFF_LINKS.LANGUAGE.convertFrom(Locale::of),
            STAFF_LINKS.TRIES,
            STAFF_LINKS.EXPIRES_AT)
        .fetch(Records.mapping(Due::new));
  }

  /**
   * Finds out whose it is.
   *
   * @return false when it is nobody's, or of somebody who has joined and is invited
   */
  boolean arm(Due due, String token) {
    return database
            .sql()
            .update(STAFF_LINKS)
            .set(STAFF_LINKS.TOKEN_HASH, Token.hash(token))
            .set(STAFF_LINKS.STAFF_ID, STAFF.ID)
            .from(STAFF)
            .where(
                STAFF_LINKS.ID.eq(due.id()),
                STAFF.EMAIL.eq(due.email()),
                StaffMembers.mayWork(),
                due.purpose() == LinkPurpose.INVITATION ? STAFF.JOINED.isFalse() : noCondition())
            .execute()
        == 1;
  }

  void sent(UUID id) {
    update(id, null);
  }

  void tryAgainAt(UUID id, Instant at) {
    update(id, at);
  }

  private void update(UUID id, Instant tryAt) {
    database
        .sql()
        .update(STAFF_LINKS)
        .set(STAFF_LINKS.TRY_AT, tryAt)
        .where(STAFF_LINKS.ID.eq(id))
        .execute();
  }

  void remove(UUID id) {
    database.sql().deleteFrom(STAFF_LINKS).where(STAFF_LINKS.ID.eq(id)).execute();
  }

  /** Empty when it was used, is over, or its owner may no longer work here. */
  Optional<Opened> open(DSLContext sql, String token) {
    return sql.select(
            STAFF_LINKS.ID,
            STAFF_LINKS.PURPOSE.convertFrom(LinkPurpose::valueOf),
            StaffMembers.MEMBER)
        .from(STAFF_LINKS)
        .join(STAFF)
        .on(STAFF.ID.eq(STAFF_LINKS.STAFF_ID))
        .where(
            STAFF_LINKS.TOKEN_HASH.eq(Token.hash(token)),
            STAFF_LINKS.EXPIRES_AT.gt(clock.instant()),
            StaffMembers.mayWork())
        .fetchOptional(Records.mapping(Opened::new));
  }

  /**
   * Uses it up, and every other link of its owner.
   *
   * @return false when somebody else just has
   */
  boolean use(DSLContext tx, Opened link) {
    boolean mine = tx.deleteFrom(STAFF_LINKS).where(STAFF_LINKS.ID.eq(link.id())).execute() == 1;
    tx.deleteFrom(STAFF_LINKS).where(STAFF_LINKS.STAFF_ID.eq(link.member().id())).execute();
    return mine;
  }

  /** Deletes what opens nothing any more. */
  void forgetExpired() {
    database
        .sql()
        .deleteFrom(STAFF_LINKS)
        .where(STAFF_LINKS.EXPIRES_AT.le(clock.instant()))
        .execute();
  }

  /** When the oldest of those that wait to be mailed was asked for; null when none waits. */
  Instant oldest() {
    return database
        .sql()
        .select(min(STAFF_LINKS.CREATED_AT))
        .from(STAFF_LINKS)
        .where(STAFF_LINKS.TRY_AT.isNotNull())
        .fetchSingle()
        .value1();
  }
}
