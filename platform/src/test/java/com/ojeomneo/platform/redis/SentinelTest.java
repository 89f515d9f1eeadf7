package com.ojeomneo.platform.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.ojeomneo.platform.background.BackgroundJobs;
import io.lettuce.core.KillArgs;
import io.lettuce.core.RedisException;
import io.lettuce.core.api.sync.RedisCommands;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SentinelTest {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private final RealSentinels redis = new RealSentinels();
  private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
  private final BackgroundJobs jobs = new BackgroundJobs(metrics);
  private final Set<String> heard = ConcurrentHashMap.newKeySet();
  private RedisLink link;
  private int master;

  @BeforeEach
  void start() {
    redis.start();
    link = redis.newLink(metrics);
    link.connect(new StartupEvent(), jobs);
    RealRedis.subscription(link, jobs).listen("channel", heard::add);
    await().atMost(PATIENCE).until(() -> isHeard("before"));
    master = redis.master();
  }

  @AfterEach
  void end() {
    jobs.stop(new ShutdownEvent());
    redis.close();
  }

  @Test
  void aKilledMasterIsFollowedByTheNextForCommandsAndForPubSub() {
    redis.kill(master);
    assertThat(link.isUp()).isFalse();

    await().atMost(PATIENCE).until(() -> isHeard("after"));
    int next = redis.awaitMasterOtherThan(master);
    assertThat(link.call(r -> r.set("key", "value"))).contains("OK");
    assertThat(redis.<String>of(next, r -> r.get("key"))).isEqualTo("value");
    assertThat(metrics.counter("ojeomneo_redis_moves").count()).isEqualTo(2);
  }

  @Test
  void nobodyWritesToAMasterThatWasFrozenWhileAnotherTookItsPlace() {
    redis.freeze(master);
    int next = redis.awaitMasterOtherThan(master);
    await().atMost(PATIENCE).until(() -> isHeard("meanwhile"));

    redis.thaw(master);
    int i = 0;
    // It takes itself for the master until a sentinel tells it otherwise.
    do {
      String value = String.valueOf(++i);
      assertThat(link.call(r -> r.set("key", value))).contains("OK");
      assertThat(redis.<String>of(next, r -> r.get("key"))).isEqualTo(value);
    } while (!isReplica(master));
    await().atMost(PATIENCE).ignoreExceptions().until(() -> !isUsed(master));
    assertThat(isUsed(next)).isTrue();
    await().atMost(PATIENCE).until(() -> isHeard("thawed"));
  }

  @Test
  void withoutSentinelsItGoesOnWithTheMasterItHas() {
    redis.killSentinels();
    // Also when its connections are lost.
    redis.of(master, r -> r.clientKill(KillArgs.Builder.typeNormal().skipme()));

    await().atMost(PATIENCE).until(() -> isHeard("without"));
    assertThat(isUsed(master)).isTrue();
  }

  @Test
  void whoIsNoMasterAnyMoreIsLeftAndFoundAgainWhenItIs() {
    redis.killSentinels();
    int other = redis.replicaOf(master);
    redis.of(master, r -> r.replicaof("127.0.0.1", other));

    await().atMost(PATIENCE).ignoreExceptions().until(() -> !isUsed(master));
    assertThat(link.call(r -> r.get("before"))).isEmpty();

    redis.of(master, RedisCommands::replicaofNoOne);
    await().atMost(PATIENCE).until(() -> isHeard("again"));
  }

  /** Said and heard, by way of the same Redis. */
  private boolean isHeard(String message) {
    link.call(r -> r.publish("channel", message));
    return heard.contains(message);
  }

  /** A sentinel that makes it a replica cuts everybody's connections, also ours: then not yet. */
  private boolean isReplica(int port) {
    try {
      return redis.of(port, RedisCommands::role).getFirst().equals("slave");
    } catch (RedisException cut) {
      return false;
    }
  }

  private boolean isUsed(int port) {
    return redis.of(port, RedisCommands::clientList).contains("name=ojeomneo");
  }
}
