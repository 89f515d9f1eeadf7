package com.ojeomneo.platform.database;

import com.ojeomneo.platform.background.BackgroundJobs;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/**
 * For how long PostgreSQL has not answered this node: {@code ojeomneo_database_silent_seconds},
 * counted when it is read. A database that is frozen answers no question at all, so that a gauge of
 * the last answer would stay at yes.
 */
@Singleton
class DatabaseSilence {
  private static final Duration BETWEEN_QUESTIONS = Duration.ofSeconds(5);
  private static final double NANOS_A_SECOND = 1e9;

  private final AtomicLong answered = new AtomicLong(System.nanoTime());

  void begin(
      @Observes StartupEvent start, BackgroundJobs jobs, Database database, MeterRegistry metrics) {
    metrics.gauge(
        "ojeomneo_database_silent_seconds",
        answered,
        last -> (System.nanoTime() - last.get()) / NANOS_A_SECOND);
    jobs.every(BETWEEN_QUESTIONS, "database-silence", () -> ask(database));
  }

  private void ask(Database database) {
    database.sql().execute("SELECT");
    answered.set(System.nanoTime());
  }
}
