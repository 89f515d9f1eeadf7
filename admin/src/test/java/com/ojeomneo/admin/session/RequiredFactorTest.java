package com.ojeomneo.admin.session;

import static com.ojeomneo.admin.Colleague.PASSWORD;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import com.ojeomneo.admin.AdminStack;
import com.ojeomneo.admin.Colleague;
import com.ojeomneo.platform.database.Database;
import com.ojeomneo.schema.jooq.enums.StaffRole;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import javax.crypto.spec.SecretKeySpec;
import org.apache.commons.codec.binary.Base32;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** SUPPORT is the role of no other test that runs meanwhile: a rule holds for all who have it. */
@QuarkusTest
@WithTestResource(AdminStack.class)
class RequiredFactorTest {
  private static final String RULE = "/api/staff_role_rules/SUPPORT";

  @AfterEach
  void demandNothing() {
    new Database(AdminStack.owner())
        .sql()
        .execute("UPDATE staff_role_rules SET second_factor = false, version = version + 1");
  }

  @Test
  void whoseRoleDemandsASecondFactorDoesNothingBeforeTheyHaveOne() throws Exception {
    var boss = Colleague.hired(StaffRole.OWNER).signIn();
    var one = Colleague.hired(StaffRole.SUPPORT).signIn();
    one.asks().get("/api/resources").then().statusCode(200);

    demand(boss);

    await()
        .atMost(Duration.ofSeconds(3))
        .untilAsserted(
            () ->
                one.asks()
                    .get("/api/orders")
                    .then()
                    .statusCode(403)
                    .body("code", equalTo("SECOND_FACTOR_REQUIRED")));
    one.signIn()
        .asks()
        .get("/api/session")
        .then()
        .body("staff.secondFactorRequired", equalTo(true));
    one.asks().get("/api/orders").then().statusCode(403);
    boss.asks().get("/api/orders").then().statusCode(200);

    turnOn(one);

    one.asks().get("/api/orders").then().statusCode(200);
    one.acts()
        .body(Map.of("password", PASSWORD))
        .post("/api/session/second-factor/end")
        .then()
        .statusCode(403)
        .body("code", equalTo("SECOND_FACTOR_REQUIRED"));
  }

  @Test
  void onlyAnOwnerDemandsOne() {
    for (StaffRole role : new StaffRole[] {StaffRole.MANAGER, StaffRole.VIEWER}) {
      var one = Colleague.hired(role).signIn();
      one.asks().get(RULE).then().statusCode(403);
      one.acts()
          .header("If-Match", "\"1\"")
          .body(Map.of("secondFactor", true))
          .put(RULE)
          .then()
          .statusCode(403);
    }
  }

  private static void demand(Colleague boss) {
    String tag = boss.asks().get(RULE).then().statusCode(200).extract().header("ETag");
    boss.acts()
        .header("If-Match", tag)
        .body(Map.of("secondFactor", true))
        .put(RULE)
        .then()
        .statusCode(200)
        .body("secondFactor", equalTo(true));
  }

  private static void turnOn(Colleague one) throws Exception {
    String secret =
        one.acts()
            .body(Map.of("password", PASSWORD))
            .post("/api/session/second-factor/begin")
            .then()
            .statusCode(200)
            .extract()
            .path("secret");
    var codes = new TimeBasedOneTimePasswordGenerator();
    var key = new SecretKeySpec(new Base32().decode(secret), codes.getAlgorithm());
    one.acts()
        .body(Map.of("code", codes.generateOneTimePasswordString(key, Instant.now())))
        .post("/api/session/second-factor/confirm")
        .then()
        .statusCode(200);
  }
}
