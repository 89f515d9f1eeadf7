package com.ojeomneo.platform.ratelimit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.ojeomneo.platform.redis.RedisLink;
import io.lettuce.core.ScriptOutputType;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/** Decides by the rules, for this node, with what it knows of the others through Redis. */
@Singleton
class RateLimiter {
  private static final Logger LOG = Logger.getLogger(RateLimiter.class);
  private static final int CALLERS = 100_000;

  /** All that nodes take of a limit, and the window it counts for, in one step. */
  private static final String TAKE =
      """
      local count = redis.call('incrby', KEYS[1], ARGV[1])
      local rest = redis.call('pttl', KEYS[1])
      if rest < 0 then
        redis.call('pexpire', KEYS[1], ARGV[2])
        rest = tonumber(ARGV[2])
      end
      return {count, rest}
      """;

  private final RedisLink redis;
  private final Clock clock;
  private final List<Rule> rules;
  private final Cache<Caller, Allowance> allowances;
  private final Map<String, Meters> meters = new HashMap<>();
  private final AtomicBoolean alone = new AtomicBoolean();

  private record Caller(String rule, Object key) {}

  private record Meters(Counter allowed, Counter refused, Counter asked) {
    static Meters of(Rule rule, MeterRegistry metrics) {
      String decisions = "ojeomneo_ratelimit_decisions";
      return new Meters(
          metrics.counter(decisions, "rule", rule.name(), "outcome", "allowed"),
          metrics.counter(decisions, "rule", rule.name(), "outcome", "refused"),
          metrics.counter("ojeomneo_ratelimit_asked", "rule", rule.name()));
    }

    void count(Decision decision) {
      (decision.allowed() ? allowed : refused).increment();
    }
  }

  RateLimiter(RateLimits configured, RedisLink redis, Clock clock, MeterRegistry metrics) {
    this.redis = redis;
    this.clock = clock;
    this.rules =
        configured.byName().entrySet().stream()
            .map(rule -> Rule.of(rule.getKey(), rule.getValue()))
            .toList();
    rules.forEach(rule -> meters.put(rule.name(), Meters.of(rule, metrics)));
    long longest = rules.stream().mapToLong(Rule::windowMillis).max().orElse(1);
    this.allowances =
        Caffeine.newBuilder()
            .maximumSize(CALLERS)
            .expireAfterAccess(Duration.ofMillis(longest))
            .build();
    metrics.gauge("ojeomneo_ratelimit_callers", allowances, Cache::estimatedSize);
  }

  List<Rule> rules() {
    return rules;
  }

  /**
   * Counts a request of this caller. Costs no command of Redis for a caller far below the limit,
   * and at most one for any.
   *
   * @param key whose text goes into Redis
   * @param later called with the decision, on a thread that must not wait, when it is not known now
   * @return null when it comes later
   */
  Decision decide(Rule rule, Object key, Consumer<Decision> later) {
    Meters counts = meters.get(rule.name());
    Allowance allowance =
        allowances.get(new Caller(rule.name(), key), caller -> new Allowance(rule));
    Decision decision =
        allowance.spend(
            clock.millis(),
            decided -> {
              counts.count(decided);
              later.accept(decided);
            });
    if (decision != null) {
      counts.count(decision);
    }
    ask(rule, key, allowance);
    return decision;
  }

  private void ask(Rule rule, Object key, Allowance allowance) {
    Allowance.Wish wish = allowance.wish(clock.millis());
    if (wish == null) {
      return;
    }
    meters.get(rule.name()).asked().increment();
    String[] keys = {"ratelimit:" + rule.name() + ":" + key};
    String[] arguments = {String.valueOf(wish.amount()), String.valueOf(wish.restMillis())};
    redis
        .<List<Long>>ask(r -> r.eval(TAKE, ScriptOutputType.MULTI, keys, arguments))
        .thenAccept(
            answer -> {
              say(answer);
              long now = clock.millis();
              answer
                  .map(a -> allowance.granted(now, wish, a.getFirst(), a.getLast()))
                  .orElseGet(() -> allowance.alone(now, wish))
                  .forEach(Runnable::run);
              // For those who came while this was on its way.
              ask(rule, key, allowance);
            });
  }

  private void say(Optional<?> answer) {
    if (alone.getAndSet(answer.isEmpty()) != answer.isEmpty()) {
      if (answer.isEmpty()) {
        LOG.warn("without Redis this node limits requests by itself");
      } else {
        LOG.info("requests are limited for all nodes together again");
      }
    }
  }
}
