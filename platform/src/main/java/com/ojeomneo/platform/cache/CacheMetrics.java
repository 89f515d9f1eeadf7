package com.ojeomneo.platform.cache;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * {@code ojeomneo_cache_requests_total} by entity and outcome (hit: from memory; shared: from
 * Redis; miss: one query; joined: waited for another's), and {@code ojeomneo_cache_age_seconds} of
 * what was served from memory.
 */
@Singleton
class CacheMetrics {
  private final MeterRegistry registry;
  private final Map<String, OfEntity> all = new ConcurrentHashMap<>();

  private record OfEntity(
      Counter hit, Counter shared, Counter miss, Counter joined, DistributionSummary age) {}

  CacheMetrics(MeterRegistry registry) {
    this.registry = registry;
  }

  void hit(String entity, Instant readAt, Instant now) {
    OfEntity counted = of(entity);
    counted.hit.increment();
    counted.age.record(Duration.between(readAt, now).toMillis() / 1000.0);
  }

  void shared(String entity) {
    of(entity).shared.increment();
  }

  void missed(String entity) {
    of(entity).miss.increment();
  }

  void joined(String entity) {
    of(entity).joined.increment();
  }

  private OfEntity of(String entity) {
    OfEntity known = all.get(entity);
    return known != null ? known : all.computeIfAbsent(entity, this::register);
  }

  private OfEntity register(String entity) {
    return new OfEntity(
        requests(entity, "hit"),
        requests(entity, "shared"),
        requests(entity, "miss"),
        requests(entity, "joined"),
        DistributionSummary.builder("ojeomneo_cache_age")
            .baseUnit("seconds")
            .tag("entity", entity)
            .register(registry));
  }

  private Counter requests(String entity, String outcome) {
    return registry.counter("ojeomneo_cache_requests", "entity", entity, "outcome", outcome);
  }
}
