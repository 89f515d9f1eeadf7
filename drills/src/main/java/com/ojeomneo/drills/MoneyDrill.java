package com.ojeomneo.drills;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code drill money}. */
@Command(
    name = "money",
    description = "점심시간 훈련 · a lunch hour with crashes; afterwards the money must agree.")
final class MoneyDrill implements Callable<Integer> {
  @Option(names = "--customers", paramLabel = "N", defaultValue = "300")
  private int customers;

  @Option(names = "--duration", paramLabel = "SECONDS", defaultValue = "180")
  private int seconds;

  @Option(names = "--kills", paramLabel = "N", defaultValue = "8")
  private int kills;

  @Option(names = "--seed", paramLabel = "S", description = "Repeats what was decided by lot.")
  private Long seed;

  @Option(names = "--short", description = "40 customers, 25 seconds, 3 kills.")
  private boolean isShort;

  @Override
  public Integer call() throws Exception {
    Plan plan = plan();
    System.out.printf(
        "돈 훈련 · drill money: 손님 %d, %d초, 강제 종료 %d번 · %d customers, %d s, %d kills, --seed %d%n",
        plan.customers(),
        plan.duration().toSeconds(),
        plan.kills(),
        plan.customers(),
        plan.duration().toSeconds(),
        plan.kills(),
        plan.seed());
    Books books = new LunchHour(plan, System.out::println).run();
    books.print(System.out::println);
    return books.agree() ? 0 : 1;
  }

  private Plan plan() {
    long lot = seed == null ? ThreadLocalRandom.current().nextInt(1_000_000) : seed;
    return isShort
        ? Plan.shortOne(lot)
        : new Plan(customers, Duration.ofSeconds(seconds), kills, lot);
  }
}
