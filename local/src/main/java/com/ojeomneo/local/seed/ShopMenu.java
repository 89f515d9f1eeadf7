package com.ojeomneo.local.seed;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.ojeomneo.menu.Dish;
import com.ojeomneo.menu.MenuFilter;
import com.ojeomneo.menu.MenuItem;
import com.ojeomneo.menu.Menus;
import com.ojeomneo.menu.Store;
import com.ojeomneo.schema.jooq.enums.OrderStatus;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;

/**
 * A shop and what people order there.
 *
 * @param popularity how much of the demand it draws, beside the others
 * @param meals what an order begins with, dishes in demand several times
 * @param extras what comes with it
 * @param snapshots how its orders look, by what became of them
 */
record ShopMenu(
    Store store,
    byte[] name,
    double popularity,
    List<Servings> meals,
    List<Servings> extras,
    Map<OrderStatus, Snapshot> snapshots) {

  private static final Set<String> BESIDE = Set.of("side", "drink");
  private static final String IN_DEMAND = "인기";
  private static final int TIMES = 4;
  private static final int READERS = 2;

  /**
   * Reads those that sell meals on two connections: nearly all of it is code that runs for the
   * first time, and there is a second core.
   */
  static List<ShopMenu> all(
      DataSource database,
      List<Store> stores,
      RandomGenerator random,
      Instant now,
      ObjectMapper json)
      throws SQLException, InterruptedException {
    double[] popularity = random.doubles(stores.size(), 0.5, 1.5).toArray();
    var shops = new ShopMenu[stores.size()];
    try (var threads = Executors.newFixedThreadPool(READERS)) {
      var readers = new ArrayList<Callable<Void>>();
      for (int first = 0; first < READERS; first++) {
        int from = first;
        readers.add(
            () -> {
              try (var connection = database.getConnection()) {
                DSLContext sql = DSL.using(connection, SQLDialect.POSTGRES);
                for (int i = from; i < shops.length; i += READERS) {
                  shops[i] = read(sql, stores.get(i), popularity[i], now, json);
                }
                return null;
              }
            });
      }
      for (var reader : threads.invokeAll(readers)) {
        Writers.await(reader);
      }
    }
    return Stream.of(shops).filter(ShopMenu::sellsMeals).toList();
  }

  /** Without dishes of which only so many are sold a day: their portions are not counted here. */
  private static ShopMenu read(
      DSLContext sql, Store store, double popularity, Instant now, ObjectMapper json) {
    List<MenuItem> listed =
        Menus.list(sql, new MenuFilter(store.id(), null, null), null, Integer.MAX_VALUE, now)
            .value();
    var dishes = Menus.forSale(sql, store.id(), listed.stream().map(MenuItem::id).toList());
    var meals = new ArrayList<Servings>();
    var extras = new ArrayList<Servings>();
    for (MenuItem item : listed) {
      Dish dish = dishes.get(item.id());
      if (dish.dailyLimit() != null) {
        continue;
      }
      var servings = new Servings(store.id(), dish, json);
      (BESIDE.contains(item.category()) ? extras : meals).add(servings);
      for (int i = 1; i < TIMES && item.tags().contains(IN_DEMAND); i++) {
        meals.add(servings);
      }
    }
    var snapshots = new EnumMap<OrderStatus, Snapshot>(OrderStatus.class);
    for (OrderStatus outcome : SeededOrder.OUTCOMES) {
      snapshots.put(outcome, Snapshot.of(store, outcome, json));
    }
    return new ShopMenu(
        store,
        CopyBytes.utf8(store.name()),
        popularity,
        List.copyOf(meals),
        List.copyOf(extras),
        snapshots);
  }

  private boolean sellsMeals() {
    return !meals.isEmpty();
  }

  /**
   * One lunch; now and then with something beside it, or for two.
   *
   * @param first is told what has not been ordered before
   */
  List<Serving> basket(RandomGenerator random, Offers first) {
    Serving meal = any(meals, random).any(portions(random), random, first);
    boolean more = !extras.isEmpty() && random.nextDouble() < 0.2;
    return more ? List.of(meal, any(extras, random).any(1, random, first)) : List.of(meal);
  }

  private int portions(RandomGenerator random) {
    double draw = random.nextDouble();
    int wanted = draw < 0.86 ? 1 : draw < 0.96 ? 2 : 3;
    return Math.min(wanted, Math.max(1, store.maxQuantity() - 1));
  }

  private static Servings any(List<Servings> dishes, RandomGenerator random) {
    return dishes.get(random.nextInt(dishes.size()));
  }
}
