package com.ojeomneo.platform.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class LocksTest {
  private static final RealRedis REDIS = RealRedis.patient();
  private final Locks locks = new Locks(REDIS.link());

  @BeforeAll
  static void start() {
    REDIS.start();
    await().until(REDIS.link()::isUp);
  }

  @AfterAll
  static void stop() {
    REDIS.close();
  }

  @Test
  void theSecondOneFindsItBusy() {
    assertThat(hold("a", () -> hold("a", () -> "done"))).isEqualTo("busy");
  }

  @Test
  void anotherThingIsNotBusy() {
    assertThat(hold("b", () -> hold("c", () -> "done"))).isEqualTo("done");
  }

  @Test
  void itIsFreeAfterwardsEvenAfterAnException() {
    assertThatThrownBy(
            () ->
                hold(
                    "d",
                    () -> {
                      throw new IllegalStateException("work");
                    }))
        .hasMessage("work");
    assertThat(hold("d", () -> "done")).isEqualTo("done");
  }

  @Test
  void itLivesHalfAMinuteAtMost() {
    String rest = hold("e", () -> String.valueOf(timeToLive("e")));
    assertThat(Long.parseLong(rest)).isBetween(25_000L, 30_000L);
  }

  /** The first one's work takes longer than its lock lives, and ends while the next one works. */
  @Test
  void aLockThatExpiredIsNotTakenFromItsNextHolder() {
    var brief = new Locks(REDIS.link(), Duration.ofMillis(50));
    var nextHolds = new CountDownLatch(1);
    var firstIsDone = new CountDownLatch(1);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var first =
          threads.submit(
              () ->
                  brief.holding(
                      "test",
                      "f",
                      () -> {
                        await().until(() -> timeToLive("f") < 0);
                        threads.submit(
                            () ->
                                hold(
                                    "f",
                                    () -> {
                                      nextHolds.countDown();
                                      return waitFor(firstIsDone);
                                    }));
                        return waitFor(nextHolds);
                      },
                      () -> "busy"));
      assertThat(first).succeedsWithin(Duration.ofSeconds(10)).isEqualTo("done");
      assertThat(hold("f", () -> "done")).isEqualTo("busy");
      firstIsDone.countDown();
      await().until(() -> hold("f", () -> "done").equals("done"));
    }
  }

  /** Its process is gone: nobody releases the lock. */
  @Test
  void aHolderThatCrashesKeepsItNoLongerThanItLives() {
    RedisLink crashing = REDIS.newLink();
    new Locks(crashing, Duration.ofMillis(500))
        .holding(
            "test",
            "g",
            () -> {
              crashing.close();
              return "crashed";
            },
            () -> "busy");
    assertThat(timeToLive("g")).isPositive();
    await().until(() -> hold("g", () -> "done").equals("done"));
  }

  /** It does what it was told when it wakes, also what nobody waits for any more. */
  @Test
  void aRedisThatSleptThroughALockDoesNotKeepIt() {
    try (var frozen = new RealRedis()) {
      frozen.start();
      await().until(frozen.link()::isUp);
      frozen.freeze();
      String done = new Locks(frozen.link()).holding("test", "h", () -> "done", () -> "busy");
      assertThat(done).isEqualTo("done");
      frozen.thaw();
      await().until(frozen.link()::isUp);
      assertThat(frozen.link().call(r -> r.exists("lock:test:h"))).contains(0L);
    }
  }

  @Test
  void withoutRedisEveryoneGetsThrough() {
    try (var gone = new RealRedis()) {
      var unguarded = new Locks(gone.link());
      String both =
          unguarded.holding(
              "test",
              "f",
              () -> unguarded.holding("test", "f", () -> "done", () -> "busy"),
              () -> "busy");
      assertThat(both).isEqualTo("done");
    }
  }

  /** Milliseconds; negative when nobody holds it. */
  private static long timeToLive(String id) {
    return REDIS.link().call(r -> r.pttl("lock:test:" + id)).orElseThrow();
  }

  private static String waitFor(CountDownLatch latch) {
    try {
      return latch.await(10, TimeUnit.SECONDS) ? "done" : "waited in vain";
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private String hold(String id, Supplier<String> work) {
    return locks.holding("test", id, work, () -> "busy");
  }
}
