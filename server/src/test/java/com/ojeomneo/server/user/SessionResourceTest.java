package com.ojeomneo.server.user;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import com.ojeomneo.server.Customer;
import com.ojeomneo.server.TestStack;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(TestStack.class)
class SessionResourceTest {
  @Test
  void everyLogInIsShownTheLastUsedFirst() {
    var here = Customer.signUp();
    var elsewhere = here.logInAgain();
    String token = refresh(here);
    var page =
        given()
            .basePath(Customer.API)
            .auth()
            .oauth2(token)
            .get("/users/me/sessions")
            .then()
            .statusCode(200)
            .body("nextCursor", nullValue())
            .body("items", hasSize(2))
            .body("items[0].id", equalTo(here.session().toString()))
            .body("items[0].current", equalTo(true))
            .body("items[1].id", equalTo(elsewhere.session().toString()))
            .body("items[1].current", equalTo(false))
            .extract()
            .jsonPath();
    assertThat(Instant.parse(page.getString("items[0].lastUsedAt")))
        .isAfter(Instant.parse(page.getString("items[0].createdAt")));
  }

  @Test
  void aGuestsDeviceHasItsLabel() {
    var guest = Customer.guest();
    guest.request().get("/users/me/sessions").then().body("items[0].device", equalTo("test phone"));
  }

  @Test
  void aDeviceThatLogsInHasItsLabel() {
    var here = Customer.signUp();
    given()
        .contentType("application/json")
        .basePath(Customer.API)
        .body(Map.of("email", here.email(), "password", here.password(), "deviceId", "Chrome"))
        .post("/auth/login")
        .then()
        .statusCode(200);
    here.request().get("/users/me/sessions").then().body("items.device", hasItems("Chrome", null));
  }

  @Test
  void aSessionThatIsEndedIsRefusedAndGone() {
    var here = Customer.signUp();
    var elsewhere = here.logInAgain();
    here.request().delete("/users/me/sessions/" + elsewhere.session()).then().statusCode(204);
    elsewhere.request().get("/users/me").then().statusCode(401);
    here.request().get("/users/me/sessions").then().body("items", hasSize(1));
    here.request().delete("/users/me/sessions/" + elsewhere.session()).then().statusCode(404);
  }

  @Test
  void theSessionThatAsksMayEndItself() {
    var guest = Customer.guest();
    guest.request().delete("/users/me/sessions/" + guest.session()).then().statusCode(204);
    guest.request().get("/users/me/sessions").then().statusCode(401);
  }

  @Test
  void nobodyEndsASessionOfAnother() {
    var mine = Customer.guest();
    var theirs = Customer.guest();
    mine.request().delete("/users/me/sessions/" + theirs.session()).then().statusCode(404);
    mine.request().delete("/users/me/sessions/" + UUID.randomUUID()).then().statusCode(404);
    mine.request().delete("/users/me/sessions/x").then().statusCode(404);
    theirs.request().get("/users/me").then().statusCode(200);
  }

  private static String refresh(Customer customer) {
    return customer
        .request()
        .body(Map.of("refreshToken", customer.refreshToken()))
        .post("/auth/refresh")
        .path("accessToken");
  }
}
