package com.ojeomneo.local.seed;

import static com.ojeomneo.schema.jooq.Tables.ORDER_COUNTERS;
import static org.jooq.impl.DSL.excluded;
import static org.jooq.impl.DSL.row;

import com.ojeomneo.local.seed.Demand.Wave;
import com.ojeomneo.local.seed.Seeding.DoesNotFit;
import com.ojeomneo.order.OrderNumber;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Row3;

/** The numbers of the new orders, behind those of real ones. */
final class Numbers {
  private final Map<ShopDay, Integer> next;
  private final List<byte[]> texts = new ArrayList<>();

  private record ShopDay(UUID shop, LocalDate day) implements Comparable<ShopDay> {
    private static final Comparator<ShopDay> ORDER =
        Comparator.comparing(ShopDay::shop).thenComparing(ShopDay::day);

    static ShopDay of(Wave wave) {
      return new ShopDay(wave.shop().store().id(), wave.businessDay());
    }

    @Override
    public int compareTo(ShopDay other) {
      return ORDER.compare(this, other);
    }
  }

  private Numbers(Map<ShopDay, Integer> next) {
    this.next = next;
  }

  /**
   * @throws DoesNotFit and reserves none, when a shop's day has too few
   */
  static Numbers reserve(DSLContext sql, List<Wave> waves) {
    var wanted = new TreeMap<ShopDay, Integer>();
    waves.forEach(wave -> wanted.merge(ShopDay.of(wave), wave.orders(), Integer::sum));
    return sql.transactionResult(
        transaction -> {
          var next = new HashMap<ShopDay, Integer>();
          lasts(transaction.dsl(), wanted)
              .forEach((shopDay, last) -> next.put(shopDay, last - wanted.get(shopDay) + 1));
          return new Numbers(next);
        });
  }

  private static Map<ShopDay, Integer> lasts(DSLContext tx, TreeMap<ShopDay, Integer> wanted) {
    List<Row3<UUID, LocalDate, Integer>> rows =
        wanted.entrySet().stream()
            .map(each -> row(each.getKey().shop(), each.getKey().day(), each.getValue()))
            .toList();
    var lasts =
        tx.insertInto(
                ORDER_COUNTERS,
                ORDER_COUNTERS.STORE_ID,
                ORDER_COUNTERS.BUSINESS_DAY,
                ORDER_COUNTERS.LAST)
            .valuesOfRows(rows)
            .onConflict(ORDER_COUNTERS.STORE_ID, ORDER_COUNTERS.BUSINESS_DAY)
            .doUpdate()
            .set(ORDER_COUNTERS.LAST, ORDER_COUNTERS.LAST.plus(excluded(ORDER_COUNTERS.LAST)))
            .returning()
            .fetchMap(
                counter -> new ShopDay(counter.getStoreId(), counter.getBusinessDay()),
                counter -> counter.getLast());
    if (lasts.values().stream().anyMatch(last -> last > OrderNumber.A_DAY)) {
      throw new DoesNotFit(
          "하루 주문 번호(%,d개)가 모자랍니다, --days를 늘리세요 · a shop has only %,d numbers a day: use more --days"
              .formatted(OrderNumber.A_DAY, OrderNumber.A_DAY));
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
