package com.ojeomneo.platform.security;

import static com.ojeomneo.schema.jooq.Tables.REVOKED_TOKENS;

import com.ojeomneo.platform.background.BackgroundJobs;
import com.ojeomneo.platform.database.Database;
import com.ojeomneo.platform.redis.RedisLink;
import io.lettuce.core.SetArgs;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jooq.DSLContext;

/**
 * Access tokens that are refused before they expire. PostgreSQL holds the record, Redis a copy
 * under {@code token:blacklist:{jti}}, and each node the live ones in memory, so that asking costs
 * no round trip. A node sees its own revocations at once and those of others by tailing the table.
 */
@Singleton
public class Revocations {
  /**
   * Rows may become visible later than their time says: by this much at most they are read again.
   */
  private static final Duration OVERLAP = Duration.ofSeconds(30);

  private final Database database;
  private final RedisLink redis;
  private final Clock clock;
  private final Map<UUID, Instant> live = new ConcurrentHashMap<>();
  private final Map<UUID, Instant> toCopy = new ConcurrentHashMap<>();
  private volatile Instant readUpTo = Instant.EPOCH;

  Revocations(Database database, RedisLink redis, Clock clock, MeterRegistry metrics) {
    this.database = database;
    this.redis = redis;
    this.clock = clock;
    metrics.gaugeMapSize("ojeomneo_security_revoked_tokens", Tags.empty(), live);
  }

  /**
   * Records the revocation in the caller's transaction; call {@link #announce} after its commit.
   */
  public void record(DSLContext tx, Map<UUID, Instant> expiryByJti) {
    Instant now = clock.instant();
    expiryByJti.forEach(
        (jti, expiry) ->
            tx.insertInto(REVOKED_TOKENS)
                .set(REVOKED_TOKENS.JTI, jti)
                .set(REVOKED_TOKENS.EXPIRES_AT, expiry)
                .set(REVOKED_TOKENS.REVOKED_AT, now)
                .onConflictDoNothing()
                .execute());
  }

  /** From here on this node refuses the tokens; the others follow within a second. */
  public void announce(Map<UUID, Instant> expiryByJti) {
    live.putAll(expiryByJti);
    toCopy.putAll(expiryByJti);
    copy();
  }

  /** What Redis does not take now it gets with the next look at the table. */
  void copy() {
    toCopy.entrySet().removeIf(entry -> isCopied(entry.getKey(), entry.getValue()));
  }

  private boolean isCopied(UUID jti, Instant expiry) {
    long rest = Duration.between(clock.instant(), expiry).toMillis();
    return rest <= 0
        || redis
            .call(r -> r.set("token:blacklist:" + jti, "1", SetArgs.Builder.px(rest)))
            .isPresent();
  }

  boolean contains(UUID jti) {
    return live.containsKey(jti);
  }

  /** The first look is over before the first request: a restart forgets no revocation. */
  void begin(@Observes StartupEvent start, BackgroundJobs jobs) {
    tail();
    jobs.every(Duration.ofMillis(500), "revocations-tail", this::tail);
    jobs.every(Duration.ofMinutes(10), "revocations-forget", this::forgetExpired);
  }

  private void tail() {
    copy();
    Instant now = clock.instant();
    database
        .sql()
        .select(REVOKED_TOKENS.JTI, REVOKED_TOKENS.EXPIRES_AT)
        .from(REVOKED_TOKENS)
        .where(REVOKED_TOKENS.REVOKED_AT.ge(readUpTo), REVOKED_TOKENS.EXPIRES_AT.gt(now))
        .forEach(row -> live.put(row.value1(), row.value2()));
    readUpTo = now.minus(OVERLAP);
    live.values().removeIf(expiry -> !expiry.isAfter(now));
  }

  private void forgetExpired() {
    database
        .sql()
        .deleteFrom(REVOKED_TOKENS)
        .where(REVOKED_TOKENS.EXPIRES_AT.lt(clock.instant().minus(OVERLAP)))
        .execute();
  }
}
