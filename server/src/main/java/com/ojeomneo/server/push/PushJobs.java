package com.ojeomneo.server.push;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.ojeomneo.order.OrderPush;
import com.ojeomneo.order.PushMessages;
import com.ojeomneo.platform.background.BackgroundJobs;
import com.ojeomneo.platform.background.Backlog;
import com.ojeomneo.platform.database.Database;
import com.ojeomneo.platform.push.PushNetwork;
import com.ojeomneo.platform.push.PushWay;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** Tells devices what waits for them, and says how long it waits. */
@Singleton
class PushJobs {
  @Produces
  @Singleton
  OrderPush orders(
      Database database,
      PushNetwork network,
      ObjectMapper json,
      Clock clock,
      MeterRegistry metrics) {
    return new OrderPush(database, network, json, clock, metrics);
  }

  void begin(
      @Observes StartupEvent start,
      BackgroundJobs jobs,
      OrderPush orders,
      Database database,
      Clock clock,
      MeterRegistry metrics) {
    var waiting = new EnumMap<PushWay, AtomicLong>(PushWay.class);
    for (PushWay way : PushWay.values()) {
      var tags = Tags.of("way", way.label());
      waiting.put(way, metrics.gauge("ojeomneo_push_oldest_seconds", tags, new AtomicLong()));
    }
    jobs.every(Duration.ofMillis(500), "push", orders::sendDue);
    jobs.every(
        Duration.ofSeconds(5),
        "push-backlog",
        () -> {
          Map<PushWay, Instant> oldest = PushMessages.oldest(database.sql());
          Instant now = clock.instant();
          waiting.forEach((way, gauge) -> gauge.set(Backlog.age(oldest.get(way), now)));
        });
  }
}
