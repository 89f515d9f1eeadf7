package com.ojeomneo.server.app;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;

import com.ojeomneo.server.TestStack;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the apps of the stores need of the Server. */
@QuarkusTest
@WithTestResource(TestStack.class)
class AppLinksTest {
  @Test
  void androidLearnsWhoseAppOpensOurLinks() {
    get("/.well-known/assetlinks.json")
        .then()
        .statusCode(200)
        .contentType("application/json")
        .body("[0].relation[0]", equalTo("delegate_permission/common.handle_all_urls"))
        .body("[0].target.namespace", equalTo("android_app"))
        .body("[0].target.package_name", equalTo("com.ojeomneo.app"))
        .body("[0].target.sha256_cert_fingerprints", hasItems("AB:CD", "EF:01"));
  }

  @Test
  void iosLearnsWhoseAppOpensWhichLinks() {
    get("/.well-known/apple-app-site-association")
        .then()
        .statusCode(200)
        .contentType("application/json")
        .body("applinks.details[0].appIDs[0]", equalTo("TEAM123456.com.ojeomneo.app"))
        .body(
            "applinks.details[0].components.'/'",
            hasItems("/checkout/return", "/orders", "/orders/*"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://localhost", "capacitor://localhost"})
  void theirPagesMayCallTheApi(String origin) {
    given()
        .header("Origin", origin)
        .header("Access-Control-Request-Method", "POST")
        .header(
            "Access-Control-Request-Headers",
            "accept-language,authorization,content-type,idempotency-key,last-event-id")
        .options("/ojeomneo/v1/orders")
        .then()
        .statusCode(200)
        .header("Access-Control-Allow-Origin", equalTo(origin))
        .header(
            "Access-Control-Allow-Headers",
            equalTo("accept-language,authorization,content-type,idempotency-key,last-event-id"));
    given()
        .header("Origin", origin)
        .contentType("application/json")
        .body("{\"deviceId\":\"Android\"}")
        .post("/ojeomneo/v1/auth/guest")
        .then()
        .statusCode(201)
        .header("Access-Control-Allow-Origin", equalTo(origin));
  }
}
