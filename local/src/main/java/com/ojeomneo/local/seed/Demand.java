package com.ojeomneo.local.seed;

import com.ojeomneo.menu.Session;
import com.ojeomneo.menu.Store;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * When people order: mostly on workdays, mostly around noon, and only where a shop takes orders.
 */
final class Demand {
  static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");
  static final Duration STEP = Duration.ofMinutes(5);

  private static final int NOON = 12 * 60 + 5;
  private static final int EVENING = 18 * 60 + 45;
  private static final Map<DayOfWeek, Double> WEEK =
      Map.of(
          DayOfWeek.MONDAY, 0.95,
          DayOfWeek.TUESDAY, 1.0,
          DayOfWeek.WEDNESDAY, 1.0,
          DayOfWeek.THURSDAY, 1.0,
          DayOfWeek.FRIDAY, 1.1,
          DayOfWeek.SATURDAY, 0.4,
          DayOfWeek.SUNDAY, 0.3);

  private final List<ShopMenu> shops;
  private final RandomGenerator random;

  Demand(List<ShopMenu> shops, RandomGenerator random) {
    this.shops = shops;
    this.random = random;
  }

  /** Five minutes of one shop, and how many orders come in. */
  record Wave(ShopMenu shop, LocalDate businessDay, Instant from, int orders) {}

  private record Chance(ShopMenu shop, LocalDate businessDay, Instant from, double weight) {}

  /**
   * The orders, spread over this time.
   *
   * @return none when no shop takes orders then; else waves in the order of time, which hold
   *     exactly so many
   */
  List<Wave> spread(int orders, Instant from, Instant until) {
    List<Chance> chances = chances(from, until);
    double perWeight = orders / chances.stream().mapToDouble(Chance::weight).sum();
    var waves = new ArrayList<Wave>();
    double due = 0;
    int given = 0;
    for (int i = 0; i < chances.size(); i++) {
      Chance chance = chances.get(i);
      due += chance.weight() * perWeight;
      int now = i == chances.size() - 1 ? orders : (int) Math.min(orders, due);
      if (now > given) {
        waves.add(new Wave(chance.shop(), chance.businessDay(), chance.from(), now - given));
        given = now;
      }
    }
    return waves;
  }

  private List<Chance> chances(Instant from, Instant until) {
    var chances = new ArrayList<Chance>();
    List<Hours> hours = shops.stream().map(Hours::new).toList();
    for (Instant at = from; at.isBefore(until); at = at.plus(STEP)) {
      double hunger = hunger(at);
      for (Hours of : hours) {
        // The whole step, so that no order of it is placed after the cut-off.
        if (of.isOpenAt(at) && !of.cutoff.isBefore(at.plus(STEP))) {
          double weight = hunger * of.shop.popularity() * random.nextDouble(0.6, 1.4);
          chances.add(new Chance(of.shop, of.session.businessDay(), at, weight));
        }
      }
    }
    return chances;
  }

  /** A shop's hours, asked with time going on: most answers are those of the step before. */
  private static final class Hours {
    private final ShopMenu shop;
    private Session session;
    private Instant cutoff;
    private Instant opensAt = Instant.MIN;

    Hours(ShopMenu shop) {
      this.shop = shop;
    }

    boolean isOpenAt(Instant at) {
      if (session != null && at.isBefore(session.closesAt())) {
        return true;
      }
      if (at.isBefore(opensAt)) {
        return false;
      }
      Store store = shop.store();
      session = store.sessionAt(at).orElse(null);
      if (session == null) {
        opensAt = store.hours().nextOpening(at).orElse(Instant.MAX);
        return false;
      }
      cutoff = store.cutoffOf(session);
      return true;
    }
  }

  static double hunger(Instant at) {
    LocalTime time = LocalTime.ofInstant(at, SEOUL);
    int minute = time.getHour() * 60 + time.getMinute();
    boolean daytime = time.getHour() >= 8 && time.getHour() < 22;
    double hunger =
        bell(minute, NOON, 38) + 0.35 * bell(minute, EVENING, 60) + (daytime ? 0.03 : 0.004);
    return hunger * WEEK.get(LocalDate.ofInstant(at, SEOUL).getDayOfWeek());
  }

  private static double bell(int minute, int middle, int width) {
    double distance = (double) (minute - middle) / width;
    return Math.exp(-distance * distance);
  }
}
