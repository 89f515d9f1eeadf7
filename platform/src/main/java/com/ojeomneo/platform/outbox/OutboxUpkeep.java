package com.ojeomneo.platform.outbox;

import com.ojeomneo.platform.background.BackgroundJobs;
import com.ojeomneo.platform.database.Database;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;

/** Keeps the outbox small, and says how much of it waits for Redis. */
@Singleton
class OutboxUpkeep {
  private static final Logger LOG = Logger.getLogger(OutboxUpkeep.class);

  /** For whoever looks into what happened; readers are seconds behind at most. */
  private static final Duration KEPT = Duration.ofHours(1);

  /** Nobody waits a day for a wake-up: what happened is in the tables of the features. */
  private static final Duration KEPT_UNPUBLISHED = Duration.ofHours(24);

  private final Database database;
  private final Clock clock;
  private final Counter dropped;
  private final AtomicLong unpublished;
  private final AtomicLong oldestMillis = new AtomicLong();

  OutboxUpkeep(Database database, Clock clock, MeterRegistry metrics) {
    this.database = database;
    this.clock = clock;
    this.dropped = metrics.counter("ojeomneo_outbox_dropped");
    this.unpublished = metrics.gauge("ojeomneo_outbox_unpublished", new AtomicLong());
    metrics.gauge("ojeomneo_outbox_oldest_seconds", oldestMillis, millis -> millis.get() / 1000.0);
  }

  void begin(@Observes StartupEvent start, BackgroundJobs jobs) {
    jobs.every(Duration.ofSeconds(5), "outbox-backlog", this::measure);
    jobs.every(Duration.ofMinutes(5), "outbox-forget", this::forgetOld);
  }

  void measure() {
    Outbox.Backlog backlog = Outbox.backlog(database.sql());
    unpublished.set(backlog.entries());
    oldestMillis.set(
        backlog.oldest() == null
            ? 0
            : Math.max(0, Duration.between(backlog.oldest(), clock.instant()).toMillis()));
  }

  void forgetOld() {
    Instant now = clock.instant();
    Outbox.forgetPublished(database.sql(), now.minus(KEPT));
    int unheard = Outbox.forget(database.sql(), now.minus(KEPT_UNPUBLISHED));
    if (unheard > 0) {
      dropped.increment(unheard);
      LOG.warnf("dropped %d events that Redis has not taken for a day", unheard);
    }
  }
}
