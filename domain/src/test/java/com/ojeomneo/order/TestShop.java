package com.ojeomneo.order;

import static com.ojeomneo.schema.jooq.Tables.MENUS;
import static com.ojeomneo.schema.jooq.Tables.MENU_AVAILABILITY;
import static com.ojeomneo.schema.jooq.Tables.MENU_CATEGORIES;
import static com.ojeomneo.schema.jooq.Tables.STAFF;
import static com.ojeomneo.schema.jooq.Tables.STORES;
import static com.ojeomneo.schema.jooq.Tables.STORE_CLOSURES;
import static com.ojeomneo.schema.jooq.Tables.STORE_DAYS;
import static com.ojeomneo.schema.jooq.Tables.STORE_DAY_HOURS;
import static com.ojeomneo.schema.jooq.Tables.STORE_HOURS;
import static com.ojeomneo.schema.jooq.Tables.USERS;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;

/** A shop of a test's own; takes its last order 30 minutes before it closes. */
public record TestShop(DSLContext sql, UUID id) {
  public static TestShop in(DSLContext sql) {
    UUID id = UuidCreator.getTimeOrderedEpoch();
    sql.insertInto(STORES)
        .set(STORES.ID, id)
        .set(STORES.NAME, "시험 가게")
        .set(STORES.CREATED_AT, Instant.EPOCH)
        .execute();
    sql.insertInto(MENU_CATEGORIES)
        .set(MENU_CATEGORIES.CODE, "korean")
        .set(MENU_CATEGORIES.NAME, "한식")
        .set(MENU_CATEGORIES.POSITION, 1)
        .onConflictDoNothing()
        .execute();
    return new TestShop(sql, id);
  }

  public static TestShop aroundTheClock(DSLContext sql) {
    TestShop shop = in(sql);
    var hours =
        sql.insertInto(
            STORE_HOURS,
            STORE_HOURS.STORE_ID,
            STORE_HOURS.DAY_OF_WEEK,
            STORE_HOURS.OPENS_AT,
            STORE_HOURS.CLOSES_AT);
    for (DayOfWeek day : DayOfWeek.values()) {
      hours =
          hours.values(shop.id(), (short) day.getValue(), LocalTime.MIDNIGHT, LocalTime.MIDNIGHT);
    }
    hours.execute();
    return shop;
  }

  public static UUID customer(DSLContext sql) {
    UUID id = UuidCreator.getTimeOrderedEpoch();
    sql.insertInto(USERS)
        .set(USERS.ID, id)
        .set(USERS.DISPLAY_NAME, "손님")
        .set(USERS.GUEST, true)
        .set(USERS.CREATED_AT, Instant.EPOCH)
        .execute();
    return id;
  }

  public TestShop open(DayOfWeek day, String from, String to) {
    sql.insertInto(STORE_HOURS)
        .set(STORE_HOURS.STORE_ID, id)
        .set(STORE_HOURS.DAY_OF_WEEK, (short) day.getValue())
        .set(STORE_HOURS.OPENS_AT, LocalTime.parse(from))
        .set(STORE_HOURS.CLOSES_AT, LocalTime.parse(to))
        .execute();
    return this;
  }

  public TestShop closedOn(LocalDate day) {
    sql.insertInto(STORE_CLOSURES)
        .set(STORE_CLOSURES.STORE_ID, id)
        .set(STORE_CLOSURES.FROM_DAY, day)
        .set(STORE_CLOSURES.TO_DAY, day)
        .execute();
    return this;
  }

  /**
   * Otherwise on one day; null is as usual.
   *
   * @param times opening and closing by turns; none for the usual hours
   */
  public TestShop specialDay(LocalDate day, Integer cutoff, Integer capacity, String... times) {
    UUID special = UuidCreator.getTimeOrderedEpoch();
    sql.insertInto(STORE_DAYS)
        .set(STORE_DAYS.ID, special)
        .set(STORE_DAYS.STORE_ID, id)
        .set(STORE_DAYS.DAY, day)
        .set(STORE_DAYS.CUTOFF_MINUTES, cutoff)
        .set(STORE_DAYS.SLOT_CAPACITY, capacity)
        .execute();
    for (int i = 0; i < times.length; i += 2) {
      sql.insertInto(STORE_DAY_HOURS)
          .set(STORE_DAY_HOURS.DAY_ID, special)
          .set(STORE_DAY_HOURS.OPENS_AT, LocalTime.parse(times[i]))
          .set(STORE_DAY_HOURS.CLOSES_AT, LocalTime.parse(times[i + 1]))
          .execute();
    }
    return this;
  }

  public TestShop noSpecialDays() {
    sql.deleteFrom(STORE_DAYS).where(STORE_DAYS.STORE_ID.eq(id)).execute();
    return this;
  }

  public TestShop slotCapacity(int orders) {
    return with(STORES.SLOT_CAPACITY, orders);
  }

  /** Somebody who works there. */
  public static UUID staff(DSLContext sql) {
    UUID id = UuidCreator.getTimeOrderedEpoch();
    sql.insertInto(STAFF)
        .set(STAFF.ID, id)
        .set(STAFF.EMAIL, id + "@shop.example")
        .set(STAFF.DISPLAY_NAME, "김직원")
        .set(STAFF.PASSWORD_HASH, "none")
        .set(STAFF.CREATED_AT, Instant.EPOCH)
        .execute();
    return id;
  }

  /**
   * @param dailyLimit portions a business day; null is unlimited
   */
  public UUID dish(Integer dailyLimit) {
    return dish(dailyLimit, 9000);
  }

  /**
   * @param dailyLimit portions a business day; null is unlimited
   * @param price KRW
   */
  public UUID dish(Integer dailyLimit, int price) {
    UUID dish = UuidCreator.getTimeOrderedEpoch();
    sql.insertInto(MENUS)
        .set(MENUS.ID, dish)
        .set(MENUS.STORE_ID, id)
        .set(MENUS.CATEGORY, "korean")
        .set(MENUS.NAME, "비빔밥")
        .set(MENUS.PRICE, price)
        .set(MENUS.DAILY_LIMIT, dailyLimit)
        .set(MENUS.CREATED_AT, Instant.EPOCH)
        .execute();
    return dish;
  }

  /**
   * Sold at these hours only.
   *
   * @param days as {@code 1,2}, 1 is Monday
   * @return the dish
   */
  public UUID soldAt(UUID dish, String days, String from, String until) {
    sql.insertInto(MENU_AVAILABILITY)
        .set(MENU_AVAILABILITY.ID, UuidCreator.getTimeOrderedEpoch())
        .set(MENU_AVAILABILITY.MENU_ID, dish)
        .set(MENU_AVAILABILITY.DAYS, days.split(","))
        .set(MENU_AVAILABILITY.SELLS_FROM, LocalTime.parse(from))
        .set(MENU_AVAILABILITY.SELLS_UNTIL, LocalTime.parse(until))
        .set(MENU_AVAILABILITY.POSITION, 1)
        .execute();
    return dish;
  }

  private <T> TestShop with(Field<T> column, T value) {
    sql.update(STORES).set(column, value).where(STORES.ID.eq(id)).execute();
    return this;
  }
}
