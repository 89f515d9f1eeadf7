package com.ojeomneo.admin.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import com.ojeomneo.admin.AdminStack;
import com.ojeomneo.admin.staff.Reach;
import com.ojeomneo.platform.database.Database;
import com.ojeomneo.schema.SchemaVersion;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.flywaydb.core.Flyway;
import org.jooq.DSLContext;
import org.jooq.ExecuteListener;
import org.jooq.Record;
import org.jooq.ResultQuery;
import org.jooq.conf.ParamType;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/** The statements as they really run, explained and counted where 300 days lie behind. */
@QuarkusTest
@WithTestResource(AdminStack.class)
class DashboardPlanTest {
  private static final int ORDERS = 300_000;
  private static final int A_DAY = 1_000;
  private static final Pattern READ =
      Pattern.compile("actual rows=([0-9.]+) loops=(\\d+)|Rows Removed by [A-Za-z ]+: (\\d+)");
  private static final Span SPAN =
      new Span(LocalDate.of(2026, 9, 1), Instant.parse("2026-09-01T14:00:00Z"));
  private static final Reach EVERYWHERE = new Reach.Everywhere();
  private static DSLContext sql;

  @BeforeAll
  static void aLongPast() throws SQLException {
    try (var owner = AdminStack.owner().getConnection();
        var statement = owner.createStatement()) {
      statement.execute("CREATE DATABASE dashboard_plans TEMPLATE template0");
      var source = new PGSimpleDataSource();
      source.setURL(owner.getMetaData().getURL().replaceFirst("/postgres\\b", "/dashboard_plans"));
      source.setUser("postgres");
      Flyway.configure().dataSource(source).locations(SchemaVersion.MIGRATIONS).load().migrate();
      sql = new Database(source).sql();
    }
    sql.execute(
        """
        SET session_replication_role = replica;
        INSERT INTO stores (id, name, created_at)
        SELECT ('00000000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid, '매장 ' || n, now() FROM generate_series(0, 19) n;
        INSERT INTO orders (id, user_id, store_id, store_name, business_day, number, status, total_amount,
                            estimated_ready_at, created_at, expires_at)
        SELECT ('00000000-0000-7000-9000-' || lpad(to_hex(n), 12, '0'))::uuid, gen_random_uuid(),
               ('00000000-0000-7000-8000-' || lpad(to_hex(n %% 20), 12, '0'))::uuid, '매장',
               '2026-01-01'::date + n / 1000, 'A' || lpad((n / 20 %% 50)::text, 2, '0'), 'COMPLETED', 9000, now(),
               '2025-12-31T15:00:00Z'::timestamptz + n * interval '86.4 s', '2100-01-01Z'
          FROM generate_series(0, %1$d - 1) n;
        INSERT INTO payments (id, order_id, attempt_id, payment_key, amount, approved_at, pays_order)
        SELECT id, id, id, id, 9000, now(), true FROM orders;
        INSERT INTO order_lines (order_id, line, menu_id, name, quantity, unit_price, amount, took_stock)
        SELECT id, 1, store_id, 'x', 1, 9000, 9000, false FROM orders;
        INSERT INTO order_events (order_id, seq, user_id, user_seq, type, actor, snapshot, created_at)
        SELECT id, seq, user_id, seq, (ARRAY ['PAID', 'ACCEPTED', 'READY'])[seq], 'x', '{}', created_at + seq * interval '1 min'
          FROM orders, generate_series(1, 3) seq;
        RESET session_replication_role;
        """
            .formatted(ORDERS));
    sql.execute("VACUUM ANALYZE");
  }

  @Test
  void figuresReadTheOrdersOfTwoDaysAndWhatBelongsToThem() {
    List<String> plan = plan(Days.figures(sql, EVERYWHERE, SPAN));

    assertThat(plan).noneMatch(line -> line.contains("Seq Scan"));
    assertThat(read(plan, "order_events")).isBetween(5L * A_DAY, 6L * A_DAY);
    assertThat(read(plan, "orders_by_time")).isBetween(A_DAY * 19 / 10L, 2L * A_DAY);
  }

  @Test
  void dishesReadTheirLines() {
    List<String> plan = plan(Days.dishes(sql, EVERYWHERE, SPAN));

    assertThat(plan).noneMatch(line -> line.matches(".*Seq Scan on (orders|order_|payments).*"));
    assertThat(read(plan, "order_lines")).isBetween(A_DAY * 18 / 10L, 2L * A_DAY);
  }

  @Test
  void oneShopReadsNoMoreThanAll() {
    UUID shop = UUID.fromString("00000000-0000-7000-8000-000000000003");
    List<String> plan = plan(Days.figures(sql, new Reach.Shops(Set.of(shop)), SPAN));

    assertThat(plan).noneMatch(line -> line.contains("Seq Scan"));
    assertThat(read(plan, "order_events")).isLessThan(A_DAY);
  }

  @Test
  void aDashboardIsThreeStatements() {
    var statements = new AtomicInteger();
    DSLContext counted =
        sql.configuration()
            .deriveAppending(ExecuteListener.onStart(_ -> statements.incrementAndGet()))
            .dsl();

    Dashboard shown = Days.compare(counted, EVERYWHERE, EVERYWHERE, SPAN);

    assertThat(statements).hasValue(3);
    assertThat(shown.wholeDay().orders()).isEqualTo(A_DAY);
    assertThat(shown.stores()).hasSize(20);
  }

  private static List<String> plan(ResultQuery<Record> query) {
    return sql.fetch("EXPLAIN (ANALYZE, TIMING OFF) " + query.getSQL(ParamType.INLINED))
        .getValues(0, String.class);
  }

  /** By every scan of a table or index that is named so: found, for each time it was asked. */
  private static long read(List<String> plan, String name) {
    return plan.stream()
        .filter(line -> line.contains("Scan") && line.contains(name))
        .flatMap(line -> READ.matcher(line).results())
        .filter(found -> found.group(1) != null)
        .mapToLong(
            found ->
                Math.round(Double.parseDouble(found.group(1)) * Long.parseLong(found.group(2))))
        .sum();
  }
}
