package com.ojeomneo.platform.security;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.ojeomneo.platform.background.BackgroundJobs;
import com.ojeomneo.platform.database.Database;
import com.ojeomneo.platform.outbox.OutboxFeed;
import com.ojeomneo.platform.outbox.OutboxWiring;
import com.ojeomneo.platform.outbox.TestOutbox;
import com.ojeomneo.platform.redis.RealRedis;
import com.ojeomneo.platform.redis.RedisLink;
import com.ojeomneo.platform.redis.Subscription;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** What a Server does about revoked tokens, as plain objects: several fit into one test. */
final class RevokingNode implements AutoCloseable {
  private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
  private final BackgroundJobs jobs = new BackgroundJobs(metrics);
  private final RedisLink link;
  private final Subscription subscription;
  private final Database database;
  private final Revocations revocations;

  /** Has begun, as if its first request came now. */
  RevokingNode(String name, TestOutbox postgres, RealRedis redis) {
    link = redis.newLink();
    database = postgres.open(name);
    subscription = RealRedis.subscription(link, jobs);
    OutboxFeed feed = OutboxWiring.begin(database, link, subscription, jobs);
    revocations =
        new Revocations(
            database,
            subscription,
            new Blacklist(link, Clock.systemUTC(), metrics),
            new ObjectMapper(),
            Clock.systemUTC(),
            metrics);
    revocations.begin(new StartupEvent(), feed, jobs);
  }

  void revoke(UUID jti, Instant expiry) {
    database.transact(tx -> revocations.revoke(tx, Map.of(jti, expiry)));
  }

  Revocations revocations() {
    return revocations;
  }

  Database database() {
    return database;
  }

  boolean refuses(UUID jti) {
    return revocations.contains(jti);
  }

  boolean hears() {
    return subscription.hearing() != 0;
  }

  double live() {
    return metrics.get("ojeomneo_security_revoked_tokens").gauge().value();
  }

  @Override
  public void close() {
    jobs.stop(new ShutdownEvent());
    RealRedis.close(link);
  }
}
