package com.ojeomneo.admin.password;

import static com.ojeomneo.admin.Colleague.PASSWORD;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import com.ojeomneo.admin.AdminStack;
import com.ojeomneo.admin.Colleague;
import com.ojeomneo.admin.openapi.Described;
import com.ojeomneo.platform.database.Database;
import com.ojeomneo.schema.jooq.enums.StaffRole;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(AdminStack.class)
class PasswordTest {
  private static final String NEW = "quite-another-password";

  private final DSLContext owner = new Database(AdminStack.owner()).sql();

  @Test
  void whoForgotTheirsChoosesAnotherByALink() {
    var one = Colleague.hired(StaffRole.MANAGER).signIn();
    forget(one.email()).statusCode(204);
    String token = Mailbox.token(one.email(), 1);

    post("link", Map.of("token", token))
        .statusCode(200)
        .body("purpose", equalTo("RESET"))
        .body("email", equalTo(one.email()));
    choose(token, NEW).statusCode(204);

    one.trySignIn(NEW, null).then().statusCode(200);
    one.trySignIn(PASSWORD, null).then().statusCode(401);
    await()
        .atMost(Duration.ofSeconds(3))
        .untilAsserted(() -> one.asks().get("/api/session").then().statusCode(401));
    assertThat(deeds(one)).isEqualTo("PASSWORD");
  }

  @Test
  void aLinkIsGoodOnce() throws Exception {
    var one = Colleague.hired(StaffRole.MANAGER);
    forget(one.email());
    String token = Mailbox.token(one.email(), 1);
    Callable<Integer> choose = () -> choose(token, NEW).extract().statusCode();
    try (var threads = Executors.newFixedThreadPool(4)) {
      var statuses =
          threads.invokeAll(IntStream.range(0, 4).mapToObj(i -> choose).toList()).stream()
              .map(done -> done.resultNow())
              .collect(Collectors.groupingBy(status -> status, Collectors.counting()));
      assertThat(statuses).isEqualTo(Map.of(204, 1L, 409, 3L));
    }
    post("link", Map.of("token", token)).statusCode(409).body("code", equalTo("LINK_OVER"));
  }

  @Test
  void aLinkThatIsUsedEndsTheOthers() {
    var one = Colleague.hired(StaffRole.MANAGER);
    forget(one.email());
    String first = Mailbox.token(one.email(), 1);
    forget(one.email());
    String second = Mailbox.token(one.email(), 2);
    choose(second, NEW).statusCode(204);
    choose(first, "a-third-password").statusCode(409);
  }

  @Test
  void aLinkHasAnEndAndOneOfSomebodyWhoLeftIsNone() {
    var late = Colleague.hired(StaffRole.MANAGER);
    forget(late.email());
    String token = Mailbox.token(late.email(), 1);
    owner.execute(
        "UPDATE staff_links SET created_at = now() - interval '1 hour', expires_at = now()"
            + " WHERE staff_id = ?",
        late.id());
    choose(token, NEW).statusCode(409).body("code", equalTo("LINK_OVER"));

    Colleague.hired(StaffRole.OWNER); // Without one nobody may leave.
    var gone = Colleague.hired(StaffRole.MANAGER);
    forget(gone.email());
    String theirs = Mailbox.token(gone.email(), 1);
    owner.execute("UPDATE staff SET disabled_at = now() WHERE id = ?", gone.id());
    choose(theirs, NEW).statusCode(409);
  }

  @Test
  void whoIsNobodyIsAnsweredAlikeAndMailedNothing() {
    String stranger = UUID.randomUUID() + "@example.com";
    var somebody = Colleague.hired(StaffRole.MANAGER);
    String known = forget(somebody.email()).statusCode(204).extract().asString();
    assertThat(forget(stranger).statusCode(204).extract().asString()).isEqualTo(known);

    Mailbox.token(somebody.email(), 1);
    await()
        .untilAsserted(
            () ->
                assertThat(
                        owner.fetchCount(
                            org.jooq.impl.DSL.table("staff_links"),
                            org.jooq.impl.DSL.condition("email = ?::citext", stranger)))
                    .isZero());
    assertThat(Mailbox.texts(stranger)).isEmpty();
  }

  @Test
  void aMailServerThatIsAwayLosesNoLink() {
    var one = Colleague.hired(StaffRole.MANAGER);
    Mailbox.away(true);
    try {
      forget(one.email()).statusCode(204);
      await()
          .untilAsserted(
              () ->
                  assertThat(
                          owner
                              .fetchSingle(
                                  "SELECT tries FROM staff_links WHERE email = ?::citext",
                                  one.email())
                              .get(0, Integer.class))
                      .isPositive());
    } finally {
      Mailbox.away(false);
    }
    choose(Mailbox.token(one.email(), 1), NEW).statusCode(204);
  }

  @Test
  void neitherTokenNorPasswordIsKept() {
    var one = Colleague.hired(StaffRole.MANAGER);
    forget(one.email());
    String token = Mailbox.token(one.email(), 1);
    assertThat(owner.fetch("SELECT staff_links::text FROM staff_links").format(1000))
        .doesNotContain(token);
  }

  @Test
  void whoKnowsTheirsChangesItAndStaysSignedInHereOnly() {
    var one = Colleague.hired(StaffRole.MANAGER).signIn();
    var elsewhere = one.trySignIn(PASSWORD, null).cookie(Colleague.COOKIE);
    change(one, "not-the-password", NEW).statusCode(401).body("code", equalTo("LOGIN_FAILED"));
    change(one, PASSWORD, "short").statusCode(400);
    change(one, PASSWORD, one.email()).statusCode(400);
    change(one, PASSWORD, NEW).statusCode(204);

    one.asks().get("/api/session").then().statusCode(200);
    await()
        .atMost(Duration.ofSeconds(3))
        .untilAsserted(
            () ->
                given()
                    .cookie(Colleague.COOKIE, elsewhere)
                    .get("/api/session")
                    .then()
                    .statusCode(401));
    one.trySignIn(NEW, null).then().statusCode(200);
    assertThat(deeds(one)).isEqualTo("PASSWORD");
  }

  @Test
  void guessesAndFloodsAreHeldBack() {
    String address = UUID.randomUUID() + "@example.com";
    for (int i = 0; i < 5; i++) {
      forget(address).statusCode(204);
    }
    forget(address).statusCode(429).body("code", equalTo("TOO_MANY_REQUESTS"));
    choose("A".repeat(43), NEW).statusCode(409);
    post("password", Map.of("token", "x", "newPassword", "short")).statusCode(400);
  }

  @Test
  void plainTextIsNoWish() {
    given()
        .contentType("text/plain")
        .body("someone@example.com")
        .post("/api/session/reset")
        .then()
        .statusCode(415)
        .body("code", equalTo("UNSUPPORTED_MEDIA_TYPE"));
  }

  private static ValidatableResponse forget(String email) {
    return post("reset", Map.of("email", email));
  }

  private static ValidatableResponse choose(String token, String password) {
    return post("password", Map.of("token", token, "newPassword", password));
  }

  private static ValidatableResponse change(Colleague one, String password, String chosen) {
    return one.acts()
        .body(Map.of("password", password, "newPassword", chosen))
        .put("/api/session/password")
        .then();
  }

  private static ValidatableResponse post(String path, Map<String, String> body) {
    return given()
        .filter(new Described())
        .contentType(ContentType.JSON)
        .body(body)
        .post("/api/session/" + path)
        .then();
  }

  private String deeds(Colleague one) {
    return owner
        .fetchSingle(
            "SELECT string_agg(action::text, ',') FROM audit_log WHERE staff_id = ?", one.id())
        .get(0, String.class);
  }
}
