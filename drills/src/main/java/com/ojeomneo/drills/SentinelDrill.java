package com.ojeomneo.drills;

import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code drill sentinel}. */
@Command(
    name = "sentinel",
    description = "Redis 훈련 · Redis masters die under load; no request may fail or be slow.")
final class SentinelDrill implements Callable<Integer> {
  @Option(names = "--duration", paramLabel = "SECONDS", defaultValue = "60")
  private int seconds;

  @Option(
      names = "--rate",
      paramLabel = "N",
      defaultValue = "50",
      description = "Requests a second.")
  private int rate;

  @Option(
      names = "--faults",
      paramLabel = "N",
      defaultValue = "3",
      description = "Killed, frozen, killed, …")
  private int faults;

  @Option(names = "--short", description = "20 seconds, one kill.")
  private boolean isShort;

  @Override
  public Integer call() throws Exception {
    var plan =
        isShort
            ? Failover.Plan.shortOne()
            : new Failover.Plan(Duration.ofSeconds(seconds), rate, faults);
    System.out.printf(
        "Redis 훈련 · drill sentinel: %d초, 초당 요청 %d개, 장애 %d번 · %d s, %d requests/s, %d faults%n",
        plan.duration().toSeconds(),
        plan.rate(),
        plan.faults(),
        plan.duration().toSeconds(),
        plan.rate(),
        plan.faults());
    Survival survival = new Failover(plan, System.out::println).run();
    survival.print(System.out::println);
    return survival.isUnnoticed() && survival.isQuick() ? 0 : 1;
  }
}
