package com.ojeomneo.user;

import static com.ojeomneo.schema.jooq.Tables.VERIFICATION_CODES;
import static org.jooq.impl.DSL.noCondition;

import com.ojeomneo.platform.background.BackgroundJobs;
import com.ojeomneo.platform.database.Database;
import com.ojeomneo.platform.problem.Problem;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;

/**
 * Codes of six digits, each good for ten minutes, five tries and one use. They are hashed as
 * passwords are: a million of them would be tried in no time otherwise by who reads the table.
 * Whether an address has an account changes nothing of what is done here.
 */
@Singleton
class VerificationCodes {
  static final Duration GOOD_FOR = Duration.ofMinutes(10);

  /** Two taps are one wish, and nobody's mailbox is filled. */
  private static final Duration PAUSE = Duration.ofMinutes(1);

  private static final int TRIES = 5;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final Database database;
  private final Passwords passwords;
  private final Clock clock;

  VerificationCodes(Database database, Passwords passwords, Clock clock) {
    this.database = database;
    this.passwords = passwords;
    this.clock = clock;
  }

  /** A code that was right, until somebody spends it. */
  record Proof(String email, Purpose purpose, String hash) {}

  /**
   * The next code of this address, which takes the place of the one before.
   *
   * @param again whether this very mail was tried before: that code was perhaps not delivered
   * @return empty when the one before is younger than a minute
   */
  Optional<String> issue(Purpose purpose, String email, boolean again) {
    Instant now = clock.instant();
    if (!again && database.sql().fetchExists(VERIFICATION_CODES, isRecent(purpose, email, now))) {
      return Optional.empty();
    }
    String code = "%06d".formatted(RANDOM.nextInt(1_000_000));
    String hash = passwords.hash(code);
    // Of two at once one is the next code.
    int issued =
        database
            .sql()
            .insertInto(VERIFICATION_CODES)
            .set(VERIFICATION_CODES.EMAIL, email)
            .set(VERIFICATION_CODES.PURPOSE, purpose.name())
            .set(VERIFICATION_CODES.CODE_HASH, hash)
            .set(VERIFICATION_CODES.CREATED_AT, now)
            .set(VERIFICATION_CODES.EXPIRES_AT, now.plus(GOOD_FOR))
            .onConflict(VERIFICATION_CODES.EMAIL, VERIFICATION_CODES.PURPOSE)
            .doUpdate()
            .set(VERIFICATION_CODES.CODE_HASH, hash)
            .set(VERIFICATION_CODES.TRIES, 0)
            .set(VERIFICATION_CODES.CREATED_AT, now)
            .set(VERIFICATION_CODES.EXPIRES_AT, now.plus(GOOD_FOR))
            .where(again ? noCondition() : VERIFICATION_CODES.CREATED_AT.le(now.minus(PAUSE)))
            .execute();
    return issued == 1 ? Optional.of(code) : Optional.empty();
  }

  /**
   * Counts the try before it looks, so that a thousand at once are five.
   *
   * @throws Problem 401 {@code CODE_INVALID}, the same and as late for an address without account;
   *     503 when too many passwords wait to be hashed
   */
  Proof check(Purpose purpose, String email, String code) {
    Optional<String> hash =
        database
            .sql()
            .update(VERIFICATION_CODES)
            .set(VERIFICATION_CODES.TRIES, VERIFICATION_CODES.TRIES.plus(1))
            .where(is(purpose, email))
            .and(VERIFICATION_CODES.TRIES.lt(TRIES))
            .and(VERIFICATION_CODES.EXPIRES_AT.gt(clock.instant()))
            .returningResult(VERIFICATION_CODES.CODE_HASH)
            .fetchOptional(VERIFICATION_CODES.CODE_HASH);
    if (!passwords.matches(code, hash)) {
      throw invalid();
    }
    return new Proof(email, purpose, hash.orElseThrow());
  }

  /**
   * @throws Problem 401 {@code CODE_INVALID} when it is spent already
   */
  void spend(DSLContext tx, Proof proof) {
    int spent =
        tx.deleteFrom(VERIFICATION_CODES)
            .where(is(proof.purpose(), proof.email()))
            .and(VERIFICATION_CODES.CODE_HASH.eq(proof.hash()))
            .execute();
    if (spent == 0) {
      throw invalid();
    }
  }

  static Problem invalid() {
    return Problem.of(UserProblem.CODE_INVALID);
  }

  static void forget(DSLContext tx, String email) {
    tx.deleteFrom(VERIFICATION_CODES).where(VERIFICATION_CODES.EMAIL.eq(email)).execute();
  }

  void begin(@Observes StartupEvent start, BackgroundJobs jobs) {
    jobs.every(Duration.ofMinutes(10), "codes-forget", this::forgetOld);
  }

  private void forgetOld() {
    database
        .sql()
        .deleteFrom(VERIFICATION_CODES)
        .where(VERIFICATION_CODES.EXPIRES_AT.lt(clock.instant()))
        .execute();
  }

  private static Condition isRecent(Purpose purpose, String email, Instant now) {
    return is(purpose, email).and(VERIFICATION_CODES.CREATED_AT.gt(now.minus(PAUSE)));
  }

  private static Condition is(Purpose purpose, String email) {
    return VERIFICATION_CODES.EMAIL.eq(email).and(VERIFICATION_CODES.PURPOSE.eq(purpose.name()));
  }
}
