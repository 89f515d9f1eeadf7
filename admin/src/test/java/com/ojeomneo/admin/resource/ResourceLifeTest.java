package com.ojeomneo.admin.resource;

import static com.ojeomneo.admin.resource.Desk.edit;
import static com.ojeomneo.admin.resource.Desk.history;
import static com.ojeomneo.admin.resource.Desk.manager;
import static com.ojeomneo.admin.resource.Desk.revert;
import static com.ojeomneo.admin.resource.Desk.show;
import static com.ojeomneo.admin.resource.Shelf.colleague;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import com.ojeomneo.admin.AdminStack;
import com.ojeomneo.admin.Colleague;
import com.ojeomneo.admin.Town;
import com.ojeomneo.schema.jooq.enums.StaffRole;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A row is made, deleted, and made again as it was. */
@QuarkusTest
@WithTestResource(AdminStack.class)
class ResourceLifeTest {
  private Town town;

  @BeforeEach
  void build() {
    town = Town.built();
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
        manager()
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
    manager()
        .acts()
        .body("{}")
        .post("/api/menus")
        .then()
        .statusCode(400)
        .body("errors.field", containsInAnyOrder("name", "storeId", "category", "price"));
  }

  @Test
  void theSameKeyTwiceIsRefused() {
    String body =
        "{\"key\": \"k%s\", \"value\": 5}".formatted(UUID.randomUUID().toString().replace("-", ""));

    manager().acts().body(body).post("/api/app_settings").then().statusCode(201);
    manager()
        .acts()
        .body(body)
        .post("/api/app_settings")
        .then()
        .statusCode(409)
        .body("code", equalTo("ALREADY_THERE"));
  }

  @Test
  void whatIsInUseIsNotDeleted() {
    manager()
        .asks()
        .get("/api/menus/{id}/deletion", town.menu())
        .then()
        .statusCode(200)
        .body("allowed", equalTo(false))
        .body("goes.resource", containsInAnyOrder("option_groups", "menu_prices"))
        .body("blocks.resource", hasItem("order_lines"));

    manager()
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
    String id = manager().acts().body(body).post("/api/menus").path("id");

    manager()
        .asks()
        .get("/api/menus/{id}/deletion", id)
        .then()
        .body("allowed", equalTo(true))
        .body("goes[0].count", equalTo(1));
    manager().acts().header("If-Match", "\"7\"").delete("/api/menus/" + id).then().statusCode(412);
    manager().acts().header("If-Match", "\"1\"").delete("/api/menus/" + id).then().statusCode(204);
    manager().asks().get("/api/menus/" + id).then().statusCode(404);
    String entry =
        history("menus", UUID.fromString(id))
            .body("items[0].action", equalTo("DELETE"))
            .extract()
            .path("items[0].id");

    manager()
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
  void whoMayMakeRowsSeesWhatWasDeletedUntilItIsBack() {
    String body = "{\"code\": \"c%1$s\", \"name\": \"지운 분류 %1$s\", \"position\": 1}";
    String some = UUID.randomUUID().toString().substring(0, 8);
    String id = manager().acts().body(body.formatted(some)).post("/api/menu_categories").path("id");
    for (int time = 1; time <= 2; time++) {
      manager().acts().header("If-Match", "\"1\"").delete("/api/menu_categories/" + id);
      String entry =
          deleted(manager())
              .statusCode(200)
              .body("items.id", hasItem(id))
              .body("items[0].id", equalTo(id))
              .body("items[0].title", equalTo("지운 분류 " + some))
              .body("items[0].staff.id", equalTo(manager().id().toString()))
              .extract()
              .path("items[0].entry");
      manager()
          .acts()
          .body("{\"entry\": \"%s\"}".formatted(entry))
          .post("/api/menu_categories/{id}/revert", id)
          .then()
          .statusCode(200);
      deleted(manager()).body("items.id", not(hasItem(id)));
    }
  }

  @Test
  void whoMakesNoRowsSeesNoneThatAreGone() {
    for (StaffRole role : List.of(StaffRole.VIEWER, StaffRole.SUPPORT, StaffRole.SHOP_STAFF)) {
      deleted(colleague(role, town)).statusCode(403);
    }
    manager().asks().get("/api/resources/orders/deleted").then().statusCode(403);
    manager().asks().get("/api/resources/nothing/deleted").then().statusCode(404);
  }

  @Test
  void oneFieldOrAWholeEntryIsReverted() {
    edit("menus", town.menu(), 1, "{\"price\": 9500, \"name\": \"돼지 김치찌개\"}").statusCode(200);
    String entry = history("menus", town.menu()).extract().path("items[0].id");

    revert(town.menu(), 2, "{\"entry\": \"%s\", \"columns\": [\"price\"]}".formatted(entry))
        .statusCode(200)
        .body("price", equalTo(9000))
        .body("name", equalTo("돼지 김치찌개"));
    revert(town.menu(), 2, "{\"entry\": \"%s\"}".formatted(entry)).statusCode(412);
    revert(town.menu(), 3, "{\"entry\": \"%s\"}".formatted(entry))
        .statusCode(200)
        .body("name", equalTo("김치찌개"));
    revert(town.menu(), 4, "{\"entry\": \"%s\", \"columns\": [\"tags\"]}".formatted(entry))
        .statusCode(409)
        .body("code", equalTo("NOTHING_TO_REVERT"));
    revert(town.menu(), 4, "{\"entry\": \"%s\"}".formatted(UUID.randomUUID())).statusCode(404);
  }

  @Test
  void anEntryOfAnotherRowIsNotFound() {
    Town other = Town.built();
    edit("menus", other.menu(), 1, "{\"price\": 9500}").statusCode(200);
    String entry = history("menus", other.menu()).extract().path("items[0].id");

    revert(town.menu(), 1, "{\"entry\": \"%s\"}".formatted(entry)).statusCode(404);
  }

  private static ValidatableResponse deleted(Colleague who) {
    return who.asks().get("/api/resources/menu_categories/deleted").then();
  }
}
