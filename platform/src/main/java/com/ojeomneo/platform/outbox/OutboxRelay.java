package com.ojeomneo.platform.outbox;

import com.ojeomneo.platform.background.BackgroundJobs;
import com.ojeomneo.platform.database.Database;
import com.ojeomneo.platform.redis.RedisLink;
import io.lettuce.core.ScriptOutputType;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.jooq.DSLContext;

/**
 * Publishes the outbox to Redis, in the order of its ids and at least once. Every node tries; a
 * round is one transaction that holds an advisory lock, so that one node at a time publishes, and
 * the next takes over when its connection is gone. What was published before a crash, but not yet
 * marked so, is published again.
 */
@Singleton
class OutboxRelay {
  private static final Logger LOG = Logger.getLogger(OutboxRelay.class);
  private static final Duration POLL = Duration.ofMillis(200);
  private static final int BATCH = 200;

  /**
   * The lock of the round, and the end of a node that stands still in it: PostgreSQL cuts its
   * connection, and with it the lock is free. Redis answers in a tenth of that or not at all.
   */
  private static final String LEAD =
      """
      SELECT pg_try_advisory_xact_lock(hashtextextended('ojeomneo.outbox', 0)),
             set_config('idle_in_transaction_session_timeout', '500ms', true)
      """;

  /** Channel, message, channel, message: all of them, in order, in one step. */
  private static final String PUBLISH =
      "for i = 1, #ARGV, 2 do redis.call('publish', ARGV[i], ARGV[i + 1]) end return #ARGV / 2";

  private final Database database;
  private final Predicate<List<OutboxEntry>> redis;
  private final Clock clock;
  private final Counter published;
  private final Counter refused;
  private final Counter led;
  private final Counter left;
  private boolean refusing;

  @Inject
  OutboxRelay(Database database, RedisLink redis, Clock clock, MeterRegistry metrics) {
    this(database, publisher(redis), clock, metrics);
  }

  /**
   * @param redis publishes them all in order; false when it may not have
   */
  OutboxRelay(
      Database database, Predicate<List<OutboxEntry>> redis, Clock clock, MeterRegistry metrics) {
    this.database = database;
    this.redis = redis;
    this.clock = clock;
    this.published = metrics.counter("ojeomneo_outbox_published");
    this.refused = metrics.counter("ojeomneo_outbox_rounds", "outcome", "refused");
    this.led = metrics.counter("ojeomneo_outbox_rounds", "outcome", "led");
    this.left = metrics.counter("ojeomneo_outbox_rounds", "outcome", "left to another");
  }

  static Predicate<List<OutboxEntry>> publisher(RedisLink redis) {
    return entries -> {
      String[] said =
          entries.stream()
              .flatMap(e -> Stream.of(OutboxEntry.channel(e.topic()), e.message()))
              .toArray(String[]::new);
      return redis
          .<Long>call(r -> r.eval(PUBLISH, ScriptOutputType.INTEGER, new String[0], said))
          .isPresent();
    };
  }

  void begin(@Observes StartupEvent start, BackgroundJobs jobs) {
    Runnable wake = jobs.every(POLL, "outbox-relay", () -> relay(jobs::isStopping));
    database.listen(Outbox.Appended.class, appended -> wake.run());
  }

  /**
   * Until nothing is left: what others append while this node leads is its to publish. A node that
   * stops ends its round, and with it the lock is free: the next to poll leads.
   */
  private void relay(BooleanSupplier stopping) {
    while (!stopping.getAsBoolean() && !Outbox.unpublished(database.sql(), 1).isEmpty()) {
      if (!database.transaction(this::round)) {
        return;
      }
    }
  }

  /**
   * @return whether there may be more to do
   */
  private boolean round(DSLContext tx) {
    if (!tx.fetchSingle(LEAD).get(0, boolean.class)) {
      left.increment();
      return false;
    }
    // A statement of its own: it must see what the last leader committed before it let go.
    List<OutboxEntry> entries = Outbox.unpublished(tx, BATCH);
    if (entries.isEmpty()) {
      return false;
    }
    boolean taken = redis.test(entries);
    say(taken, entries.getFirst());
    if (taken) {
      Outbox.published(tx, entries, clock.instant());
      published.increment(entries.size());
    }
    (taken ? led : refused).increment();
    return taken;
  }

  private void say(boolean taken, OutboxEntry first) {
    if (!taken && !refusing) {
      LOG.warnf("Redis does not take events; from outbox %d on they wait for it", first.id());
    } else if (taken && refusing) {
      LOG.infof("Redis takes events again, from outbox %d on", first.id());
    }
    refusing = !taken;
  }
}
