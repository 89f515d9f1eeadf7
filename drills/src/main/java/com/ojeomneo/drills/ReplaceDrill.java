package com.ojeomneo.drills;

import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code drill replace}. */
@Command(
    name = "replace",
    description = "교체 훈련 · Servers replaced one at a time under load; no request may fail.")
final class ReplaceDrill implements Callable<Integer> {
  @Option(names = "--times", paramLabel = "N", defaultValue = "6")
  private int times;

  @Option(names = "--customers", paramLabel = "N", defaultValue = "60")
  private int customers;

  @Option(
      names = "--rate",
      paramLabel = "N",
      defaultValue = "30",
      description = "Requests a second.")
  private int rate;

  @Option(
      names = "--delay",
      paramLabel = "SECONDS",
      defaultValue = "5",
      description = "As SHUTDOWN_DELAY.")
  private int delay;

  @Option(names = "--short", description = "20 customers, 2 replacements, a delay of 2 seconds.")
  private boolean isShort;

  @Override
  public Integer call() throws Exception {
    var plan =
        isShort
            ? Replacement.Plan.shortOne()
            : new Replacement.Plan(times, customers, rate, Duration.ofSeconds(delay));
    System.out.printf(
        "교체 훈련 · drill replace: 교체 %d번, 손님 %d, 초당 요청 %d개 · %d replacements, %d customers, %d requests/s%n",
        plan.times(), plan.customers(), plan.rate(), plan.times(), plan.customers(), plan.rate());
    Handover handover = new Replacement(plan, System.out::println).run();
    handover.print(System.out::println);
    return handover.isClean() ? 0 : 1;
  }
}
