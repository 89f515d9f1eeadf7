package com.ojeomneo.user;

import static com.ojeomneo.schema.jooq.Tables.APP_SETTINGS;
import static com.ojeomneo.schema.jooq.Tables.CONSENTS;

import com.ojeomneo.platform.database.Database;
import com.ojeomneo.platform.problem.Problem;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Records;
import org.jooq.impl.DSL;

/**
 * The SQL of {@code consents}: which version of what somebody agreed to. What has to be agreed to
 * before an order is what staff have set a version of (settings {@code termsVersion}, {@code
 * privacyVersion}, {@code ageVersion}); a new version has to be agreed to anew.
 */
@Singleton
public class Consents {
  private static final Field<String> VERSION =
      DSL.field("{0} #>> '{}'", String.class, APP_SETTINGS.VALUE);
  private static final Field<String> KIND =
      DSL.upper(DSL.replace(APP_SETTINGS.KEY, DSL.inline("Version"), DSL.inline("")));

  private final Database database;
  private final Clock clock;

  Consents(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /** The last of each kind first. */
  public List<GivenConsent> of(UUID userId) {
    return database
        .sql()
        .select(
            CONSENTS.KIND.convertFrom(Consent.Kind::valueOf), CONSENTS.VERSION, CONSENTS.AGREED_AT)
        .from(CONSENTS)
        .where(CONSENTS.USER_ID.eq(userId))
        .orderBy(CONSENTS.KIND, CONSENTS.AGREED_AT.desc(), CONSENTS.VERSION.desc())
        .fetch(Records.mapping(GivenConsent::new));
  }

  /** What this user has yet to agree to before the next order. */
  public List<Consent> missing(UUID userId) {
    return missing(database.sql(), userId);
  }

  /** Again changes nothing. */
  public void give(UUID userId, List<Consent> consents) {
    database.transact(tx -> add(tx, userId, consents, clock.instant()));
  }

  /**
   * @throws Problem 409 {@code CONSENT_REQUIRED}
   */
  public static void requireCurrent(DSLContext tx, UUID userId) {
    if (!missing(tx, userId).isEmpty()) {
      throw Problem.of(UserProblem.CONSENT_REQUIRED);
    }
  }

  static void add(DSLContext tx, UUID userId, List<Consent> consents, Instant now) {
    for (Consent consent : consents) {
      tx.insertInto(CONSENTS)
          .set(CONSENTS.USER_ID, userId)
          .set(CONSENTS.KIND, consent.kind().name())
          .set(CONSENTS.VERSION, consent.version())
          .set(CONSENTS.AGREED_AT, now)
          .onConflictDoNothing()
          .execute();
    }
  }

  static void forget(DSLContext tx, UUID userId) {
    tx.deleteFrom(CONSENTS).where(CONSENTS.USER_ID.eq(userId)).execute();
  }

  private static List<Consent> missing(DSLContext sql, UUID userId) {
    return sql.select(KIND.convertFrom(Consent.Kind::valueOf), VERSION)
        .from(APP_SETTINGS)
        .where(APP_SETTINGS.KEY.in("termsVersion", "privacyVersion", "ageVersion"))
        .and(DSL.condition("jsonb_typeof({0}) = 'string'", APP_SETTINGS.VALUE))
        .andNotExists(
            DSL.selectOne()
                .from(CONSENTS)
                .where(CONSENTS.USER_ID.eq(userId))
                .and(CONSENTS.KIND.eq(KIND))
                .and(CONSENTS.VERSION.eq(VERSION)))
        .orderBy(KIND.desc())
        .fetch(Records.mapping(Consent::new));
  }
}
