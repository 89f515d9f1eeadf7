package com.ojeomneo.local.seed;

import static com.ojeomneo.schema.jooq.Tables.ORDER_COUNTERS;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.f4b6a3.uuid.UuidCreator;
import com.ojeomneo.local.seed.Demand.Wave;
import com.ojeomneo.menu.Store;
import com.ojeomneo.menu.Stores;
import com.ojeomneo.order.OrderNumber;
import com.ojeomneo.schema.jooq.enums.OrderStatus;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.function.IntConsumer;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.conf.Settings;
import org.jooq.impl.DSL;

/**
 * Fills the past with orders. Numbers are reserved and customers added before the first order is
 * written, each batch of orders is one transaction: an interrupted run leaves whole orders, and
 * gaps in the numbers, which nothing minds.
 */
public final class Seeding {
  /** Orders in one transaction. */
  public static final int BATCH = 5000;

  private static final double CANCELLED = 0.03;
  private static final double EXPIRED = 0.015;
  private static final double NOTED = 0.08;
  private static final Duration LONGEST_ORDER = Duration.ofHours(3);
  private static final List<String> NOTES =
      List.of("덜 맵게 해 주세요", "국물은 따로 담아 주세요", "수저는 빼 주세요", "일회용품은 괜찮아요");

  private final DataSource superuser;
  private final ObjectMapper json;
  private final Clock clock;

  /**
   * @param superuser who alone may leave the foreign keys to {@link ForeignKeys}
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
  public Result run(Wish wish, IntConsumer progress)
      throws SQLException, IOException, InterruptedException {
    Instant began = clock.instant();
    var random = new SplittableRandom(wish.seed());
    try (Connection connection = superuser.getConnection()) {
      DSLContext sql = DSL.using(connection, SQLDialect.POSTGRES, new Settings());
      LocalDate today = LocalDate.ofInstant(began, Demand.SEOUL);
      Instant from = today.minusDays(wish.days()).atStartOfDay(Demand.SEOUL).toInstant();
      List<Wave> waves = waves(sql, wish, from, random);
      Map<ShopDay, Integer> numbers = reserveNumbers(sql, waves);
      var customers = Customers.draw(sql, wish.orders(), random);
      customers.add(connection, wish.passwordHash(), from);
      Instant planned = clock.instant();
      try (var writers = new Writers(superuser, json, progress)) {
        write(waves, numbers, customers, random, writers);
      }
      Instant written = clock.instant();
      for (String table : OrderRows.TABLES) {
        sql.execute("ANALYZE {0}", DSL.name(table));
      }
      return new Result(
          customers.count(),
          customers.email(0),
          Duration.between(began, planned),
          Duration.between(planned, written),
          Duration.between(written, clock.instant()));
    }
  }

  private record ShopDay(UUID shop, LocalDate day) {
    static ShopDay of(Wave wave) {
      return new ShopDay(wave.shop().store().id(), wave.businessDay());
    }
  }

  private List<Wave> waves(DSLContext sql, Wish wish, Instant from, RandomGenerator random) {
    Instant now = clock.instant();
    LocalDate today = LocalDate.ofInstant(now, Demand.SEOUL);
    Instant midnight = today.atStartOfDay(Demand.SEOUL).toInstant();
    // Right after midnight the last orders of yesterday could not be over yet.
    Instant over = now.minus(LONGEST_ORDER);
    var shops = new ArrayList<ShopMenu>();
    for (Store store : Stores.list(sql, null, Integer.MAX_VALUE)) {
      ShopMenu shop = ShopMenu.read(sql, store, random.nextDouble(0.5, 1.5), now);
      if (shop.sellsMeals()) {
        shops.add(shop);
      }
    }
    List<Wave> waves =
        new Demand(shops, random)
            .spread(wish.orders(), from, over.isBefore(midnight) ? over : midnight);
    if (waves.isEmpty()) {
      throw new DoesNotFit("이 기간에 문을 연 가게가 없습니다 · no shop takes orders in these days");
    }
    return waves;
  }

  /** All of a shop's day at once, behind those of real orders; the first number of each. */
  private static Map<ShopDay, Integer> reserveNumbers(DSLContext sql, List<Wave> waves) {
    Map<ShopDay, Integer> wanted = new LinkedHashMap<>();
    waves.forEach(wave -> wanted.merge(ShopDay.of(wave), wave.orders(), Integer::sum));
    return sql.transactionResult(
        transaction -> {
          var first = new LinkedHashMap<ShopDay, Integer>();
          for (var one : wanted.entrySet()) {
            int last = reserve(transaction.dsl(), one.getKey(), one.getValue());
            if (last > OrderNumber.A_DAY) {
              throw new DoesNotFit(
                  "하루 주문 번호(%,d개)가 모자랍니다, --days를 늘리세요 · a shop has only %,d numbers a day: use more --days"
                      .formatted(OrderNumber.A_DAY, OrderNumber.A_DAY));
            }
            first.put(one.getKey(), last - one.getValue() + 1);
          }
          return first;
        });
  }

  private static int reserve(DSLContext tx, ShopDay shopDay, int numbers) {
    return tx.insertInto(ORDER_COUNTERS)
        .set(ORDER_COUNTERS.STORE_ID, shopDay.shop())
        .set(ORDER_COUNTERS.BUSINESS_DAY, shopDay.day())
        .set(ORDER_COUNTERS.LAST, numbers)
        .onConflict(ORDER_COUNTERS.STORE_ID, ORDER_COUNTERS.BUSINESS_DAY)
        .doUpdate()
        .set(ORDER_COUNTERS.LAST, ORDER_COUNTERS.LAST.plus(numbers))
        .returningResult(ORDER_COUNTERS.LAST)
        .fetchSingle()
        .value1();
  }

  private static void write(
      List<Wave> waves,
      Map<ShopDay, Integer> numbers,
      Customers customers,
      RandomGenerator random,
      Writers writers)
      throws SQLException, IOException, InterruptedException {
    var batch = new ArrayList<SeededOrder>();
    int count = 0;
    for (Wave wave : waves) {
      int first = numbers.get(ShopDay.of(wave));
      numbers.merge(ShopDay.of(wave), wave.orders(), Integer::sum);
      List<Instant> times = times(wave, random);
      for (int i = 0; i < wave.orders(); i++) {
        batch.add(order(wave, times.get(i), first + i, customers, count++, random));
        if (batch.size() == BATCH) {
          writers.write(batch);
          batch = new ArrayList<>();
        }
      }
    }
    writers.write(batch);
    writers.finish();
  }

  private static List<Instant> times(Wave wave, RandomGenerator random) {
    return Stream.generate(() -> wave.from().plusMillis(random.nextLong(Demand.STEP.toMillis())))
        .limit(wave.orders())
        .sorted()
        .toList();
  }

  private static SeededOrder order(
      Wave wave, Instant at, int number, Customers customers, int index, RandomGenerator random) {
    double fate = random.nextDouble();
    return new SeededOrder(
        UuidCreator.getTimeOrderedEpoch(at),
        customers.ofOrder(index),
        customers.nextEvent(index),
        wave.shop().store(),
        wave.businessDay(),
        OrderNumber.of(number),
        fate < CANCELLED
            ? OrderStatus.CANCELLED
            : fate < CANCELLED + EXPIRED ? OrderStatus.EXPIRED : OrderStatus.COMPLETED,
        wave.shop().basket(random),
        random.nextDouble() < NOTED ? NOTES.get(random.nextInt(NOTES.size())) : null,
        at,
        random.nextInt(15, 150));
  }
}
