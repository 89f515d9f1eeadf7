package com.ojeomneo.admin.counter;

import static com.ojeomneo.schema.jooq.Tables.MENUS;
import static com.ojeomneo.schema.jooq.Tables.MENU_CATEGORIES;

import com.ojeomneo.admin.counter.CounterMenu.Extra;
import com.ojeomneo.admin.counter.CounterMenu.Group;
import com.ojeomneo.admin.counter.CounterMenu.Offer;
import com.ojeomneo.admin.counter.CounterMenu.Place;
import com.ojeomneo.menu.DailyStock;
import com.ojeomneo.menu.Dish;
import com.ojeomneo.menu.Menus;
import com.ojeomneo.menu.Store;
import com.ojeomneo.menu.Stores;
import com.ojeomneo.order.Checkout;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.DSLContext;

/** Reads what a shop sells: by the code that will charge it. */
final class CounterMenus {
  private CounterMenus() {}

  private record Listed(UUID id, String category) {}

  static CounterMenu of(DSLContext sql, Store store, Instant now) {
    List<Listed> listed =
        sql.select(MENUS.ID, MENU_CATEGORIES.NAME)
            .from(MENUS)
            .join(MENU_CATEGORIES)
            .on(MENU_CATEGORIES.CODE.eq(MENUS.CATEGORY))
            .where(MENUS.STORE_ID.eq(store.id()), MENUS.ACTIVE.isTrue())
            .orderBy(MENU_CATEGORIES.POSITION, MENU_CATEGORIES.CODE, MENUS.NAME, MENUS.ID)
            .fetch(row -> new Listed(row.value1(), row.value2()));
    Map<UUID, Dish> dishes =
        Menus.forSale(sql, store.id(), listed.stream().map(Listed::id).toList());
    LocalDate day = store.dayOfStock(now);
    Map<UUID, Integer> left =
        DailyStock.left(
            sql,
            dishes.values().stream()
                .filter(dish -> dish.dailyLimit() != null)
                .collect(Collectors.toMap(Dish::id, _ -> day)));
    return new CounterMenu(
        store.id(),
        store.sessionAt(now).isPresent(),
        places(sql, store, now),
        listed.stream()
            .filter(each -> dishes.containsKey(each.id()))
            .map(each -> offer(dishes.get(each.id()), each.category(), left, now))
            .toList());
  }

  private static Offer offer(Dish dish, String category, Map<UUID, Integer> left, Instant now) {
    Integer remaining =
        dish.dailyLimit() == null ? null : left.getOrDefault(dish.id(), dish.dailyLimit());
    return new Offer(
        dish.id(),
        dish.name(),
        category,
        dish.price(),
        remaining,
        dish.soldOut() || Integer.valueOf(0).equals(remaining),
        dish.times().isOnSaleAt(now),
        dish.optionGroups().stream()
            .map(
                group ->
                    new Group(
                        group.id(),
                        group.name(),
                        group.minChoices(),
                        group.maxChoices(),
                        group.options().stream()
                            .map(o -> new Extra(o.id(), o.name(), o.price(), o.soldOut()))
                            .toList()))
            .toList());
  }

  private static List<Place> places(DSLContext sql, Store store, Instant now) {
    Map<Instant, Integer> taken =
        Stores.slotsTaken(sql, List.of(store.id()), now).getOrDefault(store.id(), Map.of());
    return Checkout.left(store, now).stream()
        .map(at -> new Place(at, Math.max(0, store.capacityAt(at) - taken.getOrDefault(at, 0))))
        .toList();
  }
}
