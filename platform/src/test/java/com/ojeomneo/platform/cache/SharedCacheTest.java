package com.ojeomneo.platform.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.ojeomneo.platform.redis.RealRedis;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two nodes, one PostgreSQL, one Redis. */
class SharedCacheTest {
  private static final CacheKey KEY = CacheNode.key("config");

  private static CacheDatabase database;
  private final RealRedis redis = RealRedis.patient();
  private final MovableClock clock = new MovableClock();
  private CacheNode here;
  private CacheNode there;

  @BeforeAll
  static void startDatabase() {
    database = new CacheDatabase();
  }

  @AfterAll
  static void stopDatabase() {
    database.close();
  }

  @BeforeEach
  void start() {
    redis.start();
    database.write("김밥");
    here = node();
    there = node();
    await().until(() -> here.isCalm() && there.isCalm() && !here.hasUntold("config"));
    await().until(() -> !there.hasUntold("config"));
    database.reads.set(0);
  }

  @AfterEach
  void stop() {
    here.close();
    there.close();
    redis.close();
  }

  @Test
  void whatOneNodeHasReadTheOtherTakesFromRedis() {
    assertThat(here.get(KEY, database.read())).isEqualTo("김밥");
    assertThat(there.get(KEY, database.read())).isEqualTo("김밥");

    assertThat(database.reads).hasValue(1);
    assertThat(there.count("shared")).isOne();
    assertThat(redis.link().<Long>call(r -> r.pttl("cache:test:config")).orElseThrow())
        .isBetween(1L, CacheNode.TIME_TO_LIVE.toMillis());
  }

  @Test
  void aChangedRowIsSeenOnEveryNode() {
    here.get(KEY, database.read());
    there.get(KEY, database.read());
    database.write("라면");

    await().until(() -> here.get(KEY, database.read()).equals("라면"));
    await().until(() -> there.get(KEY, database.read()).equals("라면"));
  }

  @Test
  void aSlowReaderWritesNothingStaleToRedis() throws InterruptedException {
    var hasRead = new CountDownLatch(1);
    var mayGoOn = new CountDownLatch(1);
    Supplier<Expiring<String>> slowly =
        () -> {
          Expiring<String> old = database.read().get();
          hasRead.countDown();
          join(mayGoOn);
          return old;
        };
    CompletableFuture<String> slow = here.ask(KEY, slowly);
    hasRead.await();
    database.write("라면");
    await().until(() -> there.get(KEY, database.read()).equals("라면"));
    mayGoOn.countDown();

    assertThat(slow.join()).as("asked before the change").isEqualTo("김밥");
    CacheNode third = node();
    assertThat(third.get(KEY, database.read())).isEqualTo("라면");
    third.close();
    await().until(() -> here.get(KEY, database.read()).equals("라면"));
  }

  @Test
  void aRedisThatWasFlushedServesNothingOld() {
    here.get(KEY, database.read());
    var old = redis.link().call(r -> r.get("cache:test:config")).orElseThrow();
    redis.link().call(r -> r.flushall());
    // As a slow client that does not compare would write it back.
    redis.link().call(r -> r.set("cache:test:config", old));
    database.write("라면");

    await().until(() -> there.get(KEY, database.read()).equals("라면"));
    redis.link().call(r -> r.set("cache:test:config", old));
    CacheNode third = node();
    assertThat(third.get(KEY, database.read())).isEqualTo("라면");
    third.close();
  }

  @Test
  void withoutRedisEachNodeReadsForItselfAndStillHearsOfChanges() {
    here.get(KEY, database.read());
    redis.kill();
    await().until(() -> !here.isCalm() && !there.isCalm());

    assertThat(there.get(KEY, database.read())).isEqualTo("김밥");
    database.write("라면");
    await().until(() -> here.get(KEY, database.read()).equals("라면"));
    await().until(() -> there.get(KEY, database.read()).equals("라면"));
  }

  @Test
  void aRedisThatSleptThroughAChangeServesNothingOldWhenItWakes() {
    here.get(KEY, database.read());
    redis.freeze();
    database.write("라면");
    await().until(() -> here.get(KEY, database.read()).equals("라면"));
    assertThat(here.hasUntold("config")).isTrue();
    redis.thaw();

    await().until(() -> there.get(KEY, database.read()).equals("라면"));
    await().until(() -> !here.hasUntold("config") && !there.hasUntold("config"));
    CacheNode third = node();
    assertThat(third.get(KEY, database.read())).isEqualTo("라면");
    third.close();
  }

  /** All who heard of the change died before they could tell Redis. */
  @Test
  void aNodeThatStartsKnowsWhatRedisWasNeverTold() {
    here.get(KEY, database.read());
    here.close();
    there.close();
    database.write("라면");

    here = node();
    there = node();
    assertThat(here.get(KEY, database.read())).isEqualTo("라면");
    assertThat(there.get(KEY, database.read())).isEqualTo("라면");
  }

  @Test
  void inRedisTooAnEntryEndsWhenTheClockSaysSo() {
    here.get(KEY, () -> new Expiring<>("열림", clock.instant().plus(Duration.ofMinutes(1))));
    clock.moveOn(Duration.ofMinutes(2));

    assertThat(there.get(KEY, () -> Expiring.never("닫힘"))).isEqualTo("닫힘");
  }

  @Test
  void whatIsNotSharedIsNotInRedis() {
    var key = new CacheKey("test", "mine", "config", CacheNode.TIME_TO_LIVE, false);
    here.get(key, database.read());

    assertThat(redis.link().<Long>call(r -> r.exists("cache:test:mine"))).contains(0L);
  }

  private CacheNode node() {
    return new CacheNode(database.database(), redis, clock);
  }

  private static void join(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
