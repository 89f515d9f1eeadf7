package com.ojeomneo.bench;

import com.ojeomneo.platform.database.Database;
import java.time.LocalDate;
import java.util.List;

/**
 * Orders of many days, as many each day, the last on {@link #DAY}: 20 shops, two lines an order,
 * what was paid, and the three events that are measured.
 *
 * @param orders so many in all
 */
record Past(int orders, int aDay) {
  static final LocalDate DAY = LocalDate.of(2025, 11, 18);

  /** A filter of the order list, as it stands in an address. */
  static final String ONE_SHOP = "%7B%22storeId%22%3A%2200000000-0000-7000-8000-000000000003%22%7D";

  /** Past the triggers, in one transaction. */
  void fill(Database owner) {
    owner.transaction(
        tx -> {
          tx.execute("SET LOCAL session_replication_role = replica");
          rows().forEach(tx::execute);
          return orders;
        });
    owner.sql().execute("VACUUM ANALYZE");
  }

  /** UUIDs grow with time, as version 7 does: tables and keys are in the order of the days. */
  private List<String> rows() {
    String id = "('00000000-0000-7000-%s-' || lpad(to_hex(%s), 12, '0'))::uuid";
    String order = id.formatted("9000", "n");
    String shop = id.formatted("8000", "n % 20");
    String user = id.formatted("8001", "n % 1000");
    String time =
        "'%sT15:00:00Z'::timestamptz - (%d - n) * interval '%f s'"
            .formatted(DAY, orders, 86400.0 / aDay);
    String numbers = " FROM generate_series(0, %d) n".formatted(orders - 1);
    return List.of(
        "INSERT INTO menu_categories (code, name, position) VALUES ('bench', '한식', 1)",
        "INSERT INTO stores (id, name, created_at) SELECT %s, '매장 ' || n, now() FROM generate_series(0, 19) n"
            .formatted(shop),
        "INSERT INTO users (id, email, password_hash, display_name, guest, created_at) SELECT %s, n || '@example.com', 'x', '손님', false, now() FROM generate_series(0, 999) n"
            .formatted(user),
        "INSERT INTO menus (id, store_id, category, name, price, created_at) SELECT %s, %s, 'bench', '메뉴 ' || n, 9000, now() FROM generate_series(0, 199) n"
            .formatted(id.formatted("8002", "n"), shop),
        """
        INSERT INTO orders (id, user_id, store_id, store_name, business_day, number, status, total_amount,
                            estimated_ready_at, created_at, expires_at, cancel_reason)
        SELECT %s, %s, %s, '매장', '2000-01-01'::date + n / 15000, 'A' || lpad((n / 20 %% 750 + 100)::text, 3, '0'),
               (CASE WHEN n %% 50 = 7 THEN 'CANCELLED' ELSE 'COMPLETED' END)::order_status, 18000,
               %s + interval '15 min', %s, '2100-01-01Z', CASE WHEN n %% 50 = 7 THEN 'x' END"""
                .formatted(order, user, shop, time, time)
            + numbers,
        "INSERT INTO order_lines (order_id, line, menu_id, name, quantity, unit_price, amount, took_stock) SELECT %s, line, %s, '메뉴', 1, 9000, 9000, false"
                .formatted(order, id.formatted("8002", "(n + line * 7) % 200"))
            + numbers
            + ", generate_series(1, 2) line",
        "INSERT INTO payments (id, order_id, attempt_id, payment_key, amount, refunded, approved_at, pays_order) SELECT %1$s, %1$s, %1$s, n::text, 18000, CASE WHEN n %% 50 = 7 THEN 18000 ELSE 0 END, %2$s, true"
                .formatted(order, time)
            + numbers,
        "INSERT INTO order_events (order_id, seq, user_id, user_seq, type, actor, snapshot, created_at) SELECT %s, seq, %s, n::bigint * 3 + seq, (ARRAY ['PAID', 'ACCEPTED', 'READY'])[seq], 'x', '{}', %s + seq * interval '1 min'"
                .formatted(order, user, time)
            + numbers
            + ", generate_series(1, 3) seq");
  }
}
