package com.ojeomneo.admin.password;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import com.ojeomneo.admin.AdminStack;
import com.ojeomneo.admin.Colleague;
import com.ojeomneo.admin.Town;
import com.ojeomneo.platform.database.Database;
import com.ojeomneo.schema.jooq.enums.StaffRole;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@QuarkusTest
@WithTestResource(AdminStack.class)
class InvitationTest {
  private final DSLContext owner = new Database(AdminStack.owner()).sql();

  @Test
  void whoIsInvitedChoosesAPasswordAndIsIn() {
    var boss = Colleague.hired(StaffRole.OWNER).signIn();
    String email = UUID.randomUUID() + "@example.com";
    String id = invite(boss, email, Map.of("role", "SUPPORT")).statusCode(201).extract().path("id");
    boss.asks().get("/api/staff/" + id).then().statusCode(200).body("joined", equalTo(false));
    signIn(email, "any-password").statusCode(401);

    String token = Mailbox.token(email, 1);
    given()
        .contentType(ContentType.JSON)
        .body(Map.of("token", token, "newPassword", "a-password-of-mine"))
        .post("/api/session/password")
        .then()
        .statusCode(204);

    signIn(email, "a-password-of-mine")
        .statusCode(200)
        .body("staff.roles.role", hasItem("SUPPORT"));
    boss.asks().get("/api/staff/" + id).then().statusCode(200).body("joined", equalTo(true));
    again(boss, id).statusCode(409).body("code", equalTo("JOINED_ALREADY"));
    assertThat(
            owner
                .fetchSingle(
                    "SELECT after->'roles'->0->>'role' FROM audit_log"
                        + " WHERE record = ? AND action = 'INVITE' AND staff_id = ?",
                    id,
                    boss.id())
                .get(0, String.class))
        .isEqualTo("SUPPORT");
  }

  @Test
  void aShopGoesWithShopStaffAndIsOneThatThereIs() {
    var boss = Colleague.hired(StaffRole.OWNER).signIn();
    String email = UUID.randomUUID() + "@example.com";
    String shop = Town.built().store().toString();
    invite(boss, email, Map.of("role", "SHOP_STAFF"))
        .statusCode(400)
        .body("errors.field", hasItem("roles[0].storeId"));
    invite(boss, email, Map.of("role", "OWNER", "storeId", shop)).statusCode(400);
    invite(boss, email, Map.of("role", "SHOP_STAFF", "storeId", UUID.randomUUID().toString()))
        .statusCode(400);
    invite(boss, email, Map.of("role", "SHOP_STAFF", "storeId", shop)).statusCode(201);
  }

  @Test
  void anAddressIsInvitedOnceAndAgainWhileNobodyCame() {
    var boss = Colleague.hired(StaffRole.OWNER).signIn();
    String email = UUID.randomUUID() + "@example.com";
    String id = invite(boss, email, Map.of("role", "VIEWER")).extract().path("id");
    Mailbox.token(email, 1);
    invite(boss, email.toUpperCase(), Map.of("role", "VIEWER"))
        .statusCode(409)
        .body("code", equalTo("EMAIL_TAKEN"));
    again(boss, id).statusCode(204);
    Mailbox.token(email, 2);
    again(boss, UUID.randomUUID().toString()).statusCode(404);
    invite(boss, "no address", Map.of("role", "VIEWER")).statusCode(400);
  }

  @ParameterizedTest
  @EnumSource(
      value = StaffRole.class,
      names = {"OWNER", "SHOP_STAFF"},
      mode = EnumSource.Mode.EXCLUDE)
  void onlyAnOwnerInvites(StaffRole role) {
    var one = Colleague.hired(role).signIn();
    String email = UUID.randomUUID() + "@example.com";
    invite(one, email, Map.of("role", "OWNER")).statusCode(403);
    again(one, one.id().toString()).statusCode(403);
    assertThat(Mailbox.texts(email)).isEmpty();
  }

  private static ValidatableResponse invite(Colleague by, String email, Map<String, String> role) {
    return by.acts()
        .body(Map.of("email", email, "displayName", "새 직원", "roles", List.of(role)))
        .post("/api/staff/invitations")
        .then();
  }

  private static ValidatableResponse again(Colleague by, String id) {
    return by.acts().post("/api/staff/%s/invitation".formatted(id)).then();
  }

  private static ValidatableResponse signIn(String email, String password) {
    return given()
        .contentType(ContentType.JSON)
        .body(Map.of("email", email, "password", password))
        .post("/api/session")
        .then();
  }
}
