package com.ojeomneo.server.retention;

import com.ojeomneo.platform.database.Database;
import com.ojeomneo.server.TestStack;
import com.ojeomneo.server.retention.Retention.Kind;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jooq.DSLContext;

/** What was left behind long ago: one order, with its customer and its money. */
final class Past {
  final DSLContext owner = new Database(TestStack.owner()).sql();
  final UUID user = UUID.randomUUID();
  final UUID order = UUID.randomUUID();

  /** What other tests have left behind is not counted. */
  static void forgetOthers(Database database, Instant now) {
    var before =
        new Retention(database, Clock.fixed(now, ZoneOffset.UTC), new SimpleMeterRegistry());
    for (Kind kind : Kind.values()) {
      before.forget(kind, 10_000);
    }
  }

  void addOrder(Instant at, String status) {
    addUser(user, true, at, null);
    String rows =
        """
        INSERT INTO stores (id, name, created_at) VALUES ('%1$s', '한솥 %1$s', now());
        INSERT INTO menu_categories (code, name, position) VALUES ('%5$s', '%5$s', 1);
        INSERT INTO menus (id, store_id, category, name, price, created_at)
        VALUES ('%1$s', '%1$s', '%5$s', '김치찌개', 9000, now());
        INSERT INTO orders (id, user_id, store_id, store_name, business_day, number, status, total_amount, note,
                            estimated_ready_at, created_at, expires_at, cancel_reason)
        VALUES ('%1$s', '%2$s', '%1$s', '한솥', '2020-01-02', 'A17', '%3$s', 9000, '땅콩 빼 주세요', '%4$s', '%4$s',
                timestamptz '%4$s' + interval '10 min', CASE '%3$s' WHEN 'CANCELLED' THEN '재료가 없어요' END);
        INSERT INTO order_lines VALUES ('%1$s', 1, '%1$s', '김치찌개', 1, 9000, 9000, false);
        INSERT INTO order_line_options VALUES ('%1$s', 1, '%1$s', '곱빼기', 0, 1);
        INSERT INTO order_events VALUES
            ('%1$s', 1, '%2$s', 1, 'PAID', 'system', '{"number": "A17", "note": "땅콩 빼 주세요"}', '%4$s');
        INSERT INTO payment_attempts (id, order_id, payment_key, idempotency_key, amount, status, created_at, settled_at)
        VALUES ('%1$s', '%1$s', '%1$s', 'x', 9000, 'DONE', '%4$s', '%4$s');
        INSERT INTO payments (id, order_id, attempt_id, payment_key, amount, refunded, approved_at, pays_order)
        VALUES ('%1$s', '%1$s', '%1$s', '%1$s', 9000, 500, '%4$s', true);
        INSERT INTO refunds (id, order_id, payment_id, amount, reason, status, created_at, done_at)
        VALUES ('%1$s', '%1$s', '%1$s', 500, '누락', 'DONE', '%4$s', '%4$s');
        INSERT INTO refund_lines VALUES ('%1$s', '%1$s', 1, 1, 500);
        """;
    String category = "c" + order.toString().substring(0, 20);
    owner.execute(rows.formatted(order, user, status, at, category));
  }

  /**
   * Took the order, then something dearer instead of its line; a refund came out of both payments.
   */
  void addWhatStaffDid(Instant at) {
    String rows =
        """
        INSERT INTO staff (id, email, display_name, password_hash, created_at)
        VALUES ('%1$s', '%1$s@example.com', '김직원', 'x', now());
        UPDATE orders SET channel = 'COUNTER' WHERE id = '%1$s';
        INSERT INTO staff_orders VALUES ('%1$s', '%1$s', '홍길동', 'x', sha256('x'), '%3$s');
        UPDATE order_lines SET replaced_quantity = 1 WHERE order_id = '%1$s';
        INSERT INTO order_lines (order_id, line, menu_id, name, quantity, unit_price, amount, took_stock, replaces)
        VALUES ('%1$s', 2, '%1$s', '김치찌개', 1, 9500, 9500, false, 1);
        INSERT INTO order_changes VALUES
            ('%1$s', '%1$s', '%1$s', 'x', sha256('x'), 1, 1, 2, 9000, 9500, 'PAID', '더 큰 것', '%3$s');
        INSERT INTO payments (id, order_id, amount, refunded, method, approved_at, pays_order, kind, supplement, taken_by)
        VALUES ('%2$s', '%1$s', 500, 300, '현금', '%3$s', true, 'TILL', true, '%1$s');
        INSERT INTO refunds (id, order_id, payment_id, amount, reason, status, created_at, done_at, handed_by)
        VALUES ('%2$s', '%1$s', '%2$s', 300, '누락', 'DONE', '%3$s', '%3$s', '%1$s');
        INSERT INTO refund_lines VALUES ('%2$s', '%1$s', 1, 0, 300);
        """;
    owner.execute(rows.formatted(order, UUID.randomUUID(), at));
  }

  void addUser(UUID id, boolean guest, Instant created, Instant deleted) {
    owner.execute(
        """
        INSERT INTO users (id, email, display_name, guest, created_at, deleted_at)
        VALUES (?, ?, '김오점', ?, ?::timestamptz, ?::timestamptz)
        """,
        id,
        guest ? null : id + "@example.com",
        guest,
        created.toString(),
        deleted == null ? null : deleted.toString());
  }

  UUID addEntry(UUID staff, String age) {
    UUID id = UUID.randomUUID();
    owner.execute(
        """
        INSERT INTO audit_log (id, at, staff_id, address, action, resource)
        VALUES (?, now() - ?::interval, ?, '127.0.0.1', 'UPDATE', 'menus')
        """,
        id,
        age,
        staff);
    return id;
  }

  Object note() {
    return owner.fetchValue("SELECT note FROM orders WHERE id = ?", order);
  }

  boolean exists(String table, UUID id) {
    return owner.fetchExists(owner.selectFrom(table).where("id = ?", id));
  }
}
