package com.ojeomneo.platform.json;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ForeignTextTest {
  @Test
  void whatIsPlainStaysAsItIs() {
    assertThat(ForeignText.line("한도를 넘었습니다 🍚")).isEqualTo("한도를 넘었습니다 🍚");
    assertThat(ForeignText.line(null)).isNull();
  }

  @Test
  void itCannotForgeALine() {
    assertThat(ForeignText.line("refused\n2026-11-26 ERROR\r\u2028\u0085\u001b[31m\u202e\ud83c"))
        .isEqualTo("refused?2026-11-26 ERROR????[31m??");
  }

  @Test
  void itHasAnEnd() {
    assertThat(ForeignText.line("길".repeat(1_000_000))).hasSize(200);
  }
}
