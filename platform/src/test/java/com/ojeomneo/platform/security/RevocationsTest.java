package com.ojeomneo.platform.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.ojeomneo.platform.redis.RealRedis;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RevocationsTest {
  private final UUID jti = UUID.randomUUID();
  private final Map<UUID, Instant> revoked = Map.of(jti, Instant.now().plusSeconds(600));

  @Test
  void aTokenRevokedWithoutRedisIsRefusedAndCopiedOnceItIsBack() {
    try (var redis = new RealRedis()) {
      var revocations = revocations(redis);
      revocations.announce(revoked);
      assertThat(revocations.contains(jti)).isTrue();

      redis.start();
      await().until(redis.link()::isUp);
      revocations.copy();
      assertThat(redis.link().call(r -> r.pttl("token:blacklist:" + jti)).orElseThrow())
          .isBetween(500_000L, 600_000L);
    }
  }

  @Test
  void aTokenThatHasExpiredMeanwhileIsNotCopied() {
    try (var redis = new RealRedis()) {
      redis.start();
      await().until(redis.link()::isUp);
      revocations(redis).announce(Map.of(jti, Instant.now().minusSeconds(1)));
      assertThat(redis.link().call(r -> r.get("token:blacklist:" + jti))).isEmpty();
    }
  }

  /** What is tested here does not reach the database. */
  private static Revocations revocations(RealRedis redis) {
    return new Revocations(null, redis.link(), Clock.systemUTC(), new SimpleMeterRegistry());
  }
}
