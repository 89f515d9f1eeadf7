package com.ojeomneo.server.retention;

import com.ojeomneo.platform.database.Database;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeEach;

/**
 * With the Server's own log-in, at a moment that is today's; what others left behind is gone
 * before.
 */
abstract class Forgetting {
  static final Instant NOW = Instant.now();
  static final int ALL = 10_000;

  final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
  final Past past = new Past();

  @Inject Database database;
  Retention retention;

  @BeforeEach
  void prepare() {
    retention = new Retention(database, Clock.fixed(NOW, ZoneOffset.UTC), metrics);
    Past.forgetOthers(database, NOW);
  }
}
