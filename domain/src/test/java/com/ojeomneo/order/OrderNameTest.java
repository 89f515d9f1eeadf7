package com.ojeomneo.order;

import static org.assertj.core.api.Assertions.assertThat;

import com.ojeomneo.money.Won;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class OrderNameTest {
  @Test
  void itNamesTheShopTheFirstDishAndHowManyFollow() {
    assertThat(OrderViews.name("김밥나라", List.of(item("라면")))).isEqualTo("김밥나라 · 라면");
    assertThat(OrderViews.name("김밥나라", List.of(item("라면"), item("김밥"))))
        .isEqualTo("김밥나라 · 라면 외 1건");
  }

  @Test
  void aLongOneIsCutBetweenCharacters() {
    for (int letters = 90; letters < 100; letters++) {
      String name = OrderViews.name("가".repeat(letters), List.of(item("🍜".repeat(10))));
      assertThat(name).hasSizeBetween(99, 100).endsWith("…");
      assertThat(StandardCharsets.UTF_8.newEncoder().canEncode(name)).as(name).isTrue();
    }
  }

  private static OrderView.Item item(String name) {
    return new OrderView.Item(UUID.randomUUID(), name, 1, new Won(9000), List.of(), new Won(9000));
  }
}
