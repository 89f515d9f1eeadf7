package com.ojeomneo.admin;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(AdminStack.class)
class HealthTest {
  @ParameterizedTest
  @ValueSource(strings = {"live", "live/", "ready", "ready/"})
  void itIsLiveAndReadyWithAndWithoutTheSlash(String check) {
    get("/ojeomneo/v1/healthcheck/" + check).then().statusCode(200).body("status", equalTo("UP"));
  }

  @Test
  void whoHasNoSessionLeavesOneNameInTheMetrics() {
    String path = "/api/" + UUID.randomUUID();
    get(path).then().statusCode(401).header("WWW-Authenticate", nullValue());
    get("/metrics").then().body(containsString("uri=\"/refused\"")).body(not(containsString(path)));
  }

  @Test
  void metricsAreForPeersOfOurs() {
    get("/metrics").then().statusCode(200).body(containsString("ojeomneo_database_silent_seconds"));
    given().header("X-Forwarded-For", "10.0.0.1").get("/metrics").then().statusCode(404);
  }

  @Test
  void everyAnswerForbidsWhatNoPageOfOursDoes() {
    get("/api/session")
        .then()
        .header("Content-Security-Policy", containsString("default-src 'none'"))
        .header("X-Content-Type-Options", equalTo("nosniff"))
        .header("X-Frame-Options", equalTo("DENY"));
  }
}
