package com.ojeomneo.admin.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import com.ojeomneo.admin.AdminStack;
import com.ojeomneo.admin.settlement.Statement.SettledDay;
import com.ojeomneo.admin.staff.Reach;
import com.ojeomneo.platform.database.Database;
import com.ojeomneo.schema.SchemaVersion;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.flywaydb.core.Flyway;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.ResultQuery;
import org.jooq.conf.ParamType;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/** The statements as they really run, over a random past of 300 days, explained and added up. */
@QuarkusTest
@WithTestResource(AdminStack.class)
class StatementPlanTest {
  private static final int ORDERS = 300_000;
  private static final int A_DAY = 1_000;
  private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
  private static final Period MONTH =
      new Period(LocalDate.of(2026, 8, 1), LocalDate.of(2026, 8, 31));
  private static final Reach EVERYWHERE = new Reach.Everywhere();
  private static final Pattern READ = Pattern.compile("actual rows=([0-9.]+) loops=(\\d+)");
  private static DSLContext sql;

  @BeforeAll
  static void aRandomPast() throws SQLException {
    try (var owner = AdminStack.owner().getConnection();
        var statement = owner.createStatement()) {
      statement.execute("CREATE DATABASE settlement_plans TEMPLATE template0");
      var source = new PGSimpleDataSource();
      source.setURL(owner.getMetaData().getURL().replaceFirst("/postgres\\b", "/settlement_plans"));
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
        INSERT INTO payments (id, order_id, attempt_id, payment_key, amount, method, approved_at, pays_order)
        SELECT id, id, id, id, 1000 + (random() * 50)::int * 100,
               (ARRAY ['카드', '간편결제', NULL])[1 + (random() * 3)::int %% 3],
               created_at + random() * interval '9 min', random() < 0.999
          FROM orders;
        INSERT INTO refunds (id, order_id, payment_id, amount, reason, status, try_at, created_at, done_at)
        SELECT id, id, id, amount, '품절', (CASE WHEN open THEN 'PENDING' ELSE 'DONE' END)::refund_status,
               CASE WHEN open THEN now() END, approved_at, CASE WHEN NOT open THEN approved_at + random() * interval '3 days' END
          FROM (SELECT id, approved_at, 100 + (random() * (amount - 100))::int AS amount, random() < 0.05 AS open
                  FROM payments WHERE random() < 0.03) p;
        UPDATE payments p SET refunded = r.amount FROM refunds r WHERE r.payment_id = p.id;
        RESET session_replication_role;
        """
            .formatted(ORDERS));
    sql.execute("VACUUM ANALYZE");
  }

  @Test
  void aMonthReadsTheMoneyOfItsDaysAndTheOrdersOfThat() {
    List<String> plan = plan(Statements.moved(sql, EVERYWHERE, MONTH));

    assertThat(plan).noneMatch(line -> line.contains("Seq Scan"));
    assertThat(read(plan, "payments_by_time")).isBetween(30L * A_DAY, 32L * A_DAY);
    assertThat(read(plan, "orders_pkey")).isBetween(30L * A_DAY, 34L * A_DAY);
  }

  @Test
  void aQuarterReadsNoTableWhole() {
    var quarter = new Period(MONTH.to().minusDays(Period.MOST_DAYS - 1), MONTH.to());
    assertThat(plan(Statements.moved(sql, EVERYWHERE, quarter)))
        .noneMatch(line -> line.contains("Seq Scan"));
  }

  @Test
  void whatIsPendingIsReadOffWhatIsOpen() {
    List<String> plan = plan(Statements.pending(sql, EVERYWHERE));

    assertThat(plan).noneMatch(line -> line.matches(".*Seq Scan on (orders|refunds).*"));
    assertThat(read(plan, "orders_pkey")).isLessThan(ORDERS / 100);
  }

  @Test
  void allPeriodsTogetherAreTheBooksToTheWon() {
    var statements = new ArrayList<Statement>();
    for (LocalDate day = FIRST; day.isBefore(FIRST.plusDays(310)); ) {
      LocalDate last = day.plusDays(Period.MOST_DAYS - 1);
      statements.add(Statements.of(sql, EVERYWHERE, EVERYWHERE, new Period(day, last)));
      day = last.plusDays(1);
    }
    long net = statements.stream().mapToLong(each -> each.total().net()).sum();
    Statement any = statements.getFirst();

    assertThat(net - any.pending().refundAmount())
        .isEqualTo(one("SELECT sum(amount - refunded) FROM payments"));
    assertThat(statements.stream().mapToLong(each -> each.total().gross()).sum())
        .isEqualTo(one("SELECT sum(amount) FROM payments"));
    assertThat(statements.stream().mapToLong(each -> each.total().refunded()).sum())
        .isEqualTo(one("SELECT sum(amount) FROM refunds WHERE status = 'DONE'"));
    assertThat(statements.stream().mapToLong(each -> each.total().orders()).sum())
        .isEqualTo(one("SELECT count(*) FROM payments WHERE pays_order"));
    assertThat((long) any.pending().refunds())
        .isEqualTo(one("SELECT count(*) FROM refunds WHERE status <> 'DONE'"));
  }

  @Test
  void theLinesOfAShopAndTheKindsOfAllAddUpToTheTotal() {
    UUID shop = UUID.fromString("00000000-0000-7000-8000-000000000003");
    Statement all = Statements.of(sql, EVERYWHERE, EVERYWHERE, MONTH);
    Statement one = Statements.of(sql, EVERYWHERE, new Reach.Shops(Set.of(shop)), MONTH);

    assertThat(one.lines()).hasSize(31).isEqualTo(linesOf(all, shop));
    assertThat(all.lines()).hasSize(31 * 20);
    assertThat(all.kinds()).hasSize(3);
    assertThat(all.lines().stream().mapToLong(line -> line.sums().net()).sum())
        .isEqualTo(all.kinds().stream().mapToLong(kind -> kind.sums().net()).sum())
        .isEqualTo(all.total().net());
    assertThat(all.total().gross() - all.total().refunded()).isEqualTo(all.total().net());
  }

  private static List<SettledDay> linesOf(Statement all, UUID shop) {
    return all.lines().stream().filter(line -> line.storeId().equals(shop)).toList();
  }

  private static long one(String query) {
    return sql.fetchSingle(query).get(0, Long.class);
  }

  private static List<String> plan(ResultQuery<Record> query) {
    return sql.fetch("EXPLAIN (ANALYZE, TIMING OFF) " + query.getSQL(ParamType.INLINED))
        .getValues(0, String.class);
  }

  /** By every scan of the index: found, for each time it was asked. */
  private static long read(List<String> plan, String index) {
    return plan.stream()
        .filter(line -> line.contains("Scan") && line.contains(index))
        .flatMap(line -> READ.matcher(line).results())
        .mapToLong(
            found ->
                Math.round(Double.parseDouble(found.group(1)) * Long.parseLong(found.group(2))))
        .sum();
  }
}
