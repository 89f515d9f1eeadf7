package com.ojeomneo.drills;

import com.ojeomneo.local.Columns;
import com.ojeomneo.local.books.Check;
import com.ojeomneo.local.books.Difference;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * What one fault of Redis came to.
 *
 * @param heard whether every stream has heard every event
 * @param asked what the trials were answered
 */
record Outage(
    Fault fault,
    SteadyTraffic traffic,
    Trials trials,
    Phases phases,
    Check heard,
    Responses asked) {
  /**
   * A request waits for Redis 50 ms at most, and only one that is under way when Redis fails; where
   * Redis is slow, a payment or a look into the cache waits twice.
   */
  static final Duration MOST_EXTRA = Duration.ofMillis(100);

  static final Duration SOON = Duration.ofSeconds(1);
  private static final int SHOWN = 10;

  /**
   * Moments of {@code System.nanoTime}.
   *
   * @param ended when nothing more was done to Redis
   * @param returned when all went through it again
   */
  record Phases(long calm, long began, long ended, long returned, long over) {
    Duration toReturn() {
      return Duration.ofNanos(returned - ended);
    }
  }

  /** Everything that nobody should have noticed. */
  List<String> findings() {
    long errors = asked.serverErrors() + traffic.responses().serverErrors();
    long lost = asked.lost() + traffic.responses().lost();
    return Stream.of(
            traffic.failures().stream(),
            traffic.customers().stream().flatMap(customer -> customer.surprises().stream()),
            heard.differences().stream().map(Difference::toString),
            trials.findings().stream(),
            some(errors, "answers were 5xx"),
            some(lost, "connections were lost"),
            some(traffic.counts().cut.sum(), "streams broke off"))
        .flatMap(some -> some)
        .toList();
  }

  private static Stream<String> some(long count, String what) {
    return Stream.of(count + " " + what).filter(any -> count > 0);
  }

  boolean isUnnoticed() {
    return findings().isEmpty();
  }

  /** By the clock, which a test on a busy machine does not look at. */
  boolean isQuick() {
    return extra(99).compareTo(MOST_EXTRA) <= 0
        && trials.uses().stream().allMatch(use -> trials.slowest(use).compareTo(SOON) <= 0);
  }

  private Duration extra(int percent) {
    Duration more = during().percentile(percent).minus(before().percentile(percent));
    return more.isNegative() ? Duration.ZERO : more;
  }

  private Responses before() {
    return traffic.responses().between(phases.calm(), phases.began());
  }

  /** Until all is as before. */
  private Responses during() {
    return traffic.responses().between(phases.began(), phases.returned());
  }

  private Responses after() {
    return traffic.responses().between(phases.returned(), phases.over());
  }

  void print(Consumer<String> say) {
    say.accept("");
    say.accept("%s %s".formatted(mark(isUnnoticed()), fault.words()));
    var times =
        new Columns().add("", "요청 · requests", "5xx", "끊김 · lost", "p50", "p99", "최대 · max");
    add(times, "  전 · before", before());
    add(times, "  동안 · during", during());
    add(times, "  후 · after", after());
    times.lines().forEach(say);
    say.accept(
        "  %s 더 걸린 시간 · extra, p99: %d ms (≤ %d), p50: %d ms; 돌아오기까지 · back by itself within %d ms"
            .formatted(
                mark(extra(99).compareTo(MOST_EXTRA) <= 0),
                extra(99).toMillis(),
                MOST_EXTRA.toMillis(),
                extra(50).toMillis(),
                phases.toReturn().toMillis()));
    var uses = new Columns();
    for (Use use : trials.uses()) {
      Duration slowest = trials.slowest(use);
      uses.add(
          "  %s %s".formatted(mark(slowest.compareTo(SOON) <= 0), use.name()),
          "%d번 · tries".formatted(trials.count(use)),
          slowest.isZero() ? "" : "늦어도 · within %d ms".formatted(slowest.toMillis()));
    }
    uses.lines().forEach(say);
    findings().stream().limit(SHOWN).forEach(one -> say.accept("  ✗ " + one));
  }

  private static void add(Columns table, String phase, Responses responses) {
    table.add(
        phase,
        responses.requests(),
        responses.serverErrors(),
        responses.lost(),
        millis(responses, 50),
        millis(responses, 99),
        millis(responses, 100));
  }

  private static String millis(Responses responses, int percent) {
    return responses.percentile(percent).toMillis() + " ms";
  }

  private static String mark(boolean holds) {
    return holds ? "✓" : "✗";
  }
}
