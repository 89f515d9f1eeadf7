package com.ojeomneo.menu;

import static com.ojeomneo.schema.jooq.Tables.DAILY_STOCK;
import static com.ojeomneo.schema.jooq.Tables.MENUS;

import com.ojeomneo.platform.database.Database;
import com.ojeomneo.platform.problem.Problem;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.jooq.DSLContext;

/**
 * Somebody counts what is left of the day's portions. It happens between two sales, never in the
 * middle of one: both go by the lock of the day's row.
 */
public final class StockTaking {
  private final Database database;
  private final Clock clock;

  public StockTaking(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * What the counting came to.
   *
   * @param day the business day that is on, or comes next
   */
  public record Counted(UUID menu, LocalDate day, int before, int after) {}

  /**
   * Sets how many are left; or, when it is known how many the person saw, moves it by the
   * difference, so that what was sold meanwhile stays sold.
   *
   * @param remaining 0 or more
   * @param seen null when it is not known
   * @param recorder writes it down in the same transaction
   * @throws Problem 404 for a dish that is not for sale, 409 {@code NO_DAILY_LIMIT} for one of
   *     which any number may be sold, 409 {@code STOCK_CHANGED} when more were sold meanwhile than
   *     the difference leaves
   */
  public Counted count(
      UUID menu, int remaining, Integer seen, BiConsumer<DSLContext, Counted> recorder) {
    return database.transaction(
        tx -> {
          var dish =
              tx.select(MENUS.STORE_ID, MENUS.DAILY_LIMIT)
                  .from(MENUS)
                  .where(MENUS.ID.eq(menu))
                  .and(MENUS.ACTIVE)
                  .fetchOptional()
                  .orElseThrow(Problem::notFound);
          if (dish.value2() == null) {
            throw Problem.of(MenuProblem.NO_DAILY_LIMIT);
          }
          Store store = Stores.find(tx, dish.value1()).orElseThrow(Problem::notFound);
          LocalDate day = store.dayOfStock(clock.instant());
          int before = lock(tx, menu, day, dish.value2());
          int after = seen == null ? remaining : before + remaining - seen;
          if (after < 0) {
            throw Problem.of(MenuProblem.STOCK_CHANGED);
          }
          tx.update(DAILY_STOCK)
              .set(DAILY_STOCK.REMAINING, after)
              .where(DAILY_STOCK.MENU_ID.eq(menu), DAILY_STOCK.BUSINESS_DAY.eq(day))
              .execute();
          var counted = new Counted(menu, day, before, after);
          recorder.accept(tx, counted);
          return counted;
        });
  }

  /** Makes the day's row as the first sale would; what is left by it, under its lock. */
  private static int lock(DSLContext tx, UUID menu, LocalDate day, int dailyLimit) {
    tx.insertInto(DAILY_STOCK)
        .set(DAILY_STOCK.MENU_ID, menu)
        .set(DAILY_STOCK.BUSINESS_DAY, day)
        .set(DAILY_STOCK.REMAINING, dailyLimit)
        .onConflictDoNothing()
        .execute();
    return tx.select(DAILY_STOCK.REMAINING)
        .from(DAILY_STOCK)
        .where(DAILY_STOCK.MENU_ID.eq(menu), DAILY_STOCK.BUSINESS_DAY.eq(day))
        .forUpdate()
        .fetchSingle()
        .value1();
  }
}
