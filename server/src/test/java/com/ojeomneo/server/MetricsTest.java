package com.ojeomneo.server;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(TestStack.class)
class MetricsTest {
  @Test
  void aNeighbourReadsTheMetrics() {
    Customer.signUp();
    get("/metrics")
        .then()
        .statusCode(200)
        .body(containsString("ojeomneo_password_hash_seconds_count"))
        .body(containsString("ojeomneo_password_waiting"))
        .body(matchesPattern("(?s).*http_server_requests_seconds_bucket\\{[^}]*le=\"1.0\".*"))
        .body(containsString("ojeomneo_security_revoked_tokens"));
  }

  @Test
  void whatIsRefusedBeforeAnyResourceHasOneName() {
    String refused = "/ojeomneo/v1/menus/" + UUID.randomUUID() + "/%00";
    given().urlEncodingEnabled(false).get(refused).then().statusCode(400);
    get("/metrics")
        .then()
        .body(containsString("uri=\"/refused\""))
        .body(not(containsString(refused.substring(0, 50))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"X-Forwarded-For", "x-forwarded-proto", "Forwarded", "Via", "X-Real-IP"})
  void whoeverCameThroughAProxyFindsNoSuchPage(String header) {
    given()
        .header(header, "10.0.0.1")
        .get("/metrics")
        .then()
        .statusCode(404)
        .contentType("application/problem+json");
  }
}
