package com.ojeomneo.server.auth;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.ojeomneo.server.Customer;
import com.ojeomneo.server.TestStack;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(TestStack.class)
class AuthLoginTest {
  @Test
  void eachLoginIsASessionOfItsOwn() {
    var first = Customer.signUp();
    var second = first.logInAgain();
    assertThat(second.id()).isEqualTo(first.id());
    assertThat(second.session()).isNotEqualTo(first.session());
  }

  @Test
  void theAddressIsComparedWithoutItsCase() {
    var customer = Customer.signUp();
    logIn(customer.email().toUpperCase(Locale.ROOT), customer.password())
        .statusCode(200)
        .body("user.email", equalTo(customer.email()));
  }

  @Test
  void aKoreanPasswordIsTheSameHoweverItWasTyped() {
    var customer = Customer.signUp();
    String decomposed = Normalizer.normalize(customer.password(), Normalizer.Form.NFD);
    assertThat(decomposed).isNotEqualTo(customer.password());
    logIn(customer.email(), decomposed).statusCode(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "점심 뭐 먹지 1", "점심 뭐 먹지 1! "})
  void aWrongPasswordIsRefused(String password) {
    logIn(Customer.signUp().email(), password)
        .statusCode(401)
        .body("code", equalTo("LOGIN_FAILED"));
  }

  @Test
  void anUnknownAddressIsRefusedInTheSameWords() {
    logIn(Customer.newEmail(), "correct horse")
        .statusCode(401)
        .body("code", equalTo("LOGIN_FAILED"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"email\": \"kim@example.com\"}",
        "{\"email\": \"kim@example.com\", \"password\": \"\"}",
        "{\"email\": \"kim@example.com\", \"password\": null}",
        "{\"email\": \"kim@example.com\", \"password\": 12345678}",
        "{\"email\": \"kim\", \"password\": \"correct horse\"}",
        "{\"email\": \"k\\u0000im@example.com\", \"password\": \"correct horse\"}",
      })
  void aMalformedLoginIsNotTried(String body) {
    post(body).statusCode(400).body("code", equalTo("VALIDATION_FAILED"));
  }

  private static ValidatableResponse logIn(String email, String password) {
    return post(Map.of("email", email, "password", password));
  }

  private static ValidatableResponse post(Object body) {
    return given()
        .contentType(ContentType.JSON)
        .basePath(Customer.API)
        .body(body)
        .post("/auth/login")
        .then();
  }
}
