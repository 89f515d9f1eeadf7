package com.ojeomneo.admin.session;

import static com.ojeomneo.admin.Colleague.PASSWORD;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import com.ojeomneo.admin.AdminStack;
import com.ojeomneo.admin.Colleague;
import com.ojeomneo.platform.database.Database;
import com.ojeomneo.schema.jooq.enums.StaffRole;
import io.lettuce.core.RedisClient;
import io.lettuce.core.api.sync.RedisCommands;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.function.Function;
import org.apache.commons.codec.digest.DigestUtils;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(AdminStack.class)
class SessionTest {
  @TestHTTPResource("/")
  URI base;

  private final DSLContext owner = new Database(AdminStack.owner()).sql();

  @Test
  void signingInSaysWhoOneIsAndWhatOneMayDo() {
    var viewer = Colleague.hired(StaffRole.VIEWER);
    viewer
        .trySignIn(PASSWORD, null)
        .then()
        .statusCode(200)
        .body("staff.email", equalTo(viewer.email()))
        .body("staff.roles[0].role", equalTo("VIEWER"))
        .body("permissions", containsInAnyOrder("VIEW"))
        .header("Set-Cookie", containsString("HttpOnly"))
        .header("Set-Cookie", containsString("SameSite=Strict"))
        .header("Set-Cookie", containsString("Path=/"))
        .header("Set-Cookie", containsString("Max-Age=86400"))
        // The pages are on http here.
        .header("Set-Cookie", not(containsString("Secure")));

    viewer.signIn();
    viewer
        .asks()
        .get("/api/session")
        .then()
        .statusCode(200)
        .body("staff.id", equalTo(viewer.id().toString()));
  }

  @Test
  void aWrongPasswordAndAnUnknownAddressLookTheSame() {
    var somebody = Colleague.hired(StaffRole.OWNER);
    String wrong =
        somebody.trySignIn("not-the-password", null).then().statusCode(401).extract().path("code");
    String unknown =
        given()
            .contentType(ContentType.JSON)
            .body(Map.of("email", "nobody@example.com", "password", "not-the-password"))
            .post("/api/session")
            .then()
            .statusCode(401)
            .extract()
            .path("code");
    assertThat(wrong).isEqualTo("LOGIN_FAILED").isEqualTo(unknown);
    // A cookie is no scheme of HTTP: a browser must not ask for a password itself.
    somebody.trySignIn("not-the-password", null).then().header("WWW-Authenticate", nullValue());
  }

  @Test
  void guessingOnePersonsPasswordEndsSoon() {
    var victim = Colleague.hired(StaffRole.OWNER);
    for (int i = 0; i < 10; i++) {
      victim.trySignIn("guess " + i, null).then().statusCode(401);
    }
    victim
        .trySignIn(PASSWORD, null)
        .then()
        .statusCode(429)
        .body("code", equalTo("TOO_MANY_REQUESTS"));
  }

  @Test
  void whoHasLeftDoesNotComeBackAndIsOutWithinASecond() {
    var leaver = Colleague.hired(StaffRole.MANAGER).signIn();
    leaver.asks().get("/api/session").then().statusCode(200);
    owner.execute("UPDATE staff SET disabled_at = now() WHERE id = ?", leaver.id());
    await()
        .atMost(Duration.ofSeconds(2))
        .untilAsserted(() -> leaver.asks().get("/api/session").then().statusCode(401));
    leaver.trySignIn(PASSWORD, null).then().statusCode(401).body("code", equalTo("LOGIN_FAILED"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api",
        "/api/",
        "/api/session",
        "/api/session;a=b",
        "/api;a=b/session",
        "/api/menus",
        "/api/no-such-thing",
        "/api//menus",
        "//api/session",
        "/api/x/../menus",
        "/x/../api/session",
        "/%61pi/session"
      })
  void withoutASessionNobodyLearnsWhatThereIs(String path) throws Exception {
    assertThat(status("GET", path, null)).isEqualTo(401);
    assertThat(status("GET", path, "made-up")).isEqualTo(401);
    assertThat(status("PUT", path, null)).isEqualTo(401);
    assertThat(status("DELETE", path, "made-up")).isEqualTo(401);
  }

  /** By a client that sends a path as it is. */
  private int status(String method, String path, String cookie) throws Exception {
    try (var socket = new Socket(base.getHost(), base.getPort())) {
      String cookies = cookie == null ? "" : "Cookie: " + Colleague.COOKIE + "=" + cookie + "\r\n";
      socket
          .getOutputStream()
          .write(
              "%s %s HTTP/1.1\r\nHost: localhost\r\n%sConnection: close\r\n\r\n"
                  .formatted(method, path, cookies)
                  .getBytes(StandardCharsets.US_ASCII));
      String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return Integer.parseInt(answer.split(" ")[1]);
    }
  }

  @Test
  void withASessionWhatIsNotThereIsNotThere() {
    Colleague.hired(StaffRole.VIEWER)
        .signIn()
        .asks()
        .get("/api/no-such-thing")
        .then()
        .statusCode(404);
  }

  @Test
  void aWriteWithoutTheTokenOfItsSessionIsRefused() {
    var one = Colleague.hired(StaffRole.OWNER).signIn();
    one.asks()
        .delete("/api/session")
        .then()
        .statusCode(403)
        .body("code", equalTo("CSRF_TOKEN_INVALID"));
    one.asks().header("X-CSRF-Token", "another's").delete("/api/session").then().statusCode(403);
    one.asks().get("/api/session").then().statusCode(200);
  }

  @Test
  void whoHasSignedOutIsOutEverywhereAtOnce() {
    var one = Colleague.hired(StaffRole.OWNER).signIn();
    one.acts()
        .delete("/api/session")
        .then()
        .statusCode(204)
        .header("Set-Cookie", containsString("Max-Age=0"));
    one.asks().get("/api/session").then().statusCode(401);
    assertThat(exists(one)).isFalse();
  }

  @Test
  void aSessionIsAHashInRedisForADayAndItsCookieIsNowhere() {
    var one = Colleague.hired(StaffRole.OWNER).signIn();
    one.asks().get("/api/session").then().statusCode(200);

    String type = redis(r -> r.type(key(one)));
    assertThat(type).isEqualTo("hash");
    long seconds = redis(r -> r.ttl(key(one)));
    assertThat(seconds).isBetween(86_000L, 86_400L);
    assertThat(redis(r -> r.hgetall(key(one))).toString()).doesNotContain(one.cookie());
    assertThat(
            owner
                .fetchSingle(
                    "SELECT staff_sessions::text FROM staff_sessions WHERE staff_id = ?", one.id())
                .get(0, String.class))
        .doesNotContain(one.cookie());
  }

  @Test
  void useMovesTheEndAndDisuseEnds() {
    var one = Colleague.hired(StaffRole.OWNER).signIn();
    owner.execute(
        "UPDATE staff_sessions SET created_at = now() - interval '23 hours', expires_at = now() + interval '1 hour' WHERE staff_id = ?",
        one.id());
    one.asks().get("/api/session").then().statusCode(200);
    assertThat(
            owner
                .fetchSingle(
                    "SELECT expires_at > now() + interval '23 hours' FROM staff_sessions WHERE staff_id = ?",
                    one.id())
                .get(0, Boolean.class))
        .isTrue();

    owner.execute("UPDATE staff_sessions SET expires_at = now() WHERE staff_id = ?", one.id());
    await()
        .atMost(Duration.ofSeconds(2))
        .untilAsserted(() -> one.asks().get("/api/session").then().statusCode(401));
  }

  @Test
  void aRedisThatKnowsOnlyThePastBringsNoSessionBack() {
    var one = Colleague.hired(StaffRole.OWNER).signIn();
    one.asks().get("/api/session").then().statusCode(200);
    Map<String, String> before = redis(r -> r.hgetall(key(one)));
    one.acts().delete("/api/session").then().statusCode(204);
    redis(r -> r.hset(key(one), before));
    await()
        .atMost(Duration.ofSeconds(2))
        .untilAsserted(() -> one.asks().get("/api/session").then().statusCode(401));
  }

  @Test
  void withoutRedisNobodyIsLoggedOutAndPeopleSignIn() throws Exception {
    var before = Colleague.hired(StaffRole.OWNER).signIn();
    AdminStack.stopRedis();
    try {
      before.asks().get("/api/session").then().statusCode(200);
      var meanwhile = Colleague.hired(StaffRole.VIEWER).signIn();
      meanwhile.asks().get("/api/session").then().statusCode(200);
      meanwhile.acts().delete("/api/session").then().statusCode(204);
      meanwhile.asks().get("/api/session").then().statusCode(401);
    } finally {
      AdminStack.startRedis();
    }
    await()
        .atMost(Duration.ofSeconds(10))
        .untilAsserted(
            () -> {
              before.asks().get("/api/session").then().statusCode(200);
              assertThat(exists(before)).isTrue();
            });
  }

  @Test
  void passwordAndCodeAreNowhereInAnAnswer() {
    given()
        .contentType(ContentType.JSON)
        .body("{\"email\":\"a@example.com\",\"password\":\"s3cret-words\",\"code\":7,\"more\":1}")
        .post("/api/session")
        .then()
        .statusCode(400)
        .body(not(containsString("s3cret-words")));
  }

  private static boolean exists(Colleague who) {
    long keys = redis(r -> r.exists(key(who)));
    return keys == 1;
  }

  private static String key(Colleague who) {
    return "session:" + HexFormat.of().formatHex(DigestUtils.sha256(who.cookie()));
  }

  private static <T> T redis(Function<RedisCommands<String, String>, T> command) {
    try (var client = RedisClient.create("redis://localhost:" + AdminStack.redisPort());
        var connection = client.connect()) {
      return command.apply(connection.sync());
    }
  }
}
