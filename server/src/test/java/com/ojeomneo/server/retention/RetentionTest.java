package com.ojeomneo.server.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ojeomneo.platform.database.Database;
import com.ojeomneo.server.TestStack;
import com.ojeomneo.server.retention.Retention.Kind;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.exception.DataAccessException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** With the Server's own log-in, at a moment that is today's. */
@QuarkusTest
@WithTestResource(TestStack.class)
class RetentionTest {
  private static final Instant NOW = Instant.now();
  private static final int ALL = 10_000;

  private final DSLContext owner = new Database(TestStack.owner()).sql();
  private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
  private final UUID user = UUID.randomUUID();
  private final UUID order = UUID.randomUUID();

  @Inject Database database;
  private Retention retention;

  @BeforeEach
  void prepare() {
    retention = new Retention(database, Clock.fixed(NOW, ZoneOffset.UTC), metrics);
    // What others have left behind is not counted.
    var before =
        new Retention(database, Clock.fixed(NOW, ZoneOffset.UTC), new SimpleMeterRegistry());
    for (Kind kind : Kind.values()) {
      before.forget(kind, ALL);
    }
  }

  @Test
  void afterFiveYearsAnOrderAndItsMoneyAreGone() {
    Instant at = NOW.minus(Duration.ofDays(5 * 366));
    addOrder(at, "COMPLETED");
    addWhatStaffDid(at);
    assertThat(retention.forget(Kind.ORDERS, ALL)).isOne();
    for (String table :
        new String[] {
          "order_lines",
          "order_events",
          "payment_attempts",
          "payments",
          "refunds",
          "refund_lines",
          "staff_orders",
          "order_changes"
        }) {
      assertThat(owner.fetchCount(owner.selectFrom(table).where("order_id = ?", order)))
          .as(table)
          .isZero();
    }
    assertThat(exists("orders", order)).isFalse();
    assertThat(metrics.get("ojeomneo_retention_forgotten").tag("what", "orders").counter().count())
        .isOne();
  }

  @Test
  void aDayBeforeItIsThere() {
    addOrder(fiveYearsAgo().plus(Duration.ofDays(1)), "COMPLETED");
    assertThat(retention.forget(Kind.ORDERS, ALL)).isZero();
    assertThat(exists("orders", order)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UPDATE orders SET status = 'READY' WHERE id = ?",
        "UPDATE order_events SET created_at = now() WHERE order_id = ?",
        "UPDATE refunds SET status = 'FAILED', done_at = NULL, try_at = now() WHERE order_id = ? AND NOT at_till",
        "UPDATE refunds SET status = 'PENDING', done_at = NULL, handed_by = NULL WHERE order_id = ? AND at_till",
        "UPDATE refunds SET done_at = now() WHERE order_id = ?",
        "INSERT INTO payment_checks (order_id, check_at, asked_at) VALUES (?, now(), now())"
      })
  void whatIsUnderWayOrHasHappenedSinceKeepsTheOrder(String happening) {
    Instant at = NOW.minus(Duration.ofDays(6 * 365));
    addOrder(at, "COMPLETED");
    addWhatStaffDid(at);
    assertThat(owner.execute(happening, order)).isPositive();
    assertThat(retention.forget(Kind.ORDERS, ALL)).isZero();
    owner.execute("DELETE FROM payment_checks WHERE order_id = ?", order);
  }

  @Test
  void aBatchIsNoLargerThanItIsAskedToBe() {
    for (int i = 0; i < 3; i++) {
      addUser(UUID.randomUUID(), true, NOW.minus(Duration.ofDays(100)), null);
    }
    assertThat(retention.forget(Kind.GUESTS, 2)).isEqualTo(2);
    assertThat(retention.forget(Kind.GUESTS, 2)).isOne();
  }

  @ParameterizedTest
  @CsvSource({
    "true,100,true",
    "true,89,false", // may still come back
    "false,1000,false" // has an account
  })
  void aGuestWhoCannotComeBackAndHasNothingIsGone(boolean guest, int days, boolean gone) {
    addUser(user, guest, NOW.minus(Duration.ofDays(days)), null);
    owner.execute("INSERT INTO consents VALUES (?, 'TERMS', '1', now())", user);
    retention.forget(Kind.GUESTS, ALL);
    assertThat(exists("users", user)).isEqualTo(!gone);
  }

  @Test
  void aGuestWithAnOrderOrASessionStays() {
    addOrder(NOW, "COMPLETED");
    owner.execute("UPDATE users SET created_at = now() - interval '1 year' WHERE id = ?", user);
    UUID other = UUID.randomUUID();
    addUser(other, true, NOW.minus(Duration.ofDays(400)), null);
    owner.execute(
        "INSERT INTO user_sessions (id, user_id, created_at) VALUES (?, ?, now())", other, other);
    retention.forget(Kind.GUESTS, ALL);
    assertThat(exists("users", user)).isTrue();
    assertThat(exists("users", other)).isTrue();
  }

  @Test
  void whatSomebodyWroteGoesWithTheirAccountOnceTheOrderHasEnded() {
    addOrder(NOW, "READY");
    retention.forget(Kind.NOTES, ALL);
    owner.execute("UPDATE users SET guest = false, deleted_at = now() WHERE id = ?", user);
    retention.forget(Kind.NOTES, ALL);
    assertThat(note()).isEqualTo("땅콩 빼 주세요");

    owner.execute("UPDATE orders SET status = 'COMPLETED' WHERE id = ?", order);
    retention.forget(Kind.NOTES, ALL);

    assertThat(note()).isNull();
    assertThat(
            owner.fetchValue("SELECT snapshot::text FROM order_events WHERE order_id = ?", order))
        .asString()
        .contains("\"note\": null", "\"number\": \"A17\"")
        .doesNotContain("땅콩");
  }

  @Test
  void theNotesOfWhoIsStillHereStay() {
    addOrder(NOW, "COMPLETED");
    retention.forget(Kind.NOTES, ALL);
    assertThat(note()).isEqualTo("땅콩 빼 주세요");
  }

  @ParameterizedTest
  @CsvSource({
    "COMPLETED,31,true",
    "CANCELLED,31,true",
    "EXPIRED,31,true",
    "COMPLETED,29,false", // may still come and ask
    "READY,400,false" // waits
  })
  void theNameThatWasCalledOutGoesOnceTheOrderIsOver(String status, int days, boolean gone) {
    Instant at = NOW.minus(Duration.ofDays(days));
    addOrder(at, status);
    addWhatStaffDid(at);

    assertThat(retention.forget(Kind.NAMES, ALL)).isEqualTo(gone ? 1 : 0);

    assertThat(owner.fetchValue("SELECT customer_name FROM staff_orders WHERE order_id = ?", order))
        .isEqualTo(gone ? null : "홍길동");
    assertThat(metrics.get("ojeomneo_retention_forgotten").tag("what", "names").counter().count())
        .isEqualTo(gone ? 1 : 0);
  }

  @Test
  void theLogOfStaffGoesAfterFiveYearsAndWhoLeftAfterThree() {
    UUID staff = UUID.randomUUID();
    owner.execute(
        """
        INSERT INTO staff (id, email, display_name, password_hash, created_at, disabled_at)
        VALUES (?, ?, '김직원', 'x', now(), now() - interval '1097 days')
        """,
        staff,
        staff + "@example.com");
    owner.execute("INSERT INTO staff_roles (staff_id, role) VALUES (?, 'VIEWER')", staff);
    UUID old = addEntry(staff, "1830 days");
    UUID young = addEntry(staff, "1820 days");

    retention.forget(Kind.AUDIT_LOG, ALL);
    assertThat(retention.forget(Kind.STAFF, ALL)).isOne();

    assertThat(exists("audit_log", old)).isFalse();
    assertThat(exists("audit_log", young)).isTrue();
    assertThat(owner.fetchValue("SELECT s::text FROM staff s WHERE id = ?", staff))
        .asString()
        .contains("떠난 직원", "left.invalid")
        .doesNotContain("김직원", "example.com");
    assertThat(retention.forget(Kind.STAFF, ALL)).isZero();
    owner.execute("DELETE FROM audit_log WHERE id = ?", young);
  }

  @Test
  void whoLeftLessThanThreeYearsAgoIsKnown() {
    UUID staff = UUID.randomUUID();
    owner.execute(
        """
        INSERT INTO staff (id, email, display_name, password_hash, created_at, disabled_at)
        VALUES (?, ?, '김직원', 'x', now(), now() - interval '1090 days')
        """,
        staff,
        staff + "@example.com");
    assertThat(retention.forget(Kind.STAFF, ALL)).isZero();
  }

  /** Whatever a fault of the Server asks for. */
  @ParameterizedTest
  @EnumSource(
      value = Kind.class,
      names = {"ORDERS", "NAMES", "GUESTS", "AUDIT_LOG", "STAFF"})
  void nothingGoesBeforeItsTime(Kind kind) {
    var tomorrow = Clock.fixed(NOW.plus(Duration.ofDays(400)), ZoneOffset.UTC);
    var hasty = new Retention(database, tomorrow, metrics);
    assertThatThrownBy(() -> hasty.forget(kind, ALL))
        .isInstanceOf(DataAccessException.class)
        .hasMessageContaining("it has to be kept for");
  }

  @Test
  void nobodyElseMayLetGo() {
    DSLContext admin = new Database(TestStack.as("ojeomneo_admin")).sql();
    for (String name : new String[] {"orders", "notes", "names", "guests", "audit_log", "staff"}) {
      assertThatThrownBy(() -> admin.execute("SELECT forget_%s('-infinity', 1)".formatted(name)))
          .hasMessageContaining("permission denied");
    }
  }

  private static Instant fiveYearsAgo() {
    return NOW.atOffset(ZoneOffset.ofHours(9)).minusYears(5).toInstant();
  }

  private UUID addEntry(UUID staff, String age) {
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

  private void addUser(UUID id, boolean guest, Instant created, Instant deleted) {
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

  private void addOrder(Instant at, String status) {
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
  private void addWhatStaffDid(Instant at) {
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

  private Object note() {
    return owner.fetchValue("SELECT note FROM orders WHERE id = ?", order);
  }

  private boolean exists(String table, UUID id) {
    return owner.fetchExists(owner.selectFrom(table).where("id = ?", id));
  }
}
