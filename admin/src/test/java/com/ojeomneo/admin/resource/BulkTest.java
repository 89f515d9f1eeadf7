package com.ojeomneo.admin.resource;

import static com.ojeomneo.admin.resource.Desk.count;
import static com.ojeomneo.admin.resource.Desk.edit;
import static com.ojeomneo.admin.resource.Desk.history;
import static com.ojeomneo.admin.resource.Desk.manager;
import static com.ojeomneo.admin.resource.Desk.show;
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
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The same is done to many rows: as the preview said, or not at all. */
@QuarkusTest
@WithTestResource(AdminStack.class)
class BulkTest {
  private static final String SOLD_OUT = "\"act\":\"SET\",\"column\":\"soldOut\",\"value\":true";

  private static final String RUNNING =
      "SELECT count(*) FROM pg_stat_activity WHERE usename = 'ojeomneo_admin' AND xact_start < now()";

  private Town town;

  @BeforeEach
  void build() {
    town = Town.built();
  }

  @Test
  void aPreviewSaysWhatWouldChangeAndChangesNothing() {
    dishes(30, 5000);

    preview(ofShop("\"act\":\"ADD\",\"column\":\"price\",\"value\":500"))
        .statusCode(200)
        .body("rows", equalTo(31))
        .body("changes", equalTo(31))
        .body("refusals", equalTo(0))
        .body("first", hasSize(20))
        .body("first.find {it.id == '%s'}".formatted(dish(1)) + ".before", equalTo(5000))
        .body("first.find {it.id == '%s'}".formatted(dish(1)) + ".after", equalTo(5500));

    assertThat(rowsAt("price = 5500")).isZero();
    assertThat(logged()).isZero();
  }

  @Test
  void theRunDoesWhatWasPreviewedAndTheLogHasEachRow() {
    dishes(120, 5000);
    String bulk = ofShop(SOLD_OUT);

    JsonPath last = run(bulk, seen(bulk));

    assertThat(last.getInt("changed")).isEqualTo(121);
    assertThat(rowsAt("sold_out AND version = 2")).isEqualTo(121);
    assertThat(logged()).isEqualTo(121);
    history("menus", town.menu())
        .body("items[0].action", equalTo("UPDATE"))
        .body("items[0].changes", hasSize(1))
        .body("items[0].changes[0].column", equalTo("soldOut"));
  }

  @Test
  void rowsThatAreSoAlreadyStayUntouched() {
    dishes(2, 5000);
    String bulk = ofShop("\"act\":\"SET\",\"column\":\"price\",\"value\":5000");

    preview(bulk).body("changes", equalTo(1)).body("unchanged", equalTo(2));
    assertThat(run(bulk, seen(bulk)).getInt("changed")).isEqualTo(1);
    assertThat(logged()).isEqualTo(1);
  }

  @Test
  void aRowThatCannotBeSoIsNamedWithTheReasonAndLeftOut() {
    dishes(1, 100);
    String bulk = ofShop("\"act\":\"PERCENT\",\"column\":\"price\",\"value\":-50");

    preview(bulk)
        .body("changes", equalTo(1))
        .body("refusals", equalTo(1))
        .body("refused[0].id", equalTo(dish(1)))
        .body("refused[0].why.ko", equalTo("100 이상이어야 해요."));
    assertThat(run(bulk, seen(bulk)).getInt("changed")).isEqualTo(1);
    show("menus", town.menu()).body("price", equalTo(4500));
    assertThat(rowsAt("price = 100")).isEqualTo(1);
  }

  @Test
  void whatSomebodyChangedSinceThePreviewIsNotOverwritten() {
    dishes(3, 5000);
    String bulk = ofShop("\"act\":\"ADD\",\"column\":\"price\",\"value\":500");
    String seen = seen(bulk);
    edit("menus", town.menu(), 1, "{\"price\": 9900}").statusCode(200);

    assertThat(run(bulk, seen).getString("code")).isEqualTo("NOT_AS_PREVIEWED");
    assertThat(rowsAt("price IN (5000, 9900)")).isEqualTo(4);
  }

  @Test
  void whatCameIntoTheFilterSinceThePreviewIsNotChangedUnseen() {
    String bulk = ofShop(SOLD_OUT);
    String seen = seen(bulk);
    dishes(1, 5000);

    assertThat(run(bulk, seen).getString("code")).isEqualTo("NOT_AS_PREVIEWED");
    assertThat(rowsAt("sold_out")).isZero();
  }

  @Test
  void theChosenAreDeletedWithWhatIsInThemButForThoseInUse() {
    dishes(2, 5000);
    String bulk = "{\"ids\":[\"%s\",\"%s\"],\"act\":\"DELETE\"}".formatted(town.menu(), dish(1));

    preview(bulk)
        .body("changes", equalTo(1))
        .body("refused[0].id", equalTo(town.menu().toString()))
        .body("refused[0].why.en", equalTo("It is in use elsewhere and cannot be deleted."));
    assertThat(run(bulk, seen(bulk)).getInt("changed")).isEqualTo(1);
    assertThat(rowsAt("true")).isEqualTo(2);
  }

  @Test
  void whoHangsUpUndoesItAll() throws Exception {
    dishes(3000, 5000);
    String bulk = ofShop(SOLD_OUT);
    String body = "{\"bulk\":%s,\"seen\":\"%s\"}".formatted(bulk, seen(bulk));
    HangUp.on(
        manager(),
        "/api/resources/menus/bulk",
        "application/json",
        body.getBytes(StandardCharsets.UTF_8));

    Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> count(RUNNING) == 0);
    assertThat(rowsAt("sold_out")).isZero();
    assertThat(logged()).isZero();
  }

  @Test
  void moreThanTenThousandAreRefused() {
    dishes(10_000, 5000);

    preview(ofShop(SOLD_OUT)).statusCode(422).body("code", equalTo("TOO_MANY_ROWS"));
    assertThat(run(ofShop(SOLD_OUT), "x").getString("code")).isEqualTo("TOO_MANY_ROWS");
    assertThat(rowsAt("sold_out")).isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "menus | \"act\":\"SET\",\"column\":\"name\",\"value\":\"x\" | column",
        "menus | \"act\":\"SET\",\"column\":\"storeId\",\"value\":\"x\" | column",
        "menus | \"act\":\"SET\",\"value\":true | column",
        "menus | \"act\":\"SET\",\"column\":\"soldOut\" | value",
        "menus | \"act\":\"SET\",\"column\":\"soldOut\",\"value\":\"yes\" | value",
        "menus | \"act\":\"SET\",\"column\":\"price\",\"value\":99 | value",
        "menus | \"act\":\"ADD\",\"column\":\"soldOut\",\"value\":1 | value",
        "menus | \"act\":\"PERCENT\",\"column\":\"price\",\"value\":1001 | value",
        "menus | \"act\":\"SET\",\"column\":\"soldOut\",\"value\":true,\"ids\":[] | ids",
        "menus | \"act\":\"SET\",\"column\":\"soldOut\",\"value\":true,\"filter\":\"no\" | filter"
      })
  void whatCannotBeDoneToAnyRowIsRefusedAtOnce(String resource, String bulk, String field) {
    manager()
        .acts()
        .body("{" + bulk + "}")
        .post("/api/resources/{r}/bulk/preview", resource)
        .then()
        .statusCode(400)
        .body("errors[0].field", equalTo(field));
  }

  @ParameterizedTest
  @EnumSource(
      value = StaffRole.class,
      names = {"SHOP_STAFF", "SUPPORT", "VIEWER"})
  void whoMayNotWriteRowsDoesNotWriteMany(StaffRole role) {
    Colleague reader = Shelf.colleague(role, town);
    for (String act : new String[] {SOLD_OUT, "\"act\":\"DELETE\""}) {
      reader
          .acts()
          .body(ofShop(act))
          .post("/api/resources/menus/bulk/preview")
          .then()
          .statusCode(403);
      reader
          .acts()
          .body("{\"bulk\":%s,\"seen\":\"x\"}".formatted(ofShop(act)))
          .post("/api/resources/menus/bulk")
          .then()
          .statusCode(403);
    }
  }

  @ParameterizedTest
  @CsvSource({"orders,totalAmount", "daily_stock,remaining", "refunds,amount", "payments,refunded"})
  void whatTheDomainOwnsIsOutOfReach(String resource, String column) {
    manager()
        .acts()
        .body("{\"act\":\"SET\",\"column\":\"%s\",\"value\":1}".formatted(column))
        .post("/api/resources/{r}/bulk/preview", resource)
        .then()
        .statusCode(403);
  }

  private String ofShop(String act) {
    return "{\"filter\":\"{\\\"storeId\\\":\\\"%s\\\"}\",%s}".formatted(town.store(), act);
  }

  private static ValidatableResponse preview(String bulk) {
    return manager().acts().body(bulk).post("/api/resources/menus/bulk/preview").then();
  }

  private static String seen(String bulk) {
    return preview(bulk).statusCode(200).extract().path("seen");
  }

  /** The last line. */
  private static JsonPath run(String bulk, String seen) {
    String lines =
        manager()
            .acts()
            .body("{\"bulk\":%s,\"seen\":\"%s\"}".formatted(bulk, seen))
            .post("/api/resources/menus/bulk")
            .then()
            .statusCode(200)
            .extract()
            .asString();
    return JsonPath.from(lines.lines().reduce((a, b) -> b).orElseThrow());
  }

  /** Of the shop, besides the one that it has. */
  private void dishes(int many, int price) {
    new Database(AdminStack.owner())
        .sql()
        .execute(
            """
            INSERT INTO menus (id, store_id, category, name, price, created_at)
            SELECT (left('%1$s', 24) || lpad(n::text, 12, '0'))::uuid, '%1$s', '%2$s', '반찬 ' || n, %3$d, now()
              FROM generate_series(1, %4$d) n
            """
                .formatted(town.store(), town.category(), price, many));
  }

  private String dish(int n) {
    return town.store().toString().substring(0, 24) + "%012d".formatted(n);
  }

  private int rowsAt(String condition) {
    return count(
        "SELECT count(*) FROM menus WHERE store_id = '%s' AND (%s)"
            .formatted(town.store(), condition));
  }

  private int logged() {
    return count(
        "SELECT count(*) FROM audit_log WHERE record LIKE '%s%%' OR record = '%s'"
            .formatted(town.store().toString().substring(0, 24), town.menu()));
  }
}
