package com.ojeomneo.drills;

import static org.assertj.core.api.Assertions.assertThat;

import com.ojeomneo.local.TemporaryStack;
import com.ojeomneo.local.books.DatabaseChecks;
import com.ojeomneo.platform.database.Database;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a drill would overlook it cannot prove: each check, on an order that breaks it. */
class DatabaseChecksTest {
  private static TemporaryStack stack;
  private static Database owner;
  private static UUID dish;

  private UUID order;

  @BeforeAll
  static void start() throws Exception {
    TestApp.prepare();
    stack = TemporaryStack.start(URI.create("http://localhost:9"), Map.of());
    owner = stack.owner();
    dish = Shops.open(owner, 1, 10).getFirst().dishes().get(1);
  }

  @AfterAll
  static void stop() {
    stack.close();
  }

  /** One order, paid, with nothing wrong about it. */
  @BeforeEach
  void pay() {
    for (String table :
        List.of("order_events", "order_lines", "refunds", "payments", "payment_attempts")) {
      owner.sql().execute("DELETE FROM " + table);
    }
    for (String table :
        List.of(
            "orders", "users", "daily_stock", "dish_sales", "dish_sales_entries", "pickup_slots")) {
      owner.sql().execute("DELETE FROM " + table);
    }
    order = UUID.randomUUID();
    run(
        "INSERT INTO users (id, display_name, guest, created_at, order_event_seq)"
            + " VALUES (:id, '손님', true, now(), 2)");
    run(
        "INSERT INTO orders (id, user_id, store_id, store_name, business_day, number, status,"
            + " total_amount, created_at, expires_at, pickup_at, last_event)"
            + " SELECT :id, :id, s.id, s.name, current_date, 'A01', 'PAID', 13500, now(),"
            + " now() + interval '10 minutes', date_trunc('hour', now()), 2 FROM stores s");
    run(
        "INSERT INTO order_lines VALUES (:id, 1, '%s', '한정 갈비탕', 1, 13500, 13500, true)"
            .formatted(dish));
    run("INSERT INTO daily_stock VALUES ('%s', current_date, 9)".formatted(dish));
    run("INSERT INTO dish_sales VALUES ('%s', current_date, 1)".formatted(dish));
    run("INSERT INTO pickup_slots SELECT store_id, pickup_at, 1 FROM orders");
    addEvent(1, "PENDING_PAYMENT", "customer:x");
    addEvent(2, "PAID", "system:payment");
    run(
        "INSERT INTO payment_attempts (id, order_id, payment_key, idempotency_key, amount, status,"
            + " created_at, settled_at) VALUES (:id, :id, 'k', 'k', 13500, 'DONE', now(), now())");
    run(
        "INSERT INTO payments (id, order_id, attempt_id, payment_key, amount, approved_at,"
            + " pays_order) VALUES (:id, :id, :id, 'k', 13500, now(), true)");
  }

  @Test
  void whatIsRightIsRight() {
    assertThat(failing()).isEmpty();
  }

  @Test
  void moneyKeptForACancelledOrderIsNoticed() {
    run("UPDATE orders SET status = 'CANCELLED', cancel_reason = '변심' WHERE id = :id");
    assertThat(failing()).contains("one charge or none");
  }

  @Test
  void anOrderThatIsServedUnpaidIsNoticed() {
    run("DELETE FROM payments WHERE order_id = :id");
    assertThat(failing()).contains("one charge or none");
  }

  @Test
  void aRefundThatIsOwedIsNoticed() {
    run("UPDATE payments SET refunded = amount WHERE order_id = :id");
    assertThat(failing()).contains("refunds paid out, no more and no less");
  }

  @Test
  void aPortionThatWasSoldTwiceIsNoticed() {
    run("UPDATE daily_stock SET remaining = 10");
    assertThat(failing()).containsExactly("portions");
  }

  @Test
  void aSaleThatWasCountedTwiceIsNoticed() {
    run(
        "INSERT INTO dish_sales_entries (menu_id, business_day, portions) SELECT * FROM dish_sales");
    assertThat(failing()).containsExactly("portions sold of the last days");
  }

  @Test
  void aLineThatWasReplacedByNobodyIsNoticed() {
    run("UPDATE order_lines SET replaced_quantity = 1 WHERE order_id = :id");
    assertThat(failing())
        .containsExactlyInAnyOrder("portions sold of the last days", "lines as they were changed");
  }

  @Test
  void anOrderThatCostsAnythingButItsLinesIsNoticed() {
    run("UPDATE orders SET total_amount = 13000 WHERE id = :id");
    assertThat(failing())
        .containsExactlyInAnyOrder("one charge or none", "lines as they were changed");
  }

  @Test
  void aPlaceThatNobodyTookIsNoticed() {
    run("UPDATE pickup_slots SET taken = 2");
    assertThat(failing()).containsExactly("pickup slots");
  }

  @Test
  void anEventThatIsMissingIsNoticed() {
    run("DELETE FROM order_events WHERE order_id = :id AND seq = 1");
    assertThat(failing())
        .contains("events of each order, gapless", "events of each customer, gapless");
  }

  @Test
  void aWayThatIsNotInTheTableIsNoticed() {
    run("UPDATE order_events SET actor = 'customer:x' WHERE order_id = :id");
    assertThat(failing()).containsExactly("transitions");
  }

  private void addEvent(int seq, String status, String actor) {
    run(
        "INSERT INTO order_events VALUES (:id, %d, :id, %d, '%s', '%s', '{\"status\":\"%s\"}', now())"
            .formatted(seq, seq, status, actor, status));
  }

  private void run(String sql) {
    owner.sql().execute(sql.replace(":id", "'" + order + "'"));
  }

  /** The English names of the checks that found something. */
  private static List<String> failing() {
    return new DatabaseChecks(owner)
        .all().stream()
            .filter(check -> !check.differences().isEmpty())
            .map(check -> check.name().substring(check.name().indexOf("· ") + 2))
            .toList();
  }
}
