package com.ojeomneo.server;

import static io.restassured.RestAssured.get;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(TestStack.class)
class HealthTest {
  @Test
  void theServerIsLiveAndReady() {
    get("/ojeomneo/v1/healthcheck/live").then().statusCode(200).body("status", equalTo("UP"));
    get("/ojeomneo/v1/healthcheck/ready").then().statusCode(200).body("status", equalTo("UP"));
  }
}
