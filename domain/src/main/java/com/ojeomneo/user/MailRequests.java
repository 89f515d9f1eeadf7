package com.ojeomneo.user;

import static com.ojeomneo.schema.jooq.Tables.MAIL_REQUESTS;

import com.github.f4b6a3.uuid.UuidCreator;
import com.ojeomneo.platform.database.Database;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Records;
import org.jooq.impl.DSL;

/** The SQL of {@code mail_requests}. */
@Singleton
public class MailRequests {
  private final Database database;
  private final Clock clock;

  MailRequests(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /** A mail to be sent; its text never names the address, for records find their way into logs. */
  record MailRequest(
      UUID id, Purpose purpose, String email, Locale language, int tries, Instant createdAt) {
    @Override
    public String toString() {
      return "mail " + id;
    }
  }

  /** The same single row for every address, whoever has it. */
  void add(Purpose purpose, String email, Locale language) {
    Instant now = clock.instant();
    database
        .sql()
        .insertInto(MAIL_REQUESTS)
        .set(MAIL_REQUESTS.ID, UuidCreator.getTimeOrderedEpoch())
        .set(MAIL_REQUESTS.PURPOSE, purpose.name())
        .set(MAIL_REQUESTS.EMAIL, email)
        .set(MAIL_REQUESTS.LANGUAGE, language.equals(Locale.ENGLISH) ? "en" : "ko")
        .set(MAIL_REQUESTS.TRY_AT, now)
        .set(MAIL_REQUESTS.CREATED_AT, now)
        .execute();
  }

  /** Those that are due, which nobody else takes before this lease is over. */
  List<MailRequest> takeDue(Duration lease, int limit) {
    Instant now = clock.instant();
    return database
        .sql()
        .update(MAIL_REQUESTS)
        .set(MAIL_REQUESTS.TRY_AT, now.plus(lease))
        .set(MAIL_REQUESTS.TRIES, MAIL_REQUESTS.TRIES.plus(1))
        .where(
            MAIL_REQUESTS.ID.in(
                DSL.select(MAIL_REQUESTS.ID)
                    .from(MAIL_REQUESTS)
                    .where(MAIL_REQUESTS.TRY_AT.le(now))
                    .orderBy(MAIL_REQUESTS.TRY_AT)
                    .limit(limit)
                    .forUpdate()
                    .skipLocked()))
        .returningResult(
            MAIL_REQUESTS.ID,
            MAIL_REQUESTS.PURPOSE.convertFrom(Purpose::valueOf),
            MAIL_REQUESTS.EMAIL,
            MAIL_REQUESTS.LANGUAGE.convertFrom(Locale::of),
            MAIL_REQUESTS.TRIES,
            MAIL_REQUESTS.CREATED_AT)
        .fetch(Records.mapping(MailRequest::new));
  }

  void tryAgainAt(UUID id, Instant at) {
    database
        .sql()
        .update(MAIL_REQUESTS)
        .set(MAIL_REQUESTS.TRY_AT, at)
        .where(MAIL_REQUESTS.ID.eq(id))
        .execute();
  }

  void remove(UUID id) {
    database.sql().deleteFrom(MAIL_REQUESTS).where(MAIL_REQUESTS.ID.eq(id)).execute();
  }

  /** When the oldest of those that wait was asked for; null when none waits. */
  public Instant oldest() {
    return database
        .sql()
        .select(DSL.min(MAIL_REQUESTS.CREATED_AT))
        .from(MAIL_REQUESTS)
        .fetchSingle()
        .value1();
  }

  static void forget(DSLContext tx, String email) {
    tx.deleteFrom(MAIL_REQUESTS).where(MAIL_REQUESTS.EMAIL.eq(email)).execute();
  }
}
