package com.ojeomneo.local.seed;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.ojeomneo.menu.Choice;
import com.ojeomneo.menu.Dish;
import com.ojeomneo.menu.OptionGroup;
import com.ojeomneo.money.Won;
import com.ojeomneo.order.OrderView.Item;
import com.ojeomneo.order.OrderView.Option;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** The ways in which a dish is ordered; each is made when it is first asked for. */
final class Servings {
  private static final double FANCIED = 0.2;

  private final UUID store;
  private final Dish dish;
  private final ObjectMapper json;
  private final Map<Long, Serving> made = new HashMap<>();

  Servings(UUID store, Dish dish, ObjectMapper json) {
    this.store = store;
    this.dish = dish;
    this.json = json;
  }

  /**
   * With what must be chosen, and sometimes one more of what may be.
   *
   * @param first is told what has not been ordered before
   */
  Serving any(int quantity, RandomGenerator random, Offers first) {
    List<OptionGroup> groups = dish.optionGroups();
    long way = quantity;
    for (OptionGroup group : groups) {
      int choices = group.options().size();
      boolean nothing = choices == 0 || group.minChoices() == 0 && random.nextDouble() >= FANCIED;
      way = way * (choices + 1) + (nothing ? choices : random.nextInt(choices));
    }
    Serving serving = made.get(way);
    if (serving == null) {
      Item item = item(way);
      first.add(store, item);
      serving = Serving.of(item, json);
      made.put(way, serving);
    }
    return serving;
  }

  private Item item(long way) {
    var options = new ArrayList<Option>();
    long rest = way;
    for (OptionGroup group : dish.optionGroups().reversed()) {
      int choices = group.options().size();
      options.addAll(0, chosen(group, (int) (rest % (choices + 1))));
      rest /= choices + 1;
    }
    int quantity = (int) rest;
    Won each = options.stream().map(Option::price).reduce(dish.price(), Won::plus);
    return new Item(dish.id(), dish.name(), quantity, dish.price(), options, each.times(quantity));
  }

  /** From the first one on as many as must be; nothing after the last. */
  private static List<Option> chosen(OptionGroup group, int first) {
    var chosen = new ArrayList<Option>();
    int choices = group.options().size();
    for (int i = 0; first < choices && i < Math.max(1, group.minChoices()); i++) {
      Choice choice = group.options().get((first + i) % choices);
      chosen.add(new Option(choice.id(), choice.name(), choice.price()));
    }
    return chosen;
  }
}
