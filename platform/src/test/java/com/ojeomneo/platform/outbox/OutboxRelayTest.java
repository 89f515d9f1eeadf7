package com.ojeomneo.platform.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.ojeomneo.platform.redis.RealRedis;
import io.lettuce.core.RedisClient;
import io.lettuce.core.pubsub.RedisPubSubAdapter;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One or two nodes, and a subscriber that is neither: what it hears was published. */
class OutboxRelayTest {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  /** Who stands still in a transaction for half a second loses it. */
  private static final Duration SOON = Duration.ofMillis(5);

  private static TestOutbox outbox;

  private final RealRedis redis = RealRedis.patient();
  private final List<Integer> published = new CopyOnWriteArrayList<>();
  private RedisClient subscriber;

  @BeforeAll
  static void start() {
    outbox = new TestOutbox();
  }

  @AfterAll
  static void stop() {
    outbox.close();
  }

  @BeforeEach
  void subscribe() {
    outbox.empty();
    redis.start();
    subscriber = RedisClient.create(redis.uri());
    var connection = subscriber.connectPubSub();
    connection.addListener(
        new RedisPubSubAdapter<>() {
          @Override
          public void message(String channel, String message) {
            published.add(TestOutbox.n(message));
          }
        });
    connection.sync().subscribe("pubsub:" + TestOutbox.TOPIC);
  }

  @AfterEach
  void close() {
    subscriber.shutdown(Duration.ZERO, Duration.ofSeconds(1));
    redis.close();
  }

  @Test
  void whatEveryWriterAppendsUnderItsLockIsPublishedInThatOrder() throws Exception {
    int orders = 8;
    int events = 60;
    try (var one = new Node("one", outbox, redis);
        var two = new Node("two", outbox, redis);
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var sequences = new int[orders];
      var writers = new ArrayList<Future<?>>();
      for (int w = 0; w < 8; w++) {
        var through = List.of(one.database(), two.database(), outbox.writer()).get(w % 3);
        int first = w;
        writers.add(
            threads.submit(
                () -> {
                  for (int i = 0; i < events; i++) {
                    int order = (first + i) % orders;
                    through.transact(
                        tx -> {
                          tx.fetch("SELECT pg_advisory_xact_lock(?)", order);
                          int n = order * 10_000 + ++sequences[order];
                          Outbox.append(tx, TestOutbox.TOPIC, TestOutbox.payload(n));
                        });
                  }
                }));
      }
      for (var writer : writers) {
        writer.get();
      }
      await().atMost(PATIENCE).until(() -> outbox.unpublished() == 0);
      await().atMost(PATIENCE).until(() -> published.size() >= 8 * events);
    }
    var last = new HashMap<Integer, Integer>();
    for (int n : published) {
      assertThat(n % 10_000)
          .as("next event of order %d", n / 10_000)
          .isEqualTo(last.merge(n / 10_000, 1, Integer::sum));
    }
    assertThat(published).doesNotHaveDuplicates().hasSize(8 * events);
  }

  @Test
  void twoRelaysNeverPublishAtOnce() {
    var inside = new AtomicInteger();
    var together = new AtomicInteger();
    var led = new ConcurrentNames();
    try (var one =
            new Node("one", outbox, redis, r -> led.note("one", watch(r, inside, together)));
        var two =
            new Node("two", outbox, redis, r -> led.note("two", watch(r, inside, together)))) {
      // Appended through both in turn, so that both are woken and try.
      for (int n = 1; n <= 100; n++) {
        (n % 2 == 0 ? one : two).append(n);
      }
      await().atMost(PATIENCE).until(() -> outbox.unpublished() == 0);
    }
    assertThat(together.get()).isEqualTo(1);
    assertThat(led.names).contains("one", "two");
    assertThat(published).doesNotHaveDuplicates();
  }

  @Test
  void theNextNodeTakesOverWhenTheLeadersConnectionIsCut() {
    var frozen = new Standstill();
    try (var one = new Node("one", outbox, redis, frozen::before)) {
      one.append(1);
      frozen.await();
      try (var two = new Node("two", outbox, redis)) {
        outbox.cut("one");
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(published).containsExactly(1));
        assertThat(two.count("ojeomneo_outbox_published")).isEqualTo(1);
      } finally {
        frozen.end();
      }
    }
  }

  @Test
  void aLeaderThatStandsStillLosesItsLeadWithinASecond() {
    var frozen = new Standstill();
    try (var two = new Node("two", outbox, redis, r -> frozen.unlessLed(r));
        var one = new Node("one", outbox, redis, frozen::before)) {
      Instant start = Instant.now();
      one.append(1);
      await().atMost(PATIENCE).untilAsserted(() -> assertThat(published).containsExactly(1));
      assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofMillis(1500));
      assertThat(two.count("ojeomneo_outbox_published")).isEqualTo(1);
      frozen.end();
      // It comes to, and works again.
      await().atMost(PATIENCE).until(() -> outbox.unpublished() == 0);
    }
  }

  @Test
  void aNodeThatStopsFinishesItsRoundAndLeavesTheRestToTheNext() throws InterruptedException {
    var held = new Standstill();
    try (var two = new Node("two", outbox, redis, held::unlessLed)) {
      var one = new Node("one", outbox, redis, held::after);
      one.append(1);
      held.await();
      Thread stop = Thread.startVirtualThread(one::close);
      await().pollInterval(SOON).until(one::isStopping);
      outbox.append(2);
      held.end();
      stop.join();
      await().atMost(PATIENCE).until(() -> outbox.unpublished() == 0);
      assertThat(published).containsExactly(1, 2);
      assertThat(one.count("ojeomneo_outbox_published")).isEqualTo(1);
      assertThat(two.count("ojeomneo_outbox_published")).isEqualTo(1);
    }
  }

  @Test
  void whatWasPublishedBeforeACrashIsPublishedAgainAndToldOnce() {
    var frozen = new Standstill();
    try (var listener =
            new Node("two", outbox, redis, r -> entries -> frozen.isOver() && r.test(entries));
        var one = new Node("one", outbox, redis, frozen::after)) {
      await().atMost(PATIENCE).until(listener::hears);
      outbox.append(1);
      frozen.await();
      await().atMost(PATIENCE).until(() -> listener.numbers().contains(1));
      assertThat(outbox.unpublished()).isEqualTo(1);
      outbox.cut("one");
      frozen.end();
      await().atMost(PATIENCE).untilAsserted(() -> assertThat(published).contains(1, 1));
      await().atMost(PATIENCE).until(() -> outbox.unpublished() == 0);
      outbox.append(2);
      await().atMost(PATIENCE).until(() -> listener.numbers().contains(2));
      assertThat(listener.numbers()).containsExactly(1, 2);
      assertThat(one.numbers()).doesNotHaveDuplicates();
    }
  }

  @Test
  void whatRedisDoesNotTakeWaitsInOrderUntilItDoes() {
    try (var node = new Node("one", outbox, redis)) {
      outbox.append(1);
      await().atMost(PATIENCE).until(() -> outbox.unpublished() == 0);
      redis.kill();
      outbox.append(2, 450);
      assertThat(outbox.unpublished()).isEqualTo(449);
      redis.start();
      await().atMost(PATIENCE).until(() -> outbox.unpublished() == 0);
      assertThat(node.numbers())
          .containsExactlyElementsOf(IntStream.rangeClosed(1, 450).boxed().toList());
      // The subscriber may have come back after the first of them went out.
      assertThat(published).isSorted().doesNotHaveDuplicates();
    }
  }

  private static Predicate<List<OutboxEntry>> watch(
      Predicate<List<OutboxEntry>> redis, AtomicInteger inside, AtomicInteger together) {
    return entries -> {
      together.accumulateAndGet(inside.incrementAndGet(), Math::max);
      try {
        Thread.yield();
        return redis.test(entries);
      } finally {
        inside.decrementAndGet();
      }
    };
  }

  private static final class ConcurrentNames {
    private final List<String> names = new CopyOnWriteArrayList<>();

    Predicate<List<OutboxEntry>> note(String name, Predicate<List<OutboxEntry>> redis) {
      return entries -> {
        names.add(name);
        return redis.test(entries);
      };
    }
  }

  /** The first round stands still in its transaction until the end. */
  private static final class Standstill {
    private final AtomicBoolean first = new AtomicBoolean(true);
    private final CountDownLatch reached = new CountDownLatch(1);
    private final CountDownLatch over = new CountDownLatch(1);

    Predicate<List<OutboxEntry>> before(Predicate<List<OutboxEntry>> redis) {
      return entries -> {
        stand();
        return redis.test(entries);
      };
    }

    Predicate<List<OutboxEntry>> after(Predicate<List<OutboxEntry>> redis) {
      return entries -> {
        boolean taken = redis.test(entries);
        stand();
        return taken;
      };
    }

    /** Of another node: it leaves the first round to the one that will stand still. */
    Predicate<List<OutboxEntry>> unlessLed(Predicate<List<OutboxEntry>> redis) {
      return entries -> reached.getCount() == 0 && redis.test(entries);
    }

    boolean isOver() {
      return over.getCount() == 0;
    }

    void await() {
      Awaitility.await().atMost(PATIENCE).pollInterval(SOON).until(() -> reached.getCount() == 0);
    }

    void end() {
      over.countDown();
    }

    private void stand() {
      if (first.getAndSet(false)) {
        reached.countDown();
        try {
          over.await();
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
        }
      }
    }
  }
}
