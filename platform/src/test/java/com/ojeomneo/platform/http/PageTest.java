package com.ojeomneo.platform.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ojeomneo.platform.problem.Problem;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageTest {
  private final List<UUID> rows = Stream.generate(UUID::randomUUID).limit(3).toList();

  @Test
  void theCursorLeadsToTheLastItemOfThePage() {
    var page = Page.of(rows, 2, Function.identity());
    assertThat(page.items()).isEqualTo(rows.subList(0, 2));
    assertThat(Page.after(page.nextCursor())).isEqualTo(rows.get(1));
  }

  @Test
  void theLastPageHasNoCursor() {
    assertThat(Page.of(rows, 3, Function.identity()).nextCursor()).isNull();
    assertThat(Page.of(List.of(), 3, Function.<UUID>identity()).nextCursor()).isNull();
  }

  @Test
  void withoutACursorThePageIsTheFirst() {
    assertThat(Page.after(null)).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "AAAA", "AAAAAAAAAAAAAAAAAAAAAAA=", "가", "../../etc/passwd"})
  void aCursorThatIsNotOursIsRefused(String cursor) {
    assertThatThrownBy(() -> Page.after(cursor)).isInstanceOf(Problem.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "101", "-1", "1.5", "x", "", "١", "99999999999"})
  void aLimitOutsideOf1To100IsRefused(String limit) {
    assertThatThrownBy(() -> Page.limit(limit)).isInstanceOf(Problem.class);
  }

  @Test
  void withoutALimitItIs20() {
    assertThat(Page.limit(null)).isEqualTo(20);
    assertThat(Page.limit("1")).isEqualTo(1);
    assertThat(Page.limit("100")).isEqualTo(100);
  }
}
