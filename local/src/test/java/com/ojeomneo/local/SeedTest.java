package com.ojeomneo.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ojeomneo.local.sample.SampleData;
import com.ojeomneo.local.seed.Seeding;
import com.ojeomneo.local.seed.Seeding.DoesNotFit;
import com.ojeomneo.local.seed.Seeding.Result;
import com.ojeomneo.local.seed.Seeding.Wish;
import com.ojeomneo.menu.Stores;
import com.ojeomneo.order.OrderView;
import com.ojeomneo.order.OrderViews;
import com.ojeomneo.payment.PaymentPage;
import com.ojeomneo.platform.database.Database;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

/** Twice seeded: the second run finds the first one's numbers and customers. */
class SeedTest {
  private static final int ORDERS = 5_000;
  private static final Instant NOON = Instant.parse("2026-11-25T03:00:00Z");
  private static final Clock CLOCK = Clock.fixed(NOON, ZoneId.of("UTC"));
  private static final URI NOWHERE = URI.create("http://localhost:9");

  @TempDir private static Path folder;
  private static Stack stack;
  private static Postgres postgres;
  private static Secrets secrets;
  private static PGSimpleDataSource owner;
  private static DSLContext sql;
  private static Result first;
  private static final AtomicInteger PROGRESS = new AtomicInteger();

  @BeforeAll
  static void seedTwice() throws Exception {
    Home home = TestHome.in(folder);
    secrets = Secrets.of(home);
    stack = new Stack(home, TestHome.quiet());
    postgres = new Postgres(home, secrets);
    postgres.start(stack);
    owner = sampleData("seeded");
    sql = new Database(owner).sql();
    first = seed(owner, ORDERS, 14, PROGRESS);
    seed(owner, 1, 14, new AtomicInteger());
  }

  private static PGSimpleDataSource sampleData(String name) throws Exception {
    var database = TestDatabase.create(postgres, secrets, name);
    try (var connection = database.connect()) {
      new SampleData(CLOCK).loadOnce(connection);
    }
    var superuser = new PGSimpleDataSource();
    superuser.setURL(postgres.url(name));
    superuser.setUser(Postgres.SUPERUSER);
    superuser.setPassword(secrets.password(Postgres.SUPERUSER));
    return superuser;
  }

  @AfterAll
  static void stop() {
    stack.stop();
  }

  @Test
  void allAreThereAndTheProgressSaidSo() {
    assertThat(count("SELECT count(*) FROM orders")).isEqualTo(ORDERS + 1);
    assertThat(PROGRESS).hasValue(ORDERS);
    assertThat(first.customers()).isEqualTo(ORDERS / 20);
  }

  @Test
  void everyOrderIsOver() {
    assertThat(shares("SELECT status::text, count(*) FROM orders GROUP BY 1"))
        .containsOnlyKeys("COMPLETED", "CANCELLED", "EXPIRED")
        .hasEntrySatisfying("COMPLETED", share -> assertThat(share).isBetween(0.92, 0.98))
        .hasEntrySatisfying("CANCELLED", share -> assertThat(share).isBetween(0.02, 0.045));
    none("SELECT FROM order_events WHERE created_at > '2026-11-25T03:00:00Z'");
  }

  @Test
  void theMoneyAddsUp() {
    none(
        """
        SELECT FROM orders WHERE total_amount <>
            (SELECT sum(amount) FROM order_lines WHERE order_id = orders.id)""");
    none(
        """
        SELECT FROM order_lines l WHERE amount <> quantity * (unit_price + coalesce((
            SELECT sum(price) FROM order_line_options o WHERE o.order_id = l.order_id AND o.line = l.line), 0))""");
    none(
        """
        SELECT FROM orders LEFT JOIN payments p ON p.order_id = orders.id AND p.pays_order
        WHERE (status <> 'EXPIRED') <> (p.id IS NOT NULL) OR p.amount <> total_amount
            OR p.refunded <> CASE status WHEN 'CANCELLED' THEN total_amount ELSE 0 END""");
    none(
        """
        SELECT FROM payments p WHERE refunded <> coalesce((
            SELECT sum(amount) FROM refunds WHERE payment_id = p.id AND status = 'DONE'), 0)""");
    none(
        """
        SELECT FROM payments JOIN payment_attempts a ON a.id = attempt_id
        WHERE a.status <> 'DONE' OR a.amount <> payments.amount OR a.payment_key NOT LIKE 'seed\\_%'
            OR a.payment_key <> payments.payment_key""");
  }

  @Test
  void nothingIsLeftForTheServersJobs() {
    none("SELECT FROM payment_attempts WHERE status = 'OPEN'");
    none("SELECT FROM refunds WHERE status <> 'DONE'");
    none("SELECT FROM orders WHERE status IN ('PENDING_PAYMENT', 'PAID', 'READY')");
    none("SELECT FROM outbox WHERE topic <> 'cache'");
  }

  @Test
  void theProductGoesOnCountingWhereTheSeedStopped() {
    none(
        """
        SELECT FROM order_counters c WHERE last <>
            (SELECT count(*) FROM orders o WHERE o.store_id = c.store_id AND o.business_day = c.business_day)""");
    none(
        """
        SELECT FROM users WHERE order_event_seq <> (SELECT count(*) FROM order_events WHERE user_id = users.id)
            OR order_event_seq <> (SELECT coalesce(max(user_seq), 0) FROM order_events WHERE user_id = users.id)""");
    none(
        "SELECT FROM orders WHERE last_event <> (SELECT max(seq) FROM order_events WHERE order_id = orders.id)");
  }

  @Test
  void anEventKeepsTheOrderAsTheProductShowsIt() throws Exception {
    var views = new OrderViews(new PaymentPage(NOWHERE, NOWHERE, "test_ck"), CLOCK);
    for (String status : List.of("COMPLETED", "CANCELLED", "EXPIRED")) {
      for (UUID id :
          sql.fetch("SELECT id FROM orders WHERE status = ?::order_status LIMIT 20", status)
              .getValues(0, UUID.class)) {
        OrderView view = views.get(sql, id);
        String snapshot =
            sql.fetchValue("SELECT snapshot::text FROM order_events WHERE order_id = ?", id)
                .toString();
        assertThat(snapshot).isEqualTo(Kitchen.JSON.writeValueAsString(view));
      }
    }
  }

  @Test
  void ordersAreNumberedInTheOrderInWhichTheyCame() {
    none(
        """
        SELECT FROM (
            SELECT length(number) AS digits, number,
                   lag(number) OVER (PARTITION BY store_id, business_day ORDER BY orders.created_at, orders.id) AS before
            FROM orders JOIN users ON users.id = user_id WHERE users.email <> 'seed%d@example.com') AS numbered
        WHERE digits = length(before) AND number <= before"""
            .formatted(first.customers() + 1));
  }

  @Test
  void peopleOrderWhereAShopIsOpen() {
    var stores = Stores.byId(sql, sql.fetch("SELECT id FROM stores").getValues(0, UUID.class));
    sql.fetch("SELECT store_id, created_at, business_day FROM orders")
        .forEach(
            row -> {
              Instant at = row.get(1, Instant.class);
              var store = stores.get(row.get(0, UUID.class));
              assertThat(store.acceptsOrdersAt(at)).as(store.name() + " " + at).isTrue();
              assertThat(store.sessionAt(at).orElseThrow().businessDay())
                  .isEqualTo(row.get(2, java.time.LocalDate.class));
            });
  }

  @Test
  void mostOfThemComeAtLunchAndOnWorkdays() {
    Map<String, Double> hours =
        shares(
            "SELECT to_char(created_at AT TIME ZONE 'Asia/Seoul', 'HH24'), count(*) FROM orders GROUP BY 1");
    assertThat(hours.get("11") + hours.get("12")).isBetween(0.35, 0.75);
    assertThat(hours.get("03")).isLessThan(0.02);
    Map<String, Double> days =
        shares(
            "SELECT to_char(created_at AT TIME ZONE 'Asia/Seoul', 'ID'), count(*) FROM orders GROUP BY 1");
    assertThat(days.get("3")).isGreaterThan(2 * days.get("7"));
  }

  @Test
  void whatWasSoldIsCounted() {
    assertThat(count("SELECT sum(portions) FROM dish_sales"))
        .isPositive()
        .isEqualTo(
            count(
                """
                SELECT sum(quantity) FROM order_lines JOIN orders ON orders.id = order_id
                WHERE status = 'COMPLETED' AND business_day > '2026-11-18'"""));
  }

  @Test
  void whatPeopleLikeIsOrderedMore() {
    String average =
        """
        SELECT (SELECT count(*) FROM order_lines l JOIN menus m ON m.id = l.menu_id WHERE %1$s)
            / (SELECT count(*) FROM menus m WHERE %1$s AND daily_limit IS NULL)""";
    String meal = "m.category NOT IN ('side', 'drink')";
    assertThat(count(average.formatted(meal + " AND '인기' = ANY (m.tags)")))
        .isGreaterThan(2 * count(average.formatted(meal + " AND '인기' <> ALL (m.tags)")));
    none("SELECT FROM order_lines JOIN menus ON menus.id = menu_id WHERE daily_limit IS NOT NULL");
    none("SELECT FROM daily_stock");
  }

  @Test
  void optionsAreChosenAsTheirGroupsAllow() {
    none(
        """
        SELECT FROM order_lines l JOIN option_groups g ON g.menu_id = l.menu_id
        WHERE (SELECT count(*) FROM order_line_options o JOIN options ON options.id = o.option_id
               WHERE o.order_id = l.order_id AND o.line = l.line AND options.group_id = g.id)
            NOT BETWEEN min_choices AND max_choices""");
  }

  @Test
  void moreThanThereAreNumbersForIsRefusedAndLeavesNothing() {
    long before = count("SELECT count(*) FROM users");
    assertThatThrownBy(() -> seed(owner, 1_000_000, 1, new AtomicInteger()))
        .isInstanceOf(DoesNotFit.class)
        .hasMessageContaining("--days");
    assertThat(count("SELECT count(*) FROM users")).isEqualTo(before);
    none("SELECT FROM order_counters WHERE last > %d".formatted(ORDERS));
  }

  private static Result seed(
      PGSimpleDataSource superuser, int orders, int days, AtomicInteger progress) throws Exception {
    return new Seeding(superuser, Kitchen.JSON, CLOCK)
        .run(
            new Wish(orders, days, 7, "$argon2id$of-the-tests"),
            written -> progress.accumulateAndGet(written, Math::max));
  }

  private static long count(String query) {
    return ((Number) sql.fetchValue(query)).longValue();
  }

  private static Map<String, Double> shares(String query) {
    var counts =
        sql.fetch(query).intoMap(row -> row.get(0, String.class), row -> row.get(1, Double.class));
    double all = counts.values().stream().mapToDouble(Double::doubleValue).sum();
    counts.replaceAll((key, count) -> count / all);
    return counts;
  }

  private static void none(String query) {
    assertThat(sql.fetch(query)).as(query).isEmpty();
  }
}
