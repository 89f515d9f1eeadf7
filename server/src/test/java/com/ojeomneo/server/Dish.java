package com.ojeomneo.server;

import static com.ojeomneo.schema.jooq.Tables.DAILY_STOCK;
import static com.ojeomneo.schema.jooq.Tables.MENUS;
import static com.ojeomneo.schema.jooq.Tables.MENU_AVAILABILITY;
import static com.ojeomneo.schema.jooq.Tables.MENU_CATEGORIES;
import static com.ojeomneo.schema.jooq.Tables.MENU_PRICES;
import static com.ojeomneo.schema.jooq.Tables.OPTIONS;
import static com.ojeomneo.schema.jooq.Tables.OPTION_GROUPS;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Instant;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jooq.Field;

/** A dish of a {@link Shop}. */
public final class Dish {
  private final Shop shop;
  private final UUID id = UuidCreator.getTimeOrderedEpoch();
  private final Map<String, UUID> options = new LinkedHashMap<>();
  private int groups;

  Dish(Shop shop, String name, int price) {
    this.shop = shop;
    String category = category("korean", "한식");
    Shop.sql()
        .insertInto(MENUS)
        .set(MENUS.ID, id)
        .set(MENUS.STORE_ID, shop.id())
        .set(MENUS.CATEGORY, category)
        .set(MENUS.NAME, name)
        .set(MENUS.PRICE, price)
        .set(MENUS.CREATED_AT, Instant.now())
        .execute();
  }

  public UUID id() {
    return id;
  }

  public Shop shop() {
    return shop;
  }

  /** The id of the option with this name. */
  public UUID option(String name) {
    return options.get(name);
  }

  public Dish price(int won) {
    return with(MENUS.PRICE, won);
  }

  /** From this moment on, which is to come. */
  public Dish priceFrom(Instant moment, int won) {
    Shop.sql()
        .insertInto(MENU_PRICES)
        .set(MENU_PRICES.MENU_ID, id)
        .set(MENU_PRICES.EFFECTIVE_FROM, moment)
        .set(MENU_PRICES.PRICE, won)
        .execute();
    return this;
  }

  public Dish noPlannedPrices() {
    Shop.sql().deleteFrom(MENU_PRICES).where(MENU_PRICES.MENU_ID.eq(id)).execute();
    return this;
  }

  /** Never again in the hours to come: on the day after tomorrow only, at noon. */
  public Dish notSoldNow() {
    Shop.sql()
        .insertInto(MENU_AVAILABILITY)
        .set(MENU_AVAILABILITY.ID, UuidCreator.getTimeOrderedEpoch())
        .set(MENU_AVAILABILITY.MENU_ID, id)
        .set(
            MENU_AVAILABILITY.DAYS,
            new String[] {String.valueOf(Shop.now().plusDays(2).getDayOfWeek().getValue())})
        .set(MENU_AVAILABILITY.SELLS_FROM, LocalTime.parse("11:00"))
        .set(MENU_AVAILABILITY.SELLS_UNTIL, LocalTime.parse("14:00"))
        .set(MENU_AVAILABILITY.POSITION, 1)
        .execute();
    return this;
  }

  /** What the table of dishes says itself. */
  public Object column(String name) {
    return Shop.sql().selectFrom(MENUS).where(MENUS.ID.eq(id)).fetchSingle().get(name);
  }

  public Dish dailyLimit(int portions) {
    return with(MENUS.DAILY_LIMIT, portions);
  }

  public Dish soldOut() {
    return with(MENUS.SOLD_OUT, true);
  }

  /** Off the menu. */
  public Dish inactive() {
    return with(MENUS.ACTIVE, false);
  }

  /** With what its eaters must know. */
  public Dish contains(String origin, String... allergens) {
    return with(MENUS.ORIGIN, origin).with(MENUS.ALLERGENS, allergens);
  }

  /** With a picture of its own. */
  public Dish imageUrl(String url) {
    return with(MENUS.IMAGE_URL, url);
  }

  /** In a category of this code, made when there is none. */
  public Dish in(String code, String name) {
    return with(MENUS.CATEGORY, category(code, name));
  }

  /** Portions left on the business day of a shop that is open around the clock; today. */
  public Dish remaining(int portions) {
    Shop.sql()
        .insertInto(DAILY_STOCK)
        .set(DAILY_STOCK.MENU_ID, id)
        .set(DAILY_STOCK.BUSINESS_DAY, Shop.now().toLocalDate())
        .set(DAILY_STOCK.REMAINING, portions)
        .onDuplicateKeyUpdate()
        .set(DAILY_STOCK.REMAINING, portions)
        .execute();
    return this;
  }

  /** Adds a group of options, each with a name of its own on this dish. */
  public Dish withOptionGroup(int min, int max, Option... choices) {
    UUID group = UuidCreator.getTimeOrderedEpoch();
    Shop.sql()
        .insertInto(OPTION_GROUPS)
        .set(OPTION_GROUPS.ID, group)
        .set(OPTION_GROUPS.MENU_ID, id)
        .set(OPTION_GROUPS.NAME, "선택 " + (groups + 1))
        .set(OPTION_GROUPS.MIN_CHOICES, min)
        .set(OPTION_GROUPS.MAX_CHOICES, max)
        .set(OPTION_GROUPS.POSITION, groups++)
        .execute();
    for (Option choice : choices) {
      UUID option = UuidCreator.getTimeOrderedEpoch();
      Shop.sql()
          .insertInto(OPTIONS)
          .set(OPTIONS.ID, option)
          .set(OPTIONS.GROUP_ID, group)
          .set(OPTIONS.NAME, choice.name())
          .set(OPTIONS.PRICE, choice.price())
          .set(OPTIONS.SOLD_OUT, choice.soldOut())
          .set(OPTIONS.POSITION, options.size())
          .execute();
      options.put(choice.name(), option);
    }
    return this;
  }

  private <T> Dish with(Field<T> column, T value) {
    Shop.sql().update(MENUS).set(column, value).where(MENUS.ID.eq(id)).execute();
    return this;
  }

  private static String category(String code, String name) {
    Shop.sql()
        .insertInto(MENU_CATEGORIES)
        .set(MENU_CATEGORIES.CODE, code)
        .set(MENU_CATEGORIES.NAME, name)
        .set(MENU_CATEGORIES.POSITION, 1)
        .onConflictDoNothing()
        .execute();
    return code;
  }

  /** An option to be added to a dish. */
  public record Option(String name, int price, boolean soldOut) {
    public static Option of(String name, int price) {
      return new Option(name, price, false);
    }
  }
}
