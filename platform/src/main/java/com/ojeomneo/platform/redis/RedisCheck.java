package com.ojeomneo.platform.redis;

import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Tells, never refuses: a lost Redis must take no node out of the load balancer. */
@Readiness
@Singleton
class RedisCheck implements HealthCheck {
  private final RedisLink redis;

  RedisCheck(RedisLink redis) {
    this.redis = redis;
  }

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("redis")
        .up()
        .withData("state", redis.isUp() ? "ok" : "degraded")
        .build();
  }
}
