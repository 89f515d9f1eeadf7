package com.ojeomneo.admin.resource;

import static com.ojeomneo.admin.resource.Shelf.colleague;
import static com.ojeomneo.admin.resource.Shelf.list;
import static com.ojeomneo.admin.resource.Shelf.owner;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import com.ojeomneo.admin.AdminStack;
import com.ojeomneo.admin.Colleague;
import com.ojeomneo.admin.Town;
import com.ojeomneo.platform.database.Database;
import com.ojeomneo.schema.jooq.enums.StaffRole;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The way into a list by year, month and day. */
@QuarkusTest
@WithTestResource(AdminStack.class)
class DateTest {
  private static Town town;
  private static Town other;

  /**
   * Of the town: one in the last second of 2019 in Seoul, two in the first of 2020, one in March.
   */
  @BeforeAll
  static void build() {
    town = Town.built();
    other = Town.built();
    var sql = new Database(AdminStack.owner()).sql();
    sql.execute("UPDATE orders SET created_at = '2019-12-31T14:59:59Z' WHERE id = ?", town.order());
    sql.execute("UPDATE orders SET created_at = '2018-06-01Z' WHERE id = ?", other.order());
    sql.execute(
        """
        INSERT INTO orders (id, user_id, store_id, store_name, business_day, number, status, total_amount,
                            created_at, expires_at)
        SELECT gen_random_uuid(), user_id, store_id, store_name, business_day, 'B0' || n, 'EXPIRED', 9000,
               at::timestamptz, at::timestamptz + interval '10 min'
          FROM orders, (VALUES (1, '2019-12-31T15:00:00Z'), (2, '2019-12-31T15:00:00Z'), (3, '2020-03-05Z')) v (n, at)
         WHERE id = ?
        """,
        town.order());
  }

  @Test
  void yearsMonthsAndDaysBeginInSeoulAndTheEmptyOnesAreLeftOut() {
    parts(owner(), "orders", null, ofTown())
        .body("parts.name", contains("2019", "2020"))
        .body("parts.count", contains(1, 3));
    parts(owner(), "orders", "2020", ofTown())
        .body("parts.name", contains("2020-01", "2020-03"))
        .body("parts.count", contains(2, 1));
    parts(owner(), "orders", "2019-12", ofTown())
        .body("parts.name", contains("2019-12-31"))
        .body("parts.count", contains(1));
    parts(owner(), "orders", "2021", ofTown()).body("parts", empty());
  }

  @Test
  void theOtherFiltersAreHeeded() {
    String expired = "{\"storeId\":\"%s\",\"status\":[\"EXPIRED\"]}".formatted(town.store());

    parts(owner(), "orders", null, expired).body("parts.name", contains("2020"));
  }

  @Test
  void theListHasWhatAPartPromises() {
    list(
            "orders",
            "{\"storeId\":\"%s\",\"createdAt\":{\"from\":\"2019-12-31T15:00:00Z\",\"to\":\"2020-01-31T15:00:00Z\"}}"
                .formatted(town.store()))
        .body("items", hasSize(2));
  }

  @Test
  void nobodyLearnsWhenAnotherShopHadOrders() {
    Colleague neighbour = colleague(StaffRole.SHOP_STAFF, other);

    parts(neighbour, "orders", null, ofTown()).body("parts", empty());
    parts(neighbour, "orders", null, "{}").body("parts.name", contains("2018"));
    parts(neighbour, "payments", null, "{}").body("parts.count", contains(1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"orders", "payments", "refunds", "payment_webhooks", "audit_log"})
  void whatGrowsEveryDayIsGoneIntoByDate(String resource) {
    // Which the log has.
    owner().asks().get("/api/menus/export").then().statusCode(200);
    owner()
        .asks()
        .get("/api/resources")
        .then()
        .body("resources.find {it.name == '%s'}.dated".formatted(resource), not(equalTo(null)));
    parts(owner(), resource, null, "{}").body("parts", not(empty()));
  }

  @ParameterizedTest
  @CsvSource({
    "orders,2020-13,{},400,within",
    "orders,x,{},400,within",
    "orders,2020,no,400,filter",
    "orders,2020,'{\"x\":1}',400,filter.x"
  })
  void whatCannotBeUnderstoodIsNamed(
      String resource, String within, String filter, int status, String field) {
    ask(owner(), resource, within, filter)
        .statusCode(status)
        .body("errors[0].field", equalTo(field));
  }

  @Test
  void whereThereIsNoDateOrNothingToSeeThereIsNoWay() {
    ask(owner(), "menus", null, "{}").statusCode(404);
    ask(owner(), "nowhere", null, "{}").statusCode(404);
    ask(colleague(StaffRole.SHOP_STAFF, town), "audit_log", null, "{}").statusCode(403);
  }

  private static String ofTown() {
    return "{\"storeId\":\"%s\"}".formatted(town.store());
  }

  private static ValidatableResponse parts(
      Colleague who, String resource, String within, String filter) {
    return ask(who, resource, within, filter).statusCode(200);
  }

  private static ValidatableResponse ask(
      Colleague who, String resource, String within, String filter) {
    var asks = who.asks().queryParam("filter", filter);
    if (within != null) {
      asks.queryParam("within", within);
    }
    return asks.get("/api/resources/{r}/dates", resource).then();
  }
}
