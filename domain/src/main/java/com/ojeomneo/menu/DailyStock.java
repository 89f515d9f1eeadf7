package com.ojeomneo.menu;

import static com.ojeomneo.schema.jooq.Tables.DAILY_STOCK;
import static org.jooq.impl.DSL.any;

import com.ojeomneo.platform.cache.Expiring;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.DSLContext;

/** What is left of the day's portions, as far as lists show it. */
public final class DailyStock {
  private DailyStock() {}

  /**
   * The dishes whose portions of their shop's running business day are all sold. A closed shop has
   * no such day, and nothing of it is gone. Until one of the shops opens or closes.
   *
   * @param storeByMenu the dishes to look at, each with its shop
   */
  static Expiring<Set<UUID>> gone(DSLContext sql, Map<UUID, UUID> storeByMenu, Instant now) {
    if (storeByMenu.isEmpty()) {
      return Expiring.never(Set.of());
    }
    Map<UUID, Store> stores = Stores.byId(sql, Set.copyOf(storeByMenu.values()));
    var dayByStore = new HashMap<UUID, LocalDate>();
    stores.forEach(
        (id, store) -> store.sessionAt(now).ifPresent(on -> dayByStore.put(id, on.businessDay())));
    Instant until =
        stores.values().stream()
            .map(store -> store.hours().nextTurn(now))
            .min(Comparator.naturalOrder())
            .orElse(Instant.MAX);
    return new Expiring<>(soldOut(sql, storeByMenu, dayByStore), until);
  }

  /**
   * How many are left of each dish on its day; absent where none was sold or counted yet.
   *
   * @param dayByMenu the dishes to look at, each with a business day
   */
  public static Map<UUID, Integer> left(DSLContext sql, Map<UUID, LocalDate> dayByMenu) {
    return sql
        .selectFrom(DAILY_STOCK)
        .where(DAILY_STOCK.MENU_ID.eq(any(dayByMenu.keySet().toArray(UUID[]::new))))
        .and(DAILY_STOCK.BUSINESS_DAY.eq(any(dayByMenu.values().toArray(LocalDate[]::new))))
        .fetch()
        .stream()
        .filter(row -> row.getBusinessDay().equals(dayByMenu.get(row.getMenuId())))
        .collect(Collectors.toMap(row -> row.getMenuId(), row -> row.getRemaining()));
  }

  private static Set<UUID> soldOut(
      DSLContext sql, Map<UUID, UUID> storeByMenu, Map<UUID, LocalDate> dayByStore) {
    return sql
        .select(DAILY_STOCK.MENU_ID, DAILY_STOCK.BUSINESS_DAY)
        .from(DAILY_STOCK)
        .where(DAILY_STOCK.REMAINING.eq(0))
        .and(DAILY_STOCK.MENU_ID.eq(any(storeByMenu.keySet().toArray(UUID[]::new))))
        .and(DAILY_STOCK.BUSINESS_DAY.eq(any(dayByStore.values().toArray(LocalDate[]::new))))
        .fetch()
        .stream()
        .filter(row -> row.value2().equals(dayByStore.get(storeByMenu.get(row.value1()))))
        .map(row -> row.value1())
        .collect(Collectors.toSet());
  }
}
