package com.ojeomneo.server;

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

  static ZonedDateTime now() {
    return ZonedDateTime.now(SEOUL).truncatedTo(ChronoUnit.MINUTES);
  }

  static DSLContext sql() {
    return new Database(TestStack.owner()).sql();
  }
}
