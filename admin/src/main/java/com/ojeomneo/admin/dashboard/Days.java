package com.ojeomneo.admin.dashboard;

import static com.ojeomneo.schema.jooq.Tables.ORDERS;
import static com.ojeomneo.schema.jooq.Tables.STORES;
import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.val;

import com.ojeomneo.admin.dashboard.Dashboard.Dish;
import com.ojeomneo.admin.dashboard.Dashboard.Figures;
import com.ojeomneo.admin.dashboard.Dashboard.Hour;
import com.ojeomneo.admin.dashboard.Dashboard.Shop;
import com.ojeomneo.admin.dashboard.Dashboard.ShopName;
import com.ojeomneo.admin.staff.Reach;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.QueryPart;
import org.jooq.Record;
import org.jooq.ResultQuery;

/** Adds up two days in three statements, whatever lies before and between them. */
final class Days {
  static final int MOST_DISHES = 10;

  private static final String TODAY = "TODAY";
  private static final String SAME_TIME = "SAME_TIME";
  private static final String WHOLE_DAY = "WHOLE_DAY";

  /**
   * What belongs to an order is looked up order by order: no plan that a planner may think of reads
   * all payments or events, however many there are.
   */
  private static final String PLACED =
      """
      SELECT o.id, o.store_id, o.today, o.created_at, o.status, o.estimated_ready_at
        FROM (SELECT orders.*, true AS today FROM orders WHERE created_at >= {0} AND created_at < {1}
              UNION ALL
              SELECT orders.*, false FROM orders WHERE created_at >= {2} AND created_at < {3}) o
       WHERE {4}
      """;

  private static final String FIGURES =
      """
      WITH placed AS MATERIALIZED (%s),
      timed AS MATERIALIZED (
        SELECT placed.*, p.kept, status = 'CANCELLED' AS cancelled,
               extract(hour FROM placed.created_at AT TIME ZONE 'Asia/Seoul')::int AS hour,
               extract(epoch FROM e.accepted_at - e.paid_at)::float8 AS waited,
               status <> 'CANCELLED' AND e.accepted_at IS NOT NULL AND estimated_ready_at IS NOT NULL AS promised,
               coalesce(e.ready_at, {6}) > estimated_ready_at AS late
          FROM placed CROSS JOIN LATERAL (
            SELECT sum(amount - refunded) AS kept FROM payments WHERE order_id = placed.id AND pays_order) p
               CROSS JOIN LATERAL (
            SELECT min(created_at) FILTER (WHERE type = 'PAID') AS paid_at,
                   min(created_at) FILTER (WHERE type = 'ACCEPTED') AS accepted_at,
                   min(created_at) FILTER (WHERE type IN ('READY', 'COMPLETED')) AS ready_at
              FROM order_events WHERE order_id = placed.id) e
         WHERE kept IS NOT NULL),
      spans AS (
        SELECT 'TODAY' AS span, timed.* FROM timed WHERE today
        UNION ALL SELECT 'SAME_TIME', timed.* FROM timed WHERE NOT today AND created_at < {5}
        UNION ALL SELECT 'WHOLE_DAY', timed.* FROM timed WHERE NOT today)
      SELECT span, store_id, hour, count(*)::int AS orders, (count(*) FILTER (WHERE cancelled))::int AS cancelled,
             sum(kept)::bigint AS revenue,
             round(percentile_cont(0.5) WITHIN GROUP (ORDER BY waited))::int AS accept_median,
             round(percentile_cont(0.9) WITHIN GROUP (ORDER BY waited))::int AS accept_p90,
             (count(*) FILTER (WHERE promised))::int AS promised,
             (count(*) FILTER (WHERE promised AND late))::int AS late
        FROM spans GROUP BY GROUPING SETS ((span), (span, store_id), (span, hour))
      """
          .formatted(PLACED);

  /**
   * Whether an order was paid for is read from its state: its payments are not looked up again. The
   * offset keeps the planner from joining with all lines.
   */
  private static final String DISHES =
      """
      WITH placed AS MATERIALIZED (%s)
      SELECT menu_id, (SELECT name FROM menus WHERE id = menu_id) AS name, portions, before
        FROM (SELECT l.menu_id,
                     coalesce(sum(l.portions) FILTER (WHERE today), 0)::int AS portions,
                     coalesce(sum(l.portions) FILTER (WHERE NOT today), 0)::int AS before
                FROM placed CROSS JOIN LATERAL (
                  SELECT menu_id, quantity - refunded_quantity - replaced_quantity AS portions
                    FROM order_lines WHERE order_id = placed.id OFFSET 0) l
               WHERE status NOT IN ('PENDING_PAYMENT', 'EXPIRED', 'CANCELLED') AND l.portions > 0
               GROUP BY l.menu_id) sold
       ORDER BY portions DESC, before DESC, menu_id
       LIMIT {5}
      """
          .formatted(PLACED);

  private Days() {}

  /**
   * @param reach of whoever asks
   * @param wanted the shops to add up, within reach
   */
  static Dashboard compare(DSLContext sql, Reach reach, Reach wanted, Span span) {
    List<? extends Record> rows = figures(sql, wanted, span).fetch();
    List<Dish> dishes =
        dishes(sql, wanted, span)
            .fetch(
                row ->
                    new Dish(
                        row.get("menu_id", UUID.class),
                        row.get("name", String.class),
                        row.get("portions", Integer.class),
                        row.get("before", Integer.class)));
    List<ShopName> choices = choices(sql, reach);
    return new Dashboard(
        span.day(),
        span.dayBefore(),
        span.until(),
        span.isOver(),
        total(rows, TODAY),
        total(rows, SAME_TIME),
        total(rows, WHOLE_DAY),
        hours(rows, span),
        dishes,
        shops(choices, rows),
        choices);
  }

  static ResultQuery<Record> figures(DSLContext sql, Reach reach, Span span) {
    return sql.resultQuery(
        FIGURES,
        at(span.from()),
        at(span.until()),
        at(span.fromBefore()),
        at(span.endBefore()),
        within(reach),
        at(span.untilBefore()),
        at(span.now()));
  }

  static ResultQuery<Record> dishes(DSLContext sql, Reach reach, Span span) {
    return sql.resultQuery(
        DISHES,
        at(span.from()),
        at(span.until()),
        at(span.fromBefore()),
        at(span.untilBefore()),
        within(reach),
        val(MOST_DISHES));
  }

  private static Field<Instant> at(Instant time) {
    return val(time, ORDERS.CREATED_AT);
  }

  private static QueryPart within(Reach reach) {
    return reach.covers(ORDERS.as("o").STORE_ID);
  }

  private static Figures total(List<? extends Record> rows, String span) {
    return rows.stream()
        .filter(row -> span.equals(row.get("span")))
        .filter(row -> row.get("store_id") == null && row.get("hour") == null)
        .map(Days::figuresOf)
        .findFirst()
        .orElse(Figures.NONE);
  }

  private static List<Hour> hours(List<? extends Record> rows, Span span) {
    Map<Integer, Figures> today = by(rows, TODAY, "hour", Integer.class);
    Map<Integer, Figures> before = by(rows, WHOLE_DAY, "hour", Integer.class);
    return IntStream.range(0, 24)
        .mapToObj(
            hour -> {
              Figures now = today.getOrDefault(hour, Figures.NONE);
              Figures then = before.getOrDefault(hour, Figures.NONE);
              boolean begun = span.hasBegun(hour);
              return new Hour(
                  hour,
                  begun ? now.orders() : null,
                  begun ? now.revenue() : null,
                  then.orders(),
                  then.revenue());
            })
        .toList();
  }

  private static List<ShopName> choices(DSLContext sql, Reach reach) {
    return sql.select(STORES.ID, STORES.NAME)
        .from(STORES)
        .where(reach.covers(STORES.ID))
        .orderBy(STORES.NAME, STORES.ID)
        .fetch(mapping(ShopName::new));
  }

  private static List<Shop> shops(List<ShopName> choices, List<? extends Record> rows) {
    Map<UUID, Figures> today = by(rows, TODAY, "store_id", UUID.class);
    Map<UUID, Figures> before = by(rows, SAME_TIME, "store_id", UUID.class);
    return choices.stream()
        .filter(shop -> today.containsKey(shop.id()) || before.containsKey(shop.id()))
        .map(
            shop ->
                new Shop(
                    shop.id(),
                    shop.name(),
                    today.getOrDefault(shop.id(), Figures.NONE),
                    before.getOrDefault(shop.id(), Figures.NONE)))
        .sorted(Comparator.comparing(shop -> -shop.today().revenue()))
        .toList();
  }

  private static <K> Map<K, Figures> by(
      List<? extends Record> rows, String span, String key, Class<K> type) {
    return rows.stream()
        .filter(row -> span.equals(row.get("span")) && row.get(key) != null)
        .collect(Collectors.toMap(row -> row.get(key, type), Days::figuresOf));
  }

  private static Figures figuresOf(Record row) {
    int orders = row.get("orders", Integer.class);
    int cancelled = row.get("cancelled", Integer.class);
    long revenue = row.get("revenue", Long.class);
    int kept = orders - cancelled;
    return new Figures(
        orders,
        cancelled,
        revenue,
        kept == 0 ? null : Math.round((double) revenue / kept),
        row.get("accept_median", Integer.class),
        row.get("accept_p90", Integer.class),
        row.get("promised", Integer.class),
        row.get("late", Integer.class));
  }
}
