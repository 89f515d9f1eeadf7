package com.ojeomneo.drills;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The short form of {@code drill export}. */
class LongExportTest {
  @BeforeAll
  static void prepare() throws Exception {
    TestApp.prepare();
  }

  @Test
  void aFileIsWholeThoughWhoeverMadeItWasKilledAndTheNextTakenForDead() throws Exception {
    LongExport.Result result = new LongExport(ExportDrill.SHORT, System.out::println).run();

    result.print(System.out::println);
    assertThat(result.findings()).isEmpty();
  }
}
