package com.ojeomneo.drills;

import static com.ojeomneo.schema.jooq.Tables.MENUS;
import static com.ojeomneo.schema.jooq.Tables.MENU_CATEGORIES;
import static com.ojeomneo.schema.jooq.Tables.OUTBOX;
import static com.ojeomneo.schema.jooq.Tables.STORES;
import static com.ojeomneo.schema.jooq.Tables.STORE_HOURS;

import com.ojeomneo.platform.database.Database;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jooq.DSLContext;

/** The shops of a drill: open whatever the time, short of what is good, with few places a slot. */
final class Shops {
  private static final String CATEGORY = "korean";
  private static final int SLOT_CAPACITY = 3;

  private final DSLContext sql;

  private Shops(DSLContext sql) {
    this.sql = sql;
  }

  record Shop(UUID id, List<UUID> dishes) {}

  /**
   * @param portions of each dish that runs out
   */
  static List<Shop> open(Database owner, int count, int portions) {
    var shops = new Shops(owner.sql());
    shops.addCategory();
    var all = new ArrayList<Shop>();
    for (int i = 1; i <= count; i++) {
      all.add(shops.add("훈련 식당 " + i, portions));
    }
    return all;
  }

  /**
   * Dishes that only one part of a drill knows of, in a shop of their own. No cache is told: each
   * would tell Redis of all of them whenever it comes back.
   */
  static List<UUID> dishes(Database owner, int count) {
    UUID shop = new Shops(owner.sql()).add("훈련 식당 0", 1).id();
    return owner.transaction(
        tx -> {
          var shops = new Shops(tx);
          var dishes =
              IntStream.range(0, count)
                  .mapToObj(i -> shops.addDish(shop, "반찬 " + i, 1_000, null))
                  .toList();
          tx.deleteFrom(OUTBOX).where(OUTBOX.TOPIC.eq("cache")).execute();
          return dishes;
        });
  }

  private void addCategory() {
    sql.insertInto(MENU_CATEGORIES)
        .set(MENU_CATEGORIES.CODE, CATEGORY)
        .set(MENU_CATEGORIES.NAME, "한식")
        .set(MENU_CATEGORIES.POSITION, 1)
        .execute();
  }

  private Shop add(String name, int portions) {
    UUID id = UUID.randomUUID();
    sql.insertInto(STORES)
        .set(STORES.ID, id)
        .set(STORES.NAME, name)
        .set(STORES.SLOT_CAPACITY, SLOT_CAPACITY)
        .set(STORES.CREATED_AT, Instant.now())
        .execute();
    for (DayOfWeek day : DayOfWeek.values()) {
      sql.insertInto(STORE_HOURS)
          .set(STORE_HOURS.STORE_ID, id)
          .set(STORE_HOURS.DAY_OF_WEEK, (short) day.getValue())
          .set(STORE_HOURS.OPENS_AT, LocalTime.MIDNIGHT)
          .set(STORE_HOURS.CLOSES_AT, LocalTime.MIDNIGHT)
          .execute();
    }
    return new Shop(
        id,
        List.of(
            addDish(id, "김치찌개", 9000, null),
            addDish(id, "한정 갈비탕", 13500, portions),
            addDish(id, "한정 육회비빔밥", 11000, portions / 2 + 1)));
  }

  private UUID addDish(UUID store, String name, int price, Integer dailyLimit) {
    UUID id = UUID.randomUUID();
    sql.insertInto(MENUS)
        .set(MENUS.ID, id)
        .set(MENUS.STORE_ID, store)
        .set(MENUS.CATEGORY, CATEGORY)
        .set(MENUS.NAME, name)
        .set(MENUS.PRICE, price)
        .set(MENUS.DAILY_LIMIT, dailyLimit)
        .set(MENUS.CREATED_AT, Instant.now())
        .execute();
    return id;
  }
}
