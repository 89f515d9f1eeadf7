package com.ojeomneo.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ComparisonTest {
  @Test
  void oneBadTurnDoesNotCount() {
    var comparison = new Comparison(turns(30, 900, 32, 31, 29), turns(20, 20, 20, 20, 1));
    assertThat(comparison.ratio(Turn::cpuMicrosPerRequest)).isEqualTo(31.0 / 20);
  }

  @Test
  void ofTwoTheMedianIsBetween() {
    assertThat(Comparison.median(turns(10, 20), Turn::cpuMicrosPerRequest)).isEqualTo(15);
  }

  @Test
  void figuresAreOfOneRequest() {
    var turn = new Turn(4000, Duration.ofSeconds(2), Duration.ofMillis(400), 1500, 9000, 80_000);
    assertThat(turn.requestsPerSecond()).isEqualTo(2000);
    assertThat(turn.cpuMicrosPerRequest()).isEqualTo(100);
    assertThat(turn.p99Millis()).isEqualTo(9);
    assertThat(turn.bytesPerRequest()).isEqualTo(20);
  }

  /** A thousand requests each. */
  private static List<Turn> turns(int... micros) {
    return IntStream.of(micros)
        .mapToObj(
            cpu -> new Turn(1000, Duration.ofSeconds(1), Duration.ofMillis(cpu), 1000, 2000, 1000))
        .toList();
  }
}
