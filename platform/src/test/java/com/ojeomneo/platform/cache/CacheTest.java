package com.ojeomneo.platform.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ojeomneo.platform.redis.RealRedis;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** One node, step by step: what it has to read is read when the test lets it. */
class CacheTest {
  private static final CacheKey KEY =
      new CacheKey("test", "1", "menu:1", Duration.ofMinutes(10), false);

  private final MovableClock clock = new MovableClock();
  private final Versions versions = new Versions();
  private final Queue<Runnable> toRead = new ArrayDeque<>();
  private final AtomicInteger reads = new AtomicInteger();
  private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
  private final RealRedis nobody = new RealRedis();
  private final Cache<String> cache = cache(1_000_000);

  @AfterEach
  void close() {
    nobody.close();
  }

  @Test
  void whatIsThereIsHadAtOnceAndReadByNobody() {
    settled(get("김밥"));

    assertThat(get("라면")).isCompletedWithValue("김밥");
    assertThat(toRead).isEmpty();
    assertThat(count("hit")).isOne();
    assertThat(count("miss")).isOne();
  }

  @Test
  void whoeverAsksMeanwhileWaitsForTheOneRead() {
    var all = new ArrayList<CompletableFuture<String>>();
    for (int i = 0; i < 50; i++) {
      all.add(get("김밥"));
    }
    assertThat(toRead).hasSize(1);
    toRead.remove().run();

    assertThat(all).allSatisfy(one -> assertThat(one).isCompletedWithValue("김밥"));
    assertThat(reads).hasValue(1);
    assertThat(count("joined")).isEqualTo(49);
  }

  @Test
  void aReadThatWasOvertakenByAChangeIsServedToNobodyWhoAsksAfterIt() {
    var after = new ArrayList<CompletableFuture<String>>();
    var before =
        get(
            () -> {
              Expiring<String> old = read("김밥").get();
              versions.changed("menu:1");
              after.add(get("라면"));
              toRead.remove().run();
              return old;
            });
    toRead.remove().run();

    assertThat(before).isCompletedWithValue("김밥");
    assertThat(after.getFirst()).isCompletedWithValue("라면");
    assertThat(settled(get("라면"))).as("though the slow read stored last").isEqualTo("라면");
  }

  @Test
  void aChangeOfOneThingLeavesTheOthersAlone() {
    settled(get("김밥"));
    versions.changed("menu:2");
    assertThat(get("라면")).isCompletedWithValue("김밥");
    versions.changed(CacheKey.ALL);
    assertThat(settled(get("라면"))).isEqualTo("라면");
  }

  @Test
  void anEntryEndsAtTheInstantAtWhichTheClockChangesIt() {
    Instant closing = clock.instant().plus(Duration.ofMinutes(5));
    settled(get(() -> new Expiring<>("열림", closing)));
    clock.moveOn(Duration.ofMinutes(4));
    assertThat(get("닫힘")).isCompletedWithValue("열림");
    clock.moveOn(Duration.ofMinutes(1));
    assertThat(settled(get("닫힘"))).isEqualTo("닫힘");
  }

  @Test
  void anEntryEndsAfterItsTimeToLiveInAnyCase() {
    settled(get("김밥"));
    clock.moveOn(KEY.timeToLive());
    assertThat(settled(get("라면"))).isEqualTo("라면");
  }

  @Test
  void aFailureIsToldToAllWhoWaitAndNotRemembered() {
    Supplier<Expiring<String>> broken =
        () -> {
          throw new IllegalStateException("no database");
        };
    var one = get(broken);
    var other = get(broken);
    toRead.remove().run();

    assertThatThrownBy(one::join).hasRootCauseMessage("no database");
    assertThatThrownBy(other::join).hasRootCauseMessage("no database");
    assertThat(settled(get("김밥"))).isEqualTo("김밥");
  }

  @Test
  void whoHangsUpTakesTheAnswerFromNobody() {
    var gone = get("김밥");
    var waiting = get("김밥");
    gone.cancel(true);
    toRead.remove().run();

    assertThat(waiting).isCompletedWithValue("김밥");
  }

  @Test
  void aNodeThatStopsSaysSoAndIsNotStuck() {
    Cache<String> stopping =
        cache(
            task -> {
              throw new RejectedExecutionException("stopping");
            },
            1000);
    for (int i = 0; i < 2; i++) {
      var asked = stopping.get(KEY, read("김밥")).subscribeAsCompletionStage();
      assertThatThrownBy(asked::join).hasCauseInstanceOf(RejectedExecutionException.class);
    }
  }

  @Test
  void theMemoryItTakesIsBounded() {
    Cache<String> small = cache(Runnable::run, 1000);
    for (int i = 0; i < 1000; i++) {
      var key = new CacheKey("test", "" + i, "menus", KEY.timeToLive(), false);
      small.get(key, read("0123456789")).subscribeAsCompletionStage().join();
    }
    assertThat(small.bytes()).isLessThanOrEqualTo(1000);
  }

  private CompletableFuture<String> get(String content) {
    return get(read(content));
  }

  private CompletableFuture<String> get(Supplier<Expiring<String>> read) {
    return cache.get(KEY, read).subscribeAsCompletionStage();
  }

  private Supplier<Expiring<String>> read(String content) {
    return () -> {
      reads.incrementAndGet();
      return Expiring.never(content);
    };
  }

  private String settled(CompletableFuture<String> asked) {
    while (!toRead.isEmpty()) {
      toRead.remove().run();
    }
    return asked.join();
  }

  private int count(String outcome) {
    return (int)
        metrics.counter("ojeomneo_cache_requests", "entity", "test", "outcome", outcome).count();
  }

  private Cache<String> cache(long maxBytes) {
    return cache(toRead::add, maxBytes);
  }

  private Cache<String> cache(Executor executor, long maxBytes) {
    return new Cache<>(
        versions,
        new SharedCache(nobody.link(), new UntoldChanges(metrics), clock),
        answer -> ((String) answer).getBytes(StandardCharsets.UTF_8),
        json -> new String(json, StandardCharsets.UTF_8),
        String::length,
        maxBytes,
        new CacheMetrics(metrics),
        clock,
        executor);
  }
}
