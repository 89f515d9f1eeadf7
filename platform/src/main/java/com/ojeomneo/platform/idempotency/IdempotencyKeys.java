package com.ojeomneo.platform.idempotency;

import static com.ojeomneo.schema.jooq.Tables.IDEMPOTENCY_KEYS;
import static org.jooq.impl.DSL.excluded;

import com.github.f4b6a3.uuid.UuidCreator;
import com.ojeomneo.platform.background.BackgroundJobs;
import com.ojeomneo.platform.database.Database;
import com.ojeomneo.platform.problem.CommonProblem;
import com.ojeomneo.platform.problem.Problem;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** The SQL of {@code idempotency_keys} and the rule around it. */
@Singleton
public class IdempotencyKeys {
  private static final Duration REMEMBERED = Duration.ofHours(24);
  private static final Duration LEASE = Duration.ofSeconds(60);

  private final Database database;
  private final Clock clock;

  public IdempotencyKeys(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * Does the work once per caller, route and key within 24 hours; a repeat gets the stored answer.
   * An answer that is not final (202, 401, 429, 5xx) or an exception frees the key again.
   *
   * @param requestHash SHA-256 of the request: the same key with another one is refused
   * @param work returns the answer; it may have stored it through the claim, in its own transaction
   * @throws Problem 422 for a key that was used for another request, 409 while the first one runs
   */
  public Answer once(
      UUID caller, String route, String key, byte[] requestHash, Function<Claim, Answer> work) {
    Optional<Claim> claim = claim(caller, route, key, requestHash);
    if (claim.isEmpty()) {
      return earlierAnswer(caller, route, key, requestHash);
    }
    Answer answer;
    try {
      answer = work.apply(claim.get());
    } catch (RuntimeException | Error failed) {
      releaseAfter(claim.get(), failed);
      throw failed;
    }
    if (!answer.isFinal()) {
      claim.get().release(database.sql());
    } else if (!claim.get().isStored()) {
      database.transact(tx -> claim.get().store(tx, answer));
    }
    return answer;
  }

  /**
   * A key that cannot be freed now frees itself when its lease ends; the failure is what counts.
   */
  private void releaseAfter(Claim claim, Throwable failure) {
    try {
      claim.release(database.sql());
    } catch (RuntimeException e) {
      failure.addSuppressed(e);
    }
  }

  /** One conditional upsert: a key is taken when it is new, forgotten, or its lease has run out. */
  private Optional<Claim> claim(UUID caller, String route, String key, byte[] requestHash) {
    Instant now = clock.instant();
    UUID lease = UuidCreator.getRandomBased();
    var k = IDEMPOTENCY_KEYS;
    int taken =
        database
            .sql()
            .insertInto(k)
            .set(k.CALLER, caller)
            .set(k.ROUTE, route)
            .set(k.KEY, key)
            .set(k.REQUEST_HASH, requestHash)
            .set(k.LEASE, lease)
            .set(k.LEASED_UNTIL, now.plus(LEASE))
            .set(k.CREATED_AT, now)
            .onConflict(k.CALLER, k.ROUTE, k.KEY)
            .doUpdate()
            .set(k.REQUEST_HASH, excluded(k.REQUEST_HASH))
            .set(k.LEASE, excluded(k.LEASE))
            .set(k.LEASED_UNTIL, excluded(k.LEASED_UNTIL))
            .set(k.CREATED_AT, excluded(k.CREATED_AT))
            .setNull(k.STATUS)
            .setNull(k.BODY)
            .where(
                k.CREATED_AT
                    .lt(now.minus(REMEMBERED))
                    .or(
                        k.STATUS
                            .isNull()
                            .and(k.LEASED_UNTIL.lt(now))
                            .and(k.REQUEST_HASH.eq(excluded(k.REQUEST_HASH)))))
            .execute();
    return taken == 0 ? Optional.empty() : Optional.of(new Claim(caller, route, key, lease));
  }

  private Answer earlierAnswer(UUID caller, String route, String key, byte[] requestHash) {
    var k = IDEMPOTENCY_KEYS;
    var row =
        database
            .sql()
            .select(k.REQUEST_HASH, k.STATUS, k.BODY)
            .from(k)
            .where(k.CALLER.eq(caller), k.ROUTE.eq(route), k.KEY.eq(key))
            .fetchOne();
    if (row != null && !Arrays.equals(row.value1(), requestHash)) {
      throw Problem.of(CommonProblem.IDEMPOTENCY_KEY_REUSED);
    }
    if (row == null || row.value2() == null) {
      throw Problem.of(CommonProblem.IDEMPOTENCY_KEY_IN_USE).retryAfter(1);
    }
    return new Answer(row.value2(), row.value3());
  }

  void begin(@Observes StartupEvent start, BackgroundJobs jobs) {
    jobs.every(Duration.ofMinutes(10), "idempotency-forget", this::forgetOld);
  }

  private void forgetOld() {
    database
        .sql()
        .deleteFrom(IDEMPOTENCY_KEYS)
        .where(IDEMPOTENCY_KEYS.CREATED_AT.lt(clock.instant().minus(REMEMBERED)))
        .execute();
  }
}
