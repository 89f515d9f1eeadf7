package com.ojeomneo.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

class WonTest {
  private static final Won MOST = new Won(Integer.MAX_VALUE);

  @Test
  void moneyIsAddedAndMultiplied() {
    assertThat(new Won(9000).plus(new Won(500)).times(2)).isEqualTo(new Won(19_000));
    assertThat(new Won(9000).minus(new Won(9000))).isEqualTo(Won.ZERO);
    assertThat(new Won(9000)).isGreaterThan(new Won(8999));
  }

  @Test
  void moneyIsNeverNegative() {
    assertThatThrownBy(() -> new Won(-1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Won.ZERO.minus(new Won(1)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void moneyDoesNotOverflow() {
    assertThatThrownBy(() -> MOST.plus(new Won(1))).isInstanceOf(ArithmeticException.class);
    assertThatThrownBy(() -> MOST.times(2)).isInstanceOf(ArithmeticException.class);
  }

  @Test
  void moneyIsAPlainIntegerInJson() throws JsonProcessingException {
    var json = new ObjectMapper();
    assertThat(json.writeValueAsString(new Won(9000))).isEqualTo("9000");
    assertThat(json.readValue("9000", Won.class)).isEqualTo(new Won(9000));
  }
}
