package com.ojeomneo.local.seed;

import com.ojeomneo.local.seed.Demand.Wave;
import com.ojeomneo.local.seed.Seeding.DoesNotFit;
import com.ojeomneo.order.OrderNumber;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** The numbers of the new orders, behind those of real ones. */
final class Numbers {
  /** In the order of shops and days, so that two runs at a time do not wait for each other. */
  private static final String RESERVE =
      """
      INSERT INTO order_counters (store_id, business_day, last)
      SELECT * FROM unnest(?::uuid[], ?::date[], ?::integer[])
      ON CONFLICT (store_id, business_day) DO UPDATE SET last = order_counters.last + excluded.last
      RETURNING store_id, business_day, last""";

  private final Map<ShopDay, Integer> next;
  private final List<byte[]> texts = new ArrayList<>();

  private record ShopDay(UUID shop, LocalDate day) {
    static ShopDay of(Wave wave) {
      return new ShopDay(wave.shop().store().id(), wave.businessDay());
    }
  }

  private Numbers(Map<ShopDay, Integer> next) {
    this.next = next;
  }

  /**
   * @throws DoesNotFit and reserves none, when a shop's day has too few
   */
  static Numbers reserve(Connection connection, List<Wave> waves) throws SQLException {
    var wanted =
        new TreeMap<ShopDay, Integer>(
            Comparator.comparing(ShopDay::shop).thenComparing(ShopDay::day));
    waves.forEach(wave -> wanted.merge(ShopDay.of(wave), wave.orders(), Integer::sum));
    connection.setAutoCommit(false);
    try {
      Map<ShopDay, Integer> lasts = lasts(connection, wanted);
      if (lasts.values().stream().anyMatch(last -> last > OrderNumber.A_DAY)) {
        throw new DoesNotFit(
            "하루 주문 번호(%,d개)가 모자랍니다, --days를 늘리세요 · a shop has only %,d numbers a day: use more --days"
                .formatted(OrderNumber.A_DAY, OrderNumber.A_DAY));
      }
      connection.commit();
      lasts.replaceAll((shopDay, last) -> last - wanted.get(shopDay) + 1);
      return new Numbers(lasts);
    } finally {
      connection.rollback();
      connection.setAutoCommit(true);
    }
  }

  private static Map<ShopDay, Integer> lasts(Connection connection, Map<ShopDay, Integer> wanted)
      throws SQLException {
    var lasts = new HashMap<ShopDay, Integer>();
    try (var insert = connection.prepareStatement(RESERVE)) {
      Object[] shops = wanted.keySet().stream().map(ShopDay::shop).toArray();
      Object[] days = wanted.keySet().stream().map(ShopDay::day).toArray();
      insert.setArray(1, connection.createArrayOf("uuid", shops));
      insert.setArray(2, connection.createArrayOf("date", days));
      insert.setArray(3, connection.createArrayOf("integer", wanted.values().toArray()));
      var rows = insert.executeQuery();
      while (rows.next()) {
        var shopDay =
            new ShopDay(rows.getObject(1, UUID.class), rows.getObject(2, LocalDate.class));
        lasts.put(shopDay, rows.getInt(3));
      }
    }
    return lasts;
  }

  /** Of the wave's shop and day: ask once for each order, in the order of time. */
  byte[] next(Wave wave) {
    int number = next.merge(ShopDay.of(wave), 1, Integer::sum) - 1;
    while (texts.size() < number) {
      texts.add(CopyBytes.utf8(OrderNumber.of(texts.size() + 1)));
    }
    return texts.get(number - 1);
  }
}
