package com.ojeomneo.platform.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.ojeomneo.platform.redis.RealRedis;
import com.ojeomneo.platform.redis.RedisLink;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Several nodes with one real Redis, which may be gone. */
class RateLimiterTest {
  private static final Pattern EVALS = Pattern.compile("cmdstat_eval:calls=(\\d+)");

  private final RealRedis redis = RealRedis.patient();
  private final RealRedis hasty = new RealRedis();
  private final List<RedisLink> links = new ArrayList<>();

  @BeforeEach
  void start() {
    redis.start();
    await().until(redis.link()::isUp);
  }

  @AfterEach
  void stop() {
    links.forEach(RealRedis::close);
    redis.close();
    hasty.close();
  }

  @Test
  void nodesAllowTheLimitTogetherAndAtMostAShareMoreEach() {
    TestRule rule = TestRule.perMinute(200);
    var nodes = nodes(redis, rule, 3);
    long allowed = crowd(nodes, 600);
    assertThat(allowed).isBetween(200L, 200L + 3 * rule.rule().share());
  }

  @Test
  void aLimitTooSmallToShareIsExactHoweverManyNodesThereAre() {
    assertThat(crowd(nodes(redis, TestRule.perMinute(10), 4), 80)).isEqualTo(10);
  }

  @Test
  void aCallerFarBelowTheLimitCostsNoCommand() {
    RateLimiter node = nodes(redis, TestRule.perMinute(600), 1).getFirst();
    for (int i = 0; i < 14; i++) {
      assertThat(decide(node, "somebody").allowed()).isTrue();
    }
    assertThat(commands()).isZero();
  }

  @Test
  void aCallerCostsOneCommandForEachShare() {
    TestRule rule = TestRule.perMinute(600);
    RateLimiter node = nodes(redis, rule, 1).getFirst();
    int requests = 300;
    for (int i = 0; i < requests; i++) {
      decide(node, "somebody");
    }
    assertThat(commands()).isBetween(1, requests / rule.rule().share() + 1);
  }

  @Test
  void aDecisionCostsOneCommandAtMost() {
    RateLimiter node = nodes(redis, TestRule.perMinute(10), 1).getFirst();
    for (int i = 0; i < 30; i++) {
      decide(node, "somebody");
    }
    // The eleventh asks, too: it is how the node learns.
    assertThat(commands()).isLessThanOrEqualTo(11);
  }

  @Test
  void callersAreCountedApartUnderKeysThatExpire() {
    RateLimiter node = nodes(redis, TestRule.perMinute(2), 1).getFirst();
    assertThat(outcomes(node, "one", 3)).containsExactly(true, true, false);
    assertThat(outcomes(node, "two", 3)).containsExactly(true, true, false);
    assertThat(redis.link().call(r -> r.keys("*")).orElseThrow())
        .containsExactlyInAnyOrder("ratelimit:test:one", "ratelimit:test:two");
    assertThat(redis.link().call(r -> r.pttl("ratelimit:test:one")).orElseThrow())
        .isBetween(1L, 60_000L);
  }

  @Test
  void aKeyThatLostItsTimeToLiveGetsOneAgain() {
    redis.link().call(r -> r.set("ratelimit:test:one", "2"));
    RateLimiter node = nodes(redis, TestRule.perMinute(2), 1).getFirst();
    assertThat(decide(node, "one").allowed()).isFalse();
    assertThat(redis.link().call(r -> r.pttl("ratelimit:test:one")).orElseThrow()).isPositive();
  }

  @Test
  void theNextWindowIsAnotherOne() {
    RateLimiter node = nodes(redis, TestRule.of(3, Duration.ofSeconds(1)), 1).getFirst();
    assertThat(outcomes(node, "one", 4)).containsExactly(true, true, true, false);
    await().until(() -> decide(node, "one").allowed());
    assertThat(outcomes(node, "one", 3)).containsExactly(true, true, false);
  }

  @Test
  void nodesTellOfTheSameWindow() {
    var nodes = nodes(redis, TestRule.perMinute(10), 2);
    redis.link().call(r -> r.set("ratelimit:test:one", "4"));
    redis.link().call(r -> r.pexpire("ratelimit:test:one", 20_000));
    for (RateLimiter node : nodes) {
      assertThat(decide(node, "one").resetSeconds()).isBetween(15, 20);
    }
    assertThat(decide(nodes.getFirst(), "one").remaining()).isEqualTo(3);
  }

  @Test
  void withoutRedisEachNodeLimitsByItself() {
    for (int limit : new int[] {10, 100}) {
      for (RateLimiter node : nodes(hasty, TestRule.perMinute(limit), 2)) {
        assertThat(outcomes(node, "one", limit + 5)).containsExactlyElementsOf(first(limit, 5));
      }
    }
  }

  @Test
  void aRedisThatIsKilledMidwayLeavesTheNodeWithTheRest() {
    loseRedisMidway(RealRedis::kill);
  }

  @Test
  void aRedisThatIsFrozenMidwayLeavesTheNodeWithTheRest() {
    loseRedisMidway(RealRedis::freeze);
  }

  private void loseRedisMidway(Consumer<RealRedis> fault) {
    hasty.start();
    await().until(hasty.link()::isUp);
    RateLimiter node = nodes(hasty, TestRule.perMinute(100), 1).getFirst();
    assertThat(outcomes(node, "one", 20)).doesNotContain(false);
    fault.accept(hasty);
    assertThat(outcomes(node, "one", 85)).containsExactlyElementsOf(first(80, 5));
    Decision refused = decide(node, "one");
    assertThat(refused.remaining()).isZero();
    assertThat(refused.resetSeconds()).isBetween(1, 60);
  }

  @Test
  void onceRedisIsBackTheNextWindowIsSharedAgain() {
    TestRule rule = TestRule.of(5, Duration.ofSeconds(1));
    RateLimiter node = nodes(hasty, rule, 1).getFirst();
    assertThat(decide(node, "one").allowed()).isTrue();
    hasty.start();
    await()
        .untilAsserted(
            () -> {
              decide(node, "one");
              assertThat(hasty.link().call(r -> r.get("ratelimit:test:one"))).isPresent();
            });
  }

  private List<RateLimiter> nodes(RealRedis redis, TestRule rule, int count) {
    return IntStream.range(0, count)
        .mapToObj(
            i -> {
              RedisLink link = redis.newLink();
              links.add(link);
              link.isUp();
              return new RateLimiter(
                  rule.configured(), link, Clock.systemUTC(), new SimpleMeterRegistry());
            })
        .toList();
  }

  /** How many requests are allowed of one caller who is served by all nodes at the same time. */
  private static long crowd(List<RateLimiter> nodes, int requests) {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var decisions =
          IntStream.range(0, requests)
              .mapToObj(i -> threads.submit(() -> decide(nodes.get(i % nodes.size()), "one")))
              .toList();
      long allowed = 0;
      for (var decision : decisions) {
        allowed += decision.get().allowed() ? 1 : 0;
      }
      return allowed;
    } catch (ExecutionException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<Boolean> outcomes(RateLimiter node, String caller, int requests) {
    return IntStream.range(0, requests).mapToObj(i -> decide(node, caller).allowed()).toList();
  }

  private static List<Boolean> first(int allowed, int refused) {
    return IntStream.range(0, allowed + refused).mapToObj(i -> i < allowed).toList();
  }

  private static Decision decide(RateLimiter node, String caller) {
    var later = new CompletableFuture<Decision>();
    Decision now = node.decide(node.rules().getFirst(), caller, later::complete);
    return now != null ? now : later.orTimeout(10, TimeUnit.SECONDS).join();
  }

  private int commands() {
    var evals = EVALS.matcher(redis.link().call(r -> r.info("commandstats")).orElseThrow());
    return evals.find() ? Integer.parseInt(evals.group(1)) : 0;
  }
}
