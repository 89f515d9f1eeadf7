package com.ojeomneo.server;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import java.util.UUID;

/** Somebody new with an account (or a guest, which is cheaper), logged in over HTTP. */
public record Customer(
    UUID id, String email, String password, String token, String refreshToken, UUID session) {
  public static final String API = "/ojeomneo/v1";
  private static final String PASSWORD = "점심 뭐 먹지 1!";

  public static Customer signUp() {
    return signUp(newEmail());
  }

  public static Customer signUp(String email) {
    var body = Map.of("email", email, "password", PASSWORD, "displayName", "김오점");
    return of(email, post("/auth/signup", body, 201));
  }

  public static Customer guest() {
    return of(null, post("/auth/guest", Map.of("deviceId", "test phone"), 201));
  }

  public static String newEmail() {
    return UUID.randomUUID() + "@example.com";
  }

  /** The same customer on another device. */
  public Customer logInAgain() {
    return of(email, post("/auth/login", Map.of("email", email, "password", password), 200));
  }

  /** JSON, with this customer's access token. */
  public RequestSpecification request() {
    return given().contentType(ContentType.JSON).auth().oauth2(token).basePath(API);
  }

  private static Customer of(String email, JsonPath tokens) {
    String access = tokens.getString("accessToken");
    return new Customer(
        UUID.fromString(tokens.getString("user.id")),
        email,
        PASSWORD,
        access,
        tokens.getString("refreshToken"),
        UUID.fromString(Claims.of(access).getString("sid")));
  }

  private static JsonPath post(String path, Map<String, String> body, int status) {
    return given()
        .contentType(ContentType.JSON)
        .basePath(API)
        .body(body)
        .post(path)
        .then()
        .statusCode(status)
        .extract()
        .jsonPath();
  }
}
