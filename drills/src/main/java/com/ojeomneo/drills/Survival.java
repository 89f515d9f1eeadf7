package com.ojeomneo.drills;

import com.ojeomneo.local.Columns;
import com.ojeomneo.local.books.Check;
import com.ojeomneo.local.books.Difference;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * What losing Redis masters came to.
 *
 * @param heard whether every stream has heard every event
 * @param absences how long the Server went on without Redis, each time
 */
record Survival(Failover.Plan plan, SteadyTraffic traffic, Check heard, List<Duration> absences) {
  static final Duration SLOWEST_P99 = Duration.ofSeconds(1);
  private static final int SHOWN = 10;

  /** Everything that a customer should not have seen. */
  List<String> findings() {
    return Stream.of(
            traffic.failures().stream(),
            traffic.customers().stream().flatMap(customer -> customer.surprises().stream()),
            heard.differences().stream().map(Difference::toString))
        .flatMap(some -> some)
        .toList();
  }

  boolean isUnnoticed() {
    return findings().isEmpty();
  }

  boolean isQuick() {
    return p99().compareTo(SLOWEST_P99) < 0;
  }

  private Duration p99() {
    return traffic.responses().percentile(99);
  }

  void print(Consumer<String> say) {
    Responses responses = traffic.responses();
    Counts counts = traffic.counts();
    say.accept("");
    new Columns()
        .add("  잃은 마스터 · masters lost", absences.size())
        .add("  요청 · requests", responses.requests())
        .add("  실패 · failed", traffic.failures().size())
        .add("  오류 응답 · 5xx", responses.serverErrors())
        .add("  끊긴 연결 · connections lost", responses.lost())
        .add("  주문 · orders placed", counts.placed.sum())
        .add("  결제 · paid", counts.paid.sum())
        .add("  실시간 · events heard", counts.events.sum())
        .add("  못 들은 손님 · customers who missed an event", heard.differences().size())
        .add(
            "  응답 시간 · answered within",
            "p50 %d ms, p99 %d ms, 최대 · all %d ms"
                .formatted(
                    responses.percentile(50).toMillis(),
                    p99().toMillis(),
                    responses.percentile(100).toMillis()))
        .lines()
        .forEach(say);
    say.accept("");
    findings().stream().limit(SHOWN).forEach(one -> say.accept("  ✗ " + one));
    say.accept("%s 실패한 요청이 없습니다 · no request failed".formatted(mark(isUnnoticed())));
    say.accept(
        "%s 100개 중 99개는 %d ms 안에 · 99 of 100 within %d ms"
            .formatted(mark(isQuick()), SLOWEST_P99.toMillis(), SLOWEST_P99.toMillis()));
  }

  private static String mark(boolean holds) {
    return holds ? "✓" : "✗";
  }
}
