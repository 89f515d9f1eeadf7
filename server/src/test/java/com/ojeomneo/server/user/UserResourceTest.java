package com.ojeomneo.server.user;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.aMapWithSize;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import com.ojeomneo.server.Customer;
import com.ojeomneo.server.Race;
import com.ojeomneo.server.TestStack;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.sql.SQLException;
import java.util.Collections;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(TestStack.class)
class UserResourceTest {
  @Test
  void aCustomerSeesTheirAccountAndNothingMore() {
    var customer = Customer.signUp();
    me(customer)
        .body("$", aMapWithSize(6))
        .body("id", equalTo(customer.id().toString()))
        .body("email", equalTo(customer.email()))
        .body("emailVerified", equalTo(false))
        .body("displayName", equalTo("김오점"))
        .body("guest", equalTo(false))
        .body("createdAt", notNullValue());
  }

  @Test
  void aGuestHasNoAddress() {
    me(Customer.guest()).body("guest", equalTo(true)).body("$", not(hasKey("email")));
  }

  @Test
  void aNameCanBeChangedByAGuestToo() {
    var guest = Customer.guest();
    rename(guest, "{\"displayName\": \" 박점심 \"}")
        .statusCode(200)
        .body("displayName", equalTo("박점심"))
        .body("guest", equalTo(true));
    me(guest).body("displayName", equalTo("박점심"));
  }

  @Test
  void nothingElseCanBeChanged() {
    var guest = Customer.guest();
    rename(guest, "{\"guest\": false, \"displayName\": \"박점심\"}")
        .statusCode(400)
        .body("errors.field", contains("guest"));
    me(guest).body("displayName", equalTo("손님")).body("guest", equalTo(true));
  }

  @Test
  void withoutANameNothingChanges() {
    rename(Customer.signUp(), "{}").statusCode(200).body("displayName", equalTo("김오점"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"\"", "\"  \"", "\"a\\nb\"", "\"a\\u0000\"", "1", "true", "[]"})
  void aNameThatIsNoneIsRefused(String name) {
    rename(Customer.guest(), "{\"displayName\": " + name + "}")
        .statusCode(400)
        .body("errors.field", contains("displayName"));
  }

  @Test
  void nobodyOverwritesWhatTheyHaveNotSeen() {
    var customer = Customer.guest();
    String seen =
        customer.request().get("/users/me").then().statusCode(200).extract().header("ETag");
    rename(customer, "{\"displayName\": \"김하나\"}").statusCode(200).header("ETag", not(seen));
    customer
        .request()
        .header("If-Match", seen)
        .body("{\"displayName\": \"김둘\"}")
        .patch("/users/me")
        .then()
        .statusCode(412)
        .body("code", equalTo("EDITED_MEANWHILE"));
    String now = me(customer).body("displayName", equalTo("김하나")).extract().header("ETag");
    for (String fits : new String[] {"\"0\", " + now, "*"}) {
      customer
          .request()
          .header("If-Match", fits)
          .body("{}")
          .patch("/users/me")
          .then()
          .statusCode(200);
    }
    customer
        .request()
        .header("If-Match", "W/" + now)
        .body("{}")
        .patch("/users/me")
        .then()
        .statusCode(412);
  }

  @Test
  void ofManyWhoHaveSeenTheSameOneChangesIt() {
    var customer = Customer.guest();
    String seen = customer.request().get("/users/me").then().extract().header("ETag");
    var statuses =
        Race.of(
            6,
            i ->
                customer
                    .request()
                    .header("If-Match", seen)
                    .body("{\"displayName\": \"김%d\"}".formatted(i))
                    .patch("/users/me")
                    .statusCode());
    assertThat(Collections.frequency(statuses, 200)).isOne();
    assertThat(Collections.frequency(statuses, 412)).isEqualTo(5);
    var unconditional =
        Race.of(
            6,
            i ->
                rename(customer, "{\"displayName\": \"박%d\"}".formatted(i)).extract().statusCode());
    assertThat(unconditional).containsOnly(200);
  }

  @Test
  void aDeletedAccountIsLoggedOutEverywhereForGood() {
    var here = Customer.signUp();
    var elsewhere = here.logInAgain();
    here.request().delete("/users/me").then().statusCode(204);
    for (var session : new Customer[] {here, elsewhere}) {
      session.request().get("/users/me").then().statusCode(401);
      post("/auth/refresh", Map.of("refreshToken", session.refreshToken())).statusCode(401);
    }
    post("/auth/login", Map.of("email", here.email(), "password", here.password()))
        .statusCode(401)
        .body("code", equalTo("LOGIN_FAILED"));
  }

  @Test
  void theAddressOfADeletedAccountIsFree() {
    var before = Customer.signUp();
    before.request().delete("/users/me").then().statusCode(204);
    assertThat(Customer.signUp(before.email()).id()).isNotEqualTo(before.id());
  }

  @Test
  void nothingOfADeletedAccountTellsWhoItWas() throws SQLException {
    var guest = Customer.guest();
    guest.request().delete("/users/me").then().statusCode(204);
    try (var connection = TestStack.owner().getConnection();
        var query =
            connection.prepareStatement(
                """
                SELECT u.email, u.password_hash, s.device, u.display_name, u.deleted_at
                FROM users u JOIN user_sessions s ON s.user_id = u.id WHERE u.id = ?
                """)) {
      query.setObject(1, guest.id());
      var row = query.executeQuery();
      assertThat(row.next()).isTrue();
      assertThat(row.getString(1)).isNull();
      assertThat(row.getString(2)).isNull();
      assertThat(row.getString(3)).isNull();
      assertThat(row.getString(4)).isEqualTo("탈퇴한 회원");
      assertThat(row.getTimestamp(5)).isNotNull();
    }
  }

  private static ValidatableResponse me(Customer customer) {
    return customer.request().get("/users/me").then().statusCode(200);
  }

  private static ValidatableResponse rename(Customer customer, String body) {
    return customer.request().body(body).patch("/users/me").then();
  }

  private static ValidatableResponse post(String path, Map<String, String> body) {
    return given()
        .contentType(ContentType.JSON)
        .basePath(Customer.API)
        .body(body)
        .post(path)
        .then();
  }
}
