package com.ojeomneo.platform.outbox;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.ojeomneo.platform.background.BackgroundJobs;
import com.ojeomneo.platform.database.Database;
import com.ojeomneo.platform.redis.RedisLink;
import com.ojeomneo.platform.redis.Subscription;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.StartupEvent;
import java.time.Clock;

/** Feed, tail and relay of one node, for tests of what listens to them. */
public final class OutboxWiring {
  private OutboxWiring() {}

  public static OutboxFeed begin(
      Database database, RedisLink redis, Subscription subscription, BackgroundJobs jobs) {
    var metrics = new SimpleMeterRegistry();
    var start = new StartupEvent();
    var feed = new OutboxFeed(subscription, new ObjectMapper(), metrics);
    feed.begin(start, jobs);
    new OutboxTail(database, subscription, feed).begin(start, jobs);
    new OutboxRelay(database, OutboxRelay.publisher(redis), Clock.systemUTC(), metrics)
        .begin(start, jobs);
    return feed;
  }
}
