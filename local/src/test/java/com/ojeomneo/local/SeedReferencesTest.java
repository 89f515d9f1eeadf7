package com.ojeomneo.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ojeomneo.local.sample.SampleData;
import com.ojeomneo.local.seed.Seeding;
import com.ojeomneo.local.seed.Seeding.Wish;
import com.ojeomneo.platform.database.Database;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntConsumer;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.ds.PGSimpleDataSource;

/** No foreign key is checked while orders are seeded; here all are, and what stands in for them. */
class SeedReferencesTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-25T03:00:00Z"), ZoneId.of("UTC"));
  private static final String DELETE_ALL =
      "SET session_replication_role = replica; DELETE FROM %s; RESET session_replication_role";
  private static final String HOLDS_BACK =
      " AND pid IN (SELECT pid FROM pg_stat_activity WHERE backend_xid IS NOT NULL OR backend_xmin IS NOT NULL)";
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @TempDir private static Path folder;
  private static Stack stack;
  private static Postgres postgres;
  private static Secrets secrets;

  @BeforeAll
  static void start() throws Exception {
    Home home = TestHome.in(folder);
    secrets = Secrets.of(home);
    stack = new Stack(home, TestHome.quiet());
    postgres = new Postgres(home, secrets);
    postgres.start(stack);
  }

  @AfterAll
  static void stop() {
    stack.stop();
  }

  @Test
  void everyForeignKeyOfTheSchemaHolds() throws Exception {
    var database = new SampleDatabase("whole");
    seed(database, 2 * Seeding.BATCH + 1);
    assertThat(database.count("orders")).isEqualTo(2 * Seeding.BATCH + 1);
    allKeysHold(database);
  }

  @Test
  void aRunThatFailsLeavesWholeBatchesOfTheEarliestOrders() throws Exception {
    var database = new SampleDatabase("failed");
    database.sql.execute(
        """
        ALTER TABLE refunds ADD CONSTRAINT stops_here CHECK (
            created_at < '2026-11-18T00:00:00Z' OR created_at > '2026-11-19T00:00:00Z')""");
    var written = new AtomicInteger();
    assertThatThrownBy(() -> seed(database, 4 * Seeding.BATCH, written::set))
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("stops_here");
    assertThat(database.count("orders")).isPositive().isLessThan(4 * Seeding.BATCH);
    assertThat(database.count("orders")).isEqualTo(written.get());
    assertThat(database.count("orders WHERE created_at > '2026-11-19T00:00:00Z'")).isZero();
    assertThat(
            database.count("users WHERE NOT EXISTS (SELECT FROM orders WHERE user_id = users.id)"))
        .isZero();
    allKeysHold(database);
  }

  @ParameterizedTest
  @ValueSource(strings = {"stores", "menus", "options"})
  void whatIsDeletedAfterItWasReadIsNotOrdered(String table) throws Exception {
    var database = new SampleDatabase("without_" + table);
    database.beforeTheWriters = DELETE_ALL.formatted(table);
    assertThatThrownBy(() -> seed(database, 500))
        .isInstanceOf(SQLException.class)
        .hasMessageStartingWith(table + ": ");
    assertThat(database.count("orders")).isZero();
    assertThat(database.count("users")).isZero();
  }

  /** The batch waits for the table before its last, with all others written. */
  @Test
  void whatABatchRefersToCannotBeDeletedBeforeItCommits() throws Exception {
    var database = new SampleDatabase("held");
    try (var background = Executors.newVirtualThreadPerTaskExecutor();
        Connection blocker = database.getConnection();
        Connection cook = database.getConnection()) {
      blocker.setAutoCommit(false);
      blocker.createStatement().execute("LOCK TABLE refunds");
      var seeding = background.submit(() -> seed(database, 500));
      await(database, "pg_locks WHERE NOT granted AND relation = 'refunds'::regclass");
      cook.createStatement().execute("SET lock_timeout = '1ms'");
      for (String table : List.of("stores", "menus", "options")) {
        assertThatThrownBy(() -> cook.createStatement().execute(DELETE_ALL.formatted(table)))
            .as(table)
            .hasMessageContaining("lock timeout");
      }
      blocker.rollback();
      assertThat(seeding.get()).isEqualTo(500);
    }
    allKeysHold(database);
  }

  /** While it writes; without a transaction id, which the outbox's readers would wait for. */
  @Test
  void autovacuumStaysOutAndPlansAreAnewFromTheFirstBatchOn() throws Exception {
    var database = new SampleDatabase("growing");
    String out =
        "pg_locks WHERE mode = 'ShareUpdateExclusiveLock' AND relation = 'orders'::regclass";
    new Seeding(database, Kitchen.JSON, CLOCK)
        .run(
            new Wish(3 * Seeding.BATCH, 14, 7, "$argon2id$of-the-tests"),
            written -> {
              if (written == 3 * Seeding.BATCH) {
                await(database, out + " AND granted");
                assertThat(database.count(out + HOLDS_BACK)).isZero();
                assertThat(database.count("pg_class WHERE relname = 'orders' AND reltuples > 0"))
                    .isOne();
              }
            });
    assertThat(database.count(out)).isZero();
  }

  private static void await(SampleDatabase database, String rows) {
    Instant end = Instant.now().plus(PATIENCE);
    while (database.count(rows) == 0) {
      assertThat(Instant.now()).as(rows).isBefore(end);
      LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
    }
  }

  private static void allKeysHold(SampleDatabase database) {
    List<String> dangling =
        database
            .sql
            .fetch(
                """
                SELECT format('%s t WHERE %s AND NOT EXISTS (SELECT FROM %s r WHERE %s)',
                    k.conrelid::regclass, string_agg(format('t.%I IS NOT NULL', a.attname), ' AND '),
                    k.confrelid::regclass, string_agg(format('r.%I = t.%I', r.attname, a.attname), ' AND '))
                FROM pg_constraint k
                CROSS JOIN LATERAL unnest(k.conkey, k.confkey) AS c (refers, referred)
                JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = c.refers
                JOIN pg_attribute r ON r.attrelid = k.confrelid AND r.attnum = c.referred
                WHERE k.contype = 'f'
                GROUP BY k.oid""")
            .getValues(0, String.class);
    assertThat(dangling).hasSizeGreaterThan(20);
    assertThat(dangling).allSatisfy(rows -> assertThat(database.count(rows)).isZero());
  }

  private static int seed(SampleDatabase database, int orders) throws Exception {
    return seed(database, orders, written -> {});
  }

  private static int seed(SampleDatabase database, int orders, IntConsumer progress)
      throws Exception {
    new Seeding(database, Kitchen.JSON, CLOCK)
        .run(new Wish(orders, 14, 7, "$argon2id$of-the-tests"), progress);
    return database.count("orders");
  }

  /** With the sample data, seen by the superuser. */
  private static final class SampleDatabase extends PGSimpleDataSource {
    private static final long serialVersionUID = 1L;

    private final transient DSLContext sql = new Database(this).sql();
    private String beforeTheWriters;

    SampleDatabase(String name) throws Exception {
      try (var connection = TestDatabase.create(postgres, secrets, name).connect()) {
        new SampleData(CLOCK).loadOnce(connection);
      }
      setURL(postgres.url(name));
      setUser(Postgres.SUPERUSER);
      setPassword(secrets.password(Postgres.SUPERUSER));
    }

    /** Once numbers are reserved, what there is to order has been read. */
    @Override
    public Connection getConnection() throws SQLException {
      Connection connection = super.getConnection();
      if (beforeTheWriters != null
          && connection.createStatement().executeQuery("SELECT FROM order_counters").next()) {
        connection.createStatement().execute(beforeTheWriters);
      }
      return connection;
    }

    int count(String rows) {
      return ((Number) sql.fetchValue("SELECT count(*) FROM " + rows)).intValue();
    }
  }
}
