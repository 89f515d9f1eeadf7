package com.ojeomneo.menu;

import static com.ojeomneo.schema.jooq.Tables.DAILY_STOCK;
import static org.jooq.impl.DSL.any;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.DSLContext;

/** What is left of the day's portions, as far as lists show it. */
final class DailyStock {
  private DailyStock() {}

  /**
   * The dishes whose portions of their shop's running business day are all sold. A closed shop has
   * no such day, and nothing of it is gone.
   *
   * @param storeByMenu the dishes to look at, each with its shop
   */
  static Set<UUID> gone(DSLContext sql, Map<UUID, UUID> storeByMenu, Instant now) {
    if (storeByMenu.isEmpty()) {
      return Set.of();
    }
    var dayByStore = new HashMap<UUID, LocalDate>();
    Stores.byId(sql, Set.copyOf(storeByMenu.values()))
        .forEach(
            (id, store) ->
                store.sessionAt(now).ifPresent(on -> dayByStore.put(id, on.businessDay())));
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
