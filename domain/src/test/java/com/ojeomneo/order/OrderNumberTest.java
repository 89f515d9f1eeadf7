package com.ojeomneo.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrderNumberTest {
  @ParameterizedTest
  @CsvSource({
    "1, A01",
    "17, A17",
    "99, A99",
    "100, B01",
    "2574, Z99",
    "2575, A100",
    "3474, A999",
    "3475, B100",
    "25974, Z999"
  })
  void numbersAreCalledOutInThisOrder(int n, String number) {
    assertThat(OrderNumber.of(n)).isEqualTo(number);
  }

  @Test
  void noNumberIsCalledTwiceADay() {
    var seen = new HashSet<String>();
    for (int n = 1; n <= OrderNumber.A_DAY; n++) {
      String number = OrderNumber.of(n);
      assertThat(number).matches("[A-Z][0-9]{2,3}");
      assertThat(seen.add(number)).as(number).isTrue();
    }
  }

  @Test
  void thereIsNoNumberAfterTheLast() {
    assertThatThrownBy(() -> OrderNumber.of(OrderNumber.A_DAY + 1))
        .isInstanceOf(IllegalStateException.class);
  }
}
