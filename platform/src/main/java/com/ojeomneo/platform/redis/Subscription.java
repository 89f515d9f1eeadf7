package com.ojeomneo.platform.redis;

import com.ojeomneo.platform.background.BackgroundJobs;
import io.lettuce.core.RedisException;
import io.lettuce.core.pubsub.RedisPubSubAdapter;
import io.lettuce.core.pubsub.StatefulRedisPubSubConnection;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/**
 * The one connection on which this node hears channels. Pub/sub is at most once: what is published
 * while nobody listens is gone. So the connection is never restored in silence; each has a number,
 * and whoever sees {@link #hearing} change knows that something may have been missed. It is asked
 * for a sign of life four times a second, because a frozen Redis and a cut cable look like silence.
 */
@Singleton
public class Subscription {
  private static final Logger LOG = Logger.getLogger(Subscription.class);
  private static final Duration CHECK = Duration.ofMillis(250);

  /** A host that vanished closes no connection; its successor is found by a new one. */
  private static final int SILENCE_TO_GIVE_UP = 8;

  private final RedisLink redis;
  private final Map<String, Consumer<String>> listeners = new ConcurrentHashMap<>();
  private final List<Runnable> watchers = new CopyOnWriteArrayList<>();
  private final AtomicLong hearing = new AtomicLong();

  // Of the job alone.
  private StatefulRedisPubSubConnection<String, String> connection;
  private Set<String> subscribed = Set.of();
  private long number;
  private long moves;
  private int silence;

  Subscription(RedisLink redis, MeterRegistry metrics) {
    this.redis = redis;
    // Whoever is to do without Redis has not lost it.
    double without = redis.isWanted() ? 0 : Double.NaN;
    metrics.gauge("ojeomneo_redis_subscribed", hearing, h -> h.get() == 0 ? without : 1);
  }

  /**
   * Subscribes the channel from the next check on.
   *
   * @param listener called in order, on the connection's own thread: it hands over and never waits
   */
  public void listen(String channel, Consumer<String> listener) {
    listeners.put(channel, listener);
  }

  /**
   * The number of the subscription that hears everything now; 0 when none does. The same number as
   * before means that nothing was missed, unless it was 0 in between.
   */
  public long hearing() {
    return hearing.get();
  }

  /** Called after each change of {@link #hearing}. */
  public void watch(Runnable watcher) {
    watchers.add(watcher);
  }

  void begin(@Observes StartupEvent start, BackgroundJobs jobs) {
    jobs.every(CHECK, "redis-subscription", this::check);
  }

  private void check() {
    long now = isAlive() ? number : 0;
    long before = hearing.getAndSet(now);
    if (now != before) {
      if (now == 0) {
        LOG.warn("Redis pub/sub is interrupted; what it does not bring is read from PostgreSQL");
      } else {
        LOG.infof("listening to Redis: %s", String.join(", ", subscribed));
      }
      watchers.forEach(Runnable::run);
    }
  }

  private boolean isAlive() {
    try {
      subscribe();
      // Answered after all that was published before it on this connection.
      connection.sync().ping();
      silence = 0;
      return true;
    } catch (RedisException e) {
      silence++;
      return false;
    }
  }

  private void subscribe() {
    if (connection != null
        && (!connection.isOpen() || silence >= SILENCE_TO_GIVE_UP || moves != redis.moves())) {
      connection.closeAsync();
      connection = null;
    }
    if (connection == null) {
      moves = redis.moves();
      connection = redis.connectPubSub();
      connection.addListener(new Hand());
      subscribed = Set.of();
      silence = 0;
    }
    Set<String> wanted = Set.copyOf(listeners.keySet());
    if (!subscribed.equals(wanted)) {
      number++;
      connection.sync().subscribe(wanted.toArray(String[]::new));
      subscribed = wanted;
    }
  }

  private final class Hand extends RedisPubSubAdapter<String, String> {
    @Override
    public void message(String channel, String message) {
      listeners.get(channel).accept(message);
    }
  }
}
