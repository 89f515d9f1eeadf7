package com.ojeomneo.drills;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The short form of {@code drill sentinel}, without its clock. */
class FailoverTest {
  @BeforeAll
  static void prepare() throws Exception {
    TestApp.prepare();
  }

  @Test
  void aRedisMasterThatDiesUnderLoadFailsNoRequestAndTheNextIsUsed() throws Exception {
    Survival survival = new Failover(Failover.Plan.shortOne(), System.out::println).run();

    survival.print(System.out::println);
    assertThat(survival.findings()).isEmpty();
    assertThat(survival.traffic().responses().serverErrors()).isZero();
    assertThat(survival.traffic().counts().paid.sum()).isPositive();
    // The drill has seen the Server at the new master.
    assertThat(survival.absences()).hasSize(1);
  }
}
