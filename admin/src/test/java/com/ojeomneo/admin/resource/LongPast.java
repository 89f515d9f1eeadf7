package com.ojeomneo.admin.resource;

import com.ojeomneo.admin.AdminStack;
import com.ojeomneo.platform.database.Database;
import com.ojeomneo.schema.SchemaVersion;
import java.sql.SQLException;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.jooq.DSLContext;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A database of its own whose tables have grown for 1,000 days: a million orders of twenty shops,
 * as many payments and entries of the log, a tenth as many refunds. Made once for all tests, which
 * only look.
 */
final class LongPast {
  static final int ORDERS = 1_000_000;

  private static final Pattern READ =
      Pattern.compile("actual rows=(\\d+)|Rows Removed by (?:Filter|Index Recheck): (\\d+)");

  private static DSLContext sql;

  private LongPast() {}

  static synchronized DSLContext sql() {
    if (sql == null) {
      sql = filled();
    }
    return sql;
  }

  private static DSLContext filled() {
    DSLContext filled = new Database(database()).sql();
    filled.execute(
        """
        SET session_replication_role = replica;
        INSERT INTO stores (id, name, created_at)
        SELECT ('00000000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid, '매장 ' || n, now() FROM generate_series(0, 19) n;
        INSERT INTO users (id, email, password_hash, display_name, guest, created_at)
        SELECT ('00000000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid, n || '@example.com', 'x',
               (ARRAY ['김', '이', '박', '최', '정'])[n %% 5 + 1] || (ARRAY ['민준', '서연', '도윤', '지우'])[n %% 4 + 1] || n, false, now()
          FROM generate_series(0, 49999) n;
        INSERT INTO orders (id, user_id, store_id, store_name, business_day, number, status, total_amount,
                            cancel_reason, estimated_ready_at, created_at, expires_at)
        SELECT ('00000000-0000-7000-9000-' || lpad(to_hex(n), 12, '0'))::uuid,
               ('00000000-0000-7000-8000-' || lpad(to_hex(n %% 50000), 12, '0'))::uuid,
               ('00000000-0000-7000-8000-' || lpad(to_hex(n %% 20), 12, '0'))::uuid, '매장',
               '2026-01-01'::date + n / 1000, 'A' || lpad((n / 20 %% 50)::text, 2, '0'), status,
               9000, CASE WHEN status = 'CANCELLED' THEN 'x' END, now(),
               '2026-01-01T03:00:00Z'::timestamptz + n * interval '86.4 s', '2100-01-01Z'
          FROM (SELECT n, (CASE WHEN n %% 5000 = 7 THEN 'CANCELLED' WHEN n > %1$d - 30 THEN 'PAID' ELSE 'COMPLETED' END)::order_status AS status
                  FROM generate_series(1, %1$d) n) o;
        INSERT INTO payments (id, order_id, attempt_id, payment_key, amount, approved_at, pays_order)
        SELECT id, id, id, id, 9000, created_at + interval '40 s', true FROM orders;
        INSERT INTO refunds (id, order_id, payment_id, amount, reason, status, created_at, done_at)
        SELECT id, id, id, 500, 'x', 'DONE', approved_at + interval '1 h', approved_at + interval '2 h'
          FROM payments WHERE substr(id::text, 36) = '7' OR random() < 0.04;
        INSERT INTO payment_webhooks (id, order_id, event_type, body, received_at)
        SELECT id, id, 'x', '{}', created_at + interval '41 s' FROM orders;
        -- One of the staff left after the first hundred days.
        INSERT INTO audit_log (id, at, staff_id, address, action, resource, record)
        SELECT id, created_at,
               ('00000000-0000-7000-8000-' || lpad(CASE WHEN business_day < '2026-04-11' THEN '7' ELSE '8' END, 12, '0'))::uuid,
               'x', 'UPDATE', 'menus', store_id
          FROM orders;
        RESET session_replication_role;
        """
            .formatted(ORDERS));
    filled.execute(Parcels.DDL);
    filled.execute(Planks.DDL);
    filled.execute("VACUUM ANALYZE");
    return filled;
  }

  private static PGSimpleDataSource database() {
    try (var owner = AdminStack.owner().getConnection();
        var statement = owner.createStatement()) {
      statement.execute("CREATE DATABASE list_plans TEMPLATE template0");
      var source = new PGSimpleDataSource();
      source.setURL(owner.getMetaData().getURL().replaceFirst("/postgres\\b", "/list_plans"));
      source.setUser("postgres");
      Flyway.configure().dataSource(source).locations(SchemaVersion.MIGRATIONS).load().migrate();
      return source;
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
  }

  /** The statement, run. */
  static List<String> plan(String statement) {
    return sql().fetch("EXPLAIN (ANALYZE, TIMING OFF) " + statement).getValues(0, String.class);
  }

  /** In every step of a plan: what was found, and what was thrown away. */
  static long read(List<String> plan) {
    return plan.stream()
        .flatMap(line -> READ.matcher(line).results())
        .flatMap(found -> Stream.of(found.group(1), found.group(2)))
        .filter(found -> found != null)
        .mapToLong(Long::parseLong)
        .sum();
  }
}
