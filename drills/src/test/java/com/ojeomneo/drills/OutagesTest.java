package com.ojeomneo.drills;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The short form of {@code drill redis}, without its clock. */
class OutagesTest {
  private static Outages outages;

  @BeforeAll
  static void start() throws Exception {
    TestApp.prepare();
    outages = new Outages(Outages.Plan.shortOne(), System.out::println);
  }

  @AfterAll
  static void stop() {
    outages.close();
  }

  @ParameterizedTest
  @EnumSource
  void nobodyNoticesWhatBecomesOfRedis(Fault fault) throws Exception {
    Outage outage = outages.endure(fault);

    outage.print(System.out::println);
    assertThat(outage.findings()).isEmpty();
    assertThat(outage.traffic().counts().paid.sum()).isPositive();
    assertThat(outage.trials().uses())
        .allSatisfy(use -> assertThat(outage.trials().count(use)).isGreaterThanOrEqualTo(2));
  }
}
