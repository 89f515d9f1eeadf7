package com.ojeomneo.server.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FarewellTest {
  private static final Duration DELAY = Duration.ofSeconds(5);

  @Test
  void readersAreSentAwayOneAfterTheOtherOnceLoadBalancersHaveNoticedAndBeforeTheEnd() {
    var turns = IntStream.range(0, 2000).mapToObj(i -> farewell(DELAY).turn(i, 2000)).toList();
    assertThat(turns).isSorted().doesNotHaveDuplicates();
    assertThat(turns.getFirst()).isEqualTo(Duration.ofMillis(1500));
    assertThat(turns.getLast()).isLessThan(Duration.ofMillis(4500));
    // Whichever second of it one looks at.
    assertThat(turns.stream().filter(turn -> turn.toSeconds() == 2)).hasSizeBetween(600, 700);
  }

  @Test
  void withoutADelayAllGoAtOnce() {
    assertThat(farewell(Duration.ZERO).turn(1999, 2000)).isZero();
  }

  @Test
  void noTwoReadersNeedComeBackTogether() {
    var lot = new Random(1);
    var pauses = Stream.generate(() -> Farewell.pause(lot)).limit(2000).toList();
    assertThat(pauses)
        .allMatch(pause -> pause.compareTo(Duration.ofMillis(100)) >= 0)
        .allMatch(pause -> pause.compareTo(Duration.ofSeconds(1)) <= 0);
    assertThat(pauses.stream().distinct()).hasSizeGreaterThan(500);
  }

  private static Farewell farewell(Duration delay) {
    return new Farewell(delay, new SimpleMeterRegistry().counter("told"));
  }
}
