package com.ojeomneo.platform.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.lettuce.core.api.sync.RedisCommands;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RedisLinkTest {
  private static final Duration A_MOMENT = Duration.ofMillis(1500);

  @Test
  void withoutRedisEveryAnswerIsEmpty() {
    try (var redis = new RealRedis()) {
      assertThat(redis.link().call(r -> r.get("key"))).isEmpty();
      assertThat(redis.link().isUp()).isFalse();
    }
  }

  @Test
  void aKilledRedisIsMissedAndFoundAgain() {
    try (var redis = new RealRedis()) {
      redis.start();
      await().until(redis.link()::isUp);
      redis.kill();
      assertThat(redis.link().call(r -> r.get("key"))).isEmpty();
      redis.start();
      await().until(redis.link()::isUp);
    }
  }

  /** Behind one name for whoever is master: the next connection may lead to the next. */
  @Test
  void aRedisThatTakesNoWritesIsConnectedToAnew() {
    try (var redis = RealRedis.patient()) {
      redis.start();
      await().until(redis.link()::isUp);
      redis.link().call(r -> r.replicaof("localhost", 1));
      assertThat(redis.link().call(r -> r.set("key", "value"))).isEmpty();
      assertThat(redis.link().moves()).isEqualTo(1);
      await().until(() -> redis.link().call(RedisCommands::replicaofNoOne).isPresent());
      assertThat(redis.link().call(r -> r.set("key", "value"))).contains("OK");
    }
  }

  /** {@code CLIENT PAUSE} keeps the connection and answers nothing. */
  @Test
  void aFrozenRedisCostsOneTimeoutAndThenNothing() {
    try (var redis = new RealRedis()) {
      redis.start();
      await().until(redis.link()::isUp);
      redis.link().call(r -> r.clientPause(60_000));
      assertThat(redis.link().isUp()).isFalse();
      Instant start = Instant.now();
      for (int i = 0; i < 1000; i++) {
        redis.link().call(RedisCommands::ping);
      }
      assertThat(Duration.between(start, Instant.now())).isLessThan(A_MOMENT);
    }
  }

  /** A server that accepts and says nothing: each connect would last its whole time-out. */
  @Test
  void whoeverWaitsForAFailedConnectDoesNotTryAgain() throws IOException {
    try (var mute = new ServerSocket(0);
        var callers = Executors.newVirtualThreadPerTaskExecutor()) {
      var link =
          RealRedis.link("localhost", mute.getLocalPort(), Duration.ofMillis(50), RedisTls.none());
      Instant start = Instant.now();
      var calls = IntStream.range(0, 50).mapToObj(i -> callers.submit(link::isUp)).toList();
      assertThat(calls).allSatisfy(call -> assertThat(call.get()).isFalse());
      assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(4));
      link.close();
    }
  }
}
