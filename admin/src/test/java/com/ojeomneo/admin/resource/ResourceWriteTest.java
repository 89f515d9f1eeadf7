package com.ojeomneo.admin.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import com.ojeomneo.admin.AdminStack;
import com.ojeomneo.admin.Colleague;
import com.ojeomneo.admin.Town;
import com.ojeomneo.platform.database.Database;
import com.ojeomneo.schema.jooq.enums.StaffRole;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.jooq.exception.DataAccessException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(AdminStack.class)
class ResourceWriteTest {
  private static Colleague manager;
  private Town town;

  @BeforeEach
  void build() {
    town = Town.built();
    if (manager == null) {
      manager = Colleague.hired(StaffRole.MANAGER).signIn();
    }
  }

  @Test
  void anEditChangesWhatItNamesAndNothingElse() {
    edit("menus", town.menu(), 1, "{\"price\": 9500}")
        .statusCode(200)
        .header("ETag", "\"2\"")
        .body("price", equalTo(9500))
        .body("name", equalTo("김치찌개"))
        .body("version", equalTo(2))
        .body("optionGroups", hasSize(1));

    history("menus", town.menu())
        .body("items", hasSize(1))
        .body("items[0].action", equalTo("UPDATE"))
        .body("items[0].staff.id", equalTo(manager.id().toString()))
        .body("items[0].address", equalTo("127.0.0.1"))
        .body("items[0].changes", hasSize(1))
        .body("items[0].changes[0].column", equalTo("price"))
        .body("items[0].changes[0].label.ko", equalTo("가격"))
        .body("items[0].changes[0].before", equalTo(9000))
        .body("items[0].changes[0].after", equalTo(9500));
  }

  @Test
  void anEditTellsTheCachesOfTheAppInTheSameTransaction() {
    edit("menus", town.menu(), 1, "{\"price\": 9700}").statusCode(200);

    assertThat(
            count(
                "SELECT count(*) FROM outbox WHERE topic = 'cache' AND payload::text LIKE '%menu:"
                    + town.menu()
                    + "%'"))
        .isPositive();
  }

  @Test
  void whoHasNotSeenTheNewestVersionOverwritesNothing() {
    edit("menus", town.menu(), 1, "{\"price\": 9500}").statusCode(200);

    edit("menus", town.menu(), 1, "{\"price\": 8000}")
        .statusCode(412)
        .header("ETag", "\"2\"")
        .contentType("application/problem+json")
        .body("code", equalTo("CHANGED_MEANWHILE"))
        .body("current.price", equalTo(9500))
        .body("current.version", equalTo(2));

    show("menus", town.menu()).body("price", equalTo(9500)).body("version", equalTo(2));
  }

  @Test
  void ofManyWhoEditTheSameVersionOneWins() throws Exception {
    List<Callable<Integer>> edits = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      String body = "{\"price\": %d}".formatted(5000 + i);
      edits.add(() -> edit("menus", town.menu(), 1, body).extract().statusCode());
    }
    var statuses = new ArrayList<Integer>();
    try (var threads = Executors.newFixedThreadPool(10)) {
      for (var done : threads.invokeAll(edits)) {
        statuses.add(done.get());
      }
    }

    assertThat(statuses).containsOnly(200, 412).containsOnlyOnce(200);
    history("menus", town.menu()).body("items", hasSize(1));
  }

  @Test
  void anEditWithoutAVersionIsRefusedAndAnUnknownVersionIsStale() {
    manager
        .acts()
        .body("{\"price\": 1}")
        .put("/api/menus/" + town.menu())
        .then()
        .statusCode(428)
        .body("code", equalTo("VERSION_REQUIRED"));
    manager
        .acts()
        .header("If-Match", "*")
        .body("{\"price\": 5000}")
        .put("/api/menus/" + town.menu())
        .then()
        .statusCode(412);
    manager
        .acts()
        .header("If-Match", "\"abc\"")
        .body("{\"price\": 5000}")
        .put("/api/menus/" + town.menu())
        .then()
        .statusCode(412);
  }

  @Test
  void anEditThatChangesNothingIsNoEdit() {
    edit("menus", town.menu(), 1, "{\"price\": 9000, \"name\": \"김치찌개\"}")
        .statusCode(200)
        .body("version", equalTo(1));

    history("menus", town.menu()).body("items", empty());
  }

  @Test
  void whatCannotBeWrittenIsNotLookedAt() {
    edit(
            "menus",
            town.menu(),
            1,
            "{\"id\": \"x\", \"storeId\": \"%s\", \"version\": 9, \"titles\": 1}"
                .formatted(UUID.randomUUID()))
        .statusCode(200)
        .body("storeId", equalTo(town.store().toString()))
        .body("version", equalTo(1));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"price\": 99} | price",
        "{\"price\": 1000001} | price",
        "{\"price\": \"9000\"} | price",
        "{\"price\": 9000.5} | price",
        "{\"price\": null} | price",
        "{\"name\": \"\"} | name",
        "{\"name\": \"   \"} | name",
        "{\"name\": 5} | name",
        "{\"name\": \"\\u0000\"} | name",
        "{\"soldOut\": 1} | soldOut",
        "{\"tags\": \"a\"} | tags",
        "{\"tags\": [1]} | tags",
        "{\"allergens\": [\"NUTS\"]} | allergens",
        "{\"category\": \"no-such\"} | category",
        "{\"optionGroups\": {}} | optionGroups",
        "{\"optionGroups\": [{\"name\": \"\"}]} | optionGroups[0].name",
        "{\"optionGroups\": [{\"id\": \"x\", \"name\": \"a\", \"minChoices\": 0, \"maxChoices\": 1}]} | optionGroups[0].id",
        "{\"optionGroups\": [{\"name\": \"a\", \"minChoices\": 0, \"maxChoices\": 1, \"options\": [{\"name\": \"b\", \"price\": -1}]}]} | optionGroups[0].options[0].price",
        "[] | body"
      })
  void whatIsWrongIsSaidWhereAndNothingIsWritten(String body, String field) {
    edit("menus", town.menu(), 1, body)
        .statusCode(400)
        .body("code", equalTo("VALIDATION_FAILED"))
        .body("errors.field", hasItem(field));

    show("menus", town.menu()).body("version", equalTo(1)).body("optionGroups", hasSize(1));
  }

  @Test
  void rowsWithinARowAreSavedWithIt() {
    String body =
        """
        {"optionGroups": [
          {"name": "사이즈", "minChoices": 1, "maxChoices": 1, "options": [{"name": "보통", "price": 0}, {"name": "곱빼기", "price": 1500}]},
          {"id": "%s", "name": "맵기", "minChoices": 0, "maxChoices": 2, "options": [{"name": "덜 맵게", "price": 0}, {"id": "%s", "name": "아주 맵게", "price": 700}]}
        ]}
        """
            .formatted(town.group(), town.option());

    edit("menus", town.menu(), 1, body)
        .statusCode(200)
        .body("version", equalTo(2))
        .body("optionGroups.name", contains("사이즈", "맵기"))
        .body("optionGroups[0].options.name", contains("보통", "곱빼기"))
        .body("optionGroups[1].id", equalTo(town.group().toString()))
        .body("optionGroups[1].options.name", contains("덜 맵게", "아주 맵게"))
        .body("optionGroups[1].options[1].id", equalTo(town.option().toString()));
    assertThat(
            count(
                "SELECT count(*) FROM order_line_options WHERE price = 500 AND option_id = '"
                    + town.option()
                    + "'"))
        .isOne();

    edit("menus", town.menu(), 2, "{\"optionGroups\": []}")
        .statusCode(200)
        .body("optionGroups", empty());
    history("menus", town.menu())
        .body("items", hasSize(2))
        .body("items[0].changes[0].column", equalTo("optionGroups"));
  }

  @Test
  void aRowOfAnotherIsNotTakenOver() {
    Town other = Town.built();
    String body =
        "{\"optionGroups\": [{\"id\": \"%s\", \"name\": \"훔친\", \"minChoices\": 0, \"maxChoices\": 1}]}"
            .formatted(other.group());

    edit("menus", town.menu(), 1, body)
        .statusCode(400)
        .body("errors[0].field", equalTo("optionGroups[0].id"));

    show("menus", other.menu()).body("optionGroups[0].name", equalTo("맵기"));
    show("menus", town.menu()).body("optionGroups", hasSize(1));
  }

  @Test
  void hoursAndClosuresAreSavedWithTheirShop() {
    String body =
        """
        {"storeHours": [{"dayOfWeek": "1", "opensAt": "10:00", "closesAt": "21:00"}, {"dayOfWeek": "2", "opensAt": "11:00", "closesAt": "02:00"}],
         "storeClosures": [{"fromDay": "2027-02-01", "toDay": "2027-02-03", "reason": "수리"}]}
        """;

    edit("stores", town.store(), 1, body)
        .statusCode(200)
        .body("storeHours.opensAt", contains("10:00", "11:00"))
        .body("storeClosures.fromDay", contains("2027-02-01"));
    edit(
            "stores",
            town.store(),
            2,
            "{\"storeClosures\": [{\"fromDay\": \"2027-02-03\", \"toDay\": \"2027-02-01\", \"reason\": \"\"}]}")
        .statusCode(400);
    show("stores", town.store()).body("version", equalTo(2)).body("storeClosures", hasSize(1));
  }

  @Test
  void aNewRowIsMadeWhole() {
    String body =
        """
        {"name": "제육볶음", "storeId": "%s", "category": "%s", "price": 9900, "tags": ["인기"], "allergens": ["PORK"],
         "optionGroups": [{"name": "밥", "minChoices": 0, "maxChoices": 1, "options": [{"name": "추가", "price": 1000}]}]}
        """
            .formatted(town.store(), town.category());

    String id =
        manager
            .acts()
            .body(body)
            .post("/api/menus")
            .then()
            .statusCode(201)
            .header("Location", startsWith("http"))
            .body("version", equalTo(1))
            .body("soldOut", equalTo(false))
            .body("active", equalTo(true))
            .body("optionGroups[0].options[0].price", equalTo(1000))
            .extract()
            .path("id");

    history("menus", UUID.fromString(id))
        .body("items", hasSize(1))
        .body("items[0].action", equalTo("CREATE"));
  }

  @Test
  void aNewRowNeedsWhatIsRequired() {
    manager
        .acts()
        .body("{}")
        .post("/api/menus")
        .then()
        .statusCode(400)
        .body(
            "errors.field",
            org.hamcrest.Matchers.containsInAnyOrder("name", "storeId", "category", "price"));
  }

  @Test
  void theSameKeyTwiceIsRefused() {
    String body =
        "{\"key\": \"k%s\", \"value\": 5}".formatted(UUID.randomUUID().toString().replace("-", ""));

    manager.acts().body(body).post("/api/app_settings").then().statusCode(201);
    manager
        .acts()
        .body(body)
        .post("/api/app_settings")
        .then()
        .statusCode(409)
        .body("code", equalTo("ALREADY_THERE"));
  }

  @Test
  void whatIsInUseIsNotDeleted() {
    manager
        .asks()
        .get("/api/menus/{id}/deletion", town.menu())
        .then()
        .statusCode(200)
        .body("allowed", equalTo(false))
        .body("goes.resource", contains("option_groups"))
        .body("blocks.resource", hasItem("order_lines"));

    manager
        .acts()
        .header("If-Match", "\"1\"")
        .delete("/api/menus/" + town.menu())
        .then()
        .statusCode(409)
        .body("code", equalTo("STILL_REFERENCED"));

    show("menus", town.menu()).body("optionGroups", hasSize(1));
  }

  @Test
  void whatIsNotInUseIsDeletedAndCanBeBroughtBack() {
    String body =
        "{\"name\": \"잡채\", \"storeId\": \"%s\", \"category\": \"%s\", \"price\": 5000, \"optionGroups\": [{\"name\": \"양\", \"minChoices\": 0, \"maxChoices\": 1}]}"
            .formatted(town.store(), town.category());
    String id = manager.acts().body(body).post("/api/menus").path("id");

    manager
        .asks()
        .get("/api/menus/{id}/deletion", id)
        .then()
        .body("allowed", equalTo(true))
        .body("goes[0].count", equalTo(1));
    manager.acts().header("If-Match", "\"7\"").delete("/api/menus/" + id).then().statusCode(412);
    manager.acts().header("If-Match", "\"1\"").delete("/api/menus/" + id).then().statusCode(204);
    manager.asks().get("/api/menus/" + id).then().statusCode(404);
    String entry =
        history("menus", UUID.fromString(id))
            .body("items[0].action", equalTo("DELETE"))
            .extract()
            .path("items[0].id");

    manager
        .acts()
        .body("{\"entry\": \"%s\"}".formatted(entry))
        .post("/api/menus/{id}/revert", id)
        .then()
        .statusCode(200)
        .body("id", equalTo(id))
        .body("name", equalTo("잡채"))
        .body("optionGroups[0].name", equalTo("양"));
    history("menus", UUID.fromString(id)).body("items[0].action", equalTo("REVERT"));
  }

  @Test
  void oneFieldOrAWholeEntryIsReverted() {
    edit("menus", town.menu(), 1, "{\"price\": 9500, \"name\": \"돼지 김치찌개\"}").statusCode(200);
    String entry = history("menus", town.menu()).extract().path("items[0].id");

    revert(2, "{\"entry\": \"%s\", \"columns\": [\"price\"]}".formatted(entry))
        .statusCode(200)
        .body("price", equalTo(9000))
        .body("name", equalTo("돼지 김치찌개"));
    revert(2, "{\"entry\": \"%s\"}".formatted(entry)).statusCode(412);
    revert(3, "{\"entry\": \"%s\"}".formatted(entry)).statusCode(200).body("name", equalTo("김치찌개"));
    revert(4, "{\"entry\": \"%s\", \"columns\": [\"tags\"]}".formatted(entry))
        .statusCode(409)
        .body("code", equalTo("NOTHING_TO_REVERT"));
    revert(4, "{\"entry\": \"%s\"}".formatted(UUID.randomUUID())).statusCode(404);
  }

  @Test
  void rowsWithinARowComeBackAsTheyWere() {
    edit("menus", town.menu(), 1, "{\"optionGroups\": []}").statusCode(200);
    String entry = history("menus", town.menu()).extract().path("items[0].id");

    revert(2, "{\"entry\": \"%s\"}".formatted(entry))
        .statusCode(200)
        .body("optionGroups[0].id", equalTo(town.group().toString()))
        .body("optionGroups[0].options[0].id", equalTo(town.option().toString()));
  }

  @Test
  void anEntryOfAnotherRowIsNotFound() {
    Town other = Town.built();
    edit("menus", other.menu(), 1, "{\"price\": 9500}").statusCode(200);
    String entry = history("menus", other.menu()).extract().path("items[0].id");

    revert(1, "{\"entry\": \"%s\"}".formatted(entry)).statusCode(404);
  }

  @ParameterizedTest
  @EnumSource(
      value = StaffRole.class,
      names = {"SHOP_STAFF", "SUPPORT", "VIEWER"})
  void whoMayOnlyLookWritesNothing(StaffRole role) {
    Colleague someone =
        Colleague.hired(role, role == StaffRole.SHOP_STAFF ? town.store() : null).signIn();

    someone
        .acts()
        .header("If-Match", "\"1\"")
        .body("{\"price\": 5000}")
        .put("/api/menus/" + town.menu())
        .then()
        .statusCode(403);
    someone.acts().body("{}").post("/api/menus").then().statusCode(403);
    someone
        .acts()
        .header("If-Match", "\"1\"")
        .delete("/api/menus/" + town.menu())
        .then()
        .statusCode(403);
    someone
        .acts()
        .body("{\"entry\": \"%s\"}".formatted(UUID.randomUUID()))
        .post("/api/menus/{id}/revert", town.menu())
        .then()
        .statusCode(org.hamcrest.Matchers.oneOf(403, 404));
    show("menus", town.menu()).body("version", equalTo(1));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "orders",
        "payments",
        "refunds",
        "users",
        "daily_stock",
        "audit_log",
        "images",
        "order_events"
      })
  void whatTheDomainOwnsNobodyWritesHere(String resource) {
    Colleague owner = Colleague.hired(StaffRole.OWNER).signIn();

    owner
        .acts()
        .body("{}")
        .post("/api/" + resource)
        .then()
        .statusCode(org.hamcrest.Matchers.oneOf(400, 403, 415));
    String id = owner.asks().get("/api/" + resource).path("items[0].id");
    owner
        .acts()
        .header("If-Match", "\"1\"")
        .body("{\"status\": \"PAID\"}")
        .put("/api/{r}/{id}", resource, id == null ? UUID.randomUUID() : id)
        .then()
        .statusCode(403);
    owner
        .acts()
        .header("If-Match", "\"1\"")
        .delete("/api/{r}/{id}", resource, id == null ? UUID.randomUUID() : id)
        .then()
        .statusCode(403);
  }

  @Test
  void personalDataIsShownForAReasonThatIsWrittenDown() {
    Colleague support = Colleague.hired(StaffRole.SUPPORT).signIn();
    support
        .acts()
        .body("{\"reason\": \" \"}")
        .post("/api/users/{id}/reveal", town.user())
        .then()
        .statusCode(400);

    support
        .acts()
        .body("{\"reason\": \"환불 문의 확인\"}")
        .post("/api/users/{id}/reveal", town.user())
        .then()
        .statusCode(200)
        .body("displayName", equalTo("김손님"))
        .body("email", equalTo(town.user() + "@example.com"))
        .body("masked", nullValue());

    history("users", town.user())
        .body("items[0].action", equalTo("REVEAL"))
        .body("items[0].reason", equalTo("환불 문의 확인"))
        .body("items[0].staff.id", equalTo(support.id().toString()));
    assertThat(
            count(
                "SELECT count(*) FROM audit_log WHERE after::text LIKE '%김손님%' OR before::text LIKE '%김손님%'"))
        .isZero();
    Colleague.hired(StaffRole.VIEWER)
        .signIn()
        .acts()
        .body("{\"reason\": \"궁금\"}")
        .post("/api/users/{id}/reveal", town.user())
        .then()
        .statusCode(403);
  }

  @Test
  void anExportIsMaskedUnlessThereIsAReason() {
    Colleague support = Colleague.hired(StaffRole.SUPPORT).signIn();
    String filter = "{\"q\":\"%s@example.com\"}".formatted(town.user());

    String masked =
        support
            .asks()
            .queryParam("filter", filter)
            .queryParam("columns", "displayName,email")
            .get("/api/users/export")
            .asString();
    assertThat(masked).startsWith("\uFEFF이름,이메일\r\n").contains("김***").doesNotContain("김손님");
    String body =
        "{\"filter\": \"%s\", \"columns\": \"email\", \"reason\": \"고객 요청\"}"
            .formatted(filter.replace("\"", "\\\""));
    String whole =
        support
            .acts()
            .body(body)
            .post("/api/users/export")
            .then()
            .statusCode(200)
            .extract()
            .asString();
    assertThat(whole).contains(town.user() + "@example.com");
    assertThat(
            count(
                "SELECT count(*) FROM audit_log WHERE action = 'EXPORT' AND reason = '고객 요청' AND staff_id = '"
                    + support.id()
                    + "'"))
        .isOne();
    Colleague.hired(StaffRole.VIEWER)
        .signIn()
        .acts()
        .body(body)
        .post("/api/users/export")
        .then()
        .statusCode(403);
  }

  @Test
  void aCellCannotBecomeAFormula() {
    edit("menus", town.menu(), 1, "{\"name\": \"=HYPERLINK(1)\"}").statusCode(200);

    String csv =
        manager
            .asks()
            .queryParam("filter", "{\"id\":\"%s\"}".formatted(town.menu()))
            .queryParam("columns", "name,price,storeId")
            .get("/api/menus/export")
            .asString();

    assertThat(csv).contains("'=HYPERLINK(1),9000," + town.name());
  }

  @Test
  void nobodyWhoServesChangesTheLog() {
    edit("menus", town.menu(), 1, "{\"price\": 9500}").statusCode(200);
    var admin = new Database(AdminStack.admin()).sql();

    for (String sql :
        List.of(
            "DELETE FROM audit_log", "UPDATE audit_log SET reason = 'x'", "TRUNCATE audit_log")) {
      assertThatThrownBy(() -> admin.execute(sql))
          .isInstanceOf(DataAccessException.class)
          .hasMessageContaining("permission denied");
    }
  }

  @Test
  void theLastOwnerRemains() {
    Colleague owner = Colleague.hired(StaffRole.OWNER).signIn();
    Colleague leaving = Colleague.hired(StaffRole.OWNER);

    owner
        .acts()
        .header("If-Match", "\"1\"")
        .body("{\"disabledAt\": \"2026-11-25T00:00:00Z\"}")
        .put("/api/staff/" + leaving.id())
        .then()
        .statusCode(200);
    leaving.trySignIn(Colleague.PASSWORD, null).then().statusCode(401);

    var everybody = new Database(AdminStack.owner());
    assertThatThrownBy(
            () ->
                everybody.transact(
                    tx ->
                        tx.execute(
                            "UPDATE staff SET disabled_at = now(); SET CONSTRAINTS ALL IMMEDIATE")))
        .hasMessageContaining("nobody would own the back office");
    assertThatThrownBy(() -> everybody.transact(tx -> tx.execute("DELETE FROM staff_roles")))
        .rootCause()
        .hasMessageContaining("nobody would own the back office");
    owner
        .asks()
        .get("/api/staff/" + owner.id())
        .then()
        .statusCode(200)
        .body("roles[0].role", equalTo("OWNER"));
  }

  private ValidatableResponse revert(int version, String body) {
    return manager
        .acts()
        .header("If-Match", "\"" + version + "\"")
        .body(body)
        .post("/api/menus/{id}/revert", town.menu())
        .then();
  }

  private static ValidatableResponse edit(String resource, UUID id, int version, String body) {
    return manager
        .acts()
        .header("If-Match", "\"" + version + "\"")
        .body(body)
        .put("/api/{r}/{id}", resource, id)
        .then();
  }

  private static ValidatableResponse show(String resource, UUID id) {
    return manager.asks().get("/api/{r}/{id}", resource, id).then().statusCode(200);
  }

  private static ValidatableResponse history(String resource, UUID id) {
    return manager.asks().get("/api/{r}/{id}/history", resource, id).then().statusCode(200);
  }

  private static int count(String sql) {
    return new Database(AdminStack.owner()).sql().fetchSingle(sql).get(0, Integer.class);
  }
}
