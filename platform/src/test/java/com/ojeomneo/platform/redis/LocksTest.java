package com.ojeomneo.platform.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

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
  void aLockThatExpiredIsNotTakenFromItsNextHolder() {
    hold("e", () -> REDIS.link().call(r -> r.set("lock:test:e", "someone else")).orElse("down"));
    assertThat(REDIS.link().call(r -> r.get("lock:test:e"))).contains("someone else");
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

  private String hold(String id, Supplier<String> work) {
    return locks.holding("test", id, work, () -> "busy");
  }
}
