package com.ojeomneo.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ojeomneo.platform.database.Database;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.exception.DataAccessException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The database itself refuses what an app must not do, whatever its code says. */
@QuarkusTest
@WithTestResource(TestStack.class)
class GrantsTest {
  private static final String DOMAIN = "ojeomneo_domain";

  /**
   * Table, then what the Server, the domain and Admin may do to all of its columns: Select, Insert,
   * Update, Delete. What is granted on single columns is tested by itself.
   */
  private static final String STATED =
      """
      app_settings SIUD S SIUD
      app_versions SIUD S SIUD
      audit_log I I SI
      consents SIUD S S
      customer_views SD - I
      daily_stock SIUD SIU S
      dish_sales SIUD S S
      dish_sales_entries SIUD S S
      export_chunks - - SID
      exports - - SIUD
      favourites SIUD S S
      feature_flags SIUD S SIUD
      flyway_schema_history S S S
      idempotency_keys SIUD - -
      identity_unlinks SIUD - -
      images S S SI
      login_nonces SIUD - -
      mail_requests SIUD - -
      menu_availability SIUD S SIUD
      menu_categories SIUD S SIUD
      menu_prices SIUD S SIUD
      menus SIUD S SIUD
      notices SIUD S SIUD
      option_groups SIUD S SIUD
      options SIUD S SIUD
      order_changes SI SI S
      order_counters SIUD SIU S
      order_events SI SI S
      order_line_options SIUD SI S
      order_lines SIUD SI S
      orders SIUD SIU S
      outbox SIUD SI S
      payment_attempts SIUD SIU S
      payment_checks SIUD SIU S
      payment_webhooks SIUD S S
      payments SIUD SIU S
      pickup_slots SIUD SIU S
      push_messages SIUD S S
      push_subscriptions SIUD - -
      refresh_tokens SIUD - -
      refund_lines SI SI S
      refunds SIUD SIU S
      retained_accounts ID - -
      revoked_tokens SIUD - -
      saved_views - - SIUD
      staff - - SIUD
      staff_links - - SIUD
      staff_orders SIUD SI S
      staff_recovery_codes - - SIUD
      staff_role_rules - - SU
      staff_roles - - SIUD
      staff_sessions - - SIUD
      store_closures SIUD S SIUD
      store_day_hours SIUD S SIUD
      store_days SIUD S SIUD
      store_hours SIUD S SIUD
      stores SIUD S SIUD
      user_identities SIUD - -
      user_sessions SIUD S S
      users SIUD - -
      verification_codes SIUD - -
      """;

  private final DSLContext server = new Database(TestStack.as("ojeomneo_server")).sql();
  private final DSLContext admin = new Database(TestStack.as("ojeomneo_admin")).sql();
  private final Database adminAsDomain = new Database(TestStack.as("ojeomneo_admin"), DOMAIN);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CREATE TABLE mine (id int)",
        "ALTER TABLE menus ADD COLUMN mine int",
        "DROP TABLE notices",
        "TRUNCATE order_events",
        "UPDATE order_events SET type = 'x'",
        "DELETE FROM order_events",
        "UPDATE order_changes SET reason = 'x'",
        "DELETE FROM order_changes",
        "DELETE FROM flyway_schema_history",
      })
  void theServerChangesNeitherTheSchemaNorHistory(String statement) {
    refused(server, statement);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CREATE TABLE mine (id int)",
        "ALTER TABLE menus ADD COLUMN mine int",
        "UPDATE orders SET status = 'PAID'",
        "DELETE FROM orders",
        "INSERT INTO order_events SELECT * FROM order_events",
        "INSERT INTO outbox (topic, payload) VALUES ('order_status', '{}')",
        "INSERT INTO payments SELECT * FROM payments",
        "UPDATE payments SET refunded = 0",
        "INSERT INTO refunds SELECT * FROM refunds",
        "INSERT INTO refund_lines SELECT * FROM refund_lines",
        "UPDATE order_lines SET refunded_quantity = 0",
        "INSERT INTO staff_orders SELECT * FROM staff_orders",
        "UPDATE staff_orders SET customer_name = NULL",
        "INSERT INTO order_changes SELECT * FROM order_changes",
        "UPDATE order_changes SET reason = 'x'",
        "DELETE FROM order_changes",
        "INSERT INTO users (id, display_name, guest, created_at) SELECT id, 'x', true, now() FROM stores",
        "INSERT INTO daily_stock SELECT * FROM daily_stock",
        "UPDATE daily_stock SET remaining = 99",
        "UPDATE pickup_slots SET taken = 0",
        "UPDATE dish_sales SET portions = 0",
        "UPDATE users SET display_name = 'x'",
      })
  void adminWritesNothingThatTheDomainOwns(String statement) {
    refused(admin, statement);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT password_hash FROM users",
        "SELECT * FROM users",
        "SELECT token_hash FROM refresh_tokens",
        "SELECT body FROM idempotency_keys",
        "SELECT jti FROM revoked_tokens",
        "SELECT code_hash FROM verification_codes",
        "SELECT endpoint FROM push_subscriptions",
        "SELECT email_verified_at FROM users",
      })
  void nobodyButTheServerReadsCredentials(String statement) {
    refused(admin, statement);
    assertThatThrownBy(() -> adminAsDomain.transact(tx -> tx.execute(statement)))
        .satisfies(GrantsTest::isRefusal);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UPDATE users SET order_event_seq = 1 WHERE false",
        "UPDATE order_lines SET refunded_quantity = 1, replaced_quantity = 1, returned_quantity = 1 WHERE false",
        "INSERT INTO staff_orders SELECT * FROM staff_orders WHERE false",
        "INSERT INTO order_changes SELECT * FROM order_changes WHERE false",
        "INSERT INTO users (id, display_name, guest, created_at) SELECT id, 'x', true, now() FROM users WHERE false",
      })
  void theDomainWritesWhatAnOrderTakes(String statement) {
    assertThatCode(() -> adminAsDomain.transact(tx -> tx.execute(statement)))
        .doesNotThrowAnyException();
  }

  /** Of a customer and of a line nothing else; what was changed about an order stays as it is. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "UPDATE users SET email = 'x'",
        "INSERT INTO users (id, email, display_name, guest, created_at) SELECT id, 'x', 'x', false, now() FROM users",
        "INSERT INTO users (id, password_hash, display_name, guest, created_at) SELECT id, 'x', 'x', true, now() FROM users",
        "DELETE FROM users",
        "UPDATE order_lines SET amount = 1",
        "UPDATE order_lines SET waived = 1",
        "UPDATE staff_orders SET customer_name = 'x'",
        "DELETE FROM staff_orders",
        "UPDATE order_changes SET reason = 'x'",
        "DELETE FROM order_changes",
      })
  void theDomainWritesNothingElseOfThem(String statement) {
    assertThatThrownBy(() -> adminAsDomain.transact(tx -> tx.execute(statement)))
        .satisfies(GrantsTest::isRefusal);
  }

  @Test
  void adminKeepsTheCatalogueAndSeesCustomersWithoutTheirSecrets() {
    assertThatCode(
            () -> {
              admin.execute("UPDATE menus SET sold_out = sold_out WHERE false");
              admin.execute("UPDATE notices SET title = title WHERE false");
              admin.fetch("SELECT id, email, display_name FROM users LIMIT 1");
              admin.fetch("SELECT status FROM orders LIMIT 1");
            })
        .doesNotThrowAnyException();
  }

  @Test
  void adminMovesAnOrderOnlyInsideATransactionOfTheDomain() {
    String transition = "UPDATE orders SET status = 'PAID' WHERE false";

    assertThatCode(
            () ->
                adminAsDomain.transact(
                    tx -> {
                      tx.execute(transition);
                      tx.execute(
                          "INSERT INTO outbox (topic, payload) SELECT 'x', '{}' WHERE false");
                    }))
        .doesNotThrowAnyException();
    // The role ends with the transaction: the connection that goes back to the pool is Admin's.
    refused(adminAsDomain.sql(), transition);
    assertThatThrownBy(
            () -> adminAsDomain.transact(tx -> tx.execute("ALTER TABLE orders ADD COLUMN x int")))
        .satisfies(GrantsTest::isRefusal);
  }

  /** A new table fails here until someone has decided who may touch it. */
  @Test
  void everyTableHasAStatedGrant() {
    String granted =
        new Database(TestStack.owner())
                .sql()
                .fetch(
                    """
                SELECT relname, string_agg(rights, ' ' ORDER BY position)
                FROM pg_class
                CROSS JOIN LATERAL (
                    SELECT position, coalesce(string_agg(left(privilege, 1), '' ORDER BY n), '-') AS rights
                    FROM unnest(ARRAY ['server', 'domain', 'admin']) WITH ORDINALITY AS r (role, position)
                    LEFT JOIN unnest(ARRAY ['SELECT', 'INSERT', 'UPDATE', 'DELETE'])
                        WITH ORDINALITY AS p (privilege, n)
                        ON has_table_privilege('ojeomneo_' || role, pg_class.oid, privilege)
                    GROUP BY position) AS granted
                WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'
                GROUP BY relname ORDER BY relname
                """)
                .stream()
                .map(row -> row.get(0) + " " + row.get(1) + "\n")
                .collect(Collectors.joining());

    assertThat(granted).isEqualTo(STATED);
  }

  private static void refused(DSLContext as, String statement) {
    assertThatThrownBy(() -> as.execute(statement)).satisfies(GrantsTest::isRefusal);
  }

  private static void isRefusal(Throwable e) {
    assertThat(e).isInstanceOf(DataAccessException.class);
    assertThat(((DataAccessException) e).sqlState()).isEqualTo("42501");
  }
}
