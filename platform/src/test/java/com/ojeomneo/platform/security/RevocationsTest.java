package com.ojeomneo.platform.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.ojeomneo.platform.outbox.TestOutbox;
import com.ojeomneo.platform.redis.RealRedis;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What one node revokes another refuses, while Redis fails in every way. */
class RevocationsTest {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  /** A second, and what a busy machine adds to it. */
  private static final Duration A_SECOND = Duration.ofMillis(1500);

  private static TestOutbox postgres;

  private final RealRedis redis = new RealRedis();
  private final List<RevokingNode> nodes = new ArrayList<>();
  private final Instant expiry = Instant.now().plusSeconds(600);

  @BeforeAll
  static void start() {
    postgres = new TestOutbox();
  }

  @AfterAll
  static void stop() {
    postgres.close();
  }

  @AfterEach
  void close() {
    nodes.forEach(RevokingNode::close);
    redis.close();
  }

  @Test
  void withRedis() {
    through(r -> {});
  }

  @Test
  void withRedisStopped() {
    through(RealRedis::kill);
  }

  @Test
  void withRedisFrozen() {
    through(RealRedis::freeze);
  }

  @Test
  void withRedisFlushed() {
    through(r -> r.link().call(c -> c.flushall()));
  }

  @Test
  void withRedisReplacedByAnEmptyOne() {
    through(
        r -> {
          r.kill();
          r.start();
        });
  }

  /** Before, during and after the fault; a node that begins then knows them all at once. */
  private void through(Consumer<RealRedis> fault) {
    redis.start();
    var one = node("one");
    var two = node("two");
    await().atMost(PATIENCE).until(() -> one.hears() && two.hears());

    UUID before = revokedThrough(one, two);
    fault.accept(redis);
    for (int i = 0; i < 5; i++) {
      revokedThrough(one, two);
      revokedThrough(two, one);
    }
    assertThat(List.of(one, two)).allMatch(node -> node.refuses(before));
    assertThat(node("three").refuses(before)).isTrue();
  }

  private UUID revokedThrough(RevokingNode node, RevokingNode other) {
    UUID jti = UUID.randomUUID();
    node.revoke(jti, expiry);
    assertThat(node.refuses(jti)).isTrue();
    await().pollInterval(Duration.ofMillis(10)).atMost(A_SECOND).until(() -> other.refuses(jti));
    return jti;
  }

  @Test
  void aNodeThatBeginsWithoutRedisKnowsWhatWasRevokedBefore() {
    UUID jti = UUID.randomUUID();
    node("one").revoke(jti, expiry);
    assertThat(node("two").refuses(jti)).isTrue();
  }

  /** It is in nobody's first look, and whoever committed it may have died since. */
  @Test
  void whatIsCommittedWhileANodeBeginsIsNotMissed() {
    redis.start();
    UUID jti = UUID.randomUUID();
    var one = node("one");
    var late = new ArrayList<RevokingNode>();
    one.database()
        .transact(
            tx -> {
              one.revocations().revoke(tx, Map.of(jti, expiry));
              late.add(node("two"));
            });
    assertThat(one.refuses(jti)).isTrue();
    await().atMost(A_SECOND).until(() -> late.getFirst().refuses(jti));
  }

  /** As when its time is older than what is read again: the outbox goes by transaction. */
  @Test
  void aRevocationThatCommitsLongAfterItsTimeIsNotMissed() {
    redis.start();
    var one = node("one");
    var two = node("two");
    await().atMost(PATIENCE).until(() -> one.hears() && two.hears());
    UUID jti = UUID.randomUUID();
    one.database()
        .transact(
            tx -> {
              one.revocations().revoke(tx, Map.of(jti, expiry));
              tx.execute("UPDATE revoked_tokens SET revoked_at = now() - interval '1 hour'");
            });
    await().atMost(A_SECOND).until(() -> two.refuses(jti));
  }

  @Test
  void aTransactionThatRollsBackRevokesNothing() {
    var node = node("one");
    UUID jti = UUID.randomUUID();
    assertThatThrownBy(
            () ->
                node.database()
                    .transact(
                        tx -> {
                          node.revocations().revoke(tx, Map.of(jti, expiry));
                          throw new IllegalStateException("no");
                        }))
        .hasMessage("no");
    assertThat(node.refuses(jti)).isFalse();
    assertThat(node("two").refuses(jti)).isFalse();
  }

  @Test
  void aTokenThatHasExpiredTakesNoRoom() {
    postgres.open("empty").sql().execute("TRUNCATE revoked_tokens");
    var node = node("one");
    node.revoke(UUID.randomUUID(), Instant.now().plusMillis(300));
    assertThat(node.live()).isEqualTo(1);
    await().atMost(PATIENCE).until(() -> node.live() == 0);
  }

  @Test
  void redisHoldsEachForAsLongAsItsTokenWouldLive() {
    redis.start();
    UUID jti = UUID.randomUUID();
    var node = node("one");
    await().atMost(PATIENCE).until(node::hears);
    node.revoke(jti, expiry);
    awaitCopy(jti);
    assertThat(redis.link().call(r -> r.pttl(key(jti))).orElseThrow())
        .isBetween(500_000L, 600_000L);
  }

  @Test
  void redisGetsWhatItMissedOnceItIsThere() {
    UUID jti = UUID.randomUUID();
    node("one").revoke(jti, expiry);
    redis.start();
    awaitCopy(jti);
  }

  @Test
  void anEmptyRedisInThePlaceOfTheOldOneGetsEverythingAgain() {
    copiedAgainAfter(
        () -> {
          redis.kill();
          redis.start();
        });
  }

  @Test
  void aRedisThatWasFlushedGetsEverythingAgain() {
    copiedAgainAfter(() -> redis.link().call(r -> r.flushall()));
  }

  private void copiedAgainAfter(Runnable fault) {
    redis.start();
    UUID jti = UUID.randomUUID();
    var node = node("one");
    await().atMost(PATIENCE).until(node::hears);
    node.revoke(jti, expiry);
    awaitCopy(jti);
    fault.run();
    awaitCopy(jti);
  }

  @Test
  void aTokenThatHasExpiredIsNotCopied() {
    redis.start();
    UUID expired = UUID.randomUUID();
    UUID jti = UUID.randomUUID();
    var node = node("one");
    await().atMost(PATIENCE).until(node::hears);
    node.revoke(expired, Instant.now().minusSeconds(1));
    node.revoke(jti, expiry);
    awaitCopy(jti);
    assertThat(redis.link().call(r -> r.exists(key(expired)))).contains(0L);
  }

  private void awaitCopy(UUID jti) {
    await().atMost(PATIENCE).until(() -> redis.link().call(r -> r.get(key(jti))).isPresent());
  }

  private static String key(UUID jti) {
    return "token:blacklist:" + jti;
  }

  private RevokingNode node(String name) {
    var node = new RevokingNode(name, postgres, redis);
    nodes.add(node);
    return node;
  }
}
