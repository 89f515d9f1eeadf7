package com.ojeomneo.admin.order;

import static com.ojeomneo.schema.jooq.Tables.MENUS;
import static com.ojeomneo.schema.jooq.Tables.MENU_CATEGORIES;
import static com.ojeomneo.schema.jooq.Tables.STORES;
import static com.ojeomneo.schema.jooq.Tables.STORE_HOURS;

import com.github.f4b6a3.uuid.UuidCreator;
import com.ojeomneo.admin.AdminStack;
import com.ojeomneo.platform.database.Database;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.util.UUID;
import org.jooq.DSLContext;

/** A shop of a test's own, open around the clock. */
record Restaurant(UUID id) {
  static final DSLContext OWNER = new Database(AdminStack.owner()).sql();

  static Restaurant open() {
    UUID id = UuidCreator.getTimeOrderedEpoch();
    OWNER
        .insertInto(STORES)
        .set(STORES.ID, id)
        .set(STORES.NAME, "시험 가게")
        .set(STORES.CREATED_AT, Instant.now())
        .execute();
    for (DayOfWeek day : DayOfWeek.values()) {
      OWNER
          .insertInto(STORE_HOURS)
          .set(STORE_HOURS.STORE_ID, id)
          .set(STORE_HOURS.DAY_OF_WEEK, (short) day.getValue())
          .set(STORE_HOURS.OPENS_AT, LocalTime.MIDNIGHT)
          .set(STORE_HOURS.CLOSES_AT, LocalTime.MIDNIGHT)
          .execute();
    }
    OWNER
        .insertInto(MENU_CATEGORIES)
        .set(MENU_CATEGORIES.CODE, "korean")
        .set(MENU_CATEGORIES.NAME, "한식")
        .set(MENU_CATEGORIES.POSITION, 1)
        .onConflictDoNothing()
        .execute();
    return new Restaurant(id);
  }

  /** Its business days begin at this time of day, and last until the next begins. */
  Restaurant turningAt(LocalTime time) {
    OWNER
        .update(STORE_HOURS)
        .set(STORE_HOURS.OPENS_AT, time)
        .set(STORE_HOURS.CLOSES_AT, time)
        .where(STORE_HOURS.STORE_ID.eq(id))
        .execute();
    return this;
  }

  UUID dish() {
    return dish("비빔밥", 9000, null);
  }

  /**
   * @param dailyLimit portions a business day; null is unlimited
   */
  UUID dish(String name, int price, Integer dailyLimit) {
    UUID dish = UuidCreator.getTimeOrderedEpoch();
    OWNER
        .insertInto(MENUS)
        .set(MENUS.ID, dish)
        .set(MENUS.STORE_ID, id)
        .set(MENUS.CATEGORY, "korean")
        .set(MENUS.NAME, name)
        .set(MENUS.PRICE, price)
        .set(MENUS.DAILY_LIMIT, dailyLimit)
        .set(MENUS.CREATED_AT, Instant.now())
        .execute();
    return dish;
  }
}
