package com.ojeomneo.local.seed;

import com.ojeomneo.menu.Choice;
import com.ojeomneo.menu.Dish;
import com.ojeomneo.menu.MenuFilter;
import com.ojeomneo.menu.MenuItem;
import com.ojeomneo.menu.Menus;
import com.ojeomneo.menu.OptionGroup;
import com.ojeomneo.menu.Store;
import com.ojeomneo.money.Won;
import com.ojeomneo.order.OrderView.Item;
import com.ojeomneo.order.OrderView.Option;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.jooq.DSLContext;

/**
 * A shop and what people order there.
 *
 * @param popularity how much of the demand it draws, beside the others
 * @param meals what an order begins with, dishes in demand several times
 * @param extras what comes with it
 */
record ShopMenu(Store store, double popularity, List<Dish> meals, List<Dish> extras) {
  private static final Set<String> BESIDE = Set.of("side", "drink");
  private static final String IN_DEMAND = "인기";
  private static final int TIMES = 4;

  /** Without dishes of which only so many are sold a day: their portions are not counted here. */
  static ShopMenu read(DSLContext sql, Store store, double popularity, Instant now) {
    List<MenuItem> listed =
        Menus.list(sql, new MenuFilter(store.id(), null, null), null, Integer.MAX_VALUE, now)
            .value();
    var dishes = Menus.forSale(sql, store.id(), listed.stream().map(MenuItem::id).toList());
    var meals = new ArrayList<Dish>();
    var extras = new ArrayList<Dish>();
    for (MenuItem item : listed) {
      Dish dish = dishes.get(item.id());
      if (dish.dailyLimit() != null) {
        continue;
      }
      (BESIDE.contains(item.category()) ? extras : meals).add(dish);
      for (int i = 1; i < TIMES && item.tags().contains(IN_DEMAND); i++) {
        meals.add(dish);
      }
    }
    return new ShopMenu(store, popularity, List.copyOf(meals), List.copyOf(extras));
  }

  boolean sellsMeals() {
    return !meals.isEmpty();
  }

  /** One lunch; now and then with something beside it, or for two. */
  List<Item> basket(RandomGenerator random) {
    Item meal = item(any(meals, random), portions(random), random);
    boolean more = !extras.isEmpty() && random.nextDouble() < 0.2;
    return more ? List.of(meal, item(any(extras, random), 1, random)) : List.of(meal);
  }

  private int portions(RandomGenerator random) {
    double draw = random.nextDouble();
    int wanted = draw < 0.86 ? 1 : draw < 0.96 ? 2 : 3;
    return Math.min(wanted, Math.max(1, store.maxQuantity() - 1));
  }

  private static Item item(Dish dish, int quantity, RandomGenerator random) {
    List<Option> options = options(dish, random);
    Won each = options.stream().map(Option::price).reduce(dish.price(), Won::plus);
    return new Item(dish.id(), dish.name(), quantity, dish.price(), options, each.times(quantity));
  }

  /** What must be chosen, and sometimes one more of what may be. */
  private static List<Option> options(Dish dish, RandomGenerator random) {
    var chosen = new ArrayList<Option>();
    for (OptionGroup group : dish.optionGroups()) {
      boolean fancies = group.minChoices() == 0 && random.nextDouble() < 0.2;
      int wanted = fancies ? 1 : group.minChoices();
      int first = wanted == 0 ? 0 : random.nextInt(group.options().size());
      for (int i = 0; i < wanted; i++) {
        Choice choice = group.options().get((first + i) % group.options().size());
        chosen.add(new Option(choice.id(), choice.name(), choice.price()));
      }
    }
    return chosen;
  }

  private static Dish any(List<Dish> dishes, RandomGenerator random) {
    return dishes.get(random.nextInt(dishes.size()));
  }
}
