package com.ojeomneo.server.auth;

import static com.ojeomneo.server.Customer.API;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.ojeomneo.platform.database.Database;
import com.ojeomneo.platform.secret.Token;
import com.ojeomneo.server.Customer;
import com.ojeomneo.server.TestStack;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(TestStack.class)
class CustomerViewTest {
  private final DSLContext owner = new Database(TestStack.owner()).sql();

  @Test
  void staffSeeWhatTheCustomerSeesAndDoNothing() {
    var customer = Customer.guest();
    String token =
        take(begun(customer.id(), "1 minute"))
            .statusCode(200)
            .body("user.id", equalTo(customer.id().toString()))
            .body("expiresIn", equalTo(900))
            .extract()
            .path("accessToken");

    viewing(token)
        .get(API + "/users/me")
        .then()
        .statusCode(200)
        .body("id", equalTo(customer.id().toString()));
    viewing(token).get(API + "/orders").then().statusCode(200);
    viewing(token)
        .body(Map.of("displayName", "아무개"))
        .patch(API + "/users/me")
        .then()
        .statusCode(403)
        .body("code", equalTo("VIEW_ONLY"));
    viewing(token)
        .header("Idempotency-Key", UUID.randomUUID())
        .body(Map.of())
        .post(API + "/orders")
        .then()
        .statusCode(403);
    viewing(token).delete(API + "/users/me").then().statusCode(403);
    viewing(token).post(API + "/auth/logout").then().statusCode(403);
  }

  @Test
  void aViewIsTakenOnceAndWithinAMinute() throws Exception {
    var customer = Customer.guest();
    String token = begun(customer.id(), "1 minute");
    Callable<Integer> take = () -> take(token).extract().statusCode();
    try (var threads = Executors.newFixedThreadPool(4)) {
      assertThat(threads.invokeAll(IntStream.range(0, 4).mapToObj(i -> take).toList()))
          .extracting(done -> done.resultNow())
          .containsExactlyInAnyOrder(200, 401, 401, 401);
    }
    take(begun(customer.id(), "0 seconds")).statusCode(401).body("code", equalTo("VIEW_OVER"));
    take("A".repeat(43)).statusCode(401);
    take("").statusCode(400);
  }

  @Test
  void whatIsNoJsonIsRefused() {
    given()
        .contentType("text/plain")
        .body("{\"token\":\"x\"}")
        .post(API + "/auth/views")
        .then()
        .statusCode(415);
  }

  private static RequestSpecification viewing(String token) {
    return given().contentType(ContentType.JSON).header("Authorization", "Bearer " + token);
  }

  private static ValidatableResponse take(String token) {
    return given()
        .contentType(ContentType.JSON)
        .body(Map.of("token", token))
        .post(API + "/auth/views")
        .then();
  }

  /** As the back office does it. */
  private String begun(UUID customer, String goodFor) {
    UUID staff = UUID.randomUUID();
    owner.execute(
        "INSERT INTO staff (id, email, display_name, created_at) VALUES (?, ?, '상담원', now())",
        staff,
        staff + "@example.com");
    String token = Token.make();
    owner.execute(
        "INSERT INTO customer_views VALUES (?, ?, ?, now() + ?::interval)",
        Token.hash(token),
        staff,
        customer,
        goodFor);
    return token;
  }
}
