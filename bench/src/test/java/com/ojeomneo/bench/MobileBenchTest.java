package com.ojeomneo.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class MobileBenchTest {
  @Test
  void theGoalIsReachedByTheMedianOfEachScore() {
    assertThat(MobileBench.isReached(audits(80, 95, 100))).isTrue();
    assertThat(MobileBench.isReached(audits(94, 94, 100))).isFalse();
  }

  private static List<Audit> audits(int... accessibility) {
    return Arrays.stream(accessibility)
        .mapToObj(score -> new Audit(100, score, 100, 900, 1200, 0, 0, 60_000))
        .toList();
  }
}
