package com.ojeomneo.admin.resource;

import static com.ojeomneo.admin.resource.Desk.count;
import static com.ojeomneo.admin.resource.Desk.manager;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import com.ojeomneo.admin.AdminStack;
import com.ojeomneo.admin.Colleague;
import com.ojeomneo.admin.Town;
import com.ojeomneo.platform.database.Database;
import com.ojeomneo.schema.jooq.enums.StaffRole;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows are put in another order: as they were seen, all of them, or not at all. */
@QuarkusTest
@WithTestResource(AdminStack.class)
class OrderTest {
  private static final DSLContext SQL = new Database(AdminStack.owner()).sql();

  @BeforeEach
  void fourPlanks() {
    SQL.execute(Planks.DDL);
    SQL.execute("TRUNCATE planks");
    SQL.execute("DELETE FROM audit_log WHERE resource = 'planks'");
    SQL.execute(
        "INSERT INTO planks (code, place) VALUES ('a', 10), ('b', 20), ('c', 30), ('d', 40)");
  }

  @Test
  void onlyRowsThatMoveAreWrittenAndGapsStay() {
    order(manager(), seen("a1", "c1", "b1", "d1"))
        .statusCode(200)
        .body("rows.id", equalTo(List.of("a", "c", "b", "d")))
        .body("rows.version", equalTo(List.of(1, 2, 2, 1)));

    assertThat(planks()).isEqualTo("a10 c20 b30 d40");
    assertThat(logged()).isEqualTo(2);
    manager()
        .asks()
        .get("/api/planks/c/history")
        .then()
        .body("items[0].action", equalTo("UPDATE"))
        .body("items[0].changes", hasSize(1))
        .body("items[0].changes[0].column", equalTo("place"));
  }

  @Test
  void whatItAnswersPutsThemBack() {
    String answer = order(manager(), seen("d1", "a1", "b1", "c1")).extract().asString();
    assertThat(answer).contains("\"d\"", "\"version\":2");

    order(manager(), seen("a2", "b2", "c2", "d2")).statusCode(200);

    assertThat(planks()).isEqualTo("a10 b20 c30 d40");
  }

  @Test
  void rowsThatShareAPlaceGetOneEach() {
    SQL.execute("UPDATE planks SET place = 7");

    order(manager(), seen("b1", "a1", "d1", "c1")).statusCode(200);

    assertThat(planks()).isEqualTo("b1 a2 d3 c4");
  }

  @Test
  void theSameOrderWritesNothing() {
    order(manager(), seen("a1", "b1", "c1", "d1")).statusCode(200);

    assertThat(logged()).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UPDATE planks SET version = 2 WHERE code = 'd'",
        "DELETE FROM planks WHERE code = 'd'",
        "INSERT INTO planks (code, place) VALUES ('e', 50)"
      })
  void whatSomebodyDidMeanwhileIsNotOverrun(String meanwhile) {
    SQL.execute(meanwhile);
    String before = planks();

    order(manager(), seen("b1", "a1", "c1", "d1"))
        .statusCode(409)
        .body("code", equalTo("ORDER_CHANGED"));

    assertThat(planks()).isEqualTo(before);
    assertThat(logged()).isZero();
  }

  @Test
  void rowsThatAreNotThereMoveNothing() {
    order(manager(), seen("b1", "a1", "c1", "d1", "zz1")).statusCode(409);
    order(manager(), seen("b1", "a1", "c1")).statusCode(409);

    assertThat(planks()).isEqualTo("a10 b20 c30 d40");
  }

  @Test
  void ofTwoAtOnceOneIsHeard() throws Exception {
    var start = new CyclicBarrier(2);
    Colleague other = Colleague.hired(StaffRole.MANAGER).signIn();
    Colleague first = manager();
    try (var both = Executors.newFixedThreadPool(2)) {
      for (int round = 1; round <= 10; round++) {
        fourPlanks();
        Future<Integer> one = both.submit(() -> ordered(start, first, "d1", "c1", "b1", "a1"));
        Future<Integer> two = both.submit(() -> ordered(start, other, "b1", "a1", "d1", "c1"));
        List<Integer> statuses = Stream.of(one.get(), two.get()).sorted().toList();

        assertThat(statuses).containsExactly(200, 409);
        assertThat(planks()).isIn("d10 c20 b30 a40", "b10 a20 d30 c40");
      }
    }
  }

  private static int ordered(CyclicBarrier start, Colleague who, String... rows) throws Exception {
    start.await();
    return order(who, seen(rows)).extract().statusCode();
  }

  @Test
  void whoeverHoldsARowIsWaitedForAndThenSeen() throws Exception {
    try (var connection = AdminStack.owner().getConnection();
        var statement = connection.createStatement();
        var alone = Executors.newSingleThreadExecutor()) {
      connection.setAutoCommit(false);
      statement.execute("UPDATE planks SET version = version + 1 WHERE code = 'b'");
      Colleague who = manager();
      Future<Integer> waiting =
          alone.submit(() -> order(who, seen("b1", "a1", "c1", "d1")).extract().statusCode());
      Awaitility.await()
          .until(
              () ->
                  count(
                          "SELECT count(*) FROM pg_stat_activity WHERE usename = 'ojeomneo_admin'"
                              + " AND wait_event_type = 'Lock'")
                      > 0);
      connection.commit();

      assertThat(waiting.get()).isEqualTo(409);
    }
    assertThat(planks()).isEqualTo("a10 b20 c30 d40");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{} | rows",
        "{\"rows\":[]} | rows",
        "{\"rows\":[null]} | rows[0]",
        "{\"rows\":[{\"version\":1}]} | rows[0].id",
        "{\"rows\":[{\"id\":\"a\",\"version\":1},{\"id\":\"b\",\"version\":1},{\"id\":\"a\",\"version\":1}]} | rows[2].id"
      })
  void whatIsNoOrderIsRefused(String body, String field) {
    order(manager(), body).statusCode(400).body("errors[0].field", equalTo(field));
  }

  @Test
  void moreThanFiveHundredAreRefused() {
    String rows =
        IntStream.rangeClosed(0, 500)
            .mapToObj("{\"id\":\"%d\",\"version\":1}"::formatted)
            .collect(Collectors.joining(",", "{\"rows\":[", "]}"));

    order(manager(), rows).statusCode(400).body("errors[0].field", equalTo("rows"));
  }

  @ParameterizedTest
  @EnumSource(
      value = StaffRole.class,
      names = {"SHOP_STAFF", "SUPPORT", "VIEWER"})
  void whoMayNotWriteRowsDoesNotMoveThem(StaffRole role) {
    Colleague reader = Shelf.colleague(role, Town.built());

    order(reader, seen("b1", "a1", "c1", "d1")).statusCode(403);
    reader
        .acts()
        .body(seen("x1"))
        .put("/api/resources/menu_categories/order")
        .then()
        .statusCode(403);
    reader
        .asks()
        .get("/api/resources")
        .then()
        .body("resources.find {it.name == 'menu_categories'}.orderedBy", equalTo(null));
    assertThat(planks()).isEqualTo("a10 b20 c30 d40");
  }

  @ParameterizedTest
  @CsvSource({"menus,403", "orders,403", "nowhere,404"})
  void whatHasNoOrderIsNotPutInOne(String resource, int status) {
    manager()
        .acts()
        .body(seen("a1"))
        .put("/api/resources/{r}/order", resource)
        .then()
        .statusCode(status);
  }

  @Test
  void thePagesAreToldWhatStandsInAnOrder() {
    manager()
        .asks()
        .get("/api/resources")
        .then()
        .body("resources.find {it.name == 'menu_categories'}.orderedBy", equalTo("position"))
        .body("resources.find {it.name == 'menu_categories'}.defaultSort", equalTo("position"))
        .body("resources.find {it.name == 'menus'}.orderedBy", equalTo(null));
  }

  /**
   * @param rows such as {@code a1}: its key and the version that was seen
   */
  private static String seen(String... rows) {
    return Stream.of(rows)
        .map(
            row ->
                "{\"id\":\"%s\",\"version\":%s}"
                    .formatted(row.substring(0, row.length() - 1), row.substring(row.length() - 1)))
        .collect(Collectors.joining(",", "{\"rows\":[", "]}"));
  }

  private static ValidatableResponse order(Colleague who, String body) {
    return who.acts().body(body).put("/api/resources/planks/order").then();
  }

  private static String planks() {
    return SQL.fetchSingle("SELECT string_agg(code || place, ' ' ORDER BY place) FROM planks")
        .get(0, String.class);
  }

  private static int logged() {
    return count("SELECT count(*) FROM audit_log WHERE resource = 'planks'");
  }
}
