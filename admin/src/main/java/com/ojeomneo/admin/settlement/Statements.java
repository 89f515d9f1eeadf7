package com.ojeomneo.admin.settlement;

import static com.ojeomneo.schema.jooq.Tables.PAYMENTS;
import static com.ojeomneo.schema.jooq.Tables.STORES;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.reducing;
import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.val;

import com.ojeomneo.admin.settlement.Statement.PendingMoney;
import com.ojeomneo.admin.settlement.Statement.SettledDay;
import com.ojeomneo.admin.settlement.Statement.SettledKind;
import com.ojeomneo.admin.settlement.Statement.SettledShop;
import com.ojeomneo.admin.settlement.Statement.SettledSums;
import com.ojeomneo.admin.staff.Reach;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.ResultQuery;

/** Adds up the money of some days in three statements, whatever lies before them. */
final class Statements {
  /**
   * Shop and kind are looked up row by row: no plan that a planner may think of reads all orders or
   * payments, however many there are.
   */
  private static final String MOVED =
      """
      SELECT day, store_id, method,
             (count(*) FILTER (WHERE pays_order AND NOT supplement))::int AS orders,
             coalesce(sum(taken), 0)::bigint AS gross,
             coalesce(sum(taken) FILTER (WHERE NOT pays_order), 0)::bigint AS unserved,
             count(given)::int AS refunds,
             coalesce(sum(given), 0)::bigint AS refunded
        FROM (SELECT (p.approved_at AT TIME ZONE 'Asia/Seoul')::date AS day, p.method,
                     (SELECT o.store_id FROM orders o WHERE o.id = p.order_id) AS store_id,
                     p.pays_order, p.supplement, p.amount AS taken, NULL::integer AS given
                FROM payments p WHERE p.approved_at >= {0} AND p.approved_at < {1}
              UNION ALL
              SELECT (r.done_at AT TIME ZONE 'Asia/Seoul')::date,
                     (SELECT p.method FROM payments p WHERE p.id = r.payment_id),
                     (SELECT o.store_id FROM orders o WHERE o.id = r.order_id),
                     NULL, NULL, NULL, r.amount
                FROM refunds r WHERE r.done_at >= {0} AND r.done_at < {1}) moved
       WHERE {2}
       GROUP BY day, store_id, method
      """;

  private static final String PENDING =
      """
      SELECT count(refund)::int AS refunds, coalesce(sum(refund), 0)::bigint AS refund_amount,
             min(since) AS oldest_refund,
             count(attempt)::int AS attempts, coalesce(sum(attempt), 0)::bigint AS attempt_amount
        FROM (SELECT (SELECT o.store_id FROM orders o WHERE o.id = r.order_id) AS store_id,
                     r.amount AS refund, r.created_at AS since, NULL::integer AS attempt
                FROM refunds r WHERE r.status <> 'DONE'
              UNION ALL
              SELECT (SELECT o.store_id FROM orders o WHERE o.id = a.order_id),
                     NULL, NULL, a.amount
                FROM payment_attempts a WHERE a.status = 'OPEN') waiting
       WHERE {0}
      """;

  private static final Field<UUID> SHOP = field("store_id", UUID.class);

  /** The larger gross first. */
  private static final Comparator<SettledKind> LARGER =
      Comparator.<SettledKind>comparingLong(kind -> -kind.sums().gross())
          .thenComparing(kind -> kind.method() == null ? "" : kind.method());

  private record Moved(LocalDate day, UUID store, String method, SettledSums sums) {}

  private Statements() {}

  /**
   * To be called in one snapshot: what is given back meanwhile is either pending or in a line.
   *
   * @param reach of whoever asks
   * @param wanted the shops to add up, within reach
   */
  static Statement of(DSLContext snapshot, Reach reach, Reach wanted, Period period) {
    List<SettledShop> choices =
        snapshot
            .select(STORES.ID, STORES.NAME)
            .from(STORES)
            .where(reach.covers(STORES.ID))
            .orderBy(STORES.NAME, STORES.ID)
            .fetch(mapping(SettledShop::new));
    List<Moved> moved = moved(snapshot, wanted, period).fetch(Statements::movedOf);
    return new Statement(
        period.from(),
        period.to(),
        lines(moved, choices),
        kinds(moved),
        sum(moved),
        pending(snapshot, wanted).fetchSingle(Statements::pendingOf),
        choices);
  }

  static ResultQuery<Record> moved(DSLContext sql, Reach wanted, Period period) {
    return sql.resultQuery(
        MOVED,
        val(period.begin(), PAYMENTS.APPROVED_AT),
        val(period.end(), PAYMENTS.APPROVED_AT),
        wanted.covers(SHOP));
  }

  static ResultQuery<Record> pending(DSLContext sql, Reach wanted) {
    return sql.resultQuery(PENDING, wanted.covers(SHOP));
  }

  private static List<SettledDay> lines(List<Moved> moved, List<SettledShop> shops) {
    Map<UUID, String> names =
        shops.stream().collect(Collectors.toMap(SettledShop::id, SettledShop::name));
    return moved.stream()
        .collect(groupingBy(each -> Map.entry(each.day(), each.store())))
        .entrySet()
        .stream()
        .map(
            each -> {
              UUID shop = each.getKey().getValue();
              List<Moved> its = each.getValue();
              return new SettledDay(
                  each.getKey().getKey(), shop, names.get(shop), sum(its), kinds(its));
            })
        .sorted(
            Comparator.comparing(SettledDay::day)
                .reversed()
                .thenComparing(SettledDay::storeName)
                .thenComparing(SettledDay::storeId))
        .toList();
  }

  private static List<SettledKind> kinds(List<Moved> moved) {
    return moved.stream()
        .collect(
            groupingBy(
                each -> Optional.ofNullable(each.method()),
                reducing(SettledSums.NONE, Moved::sums, SettledSums::plus)))
        .entrySet()
        .stream()
        .map(each -> new SettledKind(each.getKey().orElse(null), each.getValue()))
        .sorted(LARGER)
        .toList();
  }

  private static SettledSums sum(List<Moved> moved) {
    return moved.stream().map(Moved::sums).reduce(SettledSums.NONE, SettledSums::plus);
  }

  private static Moved movedOf(Record row) {
    long gross = row.get("gross", Long.class);
    long refunded = row.get("refunded", Long.class);
    return new Moved(
        row.get("day", LocalDate.class),
        row.get("store_id", UUID.class),
        row.get("method", String.class),
        new SettledSums(
            row.get("orders", Integer.class),
            gross,
            row.get("unserved", Long.class),
            row.get("refunds", Integer.class),
            refunded,
            gross - refunded));
  }

  private static PendingMoney pendingOf(Record row) {
    return new PendingMoney(
        row.get("refunds", Integer.class),
        row.get("refund_amount", Long.class),
        row.get("oldest_refund", Instant.class),
        row.get("attempts", Integer.class),
        row.get("attempt_amount", Long.class));
  }
}
