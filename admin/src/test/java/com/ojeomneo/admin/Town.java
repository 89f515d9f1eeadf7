package com.ojeomneo.admin;

import com.ojeomneo.platform.database.Database;
import java.util.UUID;

/**
 * A shop with a category, a dish with options, a customer, and an order that was paid for, partly
 * refunded and heard of: a row of every kind that the back office shows.
 */
public record Town(
    UUID store, String category, UUID menu, UUID group, UUID option, UUID user, UUID order) {
  private static final String ROWS =
      """
      INSERT INTO stores (id, name, created_at) VALUES ('%1$s', '%2$s', now());
      INSERT INTO store_hours VALUES ('%1$s', 1, '10:00', '21:00');
      INSERT INTO store_closures VALUES ('%1$s', '2027-01-01', '2027-01-02', '설');
      INSERT INTO menu_categories (code, name, position) VALUES ('%3$s', '%2$s', 1);
      INSERT INTO menus (id, store_id, category, name, price, daily_limit, created_at)
      VALUES ('%4$s', '%1$s', '%3$s', '김치찌개', 9000, 30, now());
      INSERT INTO option_groups VALUES ('%5$s', '%4$s', '맵기', 0, 1, 1);
      INSERT INTO options (id, group_id, name, price, position) VALUES ('%6$s', '%5$s', '아주 맵게', 500, 1);
      INSERT INTO daily_stock VALUES ('%4$s', '2026-11-25', 29);
      INSERT INTO pickup_slots VALUES ('%1$s', '2026-11-25T12:00:00+09:00', 1);
      INSERT INTO users (id, email, password_hash, display_name, guest, created_at)
      VALUES ('%7$s', '%7$s@example.com', 'x', '김손님', false, now());
      INSERT INTO consents VALUES ('%7$s', 'TERMS', '1', now());
      INSERT INTO user_sessions (id, user_id, device, created_at) VALUES ('%7$s', '%7$s', '폰', now());
      INSERT INTO orders (id, user_id, store_id, store_name, business_day, number, status, total_amount,
                          created_at, expires_at, note)
      VALUES ('%8$s', '%7$s', '%1$s', '%2$s', '2026-11-25', 'A17', 'PAID', 9500, now(), now() + interval '10 min', '덜 맵게요');
      INSERT INTO order_lines VALUES ('%8$s', 1, '%4$s', '김치찌개', 1, 9000, 9500, true);
      INSERT INTO order_line_options VALUES ('%8$s', 1, '%6$s', '아주 맵게', 500, 1);
      INSERT INTO order_events VALUES ('%8$s', 1, '%7$s', 1, 'PAID', 'system:payment', '{}', now());
      INSERT INTO payment_attempts (id, order_id, payment_key, idempotency_key, amount, status, created_at, settled_at)
      VALUES ('%8$s', '%8$s', '%8$s', 'x', 9500, 'DONE', now(), now());
      INSERT INTO payments (id, order_id, attempt_id, payment_key, amount, refunded, method, approved_at, pays_order)
      VALUES ('%8$s', '%8$s', '%8$s', '%8$s', 9500, 500, '카드', now(), true);
      INSERT INTO refunds (id, order_id, payment_id, amount, reason, status, created_at, done_at)
      VALUES ('%8$s', '%8$s', '%8$s', 500, '옵션 누락', 'DONE', now(), now());
      INSERT INTO payment_webhooks (id, order_id, event_type, body, received_at)
      VALUES ('%8$s', '%8$s', 'PAYMENT_STATUS_CHANGED', '{"a": 1}', now());
      INSERT INTO notices (id, title, body, starts_at) VALUES ('%1$s', '공지 %2$s', '내용', now());
      INSERT INTO app_settings (key, value) VALUES ('k%9$s', '{"on": true}');
      INSERT INTO feature_flags (key, enabled) VALUES ('f%9$s', true);
      -- A price that has begun is history, and only comes to be by time.
      SET session_replication_role = replica;
      INSERT INTO menu_prices SELECT id, created_at, price, true FROM menus WHERE id = '%4$s';
      RESET session_replication_role;
      INSERT INTO images (sha256, media_type, bytes, created_at)
      VALUES (encode(sha256('%1$s'::bytea), 'hex'), 'image/png', '%1$s'::bytea, now());
      """;

  /** One that no other test knows. */
  public static Town built() {
    var town =
        new Town(
            UUID.randomUUID(),
            "c" + UUID.randomUUID().toString().substring(0, 20),
            UUID.randomUUID(),
            UUID.randomUUID(),
            UUID.randomUUID(),
            UUID.randomUUID(),
            UUID.randomUUID());
    String sql =
        ROWS.formatted(
            town.store,
            town.name(),
            town.category,
            town.menu,
            town.group,
            town.option,
            town.user,
            town.order,
            town.store.toString().replace("-", ""));
    new Database(AdminStack.owner()).sql().execute(sql);
    return town;
  }

  /** Of the shop and of the category. */
  public String name() {
    return "한솥 " + store.toString().substring(0, 8);
  }
}
