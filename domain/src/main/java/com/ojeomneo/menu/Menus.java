package com.ojeomneo.menu;

import static com.ojeomneo.schema.jooq.Tables.MENUS;
import static com.ojeomneo.schema.jooq.Tables.MENU_CATEGORIES;
import static com.ojeomneo.schema.jooq.Tables.STORES;
import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;

import com.ojeomneo.money.Won;
import com.ojeomneo.platform.cache.Expiring;
import com.ojeomneo.schema.jooq.tables.records.MenusRecord;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record7;
import org.jooq.ResultQuery;
import org.jooq.SelectConditionStep;
import org.jspecify.annotations.Nullable;

/** The SQL of dishes: only active ones of active shops are seen. */
public final class Menus {
  private Menus() {}

  /** In the order of their ids, those after {@code after}. */
  public static Expiring<List<MenuItem>> list(
      DSLContext sql, MenuFilter filter, UUID after, int limit, Instant now) {
    return items(sql, listed(sql, filter, after).orderBy(MENUS.ID).limit(limit), now);
  }

  public static Optional<Expiring<MenuDetail>> find(DSLContext sql, UUID id, Instant now) {
    var row = listed(sql, MenuFilter.ALL, null).and(MENUS.ID.eq(id));
    List<ListedDish> rows = row.fetch(mapping(ListedDish::new));
    if (rows.isEmpty()) {
      return Optional.empty();
    }
    MenusRecord menu = rows.getFirst().menu();
    return Optional.of(
        ListedDish.items(sql, rows, now)
            .map(
                items ->
                    new MenuDetail(
                        items.getFirst(),
                        OptionGroups.of(sql, List.of(id)).getOrDefault(id, List.of()),
                        Stream.of(menu.getAllergens()).map(Allergen::valueOf).toList(),
                        menu.getOrigin())));
  }

  /**
   * Those of which most portions were sold since this business day, most first; none that was not
   * sold.
   *
   * @param storeId of one shop, null for all
   */
  public static Expiring<List<MenuItem>> popular(
      DSLContext sql, UUID storeId, LocalDate since, int limit, Instant now) {
    return inOrder(sql, DishSales.ranked(sql, storeId, since, limit), now);
  }

  /** These dishes, in this order; those that are on no menu now are left out. */
  public static Expiring<List<MenuItem>> inOrder(DSLContext sql, List<UUID> ids, Instant now) {
    var rows = listed(sql, MenuFilter.ALL, null).and(MENUS.ID.eq(any(ids.toArray(UUID[]::new))));
    return items(sql, rows, now)
        .map(
            items ->
                items.stream()
                    .sorted(Comparator.comparingInt(item -> ids.indexOf(item.id())))
                    .toList());
  }

  public static List<MenuCategory> categories(DSLContext sql) {
    return sql.select(MENU_CATEGORIES.CODE, MENU_CATEGORIES.NAME, MENU_CATEGORIES.IMAGE)
        .from(MENU_CATEGORIES)
        .orderBy(MENU_CATEGORIES.POSITION, MENU_CATEGORIES.CODE)
        .fetch(row -> new MenuCategory(row.value1(), row.value2(), Images.url(row.value3())));
  }

  /** What an order may hold: the dishes of this shop as they are now; those it lacks are absent. */
  public static Map<UUID, Dish> forSale(DSLContext tx, UUID storeId, Collection<UUID> menuIds) {
    Map<UUID, List<OptionGroup>> groups = OptionGroups.of(tx, menuIds);
    return tx.select(MENUS, MenuPrices.PRICE_NOW, MenuAvailability.WINDOWS)
        .from(MENUS)
        .where(MENUS.ACTIVE)
        .and(MENUS.STORE_ID.eq(storeId))
        .and(MENUS.ID.eq(any(menuIds.toArray(UUID[]::new))))
        .fetchMap(
            row -> row.value1().getId(),
            row -> {
              MenusRecord menu = row.value1();
              return new Dish(
                  menu.getId(),
                  menu.getName(),
                  new Won(row.value2()),
                  menu.getDailyLimit(),
                  menu.getSoldOut(),
                  MenuAvailability.times(menu, row.value3()),
                  groups.getOrDefault(menu.getId(), List.of()));
            });
  }

  /**
   * What selling this dish would be like at a moment, past or to come; also of one that is on no
   * menu.
   *
   * @param at null for now
   */
  public static Optional<Sale> saleAt(DSLContext sql, UUID id, @Nullable Instant at, Instant now) {
    return sql.select(MENUS, MenuPrices.at(at), MenuPrices.after(at), MenuAvailability.WINDOWS)
        .from(MENUS)
        .where(MENUS.ID.eq(id))
        .fetchOptional(
            row -> {
              SaleTimes times = MenuAvailability.times(row.value1(), row.value4());
              return Sale.of(
                  times, at == null ? now : at, new Won(row.value2()), row.value3(), row.value1());
            });
  }

  private static Expiring<List<MenuItem>> items(
      DSLContext sql,
      ResultQuery<Record7<MenusRecord, String, String, Integer, Instant, Instant, List<SaleWindow>>>
          rows,
      Instant now) {
    return ListedDish.items(sql, rows.fetch(mapping(ListedDish::new)), now);
  }

  private static SelectConditionStep<
          Record7<MenusRecord, String, String, Integer, Instant, Instant, List<SaleWindow>>>
      listed(DSLContext sql, MenuFilter filter, UUID after) {
    return sql.select(
            MENUS,
            MENU_CATEGORIES.NAME,
            MENU_CATEGORIES.IMAGE,
            MenuPrices.PRICE_NOW,
            MenuPrices.NEXT,
            MenuPrices.MOMENT,
            MenuAvailability.WINDOWS)
        .from(MENUS)
        .join(MENU_CATEGORIES)
        .on(MENU_CATEGORIES.CODE.eq(MENUS.CATEGORY))
        .where(MENUS.ACTIVE)
        .and(MENUS.STORE_ID.in(select(STORES.ID).from(STORES).where(STORES.ACTIVE)))
        .and(after == null ? noCondition() : MENUS.ID.gt(after))
        .and(matches(filter));
  }

  private static Condition matches(MenuFilter filter) {
    Condition wanted = noCondition();
    if (filter.storeId() != null) {
      wanted = wanted.and(MENUS.STORE_ID.eq(filter.storeId()));
    }
    if (filter.category() != null) {
      wanted = wanted.and(MENUS.CATEGORY.eq(filter.category()));
    }
    if (filter.text() != null) {
      // The very expression of the index menus_name_search.
      wanted =
          wanted.and(condition("normalize({0}, NFD) ILIKE {1}", MENUS.NAME, val(filter.pattern())));
    }
    return wanted;
  }
}
