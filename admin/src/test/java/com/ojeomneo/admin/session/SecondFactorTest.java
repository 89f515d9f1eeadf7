package com.ojeomneo.admin.session;

import static com.ojeomneo.admin.Colleague.PASSWORD;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import com.ojeomneo.admin.AdminStack;
import com.ojeomneo.admin.Colleague;
import com.ojeomneo.admin.Held;
import com.ojeomneo.admin.secret.OldKey;
import com.ojeomneo.platform.database.Database;
import com.ojeomneo.schema.jooq.enums.StaffRole;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.security.InvalidKeyException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import javax.crypto.spec.SecretKeySpec;
import org.apache.commons.codec.binary.Base32;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(AdminStack.class)
class SecondFactorTest {
  private static final String PATH = "/api/session/second-factor/";

  private final DSLContext sql = new Database(AdminStack.owner()).sql();

  @Test
  void onceACodeWasSeenSigningInTakesOne() throws Exception {
    var one = Colleague.hired(StaffRole.OWNER).signIn();
    String secret = begin(one);
    one.trySignIn(PASSWORD, null).then().statusCode(200); // not yet

    confirm(one, code(secret, 0));

    one.trySignIn(PASSWORD, null).then().statusCode(401).body("code", equalTo("CODE_REQUIRED"));
    one.trySignIn(PASSWORD, code(secret, 1))
        .then()
        .statusCode(200)
        .body("staff.secondFactor", equalTo(true));
  }

  @Test
  void aCodeIsTakenOnce() throws Exception {
    var one = Colleague.hired(StaffRole.OWNER).signIn();
    String secret = begin(one);
    String used = code(secret, 0);
    confirm(one, used);

    one.trySignIn(PASSWORD, used).then().statusCode(401).body("code", equalTo("CODE_WRONG"));
    String next = code(secret, 1);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor();
        var held = Held.row("staff", one.id())) {
      var tries =
          Stream.generate(() -> threads.submit(() -> one.trySignIn(PASSWORD, next).statusCode()))
              .limit(3)
              .toList();
      held.letGoWhenWaitedForBy(3);
      var statuses = new ArrayList<Integer>();
      for (var each : tries) {
        statuses.add(each.get());
      }
      assertThat(statuses).containsExactlyInAnyOrder(200, 401, 401);
    }
  }

  @Test
  void codesOfAnotherTimeAreWrong() throws Exception {
    var one = Colleague.hired(StaffRole.OWNER).signIn();
    String secret = begin(one);
    one.acts().body(Map.of("code", code(secret, -3))).post(PATH + "confirm").then().statusCode(401);
    one.acts().body(Map.of("code", code(secret, 3))).post(PATH + "confirm").then().statusCode(401);
    one.acts().body(Map.of("code", "not a code")).post(PATH + "confirm").then().statusCode(401);
  }

  @Test
  void aRecoveryCodeOpensOnceHoweverItIsTyped() throws Exception {
    var one = Colleague.hired(StaffRole.OWNER).signIn();
    List<String> recovery = confirm(one, code(begin(one), 0));
    String first = recovery.getFirst();

    one.trySignIn(PASSWORD, first.toUpperCase().replace("-", " ")).then().statusCode(200);
    one.trySignIn(PASSWORD, first).then().statusCode(401).body("code", equalTo("CODE_WRONG"));
    var other = Colleague.hired(StaffRole.OWNER).signIn();
    confirm(other, code(begin(other), 0));
    other.trySignIn(PASSWORD, recovery.get(1)).then().statusCode(401);
  }

  @Test
  void recoveryCodesAndCookiesAreStoredAsHashes() throws Exception {
    var one = Colleague.hired(StaffRole.OWNER).signIn();
    List<String> recovery = confirm(one, code(begin(one), 0));
    String stored =
        sql.fetch("SELECT r::text FROM staff_recovery_codes r WHERE staff_id = ?", one.id())
            .getValues(0, String.class)
            .toString();
    assertThat(recovery).noneMatch(code -> stored.contains(code.replace("-", "")));
  }

  @Test
  void itTakesThePasswordToBeginAndToEndIt() throws Exception {
    var one = Colleague.hired(StaffRole.OWNER).signIn();
    one.acts().body(Map.of("password", "wrong")).post(PATH + "begin").then().statusCode(401);
    confirm(one, code(begin(one), 0));
    one.acts()
        .body(Map.of("password", PASSWORD))
        .post(PATH + "begin")
        .then()
        .statusCode(409)
        .body("code", equalTo("SECOND_FACTOR_ON"));
    one.acts().body(Map.of("password", "wrong")).post(PATH + "end").then().statusCode(401);
  }

  @Test
  void turnedOffItIsGone() throws Exception {
    var one = Colleague.hired(StaffRole.OWNER).signIn();
    confirm(one, code(begin(one), 0));
    one.acts().body(Map.of("password", PASSWORD)).post(PATH + "end").then().statusCode(204);
    one.trySignIn(PASSWORD, null).then().statusCode(200);
  }

  @Test
  void turnedOnItEndsTheOtherSessions() throws Exception {
    var here = Colleague.hired(StaffRole.OWNER).signIn();
    String elsewhere = here.trySignIn(PASSWORD, null).cookie(Colleague.COOKIE);
    confirm(here, code(begin(here), 0));
    here.asks().get("/api/session").then().statusCode(200);
    given().cookie(Colleague.COOKIE, elsewhere).get("/api/session").then().statusCode(401);
  }

  @Test
  void turnedOffItEndsTheOtherSessions() throws Exception {
    var here = Colleague.hired(StaffRole.OWNER).signIn();
    String secret = begin(here);
    confirm(here, code(secret, 0));
    String elsewhere = here.trySignIn(PASSWORD, code(secret, 1)).cookie(Colleague.COOKIE);
    given().cookie(Colleague.COOKIE, elsewhere).get("/api/session").then().statusCode(200);

    here.acts().body(Map.of("password", PASSWORD)).post(PATH + "end").then().statusCode(204);

    here.asks().get("/api/session").then().statusCode(200);
    // A copy of a session is believed for a second.
    await()
        .atMost(Duration.ofSeconds(10))
        .untilAsserted(
            () ->
                given()
                    .cookie(Colleague.COOKIE, elsewhere)
                    .get("/api/session")
                    .then()
                    .statusCode(401));
  }

  /** 24 letters of five bits: more than the 112 bits that a fast hash asks for. */
  @Test
  void aRecoveryCodeHas120Bits() throws Exception {
    var one = Colleague.hired(StaffRole.OWNER).signIn();
    assertThat(confirm(one, code(begin(one), 0)))
        .allMatch(code -> code.matches("[a-z2-7]{4}(-[a-z2-7]{4}){5}"));
  }

  @Test
  void theDatabaseDoesNotKnowTheSecret() throws Exception {
    var one = Colleague.hired(StaffRole.OWNER).signIn();
    byte[] secret = new Base32().decode(begin(one));
    String row = sql.fetchValue("SELECT s::text FROM staff s WHERE id = ?", one.id()).toString();
    assertThat(row).doesNotContain(HexFormat.of().formatHex(secret));
    assertThat(sealed(one)).hasSize(52);
  }

  @Test
  void theSecretOfAnotherOpensNothing() throws Exception {
    var victim = Colleague.hired(StaffRole.OWNER).signIn();
    confirm(victim, code(begin(victim), 0));
    var thief = Colleague.hired(StaffRole.VIEWER).signIn();
    String known = begin(thief);
    confirm(thief, code(known, 0));

    sql.execute("UPDATE staff SET totp_sealed = ? WHERE id = ?", sealed(thief), victim.id());

    victim
        .trySignIn(PASSWORD, code(known, 1))
        .then()
        .statusCode(401)
        .body("code", equalTo("CODE_WRONG"));
    thief.trySignIn(PASSWORD, code(known, 1)).then().statusCode(200);
  }

  @Test
  void whatAnOldKeySealedIsSealedAnewWhenItIsUsed() throws Exception {
    var one = Colleague.hired(StaffRole.OWNER).signIn();
    String secret = begin(one);
    confirm(one, code(secret, 0));
    byte[] old = OldKey.seal(one.id(), new Base32().decode(secret));
    sql.execute("UPDATE staff SET totp_sealed = ? WHERE id = ?", old, one.id());

    one.trySignIn(PASSWORD, code(secret, 1)).then().statusCode(200);

    assertThat(Arrays.copyOf(sealed(one), 4)).isNotEqualTo(Arrays.copyOf(old, 4));
  }

  private byte[] sealed(Colleague one) {
    return (byte[]) sql.fetchValue("SELECT totp_sealed FROM staff WHERE id = ?", one.id());
  }

  private static String begin(Colleague one) {
    return one.acts()
        .body(Map.of("password", PASSWORD))
        .post(PATH + "begin")
        .then()
        .statusCode(200)
        .body("uri", startsWith("otpauth://totp/Ojeomneo:"))
        .extract()
        .path("secret");
  }

  private static List<String> confirm(Colleague one, String code) {
    return one.acts()
        .body(Map.of("code", code))
        .post(PATH + "confirm")
        .then()
        .statusCode(200)
        .body("recoveryCodes", hasSize(10))
        .extract()
        .path("recoveryCodes");
  }

  private static String code(String secret, int stepsFromNow) throws InvalidKeyException {
    var codes = new TimeBasedOneTimePasswordGenerator();
    var key = new SecretKeySpec(new Base32().decode(secret), codes.getAlgorithm());
    return codes.generateOneTimePasswordString(
        key, Instant.now().plus(Duration.ofSeconds(30L * stepsFromNow)));
  }
}
