package com.ojeomneo.platform.outbox;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.ojeomneo.platform.background.BackgroundJobs;
import com.ojeomneo.platform.database.Database;
import com.ojeomneo.platform.redis.RealRedis;
import com.ojeomneo.platform.redis.RedisLink;
import com.ojeomneo.platform.redis.Subscription;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** What a Server does with the outbox, as plain objects: several fit into one test. */
final class Node implements AutoCloseable {
  private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
  private final BackgroundJobs jobs = new BackgroundJobs(metrics);
  private final Queue<Told> told = new ConcurrentLinkedQueue<>();
  private final RedisLink link;
  private final Subscription subscription;
  private final Database database;

  /** What a feature of the node heard, and when. */
  record Told(int n, Instant at) {}

  Node(String name, TestOutbox outbox, RealRedis redis) {
    this(name, outbox, redis, publisher -> publisher);
  }

  /**
   * @param round what happens around the publishing of a round
   */
  Node(
      String name,
      TestOutbox outbox,
      RealRedis redis,
      UnaryOperator<Predicate<List<OutboxEntry>>> round) {
    link = redis.newLink();
    database = outbox.open(name);
    subscription = RealRedis.subscription(link, jobs);
    var feed = new OutboxFeed(subscription, new ObjectMapper(), metrics);
    feed.listen(
        TestOutbox.TOPIC, e -> told.add(new Told(TestOutbox.n(e.payload()), Instant.now())));
    var start = new StartupEvent();
    feed.begin(start, jobs);
    new OutboxTail(database, subscription, feed).begin(start, jobs);
    var publisher = round.apply(OutboxRelay.publisher(link));
    new OutboxRelay(database, publisher, Clock.systemUTC(), metrics).begin(start, jobs);
  }

  /** As an order that changes on this node. */
  void append(int n) {
    database.transact(tx -> Outbox.append(tx, TestOutbox.TOPIC, TestOutbox.payload(n)));
  }

  Database database() {
    return database;
  }

  boolean isStopping() {
    return jobs.isStopping();
  }

  boolean hears() {
    return subscription.hearing() != 0;
  }

  List<Told> told() {
    return List.copyOf(told);
  }

  List<Integer> numbers() {
    return told.stream().map(Told::n).toList();
  }

  double count(String counter, String... tags) {
    return metrics.counter(counter, tags).count();
  }

  @Override
  public void close() {
    jobs.stop(new ShutdownEvent());
    RealRedis.close(link);
  }
}
