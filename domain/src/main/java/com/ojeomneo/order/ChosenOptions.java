package com.ojeomneo.order;

import com.ojeomneo.menu.Choice;
import com.ojeomneo.menu.Dish;
import com.ojeomneo.menu.OptionGroup;
import com.ojeomneo.order.OrderView.Option;
import com.ojeomneo.platform.problem.Problem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** The rule of option groups: each between its minimum and maximum, each option once. */
final class ChosenOptions {
  private ChosenOptions() {}

  /**
   * @throws Problem 409 {@code OPTION_RULE} for a choice the dish does not allow, {@code SOLD_OUT}
   *     for one that is gone
   */
  static List<Option> of(Dish dish, List<UUID> chosen) {
    Set<UUID> left = new HashSet<>(chosen);
    if (left.size() != chosen.size()) {
      throw Problem.of(
          OrderProblem.OPTION_RULE,
          dish.name() + ": 같은 옵션을 두 번 골랐어요.",
          dish.name() + ": an option was chosen twice.");
    }
    var options = new ArrayList<Option>();
    for (OptionGroup group : dish.optionGroups()) {
      int count = 0;
      for (Choice option : group.options()) {
        if (left.remove(option.id())) {
          if (option.soldOut()) {
            throw Checkout.soldOut(option.name());
          }
          options.add(new Option(option.id(), option.name(), option.price()));
          count++;
        }
      }
      if (count < group.minChoices() || count > group.maxChoices()) {
        throw Problem.of(
            OrderProblem.OPTION_RULE,
            "%s: %s에서 %d~%d개를 골라 주세요."
                .formatted(dish.name(), group.name(), group.minChoices(), group.maxChoices()),
            "%s: choose %d to %d of %s."
                .formatted(dish.name(), group.minChoices(), group.maxChoices(), group.name()));
      }
    }
    if (!left.isEmpty()) {
      throw Problem.of(
          OrderProblem.OPTION_RULE,
          dish.name() + ": 없는 옵션을 골랐어요.",
          dish.name() + ": it has no such option.");
    }
    return options;
  }
}
