package com.ojeomneo.admin.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ojeomneo.platform.problem.Problem;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** All time in years, a year in months, a month in days. */
class DateSpanTest {
  private static final LocalDate FIRST = LocalDate.of(2024, 11, 29);
  private static final LocalDate LAST = LocalDate.of(2026, 2, 3);

  @Test
  void allTimeHasTheYearsThatThereAre() {
    assertThat(DateSpan.of(null).parts(FIRST, LAST)).containsExactly("2024", "2025", "2026");
  }

  @Test
  void aYearHasItsMonthsFromTheFirstRowToTheLast() {
    assertThat(DateSpan.of("2024").parts(FIRST, LAST)).containsExactly("2024-11", "2024-12");
    assertThat(DateSpan.of("2025").parts(FIRST, LAST))
        .hasSize(12)
        .startsWith("2025-01")
        .endsWith("2025-12");
    assertThat(DateSpan.of("2026").parts(FIRST, LAST)).containsExactly("2026-01", "2026-02");
    assertThat(DateSpan.of("2027").parts(FIRST, LAST)).isEmpty();
    assertThat(DateSpan.of("2023").parts(FIRST, LAST)).isEmpty();
  }

  @Test
  void aMonthHasItsDays() {
    assertThat(DateSpan.of("2024-11").parts(FIRST, LAST))
        .containsExactly("2024-11-29", "2024-11-30");
    assertThat(DateSpan.of("2024-12").parts(FIRST, LAST)).hasSize(31);
    assertThat(DateSpan.of("2026-02").parts(FIRST, LAST))
        .containsExactly("2026-02-01", "2026-02-02", "2026-02-03");
  }

  @Test
  void aDayBeginsInSeoul() {
    assertThat(DateSpan.start(LocalDate.of(2026, 1, 1)))
        .isEqualTo(Instant.parse("2025-12-31T15:00:00Z"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "26", "2026-13", "2026-00", "2026-1", "2026-11-27", "9999", "x"})
  void anythingElseIsRefused(String within) {
    assertThatThrownBy(() -> DateSpan.of(within)).isInstanceOf(Problem.class);
  }
}
