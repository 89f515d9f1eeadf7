package com.ojeomneo.server.menu;

import static org.assertj.core.api.Assertions.assertThat;

import com.ojeomneo.menu.MenuFilter;
import com.ojeomneo.menu.Menus;
import com.ojeomneo.platform.database.Database;
import com.ojeomneo.schema.SchemaVersion;
import com.ojeomneo.server.TestStack;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
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

/** The statements that the lists really run, explained on a database of 100,000 dishes. */
@QuarkusTest
@WithTestResource(TestStack.class)
class QueryPlanTest {
  private static DSLContext sql;

  @BeforeAll
  static void aHundredThousandDishes() throws SQLException {
    try (var owner = TestStack.owner().getConnection();
        var statement = owner.createStatement()) {
      statement.execute("DROP DATABASE IF EXISTS plans");
      statement.execute("CREATE DATABASE plans TEMPLATE template0");
      var source = new PGSimpleDataSource();
      source.setURL(owner.getMetaData().getURL().replaceFirst("/postgres\\b", "/plans"));
      source.setUser("postgres");
      Flyway.configure().dataSource(source).locations(SchemaVersion.MIGRATIONS).load().migrate();
      sql = new Database(source).sql();
    }
    sql.execute(
        """
        INSERT INTO stores (id, name, created_at)
        SELECT ('00000000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid, '가게 ' || n, now()
        FROM generate_series(1, 500) n
        """);
    sql.execute(
        """
        INSERT INTO menu_categories (code, name, position)
        SELECT 'category-' || n, '분류 ' || n, n FROM generate_series(0, 19) n
        UNION ALL SELECT 'rare', '드문 분류', 20
        """);
    sql.execute(
        """
        INSERT INTO menus (id, store_id, category, name, price, daily_limit, created_at)
        SELECT ('00000000-0000-7000-9000-' || lpad(to_hex(n), 12, '0'))::uuid,
               ('00000000-0000-7000-8000-' || lpad(to_hex(1 + abs(hashint4(n) % 500)), 12, '0'))::uuid,
               CASE WHEN n % 1000 = 0 THEN 'rare' ELSE 'category-' || abs(hashint4(-n) % 20) END,
               CASE WHEN n % 5000 = 0 THEN '육회비빔밥 ' ELSE
               (ARRAY ['김치찌개', '된장찌개', '제육볶음', '순두부', '칼국수', '떡볶이', '돈까스'])[1 + n % 7] END
                   || ' ' || n,
               9000, 30, now()
        FROM generate_series(1, 100000) n
        """);
    sql.execute("INSERT INTO daily_stock SELECT id, current_date, 0 FROM menus");
    // Seven days that count, and one that is about to be forgotten.
    sql.execute(
        """
        INSERT INTO dish_sales
        SELECT id, current_date - day, 1 + abs(hashint4(day)) % 50 FROM menus, generate_series(0, 7) day
        """);
    // Each has a past and a future, and its hours.
    sql.execute(
        """
        SET session_replication_role = replica;
        INSERT INTO menu_prices
        SELECT id, now() + day * interval '1 day', 9000, day < 0 FROM menus, generate_series(-3, 3, 2) day;
        INSERT INTO menu_availability SELECT id, id, '{1,2,3,4,5}', '11:00', '14:00', 1 FROM menus;
        RESET session_replication_role;
        """);
    sql.execute("VACUUM ANALYZE");
  }

  @Test
  void aPageOfAllDishesIsReadAlongItsIndex() {
    assertThat(plans(list(MenuFilter.ALL, null))).allSatisfy(QueryPlanTest::reads);
    assertThat(plans(list(MenuFilter.ALL, dish(90_000)))).allSatisfy(QueryPlanTest::reads);
  }

  @Test
  void aPageOfOneShopOrCategoryIsReadAlongItsIndex() {
    for (UUID after : new UUID[] {null, dish(50_000)}) {
      assertThat(plans(list(new MenuFilter(store(7), null, null), after)))
          .allSatisfy(QueryPlanTest::reads)
          .anyMatch(plan -> plan.contains("menus_of_store"));
      assertThat(plans(list(new MenuFilter(null, "category-7", null), after)))
          .allSatisfy(QueryPlanTest::reads);
      assertThat(plans(list(new MenuFilter(null, "rare", null), after)))
          .allSatisfy(QueryPlanTest::reads)
          .anyMatch(plan -> plan.contains("menus_of_category"));
      assertThat(plans(list(new MenuFilter(store(7), "category-7", null), after)))
          .anyMatch(plan -> plan.contains("menus_of_store"));
    }
  }

  @Test
  void aRareWordIsFoundThroughTheTrigrams() {
    assertThat(plans(list(new MenuFilter(null, null, "비빔"), null)))
        .allSatisfy(plan -> assertThat(plan).doesNotContain("Seq Scan on menus"))
        .anyMatch(plan -> plan.contains("menus_name_search"));
  }

  @Test
  void aDishItsOptionsAndItsPriceAtCheckoutAreReadByKey() {
    assertThat(plans(ctx -> Menus.find(ctx, dish(5), Instant.now())))
        .allSatisfy(QueryPlanTest::reads);
    assertThat(plans(ctx -> Menus.forSale(ctx, store(1), List.of(dish(5), dish(6)))))
        .allSatisfy(QueryPlanTest::reads);
  }

  @Test
  void whatIsPopularIsReadOffTheRollupAndOfAShopAlongItsIndex() {
    LocalDate since = LocalDate.now().minusDays(6);
    assertThat(plans(ctx -> Menus.popular(ctx, null, since, 20, Instant.now())))
        .hasSizeLessThanOrEqualTo(7)
        .noneMatch(plan -> plan.contains(" on orders") || plan.contains(" on order_lines"));
    assertThat(plans(ctx -> Menus.popular(ctx, store(7), since, 20, Instant.now())))
        .allSatisfy(QueryPlanTest::reads)
        .allSatisfy(plan -> assertThat(plan).doesNotContain("Seq Scan on dish_sales"))
        .anyMatch(plan -> plan.contains("dish_sales_pkey"));
  }

  @Test
  void aPageCostsAFixedNumberOfStatements() {
    assertThat(plans(list(MenuFilter.ALL, null))).hasSizeLessThanOrEqualTo(6);
  }

  private static void reads(String plan) {
    assertThat(plan)
        .doesNotContain(
            "Seq Scan on menus",
            "Seq Scan on menu_p",
            "Seq Scan on menu_a",
            "Seq Scan on daily_stock");
    if (plan.contains("menus")) {
      assertThat(plan).doesNotContainPattern("(?m)Sort {2}\\(cost.*\\n.*Sort Key: menus\\.id");
    }
  }

  private static Consumer<DSLContext> list(MenuFilter filter, UUID after) {
    return ctx -> Menus.list(ctx, filter, after, 21, Instant.now());
  }

  /** The plan of each statement that the work runs. */
  private static List<String> plans(Consumer<DSLContext> work) {
    var statements = new ArrayList<String>();
    work.accept(sql.configuration().derive(new Recorder(statements)).dsl());
    return statements.stream().map(s -> sql.fetch("EXPLAIN " + s).formatCSV()).toList();
  }

  private static UUID dish(int n) {
    return UUID.fromString("00000000-0000-7000-9000-%012x".formatted(n));
  }

  private static UUID store(int n) {
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
