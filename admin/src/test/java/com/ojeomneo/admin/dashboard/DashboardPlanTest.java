package com.ojeomneo.admin.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import com.ojeomneo.admin.AdminStack;
import com.ojeomneo.admin.staff.Reach;
import com.ojeomneo.platform.database.Database;
import com.ojeomneo.schema.SchemaVersion;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.flywaydb.core.Flyway;
import org.jooq.DSLContext;
import org.jooq.ExecuteListener;
import org.jooq.Record;
import org.jooq.ResultQuery;
import org.jooq.conf.ParamType;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The statements as they really run, explained and counted where 300 days lie behind and where ten
 * do, on connections that are set up as the Admin's.
 */
@QuarkusTest
@WithTestResource(AdminStack.class)
class DashboardPlanTest {
  private static final int ORDERS = 300_000;
  private static final int FEW = 10_000;
  private static final int A_DAY = 1_000;
  private static final Pattern READ =
      Pattern.compile("actual rows=([0-9.]+) loops=(\\d+)|Rows Removed by [A-Za-z ]+: (\\d+)");
  private static final Pattern PAGES =
      Pattern.compile("Buffers: shared(?: hit=(\\d+))?(?: read=(\\d+))?");
  private static final Span SPAN =
      new Span(LocalDate.of(2026, 10, 27), Instant.parse("2026-10-27T14:00:00Z"));
  private static final Reach EVERYWHERE = new Reach.Everywhere();
  private static Database longPast;
  private static Database shortPast;

  @Inject Database admins;

  @ConfigProperty(name = "quarkus.datasource.jdbc.new-connection-sql")
  String setUp;

  @BeforeAll
  static void aLongPastAndAShortOne() throws SQLException {
    longPast = past(ORDERS);
    shortPast = past(FEW);
  }

  /** The last so many of the orders. */
  private static Database past(int orders) throws SQLException {
    String name = "dashboard_plans_" + orders;
    var source = new PGSimpleDataSource();
    try (var owner = AdminStack.owner().getConnection();
        var statement = owner.createStatement()) {
      statement.execute("CREATE DATABASE %s TEMPLATE template0".formatted(name));
      source.setURL(owner.getMetaData().getURL().replaceFirst("/postgres\\b", "/" + name));
      source.setUser("postgres");
    }
    Flyway.configure().dataSource(source).locations(SchemaVersion.MIGRATIONS).load().migrate();
    var past = new Database(source);
    DSLContext sql = past.sql();
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
          FROM generate_series(%1$d - %2$d, %1$d - 1) n;
        INSERT INTO payments (id, order_id, attempt_id, payment_key, amount, approved_at, pays_order)
        SELECT id, id, id, id, 9000, now(), true FROM orders;
        INSERT INTO order_lines (order_id, line, menu_id, name, quantity, unit_price, amount, took_stock)
        SELECT id, 1, store_id, 'x', 1, 9000, 9000, false FROM orders;
        INSERT INTO order_events (order_id, seq, user_id, user_seq, type, actor, snapshot, created_at)
        SELECT id, seq, user_id, seq, (ARRAY ['PAID', 'ACCEPTED', 'READY'])[seq], 'x', '{}', created_at + seq * interval '1 min'
          FROM orders, generate_series(1, 3) seq;
        RESET session_replication_role;
        """
            .formatted(ORDERS, orders));
    sql.execute("VACUUM ANALYZE");
    return past;
  }

  @Test
  void connectionsOfTheAdminAreSetUpSo() {
    assertThat(admins.sql().fetchValue("SHOW jit")).isEqualTo("off");
    assertThat(admins.sql().fetchValue("SHOW max_parallel_workers_per_gather")).isEqualTo("0");
  }

  @Test
  void figuresOfALongPastAreALevelMoreOfTwoIndexes() {
    growsByALevelOf(2, sql -> Days.figures(sql, EVERYWHERE, SPAN));
  }

  @Test
  void dishesOfALongPastAreALevelMoreOfOneIndex() {
    growsByALevelOf(1, sql -> Days.dishes(sql, EVERYWHERE, SPAN));
  }

  /** An index of thirty times as many rows has one level more; nothing else does. */
  private void growsByALevelOf(int indexes, Function<DSLContext, ResultQuery<Record>> statement) {
    List<String> plan = plan(longPast, statement);

    assertThat(plan).noneMatch(line -> line.matches("\\W*(Parallel|Gather|Workers|JIT).*"));
    assertThat(pages(plan) - pages(plan(shortPast, statement)))
        .isBetween(0L, indexes * 2L * A_DAY + 100);
  }

  @Test
  void figuresReadTheOrdersOfTwoDaysAndWhatBelongsToThem() {
    List<String> plan = plan(longPast, sql -> Days.figures(sql, EVERYWHERE, SPAN));

    assertThat(plan).noneMatch(line -> line.contains("Seq Scan"));
    assertThat(read(plan, "order_events")).isBetween(5L * A_DAY, 6L * A_DAY);
    assertThat(read(plan, "orders_by_time")).isBetween(A_DAY * 19 / 10L, 2L * A_DAY);
  }

  @Test
  void dishesReadTheirLines() {
    List<String> plan = plan(longPast, sql -> Days.dishes(sql, EVERYWHERE, SPAN));

    assertThat(plan).noneMatch(line -> line.matches(".*Seq Scan on (orders|order_|payments).*"));
    assertThat(read(plan, "order_lines")).isBetween(A_DAY * 18 / 10L, 2L * A_DAY);
  }

  @Test
  void oneShopReadsNoMoreThanAll() {
    UUID shop = UUID.fromString("00000000-0000-7000-8000-000000000003");
    List<String> plan =
        plan(longPast, sql -> Days.figures(sql, new Reach.Shops(Set.of(shop)), SPAN));

    assertThat(plan).noneMatch(line -> line.contains("Seq Scan"));
    assertThat(read(plan, "order_events")).isLessThan(A_DAY);
  }

  @Test
  void aDashboardIsThreeStatements() {
    var statements = new AtomicInteger();
    DSLContext counted =
        longPast
            .sql()
            .configuration()
            .deriveAppending(ExecuteListener.onStart(_ -> statements.incrementAndGet()))
            .dsl();

    Dashboard shown = Days.compare(counted, EVERYWHERE, EVERYWHERE, SPAN);

    assertThat(statements).hasValue(3);
    assertThat(shown.wholeDay().orders()).isEqualTo(A_DAY);
    assertThat(shown.stores()).hasSize(20);
  }

  private List<String> plan(Database past, Function<DSLContext, ResultQuery<Record>> statement) {
    return past.transaction(
        tx -> {
          tx.execute(setUp);
          return tx.fetch(
                  "EXPLAIN (ANALYZE, BUFFERS, TIMING OFF) "
                      + statement.apply(tx).getSQL(ParamType.INLINED))
              .getValues(0, String.class);
        });
  }

  /** Of the whole statement: the first line about pages is that of the outermost node. */
  private static long pages(List<String> plan) {
    return plan.stream()
        .map(PAGES::matcher)
        .filter(Matcher::find)
        .findFirst()
        .map(found -> number(found.group(1)) + number(found.group(2)))
        .orElseThrow();
  }

  private static long number(String digits) {
    return digits == null ? 0 : Long.parseLong(digits);
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
