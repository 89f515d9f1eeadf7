package com.ojeomneo.platform.cache;

import com.github.benmanes.caffeine.cache.Caffeine;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;

/**
 * Answers in this node's memory. One that is there is had at once, on the event loop, without SQL
 * and without Redis. One that is not is looked for in Redis and read from PostgreSQL on a virtual
 * thread, once for all who ask meanwhile.
 *
 * <p>An entry counts as long as its tag's version is the one from before its read began. That is
 * asked at each hit and not when it is stored: a read that was overtaken by a change may store what
 * it has, and nobody gets to see it. Whoever asks after the change does not wait for that read
 * either, but begins one of his own.
 *
 * <p>Made by {@link Caches}; V is immutable.
 */
public final class Cache<V> {
  private final com.github.benmanes.caffeine.cache.Cache<CacheKey, Entry<V>> entries;
  private final Map<CacheKey, Load<V>> loads = new ConcurrentHashMap<>();
  private final Versions versions;
  private final SharedCache shared;
  private final Function<Object, byte[]> encode;
  private final Function<byte[], V> decode;
  private final CacheMetrics metrics;
  private final Clock clock;
  private final Executor executor;

  /** A read that is going on. */
  private record Load<V>(long version, CompletableFuture<V> result) {}

  Cache(
      Versions versions,
      SharedCache shared,
      Function<Object, byte[]> encode,
      Function<byte[], V> decode,
      ToIntFunction<V> bytes,
      long maxBytes,
      CacheMetrics metrics,
      Clock clock,
      Executor executor) {
    this.versions = versions;
    this.shared = shared;
    this.encode = encode;
    this.decode = decode;
    this.metrics = metrics;
    this.clock = clock;
    this.executor = executor;
    this.entries =
        Caffeine.newBuilder()
            .maximumWeight(maxBytes)
            .<CacheKey, Entry<V>>weigher((key, entry) -> bytes.applyAsInt(entry.value()))
            .build();
  }

  /**
   * @param read runs on a virtual thread. What it throws is thrown to everyone who waits, and not
   *     remembered
   */
  public Uni<V> get(CacheKey key, Supplier<? extends Expiring<?>> read) {
    V good = getIfGood(key);
    if (good != null) {
      return Uni.createFrom().item(good);
    }
    CompletableFuture<V> result = load(key, read);
    // Not the future itself: a client who hangs up would cancel it for all who wait.
    return Uni.createFrom()
        .emitter(
            waiting ->
                result.whenComplete(
                    (value, failure) -> {
                      if (failure == null) {
                        waiting.complete(value);
                      } else {
                        waiting.fail(failure);
                      }
                    }));
  }

  /** Null when it is not in memory, or no longer true. */
  public V getIfGood(CacheKey key) {
    Instant now = clock.instant();
    Entry<V> entry = fresh(key, now);
    if (entry == null) {
      return null;
    }
    metrics.hit(key.entity(), entry.readAt(), now);
    return entry.value();
  }

  /** How much memory the entries take now. */
  long bytes() {
    entries.cleanUp();
    return entries.policy().eviction().orElseThrow().weightedSize().orElseThrow();
  }

  private Entry<V> fresh(CacheKey key, Instant now) {
    Entry<V> entry = entries.getIfPresent(key);
    return entry != null && entry.version() == versions.of(key.tag()) && now.isBefore(entry.until())
        ? entry
        : null;
  }

  private CompletableFuture<V> load(CacheKey key, Supplier<? extends Expiring<?>> read) {
    var mine = new Load<V>(versions.of(key.tag()), new CompletableFuture<>());
    Load<V> load =
        loads.compute(
            key,
            (k, running) -> running != null && running.version == mine.version ? running : mine);
    if (load != mine) {
      metrics.joined(key.entity());
      return load.result;
    }
    try {
      executor.execute(() -> run(key, mine, read));
    } catch (RejectedExecutionException stopping) {
      loads.remove(key, mine);
      mine.result.completeExceptionally(stopping);
    }
    return mine.result;
  }

  private void run(CacheKey key, Load<V> load, Supplier<? extends Expiring<?>> read) {
    try {
      // Another load may have ended between this caller's look and its own load.
      Entry<V> entry = fresh(key, clock.instant());
      if (entry == null) {
        entry =
            key.shared() ? throughRedis(key, load.version, read) : read(key, load.version, read);
        entries.put(key, entry);
      }
      load.result.complete(entry.value());
    } catch (RuntimeException | Error e) {
      load.result.completeExceptionally(e);
    } finally {
      loads.remove(key, load);
    }
  }

  private Entry<V> throughRedis(CacheKey key, long version, Supplier<? extends Expiring<?>> read) {
    SharedCache.Look look = shared.look(key);
    if (look.kept() != null && clock.instant().isBefore(look.kept().until())) {
      metrics.shared(key.entity());
      SharedCache.Kept kept = look.kept();
      return new Entry<>(decode.apply(kept.json()), version, kept.readAt(), kept.until());
    }
    Instant readAt = clock.instant();
    Expiring<byte[]> fresh = readFresh(key, readAt, read);
    shared.keep(key, look, new SharedCache.Kept(fresh.value(), readAt, fresh.until()));
    return new Entry<>(decode.apply(fresh.value()), version, readAt, fresh.until());
  }

  private Entry<V> read(CacheKey key, long version, Supplier<? extends Expiring<?>> read) {
    Instant readAt = clock.instant();
    Expiring<byte[]> fresh = readFresh(key, readAt, read);
    return new Entry<>(decode.apply(fresh.value()), version, readAt, fresh.until());
  }

  private Expiring<byte[]> readFresh(
      CacheKey key, Instant readAt, Supplier<? extends Expiring<?>> read) {
    metrics.missed(key.entity());
    Expiring<?> answer = read.get();
    Instant end = readAt.plus(key.timeToLive());
    return new Expiring<>(
        encode.apply(answer.value()), end.isBefore(answer.until()) ? end : answer.until());
  }
}
