package com.ojeomneo.drills;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code drill redis}. */
@Command(
    name = "redis",
    description = "Redis 장애 훈련 · Redis is killed, frozen, slow, full, flushed; nobody may notice.")
final class RedisDrill implements Callable<Integer> {
  @Option(
      names = "--faults",
      split = ",",
      paramLabel = "FAULT",
      defaultValue = "killed,frozen,slow,full,flushed",
      description = "Which, and in which order.")
  private List<Fault> faults;

  @Option(
      names = "--rate",
      paramLabel = "N",
      defaultValue = "40",
      description = "Requests a second.")
  private int rate;

  @Option(
      names = "--duration",
      paramLabel = "SECONDS",
      defaultValue = "20",
      description = "Of each fault.")
  private int seconds;

  @Option(names = "--short", description = "5 seconds each, 20 requests a second.")
  private boolean isShort;

  @Override
  public Integer call() throws Exception {
    var plan =
        isShort
            ? Outages.Plan.shortOne()
            : new Outages.Plan(40, rate, Duration.ofSeconds(10), Duration.ofSeconds(seconds));
    System.out.printf(
        "Redis 장애 훈련 · drill redis: 초당 요청 %d개, 장애마다 %d초 · %d requests/s, %d s each%n",
        plan.rate(), plan.fault().toSeconds(), plan.rate(), plan.fault().toSeconds());
    var all = new ArrayList<Outage>();
    try (var outages = new Outages(plan, System.out::println)) {
      for (Fault fault : faults) {
        Outage outage = outages.endure(fault);
        outage.print(System.out::println);
        all.add(outage);
      }
    }
    boolean unnoticed = all.stream().allMatch(Outage::isUnnoticed);
    boolean quick = all.stream().allMatch(Outage::isQuick);
    System.out.printf(
        "%n%s 실패한 요청도 틀린 답도 없습니다 · no request failed, no answer was wrong%n",
        unnoticed ? "✓" : "✗");
    System.out.printf("%s 제때에 · all in time%n", quick ? "✓" : "✗");
    return unnoticed && quick ? 0 : 1;
  }
}
