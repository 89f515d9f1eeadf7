package com.ojeomneo.platform.redis;

import io.lettuce.core.RedisException;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Keeps the link at the master. A master that is frozen or cut off keeps its connections, and when
 * it comes back it takes writes until somebody makes it a replica; and one that was made a replica
 * still answers, and publishes to nobody. So it is not enough to connect again when a connection is
 * lost: whoever is named master is gone to, and who is asked here for his role, and is none, is
 * left.
 */
final class MasterWatch {
  private static final Logger LOG = Logger.getLogger(MasterWatch.class);

  private final RedisLink redis;
  private final Sentinels sentinels;
  private final Counter moves;
  private Optional<Address> last = Optional.empty();
  private boolean lost;
  private boolean unreachable;

  MasterWatch(RedisLink redis, Sentinels sentinels, MeterRegistry metrics) {
    this.redis = redis;
    this.sentinels = sentinels;
    this.moves = metrics.counter("ojeomneo_redis_moves");
  }

  /** Blocks for some tenths of a second: for a job of its own. */
  void look() {
    Optional<Address> named = sentinels.master();
    say(named);
    // Without sentinels nobody can have become master since.
    named.or(() -> last).ifPresent(this::beAt);
  }

  private void beAt(Address master) {
    if (redis.isAt(master)) {
      redis.leaveUnlessMaster();
      return;
    }
    try {
      redis.moveTo(master);
      if (!last.equals(Optional.of(master))) {
        moves.increment();
        LOG.infof("Redis master is %s", master);
      }
      last = Optional.of(master);
      unreachable = false;
    } catch (RedisException e) {
      if (!unreachable) {
        LOG.warnf("Redis master %s cannot be used, trying again: %s", master, e.getMessage());
      }
      unreachable = true;
    }
  }

  private void say(Optional<Address> named) {
    if (named.isEmpty() && !lost) {
      LOG.warn("no majority of sentinels names a Redis master; going on with the last one");
    } else if (named.isPresent() && lost) {
      LOG.infof("sentinels name a Redis master again: %s", named.get());
    }
    lost = named.isEmpty();
  }
}
