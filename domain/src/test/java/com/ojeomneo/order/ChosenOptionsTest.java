package com.ojeomneo.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ojeomneo.menu.Choice;
import com.ojeomneo.menu.Dish;
import com.ojeomneo.menu.OptionGroup;
import com.ojeomneo.menu.SaleTimes;
import com.ojeomneo.money.Won;
import com.ojeomneo.platform.problem.Problem;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ChosenOptionsTest {
  private static final Choice RICE = choice("밥", false);
  private static final Choice NOODLES = choice("면", false);
  private static final Choice EGG = choice("계란", false);
  private static final Choice SEAWEED = choice("김", false);
  private static final Choice GONE = choice("두부", true);
  private static final Dish DISH =
      new Dish(
          UUID.randomUUID(),
          "비빔밥",
          new Won(9000),
          null,
          false,
          SaleTimes.ALWAYS,
          List.of(group(1, 1, RICE, NOODLES), group(0, 2, EGG, SEAWEED, GONE)));

  @Test
  void optionsComeInTheOrderOfTheMenu() {
    assertThat(ChosenOptions.of(DISH, ids(SEAWEED, EGG, NOODLES)))
        .extracting(OrderView.Option::name)
        .containsExactly("면", "계란", "김");
  }

  @Test
  void aDishWithoutOptionsIsOrderedWithoutThem() {
    var plain =
        new Dish(UUID.randomUUID(), "국", new Won(1000), null, false, SaleTimes.ALWAYS, List.of());
    assertThat(ChosenOptions.of(plain, List.of())).isEmpty();
    refused("OPTION_RULE", plain, RICE);
  }

  @Test
  void aGroupIsHeldToItsMinimum() {
    refused("OPTION_RULE", DISH);
    refused("OPTION_RULE", DISH, EGG);
  }

  @Test
  void aGroupIsHeldToItsMaximum() {
    refused("OPTION_RULE", DISH, RICE, NOODLES);
  }

  @Test
  void anOptionIsChosenOnce() {
    refused("OPTION_RULE", DISH, RICE, EGG, EGG);
  }

  @Test
  void anOptionOfAnotherDishIsRefused() {
    refused("OPTION_RULE", DISH, RICE, choice("치즈", false));
  }

  @Test
  void anOptionThatIsGoneIsSoldOut() {
    refused("SOLD_OUT", DISH, RICE, GONE);
  }

  private static void refused(String code, Dish dish, Choice... chosen) {
    assertThatThrownBy(() -> ChosenOptions.of(dish, ids(chosen)))
        .isInstanceOfSatisfying(
            Problem.class, problem -> assertThat(problem.code().name()).isEqualTo(code));
  }

  private static List<UUID> ids(Choice... chosen) {
    return Arrays.stream(chosen).map(Choice::id).toList();
  }

  private static Choice choice(String name, boolean soldOut) {
    return new Choice(UUID.randomUUID(), name, new Won(500), soldOut);
  }

  private static OptionGroup group(int min, int max, Choice... choices) {
    return new OptionGroup(UUID.randomUUID(), "선택", min, max, List.of(choices));
  }
}
