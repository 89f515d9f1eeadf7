package com.ojeomneo.local;

import static com.ojeomneo.schema.jooq.enums.OrderStatus.ACCEPTED;
import static com.ojeomneo.schema.jooq.enums.OrderStatus.CANCELLED;
import static com.ojeomneo.schema.jooq.enums.OrderStatus.COMPLETED;
import static com.ojeomneo.schema.jooq.enums.OrderStatus.PREPARING;
import static com.ojeomneo.schema.jooq.enums.OrderStatus.READY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.ojeomneo.local.sample.SampleData;
import com.ojeomneo.order.OrderView;
import com.ojeomneo.payment.PaymentPage;
import com.ojeomneo.platform.database.Database;
import com.ojeomneo.schema.jooq.enums.OrderStatus;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

/** With the log-in of the back office, whose rights decide what it may write. */
class KitchenTest {
  private static final URI NOWHERE = URI.create("http://localhost:9");

  @TempDir private static Path folder;
  private static Stack stack;
  private static Connection owner;
  private static Kitchen kitchen;
  private static int orders;

  @BeforeAll
  static void start() throws Exception {
    Home home = TestHome.in(folder);
    var secrets = Secrets.of(home);
    stack = new Stack(home, TestHome.quiet());
    var postgres = new Postgres(home, secrets);
    postgres.start(stack);
    var database = TestDatabase.create(postgres, secrets, "kitchen");
    new Databases(postgres, secrets).openLogins();
    owner = database.connect();
    new SampleData(Clock.systemUTC()).loadOnce(owner);
    var admin = new PGSimpleDataSource();
    admin.setURL(postgres.url("kitchen"));
    admin.setUser(Databases.ADMIN);
    admin.setPassword(secrets.password(Databases.ADMIN));
    kitchen =
        new Kitchen(
            new Database(admin, "ojeomneo_domain"), new PaymentPage(NOWHERE, NOWHERE, "test_ck"));
  }

  @AfterAll
  static void stop() throws Exception {
    owner.close();
    stack.stop();
  }

  @Test
  void anOrderIsMovedToTheCounterByItsNumber() throws Exception {
    String number = paidOrder("종로 김치찌개").number();
    for (OrderStatus next : new OrderStatus[] {ACCEPTED, PREPARING, READY, COMPLETED}) {
      assertThat(kitchen.move(number.toLowerCase(), next, null).status()).isEqualTo(next);
    }
    assertThat(kitchen.liveOrders()).noneMatch(order -> order.number().equals(number));
  }

  @Test
  void everyMoveIsInTheHistoryAndOnItsWayToTheCustomer() throws Exception {
    UUID id = paidOrder("카츠공방").id();
    kitchen.move(id.toString(), ACCEPTED, null);
    assertThat(ask("SELECT type || ' ' || actor FROM order_events WHERE order_id = ?", id))
        .isEqualTo("ACCEPTED staff:local-shop");
    assertThat(ask("SELECT snapshot->>'status' FROM order_events WHERE order_id = ?", id))
        .isEqualTo("ACCEPTED");
    assertThat(ask("SELECT payload->>'orderId' FROM outbox WHERE payload->>'orderId' = ?", id))
        .isEqualTo(id.toString());
  }

  @Test
  void aDelayMovesTheEstimateOfAnAcceptedOrder() throws Exception {
    String number = paidOrder("종로 김치찌개").number();
    assertThatThrownBy(() -> kitchen.delay(number, 10))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("PAID → DELAYED");
    var estimate = kitchen.move(number, ACCEPTED, null).estimatedReadyAt();
    assertThat(kitchen.delay(number, 10).estimatedReadyAt())
        .isEqualTo(estimate.plus(Duration.ofMinutes(10)));
    assertThatThrownBy(() -> kitchen.delay(number, 181))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("180분");
  }

  @Test
  void aCancelledOrderIsRefundedWhole() throws Exception {
    OrderView order = paidOrder("마라정원");
    OrderView cancelled = kitchen.move(order.id().toString(), CANCELLED, "재료 소진");
    assertThat(cancelled.cancelReason()).isEqualTo("재료 소진");
    assertThat(cancelled.refunds())
        .singleElement()
        .satisfies(refund -> assertThat(refund.amount()).isEqualTo(order.totalAmount()));
  }

  @Test
  void whatTheStateForbidsIsRefusedInOneLine() throws Exception {
    String id = paidOrder("온반 비빔밥").id().toString();
    assertThatThrownBy(() -> kitchen.move(id, READY, null))
        .isInstanceOf(Refusal.class)
        .message()
        .contains("PAID → READY")
        .doesNotContain("\n");
  }

  @Test
  void whatWasTakenOutIsNotCooked() throws Exception {
    UUID id = paidOrder("종로 김치찌개").id();
    try (var statement =
        owner.prepareStatement(
            """
            WITH gone AS (
              UPDATE order_lines SET replaced_quantity = 1 WHERE order_id = ? RETURNING *)
            INSERT INTO order_lines
              (order_id, line, menu_id, name, quantity, unit_price, amount, took_stock, replaces)
            SELECT order_id, 2, menu_id, '부대찌개', 1, unit_price, amount, false, 1 FROM gone
            """)) {
      statement.setObject(1, id);
      assertThat(statement.executeUpdate()).isOne();
    }
    assertThat(kitchen.liveOrders())
        .filteredOn(order -> order.id().equals(id))
        .flatExtracting(OrderView::items)
        .extracting(OrderView.Item::name, OrderView.Item::quantity)
        .containsExactly(tuple("부대찌개", 1));
  }

  @Test
  void whatIsNoOrderIsRefused() {
    for (String order : new String[] {"Z99", "lunch", UUID.randomUUID().toString()}) {
      assertThatThrownBy(() -> kitchen.move(order, ACCEPTED, null))
          .as(order)
          .isInstanceOf(Refusal.class)
          .hasMessageContaining(order);
    }
  }

  @Test
  void aNumberCalledInTwoShopsNeedsTheId() throws Exception {
    OrderView one = paidOrder("사이공 쌀국수", "T77");
    paidOrder("포케데이", "T77");
    assertThatThrownBy(() -> kitchen.move("T77", ACCEPTED, null))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining(one.id().toString());
  }

  private static OrderView paidOrder(String store) throws SQLException {
    return paidOrder(store, "A%02d".formatted(++orders));
  }

  /** As checkout and payment leave it: a customer, one dish, the money taken. */
  private static OrderView paidOrder(String store, String number) throws SQLException {
    UUID id = UUID.randomUUID();
    try (var statement =
        owner.prepareStatement(
            """
            WITH what AS (SELECT ?::uuid AS id, ?::text AS store, ?::text AS number),
            buyer AS (
              INSERT INTO users (id, display_name, guest, created_at)
              SELECT id, '손님', true, now() FROM what RETURNING id),
            dish AS (
              SELECT menus.*, stores.name AS store_name
              FROM menus JOIN stores ON stores.id = store_id JOIN what ON store = stores.name
              ORDER BY menus.id LIMIT 1),
            placed AS (
              INSERT INTO orders (id, user_id, store_id, store_name, business_day, number, status,
                                  total_amount, created_at, expires_at)
              SELECT buyer.id, buyer.id, store_id, store_name, current_date, number, 'PAID',
                     price, now(), now() + interval '10 minutes'
              FROM buyer, dish, what RETURNING id, total_amount),
            line AS (
              INSERT INTO order_lines
              SELECT placed.id, 1, dish.id, name, 1, price, price, false FROM placed, dish),
            attempt AS (
              INSERT INTO payment_attempts (id, order_id, payment_key, idempotency_key, amount,
                                            status, created_at, settled_at)
              SELECT id, id, id::text, id::text, total_amount, 'DONE', now(), now()
              FROM placed RETURNING id, amount)
            INSERT INTO payments (id, order_id, attempt_id, payment_key, amount, approved_at,
                                  pays_order)
            SELECT id, id, id, id::text, amount, now(), true FROM attempt
            """)) {
      statement.setObject(1, id);
      statement.setString(2, store);
      statement.setString(3, number);
      assertThat(statement.executeUpdate()).isOne();
    }
    return kitchen.liveOrders().stream()
        .filter(order -> order.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private static String ask(String query, UUID id) throws SQLException {
    try (var statement = owner.prepareStatement(query)) {
      statement.setObject(1, query.contains("payload") ? id.toString() : id);
      var rows = statement.executeQuery();
      assertThat(rows.next()).isTrue();
      return rows.getString(1);
    }
  }
}
