package com.ojeomneo.admin.order;

import static com.ojeomneo.schema.jooq.Tables.MENUS;

import com.ojeomneo.menu.DailyStock;
import com.ojeomneo.menu.Store;
import com.ojeomneo.menu.Stores;
import com.ojeomneo.schema.jooq.tables.records.MenusRecord;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;

/** Reads dishes as kitchens need them: those that are for sale, and what is left of each. */
final class BoardMenus {
  private BoardMenus() {}

  static List<BoardMenu> list(DSLContext sql, Condition wanted, Instant now) {
    List<MenusRecord> menus =
        sql.selectFrom(MENUS)
            .where(MENUS.ACTIVE)
            .and(wanted)
            .orderBy(MENUS.STORE_ID, MENUS.CATEGORY, MENUS.NAME, MENUS.ID)
            .fetch();
    Map<UUID, Store> stores =
        Stores.byId(sql, menus.stream().map(MenusRecord::getStoreId).distinct().toList());
    Map<UUID, LocalDate> days =
        menus.stream()
            .filter(menu -> menu.getDailyLimit() != null)
            .filter(menu -> stores.containsKey(menu.getStoreId()))
            .collect(
                Collectors.toMap(
                    MenusRecord::getId, menu -> stores.get(menu.getStoreId()).dayOfStock(now)));
    Map<UUID, Integer> left = DailyStock.left(sql, days);
    return menus.stream()
        .filter(menu -> stores.containsKey(menu.getStoreId()))
        .map(menu -> of(menu, left.getOrDefault(menu.getId(), menu.getDailyLimit())))
        .toList();
  }

  private static BoardMenu of(MenusRecord menu, Integer remaining) {
    return new BoardMenu(
        menu.getId(),
        menu.getStoreId(),
        menu.getName(),
        menu.getCategory(),
        menu.getSoldOut(),
        menu.getDailyLimit(),
        menu.getDailyLimit() == null ? null : remaining);
  }
}
