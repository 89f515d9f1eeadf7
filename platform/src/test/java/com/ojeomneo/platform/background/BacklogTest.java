package com.ojeomneo.platform.background;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class BacklogTest {
  private static final Instant NOW = Instant.parse("2026-11-26T03:00:00Z");

  @Test
  void itIsAsOldAsTheFirstThatWaits() {
    assertThat(Backlog.age(NOW.minusMillis(90_900), NOW)).isEqualTo(90);
    assertThat(Backlog.age(null, NOW)).isZero();
    assertThat(Backlog.age(NOW.plusSeconds(5), NOW)).isZero();
  }
}
