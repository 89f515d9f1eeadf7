package com.ojeomneo.platform.security;

import com.ojeomneo.platform.redis.RedisLink;
import io.lettuce.core.SetArgs;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/**
 * The copy of the revocations in Redis, {@code token:blacklist:{jti}}, each for as long as its
 * token would live. It is for others: this product refuses tokens from its own memory. A copy that
 * Redis does not take is offered again until it does.
 */
@Singleton
class Blacklist {
  private static final Logger LOG = Logger.getLogger(Blacklist.class);
  private static final Duration CHECK = Duration.ofSeconds(5);

  private final RedisLink redis;
  private final Clock clock;
  private final Map<UUID, Instant> waiting = new ConcurrentHashMap<>();
  private volatile Copied copied;
  private Instant checkedAt = Instant.EPOCH;

  /** The copy that lives longest: without it, Redis has lost the others, too. */
  private record Copied(UUID jti, Instant expiry) {}

  Blacklist(RedisLink redis, Clock clock, MeterRegistry metrics) {
    this.redis = redis;
    this.clock = clock;
    metrics.gaugeMapSize("ojeomneo_security_blacklist_waiting", Tags.empty(), waiting);
  }

  void add(Map<UUID, Instant> expiryByJti) {
    waiting.putAll(expiryByJti);
  }

  /** Offers what waits, all at once; the answers come later. */
  void offer() {
    Instant now = clock.instant();
    waiting.forEach(
        (jti, expiry) -> {
          long rest = Duration.between(now, expiry).toMillis();
          if (rest <= 0) {
            waiting.remove(jti, expiry);
          } else {
            redis
                .ask(r -> r.set(key(jti), "1", SetArgs.Builder.px(rest)))
                .thenAccept(done -> done.ifPresent(ok -> taken(jti, expiry)));
          }
        });
  }

  private void taken(UUID jti, Instant expiry) {
    waiting.remove(jti, expiry);
    Copied longest = copied;
    if (longest == null || longest.expiry().isBefore(expiry)) {
      copied = new Copied(jti, expiry);
    }
  }

  /** Looks every few seconds whether Redis was emptied; then it gets everything again. */
  void check(Map<UUID, Instant> live) {
    Instant now = clock.instant();
    Copied longest = copied;
    if (longest == null || !now.isAfter(checkedAt.plus(CHECK))) {
      return;
    }
    checkedAt = now;
    if (longest.expiry().isBefore(now.plus(CHECK))) {
      copied = null;
    } else if (redis.call(r -> r.exists(key(longest.jti()))).filter(n -> n == 0).isPresent()) {
      LOG.warnf("Redis has lost the blacklist: it gets %d tokens again", live.size());
      add(live);
    }
  }

  private static String key(UUID jti) {
    return "token:blacklist:" + jti;
  }
}
