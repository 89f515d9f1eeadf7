package com.ojeomneo.admin.session;

import static com.ojeomneo.admin.Colleague.PASSWORD;
import static com.ojeomneo.schema.jooq.Tables.STAFF_SESSIONS;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import com.ojeomneo.admin.AdminStack;
import com.ojeomneo.admin.Colleague;
import com.ojeomneo.platform.database.Database;
import com.ojeomneo.schema.jooq.enums.StaffRole;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(AdminStack.class)
class SessionListTest {
  private static final Duration SOON = Duration.ofSeconds(3);

  private final DSLContext owner = new Database(AdminStack.owner()).sql();

  @Test
  void oneSeesWhereOneIsSignedInAndEndsItThere() {
    var one = Colleague.hired(StaffRole.VIEWER).signIn();
    String elsewhere = one.trySignIn(PASSWORD, null).cookie(Colleague.COOKIE);
    String id =
        one.asks()
            .get("/api/sessions")
            .then()
            .statusCode(200)
            .body("items", hasSize(2))
            .extract()
            .path("items.find { !it.current }.id");

    one.acts().delete("/api/sessions/" + id).then().statusCode(204);

    await().atMost(SOON).untilAsserted(() -> assertThat(status(elsewhere)).isEqualTo(401));
    assertThat(status(one.cookie())).isEqualTo(200);
    one.acts().delete("/api/sessions/" + id).then().statusCode(404);
  }

  @Test
  void oneEndsAllButThis() {
    var one = Colleague.hired(StaffRole.VIEWER).signIn();
    one.trySignIn(PASSWORD, null);
    one.trySignIn(PASSWORD, null);
    one.acts().delete("/api/sessions").then().statusCode(204);
    one.asks()
        .get("/api/sessions")
        .then()
        .body("items", hasSize(1))
        .body("items[0].current", equalTo(true));
  }

  @Test
  void nobodySeesOrEndsAnothers() {
    var victim = Colleague.hired(StaffRole.VIEWER).signIn();
    String id = victim.asks().get("/api/sessions").then().extract().path("items[0].id");
    var other = Colleague.hired(StaffRole.MANAGER).signIn();
    other.acts().delete("/api/sessions/" + id).then().statusCode(404);
    String theirs = "/api/staff/%s/sessions".formatted(victim.id());
    other.asks().get(theirs).then().statusCode(403);
    other.acts().delete(theirs).then().statusCode(403);
    other.acts().delete(theirs + "/" + id).then().statusCode(403);
    // Not by its cookie: a copy of a session is believed for a second.
    assertThat(owner.fetchCount(STAFF_SESSIONS, STAFF_SESSIONS.STAFF_ID.eq(victim.id()))).isOne();
  }

  @Test
  void anOwnerSeesAndEndsThoseOfOthersAndTheLogSaysSo() {
    var boss = Colleague.hired(StaffRole.OWNER).signIn();
    var one = Colleague.hired(StaffRole.VIEWER).signIn();
    String theirs = "/api/staff/%s/sessions".formatted(one.id());
    String id = boss.asks().get(theirs).then().statusCode(200).extract().path("items[0].id");
    boss.acts().delete(theirs + "/" + UUID.randomUUID()).then().statusCode(404);
    boss.acts().delete(theirs + "/" + id).then().statusCode(204);
    await().atMost(SOON).untilAsserted(() -> assertThat(status(one.cookie())).isEqualTo(401));

    one.signIn();
    boss.acts().delete(theirs).then().statusCode(204);
    await().atMost(SOON).untilAsserted(() -> assertThat(status(one.cookie())).isEqualTo(401));
    assertThat(deeds(boss)).isEqualTo("SIGN_OUT,SIGN_OUT");
    boss.asks().get("/api/staff/%s/sessions".formatted(UUID.randomUUID())).then().statusCode(404);
  }

  @Test
  void aLostSecondFactorIsEndedByAnOwnerWithAReason() {
    var boss = Colleague.hired(StaffRole.OWNER).signIn();
    var one = Colleague.hired(StaffRole.VIEWER).signIn();
    owner.execute(
        "UPDATE staff SET totp_sealed = decode(repeat('00', 52), 'hex'), totp_confirmed_at = now(),"
            + " totp_last_step = 1 WHERE id = ?",
        one.id());
    one.trySignIn(PASSWORD, null).then().statusCode(401);
    String factor = "/api/staff/%s/second-factor/end";
    Map<String, String> reason = Map.of("reason", "휴대폰을 잃어버림");

    one.acts().body(reason).post(factor.formatted(boss.id())).then().statusCode(403);
    boss.acts().body(Map.of()).post(factor.formatted(one.id())).then().statusCode(400);
    boss.acts().body(reason).post(factor.formatted(boss.id())).then().statusCode(403);
    boss.acts().body(reason).post(factor.formatted(UUID.randomUUID())).then().statusCode(404);
    boss.acts().body(reason).post(factor.formatted(one.id())).then().statusCode(204);

    one.trySignIn(PASSWORD, null).then().statusCode(200);
    assertThat(deeds(boss)).isEqualTo("SECOND_FACTOR");
  }

  private static int status(String cookie) {
    return given().cookie(Colleague.COOKIE, cookie).get("/api/session").statusCode();
  }

  private String deeds(Colleague by) {
    return owner
        .fetchSingle(
            "SELECT string_agg(action::text, ',') FROM audit_log WHERE staff_id = ?", by.id())
        .get(0, String.class);
  }
}
