package com.ojeomneo.menu;

import static com.ojeomneo.schema.jooq.Tables.DISH_SALES;
import static com.ojeomneo.schema.jooq.Tables.DISH_SALES_ENTRIES;
import static com.ojeomneo.schema.jooq.Tables.MENUS;
import static com.ojeomneo.schema.jooq.Tables.STORES;
import static org.jooq.impl.DSL.deleteFrom;
import static org.jooq.impl.DSL.excluded;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.sum;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;

/**
 * The SQL of {@code dish_sales}: portions sold of each dish on the last business days. Triggers add
 * an entry in the transaction that pays or cancels an order; {@link #fold} adds the entries up.
 */
public final class DishSales {
  private static final int DAYS = 7;
  private static final String ALONE =
      "SELECT pg_try_advisory_xact_lock(hashtextextended('ojeomneo.dish-sales', 0))";

  private DishSales() {}

  /** The first of the business days that count. */
  public static LocalDate firstDay(Instant now) {
    return LocalDate.ofInstant(now, OpeningHours.SEOUL).minusDays(DAYS - 1);
  }

  /** Adds what orders entered since the last time, and forgets the days that no longer count. */
  public static void fold(DSLContext tx, Instant now) {
    if (!tx.fetchSingle(ALONE).get(0, boolean.class)) {
      return;
    }
    LocalDate since = firstDay(now);
    // One statement: an entry is counted when it is gone, and never twice.
    var taken =
        name("taken")
            .as(
                deleteFrom(DISH_SALES_ENTRIES)
                    .returning(
                        DISH_SALES_ENTRIES.MENU_ID,
                        DISH_SALES_ENTRIES.BUSINESS_DAY,
                        DISH_SALES_ENTRIES.PORTIONS));
    var menu = taken.field(DISH_SALES_ENTRIES.MENU_ID);
    var day = taken.field(DISH_SALES_ENTRIES.BUSINESS_DAY);
    var portions = sum(taken.field(DISH_SALES_ENTRIES.PORTIONS)).cast(Integer.class);
    tx.with(taken)
        .insertInto(DISH_SALES, DISH_SALES.MENU_ID, DISH_SALES.BUSINESS_DAY, DISH_SALES.PORTIONS)
        .select(select(menu, day, portions).from(taken).where(day.ge(since)).groupBy(menu, day))
        .onConflict(DISH_SALES.MENU_ID, DISH_SALES.BUSINESS_DAY)
        .doUpdate()
        .set(DISH_SALES.PORTIONS, DISH_SALES.PORTIONS.plus(excluded(DISH_SALES.PORTIONS)))
        .execute();
    tx.deleteFrom(DISH_SALES).where(DISH_SALES.BUSINESS_DAY.lt(since)).execute();
  }

  /** The dishes of which most were sold since this day, of those that are on a menu now. */
  static List<UUID> ranked(DSLContext sql, UUID storeId, LocalDate since, int limit) {
    return sql.select(MENUS.ID)
        .from(DISH_SALES)
        .join(MENUS)
        .on(MENUS.ID.eq(DISH_SALES.MENU_ID))
        .where(DISH_SALES.BUSINESS_DAY.ge(since))
        .and(MENUS.ACTIVE)
        .and(storeId == null ? noCondition() : MENUS.STORE_ID.eq(storeId))
        .and(MENUS.STORE_ID.in(select(STORES.ID).from(STORES).where(STORES.ACTIVE)))
        .groupBy(MENUS.ID)
        .having(sum(DISH_SALES.PORTIONS).gt(BigDecimal.ZERO))
        .orderBy(sum(DISH_SALES.PORTIONS).desc(), MENUS.ID)
        .limit(limit)
        .fetch(MENUS.ID);
  }
}
