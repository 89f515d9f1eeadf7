package com.ojeomneo.platform.cache;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.ojeomneo.platform.background.BackgroundJobs;
import com.ojeomneo.platform.database.Database;
import com.ojeomneo.platform.outbox.OutboxWiring;
import com.ojeomneo.platform.redis.RealRedis;
import com.ojeomneo.platform.redis.RedisLink;
import com.ojeomneo.platform.redis.Subscription;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/** What a Server does with its cache, as plain objects: several fit into one test. */
final class CacheNode implements AutoCloseable {
  static final Duration TIME_TO_LIVE = Duration.ofMinutes(10);

  private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
  private final BackgroundJobs jobs = new BackgroundJobs(metrics);
  private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
  private final RedisLink link;
  private final Subscription subscription;
  private final UntoldChanges untold = new UntoldChanges(metrics);
  private final Cache<String> cache;

  CacheNode(Database database, RealRedis redis, MovableClock clock) {
    link = redis.newLink();
    subscription = RealRedis.subscription(link, jobs);
    var versions = new Versions();
    var shared = new SharedCache(link, untold, clock);
    var feed = OutboxWiring.begin(database, link, subscription, jobs);
    new CacheChanges(database, versions, untold, shared, new ObjectMapper(), clock)
        .begin(new StartupEvent(), feed, subscription, jobs);
    cache =
        new Cache<>(
            versions,
            shared,
            answer -> ((String) answer).getBytes(StandardCharsets.UTF_8),
            json -> new String(json, StandardCharsets.UTF_8),
            String::length,
            1_000_000,
            new CacheMetrics(metrics),
            clock,
            executor);
  }

  /** As a thing of this tag that any node may cache. */
  static CacheKey key(String tag) {
    return new CacheKey("test", tag, tag, TIME_TO_LIVE, true);
  }

  CompletableFuture<String> ask(CacheKey key, Supplier<Expiring<String>> read) {
    return cache.get(key, read).subscribeAsCompletionStage();
  }

  String get(CacheKey key, Supplier<Expiring<String>> read) {
    return ask(key, read).join();
  }

  /** Of the requests with this outcome. */
  int count(String outcome) {
    return (int)
        metrics.counter("ojeomneo_cache_requests", "entity", "test", "outcome", outcome).count();
  }

  /** It hears at once what changes, and Redis knows what it has heard. */
  boolean isCalm() {
    return subscription.hearing() != 0 && !untold.has(CacheKey.ALL);
  }

  boolean hasUntold(String tag) {
    return untold.has(tag);
  }

  @Override
  public void close() {
    jobs.stop(new ShutdownEvent());
    executor.close();
    RealRedis.close(link);
  }
}
