package com.ojeomneo.server.order;

import com.ojeomneo.order.Acceptance;
import com.ojeomneo.platform.background.BackgroundJobs;
import com.ojeomneo.platform.database.Database;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * How many paid orders their shops have not answered for longer than staff allow ({@code
 * orders.escalateMinutes}). Every node counts the same rows: take the maximum over nodes.
 */
@Singleton
class AcceptanceMetrics {
  void begin(
      @Observes StartupEvent start,
      BackgroundJobs jobs,
      Database database,
      Clock clock,
      MeterRegistry metrics) {
    AtomicInteger unanswered = metrics.gauge("ojeomneo_order_unanswered", new AtomicInteger());
    jobs.every(
        Duration.ofSeconds(10),
        "order-unanswered",
        () -> unanswered.set(Acceptance.unanswered(database.sql(), clock.instant())));
  }
}
