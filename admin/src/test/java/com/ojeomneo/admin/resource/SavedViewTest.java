package com.ojeomneo.admin.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(AdminStack.class)
class SavedViewTest {
  private static final Map<String, Object> CHEAP =
      Map.of(
          "name", "만 원 아래",
          "shared", false,
          "filter", "{\"price\":{\"to\":10000}}",
          "sort", "-price",
          "columns", List.of("name", "price"));

  private final DSLContext owner = new Database(AdminStack.owner()).sql();

  @Test
  void aViewComesBackAsItWasAndIsNobodyElses() {
    var one = Colleague.hired(StaffRole.VIEWER).signIn();
    var other = Colleague.hired(StaffRole.OWNER).signIn();
    String id = save(one, "menus", CHEAP).statusCode(201).extract().path("id");

    list(one, "menus")
        .body("items", hasSize(1))
        .body("items[0].name", equalTo("만 원 아래"))
        .body("items[0].filter", equalTo(CHEAP.get("filter")))
        .body("items[0].sort", equalTo("-price"))
        .body("items[0].columns", contains("name", "price"))
        .body("items[0].mine", equalTo(true));
    list(one, "stores").body("items.id", not(hasItem(id)));
    list(other, "menus").body("items.id", not(hasItem(id)));
    change(other, id, 1, CHEAP).statusCode(404);
    other.acts().delete("/api/views/" + id).then().statusCode(404);
    list(one, "menus").body("items", hasSize(1));
  }

  @Test
  void aSharedViewIsSeenByAllAndChangedByItsOwner() {
    var one = Colleague.hired(StaffRole.MANAGER).signIn();
    var town = Town.built();
    var kitchen = Colleague.hired(StaffRole.SHOP_STAFF, town.store()).signIn();
    String id = save(one, "menus", with("shared", true)).statusCode(201).extract().path("id");

    list(kitchen, "menus").body("items.find { it.id == '%s' }.mine".formatted(id), equalTo(false));
    change(kitchen, id, 1, CHEAP).statusCode(404);
    kitchen.acts().delete("/api/views/" + id).then().statusCode(404);
    save(kitchen, "menus", with("shared", true)).statusCode(403);
    save(kitchen, "menus", CHEAP).statusCode(201);
    one.acts().delete("/api/views/" + id).then().statusCode(204);
    list(kitchen, "menus").body("items.id", not(hasItem(id)));
  }

  @Test
  void nothingIsOverwrittenUnseen() {
    var one = Colleague.hired(StaffRole.VIEWER).signIn();
    String id = save(one, "menus", CHEAP).extract().path("id");
    change(one, id, 1, with("name", "싼 것")).statusCode(200).body("version", equalTo(2));
    change(one, id, 1, CHEAP).statusCode(412);
    one.acts().body(CHEAP).put("/api/views/" + id).then().statusCode(428);
    save(one, "menus", CHEAP).statusCode(201);
    change(one, id, 2, CHEAP).statusCode(409).body("code", equalTo("ALREADY_THERE"));
    save(one, "menus", CHEAP).statusCode(409);
    assertThat(
            owner
                .fetchSingle(
                    "SELECT string_agg(action::text, ',' ORDER BY id) FROM audit_log WHERE staff_id = ?",
                    one.id())
                .get(0, String.class))
        .isEqualTo("CREATE,UPDATE,CREATE");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "name | ' ' | name",
        "filter | {\"nothing\":1} | filter.nothing",
        "filter | nonsense | filter",
        "sort | description | sort",
        "columns | nothing | columns",
      })
  void whatCouldNotBeOpenedIsNotKept(String member, String value, String field) {
    var one = Colleague.hired(StaffRole.VIEWER).signIn();
    Object sent = member.equals("columns") ? List.of(value) : value;
    save(one, "menus", with(member, sent)).statusCode(400).body("errors.field", hasItem(field));
    save(one, "nothing", CHEAP).statusCode(404);
    list(one, "menus").body("items", hasSize(0));
  }

  @Test
  void nobodyIsShownACustomerByWhatWasSearchedFor() {
    var one = Colleague.hired(StaffRole.SUPPORT).signIn();
    var search =
        Map.<String, Object>of(
            "name", "김손님", "shared", true, "filter", "{\"q\":\"김손님\"}", "columns", List.of("id"));
    save(one, "users", search).statusCode(400).body("errors.field", hasItem("filter"));
    var own = new HashMap<>(search);
    own.put("shared", false);
    save(one, "users", own).statusCode(201);
    save(Colleague.hired(StaffRole.VIEWER).signIn(), "staff", with("filter", "{}")).statusCode(403);
  }

  private static Map<String, Object> with(String member, Object value) {
    var changed = new HashMap<>(CHEAP);
    changed.put(member, value);
    return changed;
  }

  private static ValidatableResponse save(Colleague by, String resource, Map<String, Object> view) {
    return by.acts().queryParam("resource", resource).body(view).post("/api/views").then();
  }

  private static ValidatableResponse change(
      Colleague by, String id, int version, Map<String, Object> view) {
    return by.acts()
        .header("If-Match", "\"%d\"".formatted(version))
        .body(view)
        .put("/api/views/" + id)
        .then();
  }

  private static ValidatableResponse list(Colleague by, String resource) {
    return by.asks().queryParam("resource", resource).get("/api/views").then().statusCode(200);
  }
}
