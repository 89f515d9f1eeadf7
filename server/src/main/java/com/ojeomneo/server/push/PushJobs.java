package com.ojeomneo.server.push;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.ojeomneo.order.OrderPush;
import com.ojeomneo.order.PushMessages;
import com.ojeomneo.platform.background.BackgroundJobs;
import com.ojeomneo.platform.database.Database;
import com.ojeomneo.platform.push.PushServices;
import com.ojeomneo.platform.push.VapidKeys;
import com.ojeomneo.platform.push.WebPush;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Tells devices what waits for them, and says how long it waits. */
@Singleton
class PushJobs {
  private final Optional<VapidKeys> keys;
  private final PushServices services;

  PushJobs(
      @ConfigProperty(name = "ojeomneo.push.public-key") Optional<String> publicKey,
      @ConfigProperty(name = "ojeomneo.push.private-key") Optional<String> privateKey,
      @ConfigProperty(name = "ojeomneo.push.subject") Optional<String> subject,
      @ConfigProperty(name = "ojeomneo.push.services") List<String> services) {
    this.keys = publicKey.map(key -> VapidKeys.of(key, privateKey.orElse(""), subject.orElse("")));
    // Without keys nobody subscribes, and who has is forgotten.
    this.services = new PushServices(keys.isEmpty() ? List.of() : services);
  }

  @Produces
  @Singleton
  PushServices services() {
    return services;
  }

  @Produces
  @Singleton
  WebPush push(Clock clock) {
    return new WebPush(keys, services, clock);
  }

  @Produces
  @Singleton
  OrderPush orders(
      Database database, WebPush push, ObjectMapper json, Clock clock, MeterRegistry metrics) {
    return new OrderPush(database, push, json, clock, metrics);
  }

  /** Empty where nobody can be told. */
  Optional<VapidKeys> keys() {
    return keys;
  }

  void begin(
      @Observes StartupEvent start,
      BackgroundJobs jobs,
      OrderPush orders,
      Database database,
      Clock clock,
      MeterRegistry metrics) {
    AtomicLong waiting = metrics.gauge("ojeomneo_push_oldest_seconds", new AtomicLong());
    jobs.every(Duration.ofMillis(500), "push", orders::sendDue);
    jobs.every(
        Duration.ofSeconds(5),
        "push-backlog",
        () -> waiting.set(age(PushMessages.oldest(database.sql()), clock.instant())));
  }

  private static long age(Instant oldest, Instant now) {
    return oldest == null ? 0 : Math.max(0, Duration.between(oldest, now).toSeconds());
  }
}
