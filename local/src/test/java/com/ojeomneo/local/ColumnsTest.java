package com.ojeomneo.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import org.junit.jupiter.api.Test;

class ColumnsTest {
  @Test
  void aHangulSyllableIsTwoColumnsWide() {
    assertThat(Columns.width("A17")).isEqualTo(3);
    assertThat(Columns.width("제육덮밥")).isEqualTo(8);
    assertThat(Columns.width("제육 ×2")).isEqualTo(7);
  }

  @Test
  void cellsAreAlignedWhateverTheirLanguage() {
    var lines =
        new Columns()
            .add("번호", "가게", "메뉴")
            .add("A17", "pokeday", "포케")
            .add("B02", "카츠", "")
            .lines();
    assertThat(lines)
        .containsExactly(
            "번호  가게     메뉴", //
            "A17   pokeday  포케",
            "B02   카츠     ");
  }

  @Test
  void decomposedHangulIsAsWideAsComposed() {
    String decomposed = Normalizer.normalize("점심", Normalizer.Form.NFD);
    assertThat(Columns.width(decomposed)).isEqualTo(4);
  }
}
