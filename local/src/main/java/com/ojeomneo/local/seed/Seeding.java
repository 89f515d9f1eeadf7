package com.ojeomneo.local.seed;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.ojeomneo.local.seed.Demand.Wave;
import com.ojeomneo.menu.DishSales;
import com.ojeomneo.menu.Store;
import com.ojeomneo.menu.Stores;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntConsumer;
import java.util.random.RandomGenerator;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.conf.Settings;
import org.jooq.impl.DSL;

/**
 * Fills the past with orders. Numbers are reserved before the first order is written, each batch of
 * orders is one transaction: an interrupted run leaves whole orders, and gaps in the numbers, which
 * nothing minds.
 */
public final class Seeding {
  /** Most orders in one transaction. */
  public static final int BATCH = 10_000;

  private static final Duration LONGEST_ORDER = Duration.ofHours(3);

  private final DataSource superuser;
  private final ObjectMapper json;
  private final Clock clock;

  /**
   * @param superuser who alone may keep the foreign keys from being checked row by row
   * @param json writes orders as the Server does
   */
  public Seeding(DataSource superuser, ObjectMapper json, Clock clock) {
    this.superuser = superuser;
    this.json = json;
    this.clock = clock;
  }

  /**
   * @param days how many days before today they are spread over
   * @param seed the same seed on the same data orders the same lunches
   * @param passwordHash with whose password the new customers log in
   */
  public record Wish(int orders, int days, long seed, String passwordHash) {}

  /**
   * @param firstCustomer e-mail address of one of the new customers, with orders
   * @param planned when to order what, numbers and customers included
   */
  public record Result(
      int customers, String firstCustomer, Duration planned, Duration written, Duration analyzed) {}

  /** More orders than the days have numbers for. */
  public static final class DoesNotFit extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DoesNotFit(String message) {
      super(message);
    }
  }

  /**
   * @param progress is told how many orders are written so far
   * @throws DoesNotFit and writes nothing, when no shop takes so many orders in that time
   */
  public Result run(Wish wish, IntConsumer progress) throws SQLException, InterruptedException {
    Instant began = clock.instant();
    var random = new SplittableRandom(wish.seed());
    try (Connection connection = superuser.getConnection()) {
      DSLContext sql = DSL.using(connection, SQLDialect.POSTGRES, new Settings());
      LocalDate today = LocalDate.ofInstant(began, Demand.SEOUL);
      Instant from = today.minusDays(wish.days()).atStartOfDay(Demand.SEOUL).toInstant();
      List<Store> stores = Stores.list(sql, null, Integer.MAX_VALUE);
      List<ShopMenu> shops = ShopMenu.all(superuser, stores, random, began, json);
      List<Wave> waves = waves(shops, wish, from, random);
      Numbers numbers = Numbers.reserve(connection, waves);
      var customers = Customers.draw(sql, wish.orders(), wish.passwordHash(), from, random);
      Instant planned = clock.instant();
      try (var writers = new Writers(superuser, progress)) {
        new Past(numbers, customers, Note.all(json), random).write(waves, writers);
        writers.finish();
        Instant written = clock.instant();
        sql.execute("SELECT recount_dish_sales(?)", DishSales.firstDay(began));
        writers.analyze();
        return new Result(
            customers.count(),
            customers.first(),
            Duration.between(began, planned),
            Duration.between(planned, written),
            Duration.between(written, clock.instant()));
      }
    }
  }

  private List<Wave> waves(List<ShopMenu> shops, Wish wish, Instant from, RandomGenerator random) {
    Instant now = clock.instant();
    LocalDate today = LocalDate.ofInstant(now, Demand.SEOUL);
    Instant midnight = today.atStartOfDay(Demand.SEOUL).toInstant();
    // Right after midnight the last orders of yesterday could not be over yet.
    Instant over = now.minus(LONGEST_ORDER);
    List<Wave> waves =
        new Demand(shops, random)
            .spread(wish.orders(), from, over.isBefore(midnight) ? over : midnight);
    if (waves.isEmpty()) {
      throw new DoesNotFit("이 기간에 문을 연 가게가 없습니다 · no shop takes orders in these days");
    }
    return waves;
  }
}
