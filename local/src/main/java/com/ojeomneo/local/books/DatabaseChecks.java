package com.ojeomneo.local.books;

import com.ojeomneo.order.Actor;
import com.ojeomneo.order.Transitions;
import com.ojeomneo.platform.database.Database;
import com.ojeomneo.schema.jooq.enums.OrderStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Whether the database agrees with itself. Each query answers: of what, what it says, agrees. */
public final class DatabaseChecks {
  private final Database owner;

  public DatabaseChecks(Database owner) {
    this.owner = owner;
  }

  public List<Check> all() {
    return List.of(
        check(
            "주문당 결제 하나 · one charge or none",
            """
            SELECT o.id, format('%s for %s: paid by %s, kept %s', o.status, o.total_amount,
                                coalesce(p.paying, 0), coalesce(p.kept, 0)),
                   CASE WHEN o.status IN ('PENDING_PAYMENT', 'EXPIRED', 'CANCELLED')
                        THEN coalesce(p.kept, 0) = 0
                        ELSE coalesce(p.paying, 0) = 1 AND p.kept = o.total_amount END
            FROM orders o LEFT JOIN (
              SELECT order_id, count(*) FILTER (WHERE pays_order AND NOT supplement) AS paying,
                     sum(amount - refunded) AS kept
              FROM payments GROUP BY order_id) p ON p.order_id = o.id
            """),
        check(
            "환불 = 돌려줄 돈 · refunds paid out, no more and no less",
            """
            SELECT p.order_id, format('refunded %s, paid out %s in %s refunds', p.refunded,
                                      coalesce(r.done, 0), coalesce(r.refunds, 0)),
                   p.refunded = coalesce(r.done, 0) AND (p.pays_order OR p.refunded = p.amount)
            FROM payments p LEFT JOIN (
              SELECT payment_id, sum(amount) FILTER (WHERE status = 'DONE') AS done,
                     count(*) AS refunds
              FROM refunds GROUP BY payment_id) r ON r.payment_id = p.id
            """),
        check(
            "재고 · portions",
            """
            SELECT coalesce(s.menu_id, h.menu_id),
                   format('%s taken, %s ordered', m.daily_limit - s.remaining, coalesce(held, 0)),
                   s.menu_id IS NOT NULL AND m.daily_limit - s.remaining = coalesce(held, 0)
            FROM daily_stock s JOIN menus m ON m.id = s.menu_id FULL JOIN (
              SELECT l.menu_id, o.business_day, sum(l.quantity - l.returned_quantity) AS held
              FROM order_lines l JOIN orders o ON o.id = l.order_id
              WHERE l.took_stock AND o.status NOT IN ('EXPIRED', 'CANCELLED')
              GROUP BY l.menu_id, o.business_day) h
              ON h.menu_id = s.menu_id AND h.business_day = s.business_day
            """),
        check(
            "팔린 그릇 · portions sold of the last days",
            """
            SELECT coalesce(c.menu_id, s.menu_id),
                   format('%s: %s counted, %s sold', coalesce(c.business_day, s.business_day),
                          coalesce(counted, 0), coalesce(sold, 0)),
                   coalesce(counted, 0) = coalesce(sold, 0)
            FROM (
              SELECT menu_id, business_day, sum(portions) AS counted
              FROM (SELECT menu_id, business_day, portions FROM dish_sales UNION ALL
                    SELECT menu_id, business_day, portions FROM dish_sales_entries) e
              GROUP BY menu_id, business_day) c FULL JOIN (
              SELECT l.menu_id, o.business_day, sum(l.quantity - l.replaced_quantity) AS sold
              FROM order_lines l JOIN orders o ON o.id = l.order_id
              WHERE o.status IN ('PAID', 'ACCEPTED', 'PREPARING', 'READY', 'COMPLETED')
                AND o.business_day > (now() AT TIME ZONE 'Asia/Seoul')::date - 6
              GROUP BY l.menu_id, o.business_day) s
              ON s.menu_id = c.menu_id AND s.business_day = c.business_day
            WHERE coalesce(c.business_day, s.business_day)
                  > (now() AT TIME ZONE 'Asia/Seoul')::date - 6
            """),
        check(
            "바뀐 메뉴 · lines as they were changed",
            """
            SELECT o.id, format('costs %s, its lines %s; %s replaced, %s changed', o.total_amount,
                                l.asked, l.replaced, coalesce(c.taken, 0)),
                   o.total_amount = l.asked AND l.replaced = coalesce(c.taken, 0)
            FROM orders o JOIN (
              SELECT order_id, sum(replaced_quantity) AS replaced,
                     sum(amount - waived - (amount - waived) / quantity * replaced_quantity) AS asked
              FROM order_lines GROUP BY order_id) l ON l.order_id = o.id LEFT JOIN (
              SELECT order_id, sum(quantity) AS taken FROM order_changes GROUP BY order_id) c
              ON c.order_id = o.id
            """),
        check(
            "픽업 자리 · pickup slots",
            """
            SELECT coalesce(s.store_id, h.store_id),
                   format('%s: %s taken, %s ordered', s.at, s.taken, coalesce(held, 0)),
                   s.taken IS NOT NULL AND s.taken = coalesce(held, 0)
                   AND s.taken <= greatest(slot_capacity, (
                     SELECT max(d.slot_capacity) FROM store_days d WHERE d.store_id = s.store_id
                     AND (s.at AT TIME ZONE 'Asia/Seoul')::date - d.day BETWEEN 0 AND 1))
            FROM pickup_slots s JOIN stores ON stores.id = s.store_id FULL JOIN (
              SELECT store_id, pickup_at, count(*) AS held FROM orders
              WHERE pickup_at IS NOT NULL AND status NOT IN ('EXPIRED', 'CANCELLED')
              GROUP BY store_id, pickup_at) h ON h.store_id = s.store_id AND h.pickup_at = s.at
            """),
        check(
            "주문 번호 · order numbers",
            """
            SELECT store_id, format('%s of %s was given %s times', number, business_day, count(*)),
                   count(*) = 1
            FROM orders GROUP BY store_id, business_day, number
            """),
        check(
            "주문 이력 · events of each order, gapless",
            """
            SELECT o.id, format('%s events from %s to %s, last is %s; PAID %s times',
                                e.events, e.first, e.last, o.last_event, e.paid),
                   e.first = 1 AND e.events = o.last_event AND e.last = o.last_event
                   AND e.paid = (SELECT count(*) FROM payments p
                                 WHERE p.order_id = o.id AND p.pays_order AND NOT p.supplement)
            FROM orders o LEFT JOIN (
              SELECT order_id, count(*) AS events, min(seq) AS first, max(seq) AS last,
                     count(*) FILTER (WHERE type = 'PAID') AS paid
              FROM order_events GROUP BY order_id) e ON e.order_id = o.id
            """),
        check(
            "손님 이력 · events of each customer, gapless",
            """
            SELECT u.id, format('%s events to %s, last is %s', e.events, e.last, order_event_seq),
                   coalesce(e.events, 0) = order_event_seq AND coalesce(e.last, 0) = order_event_seq
            FROM users u LEFT JOIN (
              SELECT user_id, count(*) AS events, max(user_seq) AS last
              FROM order_events GROUP BY user_id) e ON e.user_id = u.id
            """),
        transitions());
  }

  private Check check(String name, String query) {
    var rows = owner.sql().fetch(query);
    return new Check(
        name,
        rows.size(),
        rows.stream()
            .filter(row -> !Boolean.TRUE.equals(row.get(2, Boolean.class)))
            .map(row -> new Difference(row.get(0, String.class), row.get(1, String.class)))
            .toList());
  }

  /** Every history walks along the table of transitions, by who may. */
  private Check transitions() {
    var steps =
        owner
            .sql()
            .fetch(
                """
                SELECT e.order_id, lag(e.snapshot->>'status') OVER history AS before,
                       e.snapshot->>'status' AS after, e.actor, o.status, e.seq = o.last_event
                FROM order_events e JOIN orders o ON o.id = e.order_id
                WINDOW history AS (PARTITION BY e.order_id ORDER BY e.seq)
                """);
    var wrong = new ArrayList<Difference>();
    for (var step : steps) {
      String order = step.get(0, String.class);
      String before = step.get(1, String.class);
      String after = step.get(2, String.class);
      if (!isAllowed(before, after, step.get(3, String.class))) {
        wrong.add(new Difference(order, "%s → %s by %s".formatted(before, after, step.get(3))));
      }
      if (step.get(5, Boolean.class) && !after.equals(step.get(4, String.class))) {
        wrong.add(
            new Difference(order, "is %s, its history says %s".formatted(step.get(4), after)));
      }
    }
    return new Check("상태 변화 · transitions", steps.size(), wrong);
  }

  private static boolean isAllowed(String before, String after, String actor) {
    if (before == null) {
      return after.equals(OrderStatus.PENDING_PAYMENT.getLiteral());
    }
    String kind = actor.substring(0, actor.indexOf(':')).toUpperCase(Locale.ROOT);
    return before.equals(after)
        || Transitions.allow(
            OrderStatus.valueOf(before), OrderStatus.valueOf(after), Actor.Kind.valueOf(kind));
  }
}
