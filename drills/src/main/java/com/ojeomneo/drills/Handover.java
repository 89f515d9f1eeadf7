package com.ojeomneo.drills;

import com.ojeomneo.local.Columns;
import com.ojeomneo.local.books.Check;
import com.ojeomneo.local.books.Difference;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * What replacing Servers came to.
 *
 * @param heard whether every stream, through all the Servers it was on, has heard every event
 * @param complaints what Servers logged as trouble while they stopped
 */
record Handover(
    Replacement.Plan plan,
    SteadyTraffic traffic,
    Check heard,
    List<String> complaints,
    Duration slowestStop) {
  private static final int SHOWN = 10;

  /** Everything that a customer, or who reads the log, should not have seen. */
  List<String> findings() {
    Counts counts = traffic.counts();
    return Stream.of(
            traffic.failures().stream(),
            traffic.customers().stream().flatMap(customer -> customer.surprises().stream()),
            Stream.of("%d streams broke off".formatted(counts.cut.sum()))
                .filter(any -> counts.cut.sum() > 0),
            heard.differences().stream().map(Difference::toString),
            complaints.stream())
        .flatMap(some -> some)
        .toList();
  }

  boolean isClean() {
    return findings().isEmpty();
  }

  void print(Consumer<String> say) {
    Responses responses = traffic.responses();
    Counts counts = traffic.counts();
    say.accept("");
    new Columns()
        .add("  교체 · replacements", plan.times())
        .add("  요청 · requests", responses.requests())
        .add("  실패 · failed", traffic.failures().size())
        .add("  끊긴 연결 · connections lost", responses.lost())
        .add("  오류 응답 · 5xx", responses.serverErrors())
        .add("  주문 · orders placed", counts.placed.sum())
        .add("  결제 · paid", counts.paid.sum())
        .add("  실시간 · events heard", counts.events.sum())
        .add("  옮겨간 스트림 · streams sent away", counts.sentAway.sum())
        .add("  끊긴 스트림 · streams broken off", counts.cut.sum())
        .add("  못 들은 손님 · customers who missed an event", heard.differences().size())
        .add("  응답 시간 · answered within", times(responses))
        .add("  멈추는 시간 · slowest stop", slowestStop.toMillis() + " ms")
        .lines()
        .forEach(say);
    say.accept("");
    findings().stream().limit(SHOWN).forEach(one -> say.accept("  ✗ " + one));
    say.accept(
        isClean()
            ? "✓ 실패한 요청도 놓친 알림도 없습니다 · no request failed, no event was missed"
            : "✗ 교체가 손님에게 보였습니다 · CUSTOMERS NOTICED");
  }

  private static String times(Responses responses) {
    return "p50 %d ms, p99 %d ms"
        .formatted(responses.percentile(50).toMillis(), responses.percentile(99).toMillis());
  }
}
