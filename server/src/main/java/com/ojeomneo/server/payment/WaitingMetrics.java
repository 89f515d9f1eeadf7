package com.ojeomneo.server.payment;

import com.ojeomneo.payment.Waiting;
import com.ojeomneo.platform.background.BackgroundJobs;
import com.ojeomneo.platform.database.Database;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.jboss.logging.Logger;

/**
 * How much money waits for the provider, or for staff at a till, and since when, so that none waits
 * for ever unseen: {@code ojeomneo_payment_waiting} and {@code
 * ojeomneo_payment_waiting_oldest_seconds}, by {@link Waiting#what}. Every node counts the same
 * rows: take the maximum over nodes, never the sum.
 */
@Singleton
class WaitingMetrics {
  private static final Logger LOG = Logger.getLogger(WaitingMetrics.class);
  private static final Duration TOO_LONG = Duration.ofMinutes(15);

  private final Database database;
  private final Clock clock;
  private final MultiGauge counts;
  private final MultiGauge ages;
  private boolean tooLong;

  WaitingMetrics(Database database, Clock clock, MeterRegistry metrics) {
    this.database = database;
    this.clock = clock;
    this.counts = MultiGauge.builder("ojeomneo_payment_waiting").register(metrics);
    this.ages = MultiGauge.builder("ojeomneo_payment_waiting_oldest_seconds").register(metrics);
  }

  void begin(@Observes StartupEvent start, BackgroundJobs jobs) {
    jobs.every(Duration.ofSeconds(5), "payment-waiting", this::count);
  }

  private void count() {
    Instant now = clock.instant();
    List<Waiting> all = Waiting.now(database.sql());
    counts.register(rows(all, Waiting::count), true);
    ages.register(rows(all, waiting -> waiting.age(now).toMillis() / 1000.0), true);
    say(
        all.stream()
            .filter(waiting -> !waiting.isForStaff() && waiting.age(now).compareTo(TOO_LONG) > 0)
            .toList());
  }

  private static List<Row<?>> rows(List<Waiting> all, ToDoubleFunction<Waiting> value) {
    return all.stream()
        .<Row<?>>map(
            waiting -> Row.of(Tags.of("what", waiting.what()), value.applyAsDouble(waiting)))
        .toList();
  }

  /** Once when it begins and once when it is over. */
  private void say(List<Waiting> old) {
    if (old.isEmpty() == tooLong) {
      tooLong = !tooLong;
      if (tooLong) {
        LOG.warnf("money waits for the provider for more than %s: %s", TOO_LONG, old);
      } else {
        LOG.info("no money waits for long any more");
      }
    }
  }
}
