package com.ojeomneo.platform.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.ojeomneo.platform.outbox.Node.Told;
import com.ojeomneo.platform.redis.RealRedis;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two nodes hear what a third process commits, while Redis fails in every way. */
class OutboxFeedTest {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  /** A second, and what a busy machine adds to it. */
  private static final Duration A_SECOND = Duration.ofMillis(1500);

  private static TestOutbox outbox;

  private final RealRedis redis = new RealRedis();
  private final Map<Integer, Instant> committed = new ConcurrentHashMap<>();
  private Node one;
  private Node two;
  private int last;

  @BeforeAll
  static void start() {
    outbox = new TestOutbox();
  }

  @AfterAll
  static void stop() {
    outbox.close();
  }

  @BeforeEach
  void nodes() {
    outbox.empty();
    one = new Node("one", outbox, redis);
    two = new Node("two", outbox, redis);
  }

  @AfterEach
  void close() {
    one.close();
    two.close();
    redis.close();
  }

  /** The tail looks now and then, and may be the first to see an entry. */
  @Test
  void withRedisEntriesComeThroughIt() {
    begin();
    commitFor(Duration.ofSeconds(2));
    heardByAll();
    assertThat(one.count("ojeomneo_outbox_told", "way", "pubsub")).isGreaterThan(0.9 * last);
  }

  @Test
  void aNodeThatStartsWithoutRedisReadsTheTableAndFindsRedisLater() {
    commitFor(Duration.ofSeconds(1));
    heardByAll();
    begin();
    commitFor(Duration.ofSeconds(1));
    heardByAll();
    allPublished();
    assertThat(one.count("ojeomneo_outbox_told", "way", "pubsub")).isPositive();
  }

  @Test
  void nothingIsLostLateOrToldTwiceWhenRedisIsKilledAndComesBack() {
    through(RealRedis::kill, RealRedis::start);
  }

  @Test
  void nothingIsLostLateOrToldTwiceWhenRedisFreezesForAMoment() {
    through(RealRedis::freeze, RealRedis::thaw);
  }

  @Test
  void nothingIsLostLateOrToldTwiceWhenConnectionsAreCut() {
    through(
        r -> r.link().call(c -> c.clientKill(io.lettuce.core.KillArgs.Builder.typePubsub())),
        r -> {});
  }

  @Test
  void nothingIsLostLateOrToldTwiceWhenRedisIsEmptied() {
    through(r -> r.link().call(c -> c.flushall()), r -> {});
  }

  /** Longer than a connection is waited for: it is given up and made anew. */
  @Test
  void afterALongFreezeNodesHearAgain() {
    begin();
    redis.freeze();
    commitFor(Duration.ofSeconds(3));
    redis.thaw();
    await().atMost(PATIENCE).until(() -> one.hears() && two.hears());
    commitFor(Duration.ofSeconds(1));
    heardByAll();
    allPublished();
  }

  @Test
  void whatIsNoEntryIsPassedOver() {
    begin();
    for (String noise : List.of("", "x", "[]", "{\"id\":\"1\",\"event\":{}}", "{\"id\":1}")) {
      redis.link().call(r -> r.publish("pubsub:" + TestOutbox.TOPIC, noise));
    }
    commitFor(Duration.ofMillis(200));
    heardByAll();
  }

  private void through(Consumer<RealRedis> fault, Consumer<RealRedis> repair) {
    begin();
    commitFor(Duration.ofSeconds(1));
    fault.accept(redis);
    commitFor(Duration.ofSeconds(1));
    repair.accept(redis);
    commitFor(Duration.ofSeconds(1));
    heardByAll();
    allPublished();
    await().atMost(PATIENCE).until(() -> one.hears() && two.hears());
  }

  private void begin() {
    redis.start();
    await().atMost(PATIENCE).until(() -> redis.link().isUp() && one.hears() && two.hears());
  }

  /** One entry after the other; the pace is PostgreSQL's. */
  private void commitFor(Duration time) {
    Instant end = Instant.now().plus(time);
    while (Instant.now().isBefore(end)) {
      outbox.append(++last);
      committed.put(last, Instant.now());
    }
  }

  private void heardByAll() {
    for (Node node : List.of(one, two)) {
      await().atMost(PATIENCE).until(() -> node.told().size() >= last);
      assertThat(node.numbers()).doesNotHaveDuplicates().hasSize(last);
      assertThat(node.told()).allSatisfy(this::inTime);
    }
  }

  private void inTime(Told told) {
    assertThat(Duration.between(committed.get(told.n()), told.at()))
        .as("entry %d", told.n())
        .isLessThan(A_SECOND);
  }

  private void allPublished() {
    await().atMost(PATIENCE).until(() -> outbox.unpublished() == 0);
  }
}
