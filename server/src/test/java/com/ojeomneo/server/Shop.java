package com.ojeomneo.server;

import static com.ojeomneo.schema.jooq.Tables.DAILY_STOCK;
import static com.ojeomneo.schema.jooq.Tables.MENUS;
import static com.ojeomneo.schema.jooq.Tables.MENU_AVAILABILITY;
import static com.ojeomneo.schema.jooq.Tables.MENU_CATEGORIES;
import static com.ojeomneo.schema.jooq.Tables.MENU_PRICES;
import static com.ojeomneo.schema.jooq.Tables.OPTIONS;
import static com.ojeomneo.schema.jooq.Tables.OPTION_GROUPS;
import static com.ojeomneo.schema.jooq.Tables.STORES;
import static com.ojeomneo.schema.jooq.Tables.STORE_DAYS;
import static com.ojeomneo.schema.jooq.Tables.STORE_DAY_HOURS;
import static com.ojeomneo.schema.jooq.Tables.STORE_HOURS;

import com.github.f4b6a3.uuid.UuidCreator;
import com.ojeomneo.platform.database.Database;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;

/**
 * A shop of a test's own, written as the owner of the tables. Each call takes effect at once, so a
 * test may also change the shop after its customers have seen it.
 */
public final class Shop {
  private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");
  private static final LocalTime MIDNIGHT = LocalTime.MIDNIGHT;

  private final UUID id = UuidCreator.getTimeOrderedEpoch();
  private final String name = "시험 가게 " + id.toString().substring(24);

  private Shop() {}

  /** Open around the clock, with room for everyone. */
  public static Shop open() {
    var shop = new Shop();
    sql()
        .insertInto(STORES)
        .set(STORES.ID, shop.id)
        .set(STORES.NAME, shop.name)
        .set(STORES.DESCRIPTION, "점심 한 끼")
        .set(STORES.CREATED_AT, Instant.now())
        .execute();
    for (DayOfWeek day : DayOfWeek.values()) {
      shop.hours(day, MIDNIGHT, MIDNIGHT);
    }
    return shop;
  }

  public UUID id() {
    return id;
  }

  public String name() {
    return name;
  }

  /** Opens in about two hours. */
  public Shop closed() {
    ZonedDateTime opening = now().plusHours(2);
    return hoursFrom(opening, opening.plusHours(1));
  }

  /** Open for an hour more, but the last order was long ago. */
  public Shop pastCutoff() {
    hoursFrom(now().minusHours(1), now().plusHours(1));
    return with(STORES.CUTOFF_MINUTES, 1440);
  }

  public Shop paused() {
    return with(STORES.PAUSED, true);
  }

  /** Gone from every list. */
  public Shop inactive() {
    return with(STORES.ACTIVE, false);
  }

  public Shop slotCapacity(int orders) {
    return with(STORES.SLOT_CAPACITY, orders);
  }

  /**
   * Otherwise on one day; null is as usual.
   *
   * @param times opening and closing by turns; none for the usual hours
   */
  public Shop specialDay(LocalDate day, Integer cutoff, Integer capacity, String... times) {
    UUID special = UuidCreator.getTimeOrderedEpoch();
    sql()
        .insertInto(STORE_DAYS)
        .set(STORE_DAYS.ID, special)
        .set(STORE_DAYS.STORE_ID, id)
        .set(STORE_DAYS.DAY, day)
        .set(STORE_DAYS.CUTOFF_MINUTES, cutoff)
        .set(STORE_DAYS.SLOT_CAPACITY, capacity)
        .execute();
    for (int i = 0; i < times.length; i += 2) {
      sql()
          .insertInto(STORE_DAY_HOURS)
          .set(STORE_DAY_HOURS.DAY_ID, special)
          .set(STORE_DAY_HOURS.OPENS_AT, LocalTime.parse(times[i]))
          .set(STORE_DAY_HOURS.CLOSES_AT, LocalTime.parse(times[i + 1]))
          .execute();
    }
    return this;
  }

  public Shop maxQuantity(int portions) {
    return with(STORES.MAX_QUANTITY, portions);
  }

  /** The only opening of its week. */
  public Shop hoursFrom(ZonedDateTime opens, ZonedDateTime closes) {
    sql().deleteFrom(STORE_HOURS).where(STORE_HOURS.STORE_ID.eq(id)).execute();
    return hours(opens.getDayOfWeek(), opens.toLocalTime(), closes.toLocalTime());
  }

  /** With this picture. */
  public Shop image(String sha256) {
    return with(STORES.IMAGE, sha256);
  }

  public Dish dish(String name, int price) {
    return new Dish(this, name, price);
  }

  private Shop hours(DayOfWeek day, LocalTime opens, LocalTime closes) {
    sql()
        .insertInto(STORE_HOURS)
        .set(STORE_HOURS.STORE_ID, id)
        .set(STORE_HOURS.DAY_OF_WEEK, (short) day.getValue())
        .set(STORE_HOURS.OPENS_AT, opens)
        .set(STORE_HOURS.CLOSES_AT, closes)
        .execute();
    return this;
  }

  private <T> Shop with(Field<T> column, T value) {
    sql().update(STORES).set(column, value).where(STORES.ID.eq(id)).execute();
    return this;
  }

  private static ZonedDateTime now() {
    return ZonedDateTime.now(SEOUL).truncatedTo(ChronoUnit.MINUTES);
  }

  private static DSLContext sql() {
    return new Database(TestStack.owner()).sql();
  }

  /** A dish of the shop. */
  public static final class Dish {
    private final Shop shop;
    private final UUID id = UuidCreator.getTimeOrderedEpoch();
    private final Map<String, UUID> options = new LinkedHashMap<>();
    private int groups;

    private Dish(Shop shop, String name, int price) {
      this.shop = shop;
      String category = category("korean", "한식");
      sql()
          .insertInto(MENUS)
          .set(MENUS.ID, id)
          .set(MENUS.STORE_ID, shop.id)
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
      sql()
          .insertInto(MENU_PRICES)
          .set(MENU_PRICES.MENU_ID, id)
          .set(MENU_PRICES.EFFECTIVE_FROM, moment)
          .set(MENU_PRICES.PRICE, won)
          .execute();
      return this;
    }

    public Dish noPlannedPrices() {
      sql().deleteFrom(MENU_PRICES).where(MENU_PRICES.MENU_ID.eq(id)).execute();
      return this;
    }

    /** Never again in the hours to come: on the day after tomorrow only, at noon. */
    public Dish notSoldNow() {
      sql()
          .insertInto(MENU_AVAILABILITY)
          .set(MENU_AVAILABILITY.ID, UuidCreator.getTimeOrderedEpoch())
          .set(MENU_AVAILABILITY.MENU_ID, id)
          .set(
              MENU_AVAILABILITY.DAYS,
              new String[] {String.valueOf(now().plusDays(2).getDayOfWeek().getValue())})
          .set(MENU_AVAILABILITY.SELLS_FROM, LocalTime.parse("11:00"))
          .set(MENU_AVAILABILITY.SELLS_UNTIL, LocalTime.parse("14:00"))
          .set(MENU_AVAILABILITY.POSITION, 1)
          .execute();
      return this;
    }

    /** What the table of dishes says itself. */
    public Object column(String name) {
      return sql().selectFrom(MENUS).where(MENUS.ID.eq(id)).fetchSingle().get(name);
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
      sql()
          .insertInto(DAILY_STOCK)
          .set(DAILY_STOCK.MENU_ID, id)
          .set(DAILY_STOCK.BUSINESS_DAY, now().toLocalDate())
          .set(DAILY_STOCK.REMAINING, portions)
          .onDuplicateKeyUpdate()
          .set(DAILY_STOCK.REMAINING, portions)
          .execute();
      return this;
    }

    /** Adds a group of options, each with a name of its own on this dish. */
    public Dish withOptionGroup(int min, int max, Option... choices) {
      UUID group = UuidCreator.getTimeOrderedEpoch();
      sql()
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
        sql()
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
      sql().update(MENUS).set(column, value).where(MENUS.ID.eq(id)).execute();
      return this;
    }

    private static String category(String code, String name) {
      sql()
          .insertInto(MENU_CATEGORIES)
          .set(MENU_CATEGORIES.CODE, code)
          .set(MENU_CATEGORIES.NAME, name)
          .set(MENU_CATEGORIES.POSITION, 1)
          .onConflictDoNothing()
          .execute();
      return code;
    }
  }

  /** An option to be added to a dish. */
  public record Option(String name, int price, boolean soldOut) {
    public static Option of(String name, int price) {
      return new Option(name, price, false);
    }
  }
}
