package com.ojeomneo.platform.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class BreakerTest {
  private final AtomicInteger asked = new AtomicInteger();

  @Test
  void closedItLetsEverybodyThroughAndAsksNothing() {
    Breaker breaker = new Breaker(this::isAway);
    assertThat(breaker.letsThrough()).isTrue();
    assertThat(asked).hasValue(0);
  }

  @Test
  void openItLetsNobodyThroughUntilRedisIsBack() {
    Breaker breaker = new Breaker(this::isAway);
    assertThat(breaker.open()).isTrue();
    await().until(() -> !breaker.letsThrough() && asked.get() > 2);
    assertThat(breaker.close()).isTrue();
    assertThat(breaker.letsThrough()).isTrue();
  }

  /** The question may last as long as Redis does not answer. */
  @Test
  void nobodyWaitsForTheQuestionAndItIsAskedOnce() throws InterruptedException {
    var answer = new CountDownLatch(1);
    Breaker breaker =
        new Breaker(
            () -> {
              asked.incrementAndGet();
              return waitFor(answer);
            });
    breaker.open();
    await().until(() -> !breaker.letsThrough() && asked.get() == 1);
    for (int i = 0; i < 100; i++) {
      assertThat(breaker.letsThrough()).isFalse();
    }
    answer.countDown();
    assertThat(asked).hasValue(1);
  }

  @Test
  void shutItStaysShut() {
    Breaker breaker = new Breaker(this::isAway);
    breaker.shut();
    assertThat(breaker.close()).isFalse();
    assertThat(breaker.letsThrough()).isFalse();
    assertThat(asked).hasValue(0);
  }

  private boolean isAway() {
    asked.incrementAndGet();
    return false;
  }

  private static boolean waitFor(CountDownLatch latch) {
    try {
      latch.await();
      return true;
    } catch (InterruptedException e) {
      return false;
    }
  }
}
