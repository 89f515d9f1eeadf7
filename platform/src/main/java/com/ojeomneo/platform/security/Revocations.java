package com.ojeomneo.platform.security;

import static com.ojeomneo.schema.jooq.Tables.REVOKED_TOKENS;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.ojeomneo.platform.background.BackgroundJobs;
import com.ojeomneo.platform.database.Database;
import com.ojeomneo.platform.outbox.Outbox;
import com.ojeomneo.platform.outbox.OutboxEntry;
import com.ojeomneo.platform.outbox.OutboxFeed;
import com.ojeomneo.platform.redis.Subscription;
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
 * Access tokens that are refused before they expire. {@code revoked_tokens} is the record, and each
 * node holds the live ones in memory, so that asking costs no round trip and needs no Redis.
 *
 * <p>A revocation writes its row and an outbox entry in one transaction. The node itself knows it
 * with the commit; the others hear the entry within milliseconds, or read it from the outbox within
 * half a second while Redis does not bring it. The record is read, too: before the first request;
 * then every half second until the subscription hears, and once more after that, since what is
 * committed after that look is published to a subscription that was there before; the same after
 * each gap; and every few seconds whatever happens. So nothing falls between the first look and the
 * feed, and a node that started before, or was cut off, forgets nothing.
 */
@Singleton
public class Revocations {
  static final String TOPIC = "token_revoked";

  private static final Duration LOOK = Duration.ofMillis(500);
  private static final long TRUST_NANOS = Duration.ofSeconds(5).toNanos();

  /**
   * Rows may become visible later than their time says: by this much at most they are read again.
   */
  private static final Duration OVERLAP = Duration.ofSeconds(30);

  private final Database database;
  private final Subscription subscription;
  private final Blacklist blacklist;
  private final ObjectMapper json;
  private final Clock clock;
  private final Map<UUID, Instant> live = new ConcurrentHashMap<>();

  // Of the job alone, once it runs.
  private Instant readUpTo = Instant.EPOCH;
  private long heardBy;
  private long readAt;

  /** What a transaction will have revoked. */
  private record Revoked(UUID jti, Instant expiry) {}

  Revocations(
      Database database,
      Subscription subscription,
      Blacklist blacklist,
      ObjectMapper json,
      Clock clock,
      MeterRegistry metrics) {
    this.database = database;
    this.subscription = subscription;
    this.blacklist = blacklist;
    this.json = json;
    this.clock = clock;
    metrics.gaugeMapSize("ojeomneo_security_revoked_tokens", Tags.empty(), live);
  }

  /**
   * Revokes in the caller's transaction: once it has committed, this node refuses the tokens, and
   * the others do within a second.
   */
  public void revoke(DSLContext tx, Map<UUID, Instant> expiryByJti) {
    Instant now = clock.instant();
    expiryByJti.forEach(
        (jti, expiry) -> {
          tx.insertInto(REVOKED_TOKENS)
              .set(REVOKED_TOKENS.JTI, jti)
              .set(REVOKED_TOKENS.EXPIRES_AT, expiry)
              .set(REVOKED_TOKENS.REVOKED_AT, now)
              .onConflictDoNothing()
              .execute();
          Outbox.append(tx, TOPIC, "{\"jti\":\"%s\",\"expiresAt\":\"%s\"}".formatted(jti, expiry));
          Database.afterCommit(tx, new Revoked(jti, expiry));
        });
  }

  boolean contains(UUID jti) {
    return live.containsKey(jti);
  }

  void begin(@Observes StartupEvent start, OutboxFeed outbox, BackgroundJobs jobs) {
    outbox.listen(TOPIC, this::hear);
    read();
    Runnable wake = jobs.every(LOOK, "revocations", this::look);
    database.listen(
        Revoked.class,
        revoked -> {
          live.put(revoked.jti(), revoked.expiry());
          blacklist.add(Map.of(revoked.jti(), revoked.expiry()));
          wake.run();
        });
    jobs.every(Duration.ofMinutes(10), "revocations-forget", this::forgetExpired);
  }

  /** Whoever revoked it copies it to Redis. */
  private void hear(OutboxEntry entry) {
    try {
      JsonNode revoked = json.readTree(entry.payload());
      live.put(
          UUID.fromString(revoked.path("jti").asText()),
          Instant.parse(revoked.path("expiresAt").asText()));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("no revocation", e);
    }
  }

  private void look() {
    blacklist.offer();
    long hearing = subscription.hearing();
    long now = System.nanoTime();
    boolean found = hearing != 0 && hearing != heardBy;
    if (hearing == 0 || found || now - readAt >= TRUST_NANOS) {
      read();
      heardBy = hearing;
      readAt = now;
      if (found) {
        // It may be another Redis, or one that was emptied.
        blacklist.add(live);
      }
    }
    blacklist.check(live);
  }

  private void read() {
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
