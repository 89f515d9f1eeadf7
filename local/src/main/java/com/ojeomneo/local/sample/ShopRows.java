package com.ojeomneo.local.sample;

import static com.ojeomneo.schema.jooq.Tables.MENUS;
import static com.ojeomneo.schema.jooq.Tables.MENU_AVAILABILITY;
import static com.ojeomneo.schema.jooq.Tables.MENU_PRICES;
import static com.ojeomneo.schema.jooq.Tables.OPTIONS;
import static com.ojeomneo.schema.jooq.Tables.OPTION_GROUPS;
import static com.ojeomneo.schema.jooq.Tables.STORES;
import static com.ojeomneo.schema.jooq.Tables.STORE_CLOSURES;
import static com.ojeomneo.schema.jooq.Tables.STORE_HOURS;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.jooq.DSLContext;

/** Writes shops as rows. Ids are in the order of the files, which is the order of the lists. */
record ShopRows(DSLContext sql, Instant now) {
  private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");

  /**
   * @param picture name of its image
   */
  void add(Shop shop, String picture) {
    UUID id = UuidCreator.getTimeOrderedEpochPlus1();
    sql.insertInto(STORES)
        .set(STORES.ID, id)
        .set(STORES.NAME, shop.name())
        .set(STORES.DESCRIPTION, shop.description())
        .set(STORES.CUTOFF_MINUTES, shop.cutoffMinutes())
        .set(STORES.PREP_MINUTES, shop.prepMinutes())
        .set(STORES.SLOT_MINUTES, shop.slotMinutes())
        .set(STORES.SLOT_CAPACITY, shop.slotCapacity())
        .set(STORES.MAX_QUANTITY, shop.maxQuantity())
        .set(STORES.IMAGE, picture)
        .set(STORES.CREATED_AT, now)
        .execute();
    shop.hours().forEach(hours -> addHours(id, hours));
    shop.closures().forEach(closure -> addClosure(id, closure));
    shop.menus().forEach(dish -> addDish(id, shop, dish));
  }

  private void addHours(UUID store, Shop.Hours hours) {
    for (Short day : hours.days()) {
      for (Shop.Opening opening : hours.open()) {
        sql.insertInto(STORE_HOURS)
            .set(STORE_HOURS.STORE_ID, store)
            .set(STORE_HOURS.DAY_OF_WEEK, day)
            .set(STORE_HOURS.OPENS_AT, opening.opens())
            .set(STORE_HOURS.CLOSES_AT, opening.closes())
            .execute();
      }
    }
  }

  private void addClosure(UUID store, Shop.Closure closure) {
    sql.insertInto(STORE_CLOSURES)
        .set(STORE_CLOSURES.STORE_ID, store)
        .set(STORE_CLOSURES.FROM_DAY, closure.from())
        .set(STORE_CLOSURES.TO_DAY, closure.to())
        .set(STORE_CLOSURES.REASON, closure.reason())
        .execute();
  }

  private void addDish(UUID store, Shop shop, Shop.Dish dish) {
    UUID id = UuidCreator.getTimeOrderedEpochPlus1();
    sql.insertInto(MENUS)
        .set(MENUS.ID, id)
        .set(MENUS.STORE_ID, store)
        .set(MENUS.CATEGORY, dish.category())
        .set(MENUS.NAME, dish.name())
        .set(MENUS.DESCRIPTION, dish.description())
        .set(MENUS.PRICE, dish.price())
        .set(MENUS.TAGS, dish.tags().toArray(String[]::new))
        .set(MENUS.ALLERGENS, dish.allergens().stream().map(Enum::name).toArray(String[]::new))
        .set(MENUS.ORIGIN, dish.origin())
        .set(MENUS.DAILY_LIMIT, dish.dailyLimit())
        .set(MENUS.CREATED_AT, now)
        .execute();
    dish.soldAt().forEach(hours -> addTimes(id, hours));
    if (dish.nextPrice() != null) {
      addPrice(id, dish.nextPrice());
    }
    int position = 0;
    for (String group : dish.options()) {
      addGroup(id, shop.optionGroups().get(group), ++position);
    }
  }

  private void addTimes(UUID menu, Shop.Hours hours) {
    int position = 0;
    for (Shop.Opening opening : hours.open()) {
      sql.insertInto(MENU_AVAILABILITY)
          .set(MENU_AVAILABILITY.ID, UuidCreator.getTimeOrderedEpochPlus1())
          .set(MENU_AVAILABILITY.MENU_ID, menu)
          .set(
              MENU_AVAILABILITY.DAYS,
              hours.days().stream().map(String::valueOf).toArray(String[]::new))
          .set(MENU_AVAILABILITY.SELLS_FROM, opening.opens())
          .set(MENU_AVAILABILITY.SELLS_UNTIL, opening.closes())
          .set(MENU_AVAILABILITY.POSITION, ++position)
          .execute();
    }
  }

  private void addPrice(UUID menu, Shop.NextPrice next) {
    LocalDate day = LocalDate.ofInstant(now, SEOUL).plusDays(next.inDays());
    sql.insertInto(MENU_PRICES)
        .set(MENU_PRICES.MENU_ID, menu)
        .set(MENU_PRICES.EFFECTIVE_FROM, day.atStartOfDay(SEOUL).toInstant())
        .set(MENU_PRICES.PRICE, next.price())
        .execute();
  }

  private void addGroup(UUID menu, Shop.OptionGroup group, int position) {
    UUID id = UuidCreator.getTimeOrderedEpochPlus1();
    sql.insertInto(OPTION_GROUPS)
        .set(OPTION_GROUPS.ID, id)
        .set(OPTION_GROUPS.MENU_ID, menu)
        .set(OPTION_GROUPS.NAME, group.name())
        .set(OPTION_GROUPS.MIN_CHOICES, group.min())
        .set(OPTION_GROUPS.MAX_CHOICES, group.max())
        .set(OPTION_GROUPS.POSITION, position)
        .execute();
    int optionPosition = 0;
    for (var option : group.options().entrySet()) {
      sql.insertInto(OPTIONS)
          .set(OPTIONS.ID, UuidCreator.getTimeOrderedEpochPlus1())
          .set(OPTIONS.GROUP_ID, id)
          .set(OPTIONS.NAME, option.getKey())
          .set(OPTIONS.PRICE, option.getValue())
          .set(OPTIONS.POSITION, ++optionPosition)
          .execute();
    }
  }
}
