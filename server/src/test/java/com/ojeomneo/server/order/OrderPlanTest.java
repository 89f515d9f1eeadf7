package com.ojeomneo.server.order;

import static org.assertj.core.api.Assertions.assertThat;

import com.ojeomneo.order.OrderEvents;
import com.ojeomneo.order.OrderViews;
import com.ojeomneo.payment.PaymentAttempts;
import com.ojeomneo.payment.PaymentChecks;
import com.ojeomneo.payment.Payments;
import com.ojeomneo.payment.Refunds;
import com.ojeomneo.payment.Waiting;
import com.ojeomneo.platform.database.Database;
import com.ojeomneo.platform.outbox.Outbox;
import com.ojeomneo.schema.SchemaVersion;
import com.ojeomneo.schema.jooq.enums.OrderStatus;
import com.ojeomneo.server.TestStack;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.flywaydb.core.Flyway;
import org.jooq.DSLContext;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;
import org.jooq.conf.ParamType;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/** The statements about orders as they really run, explained on 100,000 orders. */
@QuarkusTest
@WithTestResource(TestStack.class)
class OrderPlanTest {
  private static DSLContext sql;

  @Inject OrderViews views;

  @BeforeAll
  static void aHundredThousandOrders() throws SQLException {
    try (var owner = TestStack.owner().getConnection();
        var statement = owner.createStatement()) {
      statement.execute("DROP DATABASE IF EXISTS order_plans");
      statement.execute("CREATE DATABASE order_plans TEMPLATE template0");
      var source = new PGSimpleDataSource();
      source.setURL(owner.getMetaData().getURL().replaceFirst("/postgres\\b", "/order_plans"));
      source.setUser("postgres");
      Flyway.configure().dataSource(source).locations(SchemaVersion.MIGRATIONS).load().migrate();
      sql = new Database(source).sql();
    }
    sql.execute(
        """
        INSERT INTO stores (id, name, created_at) VALUES ('%s', '가게', now());
        INSERT INTO users (id, display_name, guest, created_at)
        SELECT ('00000000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid, '손님', true, now()
          FROM generate_series(0, 999) n;
        INSERT INTO orders (id, user_id, store_id, store_name, business_day, number, status,
                            total_amount, estimated_ready_at, created_at, expires_at)
        SELECT ('00000000-0000-7000-9000-' || lpad(to_hex(n), 12, '0'))::uuid,
               ('00000000-0000-7000-8000-' || lpad(to_hex(n %% 1000), 12, '0'))::uuid,
               '%s', '가게', '2000-01-01'::date + n, 'A01',
               (CASE WHEN n %% 500 = 1 THEN 'PENDING_PAYMENT' WHEN n %% 500 = 2 THEN 'PAID'
                ELSE 'COMPLETED' END)::order_status,
               9000, now(), now(), now() + interval '10 minutes'
          FROM generate_series(1, 100000) n;
        INSERT INTO order_events (order_id, seq, user_id, user_seq, type, actor, snapshot, created_at)
        SELECT id, 1, user_id, row_number() OVER (PARTITION BY user_id), 'x', 'x', '{}', now()
          FROM orders;
        INSERT INTO outbox (topic, payload, published_at)
        SELECT 'x', '{}', CASE WHEN n <= 99990 THEN now() END FROM generate_series(1, 100000) n;
        INSERT INTO payment_attempts (id, order_id, payment_key, idempotency_key, amount, status,
                                      check_at, settled_at, created_at)
        SELECT id, id, id, 'x', 9000,
               (CASE WHEN status = 'PENDING_PAYMENT' THEN 'OPEN' ELSE 'DONE' END)::attempt_status,
               CASE WHEN status = 'PENDING_PAYMENT' THEN now() END,
               CASE WHEN status <> 'PENDING_PAYMENT' THEN now() END, now()
          FROM orders;
        INSERT INTO payments (id, order_id, attempt_id, payment_key, amount, refunded, approved_at,
                              pays_order)
        SELECT id, id, id, id, 9000, 9000, now(), true FROM orders;
        INSERT INTO refunds (id, order_id, payment_id, amount, reason, status, try_at, done_at,
                             created_at)
        SELECT id, id, id, 9000, 'x',
               (CASE WHEN status = 'PAID' THEN 'PENDING' ELSE 'DONE' END)::refund_status,
               CASE WHEN status = 'PAID' THEN now() END,
               CASE WHEN status <> 'PAID' THEN now() END, now()
          FROM orders;
        INSERT INTO payment_checks (order_id, check_at, asked_at)
        SELECT id, now() + interval '1 hour', now() FROM orders;
        """
            .formatted(new UUID(0, 1), new UUID(0, 1)));
    sql.execute("VACUUM ANALYZE");
  }

  @Test
  void ordersOfAUserAreReadAlongTheirIndex() {
    uses("orders_of_user", ctx -> views.list(ctx, user(7), null, null, 21));
    uses("orders_of_user", ctx -> views.list(ctx, user(7), null, order(50_000), 21));
    uses("orders_of_user", ctx -> views.list(ctx, user(7), OrderStatus.COMPLETED, null, 21));
    uses("orders_of_user", ctx -> views.list(ctx, user(2), OrderStatus.READY, null, 21));
    uses("orders_of_user", ctx -> views.list(ctx, user(2), OrderStatus.EXPIRED, null, 21));
  }

  @Test
  void eventsAreReadAlongTheirIndexes() {
    uses("order_events_pkey", ctx -> OrderEvents.after(ctx, order(7), 0, 100));
    uses("order_events_pkey", ctx -> OrderEvents.latest(ctx, order(7)));
    uses("order_events_user_id_user_seq_key", ctx -> OrderEvents.afterOfUser(ctx, user(7), 3, 100));
    uses("order_events_user_id_user_seq_key", ctx -> OrderEvents.latestOfUser(ctx, user(7)));
  }

  @Test
  void thePaymentsOfAnOrderAreReadAlongTheIndexThatKeepsThemOne() {
    uses("payments_one_per_order", ctx -> Payments.lockPaying(ctx, order(7)));
    // Nothing is left to ask back: the update that would follow does not run.
    uses("payments_one_per_order", ctx -> Refunds.requestRest(ctx, order(7), "x", Instant.now()));
  }

  @Test
  void whatIsDueIsReadAlongItsIndex() {
    Instant now = Instant.now();
    uses("payment_attempts_due", ctx -> PaymentAttempts.takeDue(ctx, now, Duration.ZERO));
    uses("refunds_due", ctx -> Refunds.takeDue(ctx, now, Duration.ZERO));
    uses("payment_checks_due", ctx -> PaymentChecks.takeDue(ctx, now, Duration.ZERO));
  }

  @Test
  void whatWaitsIsCountedAlongIndexesThatHoldOnlyThat() {
    // Of payment_checks every row waits: there is nothing to leave out.
    assertThat(plans(Waiting::now))
        .singleElement()
        .asString()
        .contains("payment_attempts_open", "refunds_unpaid")
        .doesNotContain("Seq Scan on payment_attempts", "Seq Scan on refunds");
  }

  @Test
  void theRelayReadsNothingButWhatIsUnpublished() {
    uses("outbox_unpublished", ctx -> Outbox.unpublished(ctx, 200));
  }

  @Test
  void anOrderIsReadByOneStatement() {
    assertThat(plans(ctx -> views.find(ctx, order(7), user(7)))).hasSize(1);
  }

  private static void uses(String index, Consumer<DSLContext> work) {
    assertThat(plans(work))
        .allSatisfy(
            plan ->
                assertThat(plan)
                    .contains(index)
                    .doesNotContain(
                        "Seq Scan on orders",
                        "Seq Scan on order_events",
                        "Seq Scan on outbox",
                        "Seq Scan on payment",
                        "Seq Scan on refunds"));
  }

  /** The plan of each statement that the work runs. */
  private static List<String> plans(Consumer<DSLContext> work) {
    var statements = new ArrayList<String>();
    work.accept(sql.configuration().derive(new Recorder(statements)).dsl());
    return statements.stream().map(s -> sql.fetch("EXPLAIN " + s).formatCSV()).toList();
  }

  private static UUID order(int n) {
    return UUID.fromString("00000000-0000-7000-9000-%012x".formatted(n));
  }

  private static UUID user(int n) {
    return UUID.fromString("00000000-0000-7000-8000-%012x".formatted(n));
  }

  private record Recorder(List<String> statements) implements ExecuteListener {
    private static final long serialVersionUID = 1L;

    @Override
    public void renderEnd(ExecuteContext ctx) {
      statements.add(ctx.query().getSQL(ParamType.INLINED));
    }
  }
}
