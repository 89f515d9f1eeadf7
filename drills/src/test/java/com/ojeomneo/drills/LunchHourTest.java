package com.ojeomneo.drills;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The short form of {@code drill money}. */
class LunchHourTest {
  @BeforeAll
  static void prepare() throws Exception {
    TestApp.prepare();
  }

  @Test
  void afterALunchHourOfCrashesAllBooksAgree() throws Exception {
    Plan plan = Plan.shortOne(ThreadLocalRandom.current().nextInt(1_000_000));

    Books books = new LunchHour(plan, System.out::println).run();

    books.print(System.out::println);
    assertThat(books.checks().stream().flatMap(check -> check.differences().stream()))
        .as("seed %d", plan.seed())
        .isEmpty();
    assertThat(books.counts().kills.sum()).isGreaterThan(plan.kills());
    assertThat(books.counts().placed.sum()).isGreaterThan(plan.customers());
    assertThat(books.counts().webhooks.sum()).isPositive();
    assertThat(books.kept()).isPositive().isLessThan(books.taken());
  }
}
