package com.ojeomneo.drills;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The short form of {@code drill replace}. */
class ReplacementTest {
  @BeforeAll
  static void prepare() throws Exception {
    TestApp.prepare();
  }

  @Test
  void replacingEachOfTwoServersUnderLoadFailsNoRequestAndLosesNoEvent() throws Exception {
    Handover handover = new Replacement(Replacement.Plan.shortOne(), System.out::println).run();

    handover.print(System.out::println);
    assertThat(handover.findings()).as("%s", handover.findings()).isEmpty();
    Counts counts = handover.traffic().counts();
    assertThat(counts.paid.sum()).isPositive();
    assertThat(counts.events.sum()).isGreaterThan(counts.paid.sum());
    // Each stream was on one of the Servers when that was replaced.
    assertThat(counts.sentAway.sum()).isGreaterThanOrEqualTo(handover.plan().customers());
  }
}
