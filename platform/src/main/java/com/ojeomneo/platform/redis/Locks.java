package com.ojeomneo.platform.redis;

import com.github.f4b6a3.uuid.UuidCreator;
import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.SetArgs;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * Locks that soften double taps: {@code lock:{resource}:{id}}, 30 seconds at most. They guarantee
 * nothing (a holder may pause past its lock, Redis may be gone); what must hold is held by
 * PostgreSQL. Without Redis everyone gets through.
 */
@Singleton
public class Locks {
  private static final Duration TIME_TO_LIVE = Duration.ofSeconds(30);

  /** Only the holder's own value is deleted: a lock that expired may be someone else's by now. */
  private static final String RELEASE =
      "if redis.call('get', KEYS[1]) == ARGV[1] then return redis.call('del', KEYS[1]) end return 0";

  private final RedisLink redis;
  private final Duration timeToLive;

  @Inject
  Locks(RedisLink redis) {
    this(redis, TIME_TO_LIVE);
  }

  Locks(RedisLink redis, Duration timeToLive) {
    this.redis = redis;
    this.timeToLive = timeToLive;
  }

  /** Runs {@code work} while holding the lock, or {@code busy} when someone else does. */
  public <T> T holding(String resource, String id, Supplier<T> work, Supplier<T> busy) {
    String key = "lock:" + resource + ":" + id;
    String token = UuidCreator.getRandomBased().toString();
    boolean taken =
        redis
            .call(r -> r.set(key, token, SetArgs.Builder.nx().px(timeToLive.toMillis())))
            .isPresent();
    if (!taken && redis.call(r -> r.get(key)).filter(holder -> !holder.equals(token)).isPresent()) {
      return busy.get();
    }
    try {
      return work.get();
    } finally {
      // Also when nothing is known of the lock: a Redis that slept through it may yet give it to
      // us.
      redis.<Long>follow(r -> r.eval(RELEASE, ScriptOutputType.INTEGER, new String[] {key}, token));
    }
  }
}
