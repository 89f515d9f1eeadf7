package com.ojeomneo.admin.resource;

import static com.ojeomneo.admin.resource.Desk.count;
import static com.ojeomneo.admin.resource.Desk.edit;
import static com.ojeomneo.admin.resource.Desk.history;
import static com.ojeomneo.admin.resource.Desk.manager;
import static com.ojeomneo.admin.resource.Desk.show;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import com.ojeomneo.admin.AdminStack;
import com.ojeomneo.admin.Colleague;
import com.ojeomneo.admin.Town;
import com.ojeomneo.platform.database.Database;
import com.ojeomneo.schema.jooq.enums.StaffRole;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import org.jooq.exception.DataAccessException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may not write does not, and whatever is seen or done is written down. */
@QuarkusTest
@WithTestResource(AdminStack.class)
class ResourceRightsTest {
  private Town town;

  @BeforeEach
  void build() {
    town = Town.built();
  }

  @ParameterizedTest
  @EnumSource(
      value = StaffRole.class,
      names = {"SHOP_STAFF", "SUPPORT", "VIEWER"})
  void whoMayOnlyLookWritesNothing(StaffRole role) {
    Colleague someone =
        Colleague.hired(role, role == StaffRole.SHOP_STAFF ? town.store() : null).signIn();
    edit("menus", town.menu(), 1, "{\"price\": 9500}").statusCode(200);
    String entry = history("menus", town.menu()).extract().path("items[0].id");

    someone
        .acts()
        .header("If-Match", "\"2\"")
        .body("{\"price\": 5000}")
        .put("/api/menus/" + town.menu())
        .then()
        .statusCode(403);
    someone.acts().body("{}").post("/api/menus").then().statusCode(403);
    someone
        .acts()
        .header("If-Match", "\"2\"")
        .delete("/api/menus/" + town.menu())
        .then()
        .statusCode(403);
    someone
        .acts()
        .header("If-Match", "\"2\"")
        .body("{\"entry\": \"%s\"}".formatted(entry))
        .post("/api/menus/{id}/revert", town.menu())
        .then()
        .statusCode(403);
    show("menus", town.menu()).body("version", equalTo(2));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "orders",
        "payments",
        "refunds",
        "users",
        "daily_stock",
        "menu_prices",
        "audit_log",
        "images",
        "order_events"
      })
  void whatTheDomainOwnsNobodyWritesHere(String resource) {
    Colleague owner = Colleague.hired(StaffRole.OWNER).signIn();

    // Pictures come by a door of their own, which takes no JSON.
    owner
        .acts()
        .body("{}")
        .post("/api/" + resource)
        .then()
        .statusCode(resource.equals("images") ? 415 : 403);
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
        manager()
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
}
