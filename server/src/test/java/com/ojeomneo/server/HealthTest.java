package com.ojeomneo.server;

import static io.restassured.RestAssured.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import com.ojeomneo.platform.database.Database;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(TestStack.class)
class HealthTest {
  private static final String LIVE = "/ojeomneo/v1/healthcheck/live";
  private static final String READY = "/ojeomneo/v1/healthcheck/ready";
  private static final String REDIS = "checks.find { it.name == 'redis' }.data.state";

  @ConfigProperty(name = "ojeomneo.redis.port")
  int redisPort;

  @Test
  void theServerIsLiveAndReady() {
    get(LIVE).then().statusCode(200).body("status", equalTo("UP")).body("checks", empty());
    get(READY).then().statusCode(200).body("status", equalTo("UP")).body(REDIS, equalTo("ok"));
  }

  @Test
  void withoutRedisItIsDegradedButReady() throws IOException {
    // Frozen rather than gone: the worse of the two.
    try (var redis = new Socket("localhost", redisPort)) {
      redis.getOutputStream().write("CLIENT PAUSE 1000\r\n".getBytes(StandardCharsets.US_ASCII));
      assertThat(redis.getInputStream().readNBytes(5)).asString().isEqualTo("+OK\r\n");
    }

    get(READY)
        .then()
        .statusCode(200)
        .body("status", equalTo("UP"))
        .body(REDIS, equalTo("degraded"));
    await()
        .atMost(Duration.ofSeconds(10))
        .untilAsserted(() -> get(READY).then().body(REDIS, equalTo("ok")));
  }

  @Test
  void withoutPostgresItIsLiveButNotReady() {
    DSLContext owner = new Database(TestStack.owner()).sql();
    owner.execute("ALTER ROLE ojeomneo_server NOLOGIN");
    try {
      owner.execute(
          """
          SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'ojeomneo_server'
          """);

      get(READY).then().statusCode(503).body("status", equalTo("DOWN"));
      get(LIVE).then().statusCode(200).body("status", equalTo("UP"));
      get("/ojeomneo/v1/stores")
          .then()
          .statusCode(503)
          .header("Retry-After", "1")
          .body("code", equalTo("UNAVAILABLE"));
    } finally {
      owner.execute("ALTER ROLE ojeomneo_server LOGIN");
    }
    await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> get(READY).then().statusCode(200));
  }
}
