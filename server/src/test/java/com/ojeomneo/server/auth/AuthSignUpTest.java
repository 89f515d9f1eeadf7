package com.ojeomneo.server.auth;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;

import com.ojeomneo.server.Claims;
import com.ojeomneo.server.Customer;
import com.ojeomneo.server.TestStack;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(TestStack.class)
class AuthSignUpTest {
  @Test
  void signingUpLogsIn() {
    String email = Customer.newEmail();
    var answer =
        post("/auth/signup", signUp(email))
            .statusCode(201)
            .body("tokenType", equalTo("Bearer"))
            .body("expiresIn", equalTo(900))
            .body("refreshToken", matchesPattern("[\\w-]{43}"))
            .body("user.email", equalTo(email))
            .body("user.displayName", equalTo("김오점"))
            .body("user.guest", equalTo(false))
            .body("user.createdAt", matchesPattern("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d.*Z"))
            .extract()
            .jsonPath();
    var claims = Claims.of(answer.getString("accessToken"));
    assertThat(claims.getString("sub")).isEqualTo(answer.getString("user.id"));
    assertThat(claims.getLong("exp") - claims.getLong("iat")).isBetween(899L, 900L);
  }

  @Test
  void aGuestIsSomeoneNewEachTime() {
    post("/auth/guest", Map.of("deviceId", "phone"))
        .statusCode(201)
        .body("user.guest", equalTo(true))
        .body("user", not(hasKey("email")));
    assertThat(Customer.guest().id()).isNotEqualTo(Customer.guest().id());
  }

  private static Map<String, String> signUp(String email) {
    return Map.of("email", email, "password", "correct horse", "displayName", "김오점");
  }

  private static ValidatableResponse post(String path, Object body) {
    return given()
        .contentType(ContentType.JSON)
        .basePath(Customer.API)
        .body(body)
        .post(path)
        .then();
  }
}
