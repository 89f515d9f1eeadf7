package com.ojeomneo.server.auth;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import com.ojeomneo.platform.redis.RedisLink;
import com.ojeomneo.server.Claims;
import com.ojeomneo.server.Customer;
import com.ojeomneo.server.OtherNode;
import com.ojeomneo.server.TestStack;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(TestStack.class)
class AuthLogoutTest {
  @Inject RedisLink redis;

  @Test
  void afterLoggingOutBothTokensAreRefusedAtOnce() {
    var guest = Customer.guest();
    guest.request().post("/auth/logout").then().statusCode(204);
    guest.request().get("/users/me").then().statusCode(401).body("code", equalTo("TOKEN_REVOKED"));
    assertThat(refresh(guest)).isEqualTo(401);
    guest.request().post("/auth/logout").then().statusCode(401);
  }

  @Test
  void loggingOutRevokesEveryAccessTokenOfTheSession() {
    var guest = Customer.guest();
    String next =
        given()
            .contentType(ContentType.JSON)
            .basePath(Customer.API)
            .body(Map.of("refreshToken", guest.refreshToken()))
            .post("/auth/refresh")
            .path("accessToken");
    guest.request().post("/auth/logout").then().statusCode(204);
    given().basePath(Customer.API).auth().oauth2(next).get("/users/me").then().statusCode(401);
  }

  @Test
  void loggingOutHereChangesNothingElsewhere() {
    var here = Customer.signUp();
    var elsewhere = here.logInAgain();
    here.request().post("/auth/logout").then().statusCode(204);
    elsewhere.request().get("/users/me").then().statusCode(200);
    assertThat(refresh(elsewhere)).isEqualTo(200);
  }

  @Test
  void loggingOutEverywhereEndsEverySession() {
    var here = Customer.signUp();
    var elsewhere = here.logInAgain();
    here.request().post("/auth/logout-all").then().statusCode(204);
    for (var session : new Customer[] {here, elsewhere}) {
      session.request().get("/users/me").then().statusCode(401);
      assertThat(refresh(session)).isEqualTo(401);
    }
    here.logInAgain().request().get("/users/me").then().statusCode(200);
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "none",
      value = {"none,none", "application/json,{", "text/plain,bye", "nonsense,{}"})
  void theBodyOfALogoutIsIgnored(String contentType, String body) {
    for (String path : new String[] {"/auth/logout", "/auth/logout-all"}) {
      var request =
          given()
              .basePath(Customer.API)
              .auth()
              .oauth2(Customer.guest().token())
              .accept("text/html");
      if (contentType != null) {
        request.header("Content-Type", contentType).body(body.getBytes());
      }
      request.post(path).then().statusCode(204);
    }
  }

  @Test
  void redisHoldsTheRevokedTokenUntilItExpires() {
    var guest = Customer.guest();
    guest.request().post("/auth/logout").then().statusCode(204);
    String key = "token:blacklist:" + Claims.of(guest.token()).getString("jti");
    await().until(() -> redis.call(r -> r.get(key)).isPresent());
    long rest = redis.call(r -> r.pttl(key)).orElseThrow();
    assertThat(Duration.ofMillis(rest)).isBetween(Duration.ofMinutes(14), Duration.ofMinutes(15));
  }

  /** As on a node that starts after the log-out: it knows the record in PostgreSQL only. */
  @Test
  void postgresHoldsTheRecordThatOutlivesARestart() throws SQLException {
    var guest = Customer.guest();
    guest.request().post("/auth/logout").then().statusCode(204);
    try (var connection = TestStack.owner().getConnection();
        var query = connection.prepareStatement("SELECT FROM revoked_tokens WHERE jti = ?::uuid")) {
      query.setString(1, Claims.of(guest.token()).getString("jti"));
      assertThat(query.executeQuery().next()).isTrue();
    }
  }

  @Test
  void aRevocationByAnotherNodeIsSeenWithinASecondOrSo() {
    var guest = Customer.guest();
    guest.request().get("/users/me").then().statusCode(200);
    OtherNode.revokeToken(guest);
    await().until(() -> guest.request().get("/users/me").statusCode() == 401);
  }

  private static int refresh(Customer customer) {
    return given()
        .contentType(ContentType.JSON)
        .basePath(Customer.API)
        .body(Map.of("refreshToken", customer.refreshToken()))
        .post("/auth/refresh")
        .statusCode();
  }
}
