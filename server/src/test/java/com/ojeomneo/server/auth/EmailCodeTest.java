package com.ojeomneo.server.auth;

import static com.ojeomneo.schema.jooq.Tables.MAIL_REQUESTS;
import static com.ojeomneo.schema.jooq.Tables.VERIFICATION_CODES;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.equalTo;

import com.ojeomneo.platform.database.Database;
import com.ojeomneo.server.Customer;
import com.ojeomneo.server.Race;
import com.ojeomneo.server.TestStack;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Codes by mail, over real SMTP. */
@QuarkusTest
@WithTestResource(TestStack.class)
class EmailCodeTest {
  private static final String NEW_PASSWORD = "저녁은 뭐 먹지 2?";
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  private final DSLContext sql = new Database(TestStack.owner()).sql();
  private Customer customer;
  private String email;

  @BeforeEach
  void signUp() {
    customer = Customer.signUp();
    email = customer.email();
  }

  @Test
  void theCodeFromTheMailVerifiesTheAddressOnce() {
    customer.request().get("/users/me").then().body("emailVerified", equalTo(false));
    ask("/auth/email/code", email);
    String code = Mails.code(email, 1);
    assertThat(Mails.to(email).getString("mails[0].subject")).isEqualTo("[오점너] 이메일 확인 코드");
    assertThat(Mails.to(email).getString("mails[0].from")).isEqualTo("no-reply@ojeomneo.test");

    verify(email.toUpperCase(Locale.ROOT), code).statusCode(204);
    customer.request().get("/users/me").then().body("emailVerified", equalTo(true));
    refused(verify(email, code));
  }

  @Test
  void whoForgotThePasswordSetsANewOneAndIsLoggedOutEverywhere() {
    Customer elsewhere = customer.logInAgain();
    ask("/auth/password/reset", email);
    String code = Mails.code(email, 1);

    confirm(email, code, NEW_PASSWORD).statusCode(204);
    for (Customer session : List.of(customer, elsewhere)) {
      session.request().get("/users/me").then().statusCode(401);
      post("/auth/refresh", Map.of("refreshToken", session.refreshToken())).statusCode(401);
    }
    post("/auth/login", Map.of("email", email, "password", customer.password())).statusCode(401);
    post("/auth/login", Map.of("email", email, "password", NEW_PASSWORD))
        .statusCode(200)
        .body("user.emailVerified", equalTo(true));
    refused(confirm(email, code, NEW_PASSWORD));
  }

  @Test
  void anUnknownAddressIsAnsweredAlikeAndGetsNoMail() {
    String unknown = Customer.newEmail();
    for (String path : List.of("/auth/email/code", "/auth/password/reset")) {
      ask(path, unknown);
      ask(path, email);
    }
    String code = Mails.code(email, 2);
    awaitNothingWaits(unknown);
    assertThat(Mails.count(unknown)).isZero();
    // Also what can be seen of the code later is the same.
    assertThat(sql.fetchCount(VERIFICATION_CODES, VERIFICATION_CODES.EMAIL.eq(unknown)))
        .isEqualTo(2);
    JsonPath nobodys = refused(verify(unknown, "000000"));
    JsonPath wrong = refused(verify(email, wrong(code, 999)));
    assertThat(nobodys.getString("detail")).isEqualTo(wrong.getString("detail"));
  }

  @Test
  void aVerifiedAddressGetsNoMoreCodesToVerifyIt() {
    sql.execute("UPDATE users SET email_verified_at = now() WHERE email = ?::citext", email);
    ask("/auth/email/code", email);
    awaitNothingWaits(email);
    assertThat(Mails.count(email)).isZero();
  }

  @Test
  void fiveTriesUseACodeUp() {
    ask("/auth/password/reset", email);
    String code = Mails.code(email, 1);
    List<Integer> statuses =
        Race.of(8, i -> confirm(email, wrong(code, i), NEW_PASSWORD).extract().statusCode());
    assertThat(statuses).containsOnly(401);
    assertThat(sql.fetchValue(VERIFICATION_CODES.TRIES, VERIFICATION_CODES.EMAIL.eq(email)))
        .isEqualTo(5);
    refused(confirm(email, code, NEW_PASSWORD));
    customer.request().get("/users/me").then().statusCode(200);
  }

  @Test
  void ofTheManyWhoUseACodeAtOnceOneDoes() {
    ask("/auth/password/reset", email);
    String code = Mails.code(email, 1);
    List<Integer> statuses =
        Race.of(5, i -> confirm(email, code, NEW_PASSWORD + i).extract().statusCode());
    assertThat(statuses).containsOnlyOnce(204).containsOnly(204, 401);
  }

  @Test
  void aCodeIsOverAfterTenMinutesAndKeptAsAHash() {
    ask("/auth/email/code", email);
    String code = Mails.code(email, 1);
    assertThat(sql.fetchValue(VERIFICATION_CODES.CODE_HASH, VERIFICATION_CODES.EMAIL.eq(email)))
        .startsWith("$argon2id$")
        .doesNotContain(code);
    sql.execute(
        """
        UPDATE verification_codes SET created_at = created_at - interval '10 minutes',
            expires_at = expires_at - interval '10 minutes' WHERE email = ?::citext
        """,
        email);
    refused(verify(email, code));
  }

  @Test
  void aCodeOpensNothingButWhatItIsFor() {
    ask("/auth/email/code", email);
    String code = Mails.code(email, 1);
    refused(confirm(email, code, NEW_PASSWORD));
    Customer other = Customer.signUp();
    refused(verify(other.email(), code));
    verify(email, code).statusCode(204);
  }

  @Test
  void twoWishesWithinAMinuteAreOneMailAndTheNextTakesThePlaceOfTheLast() {
    Race.of(
        3,
        i -> {
          ask("/auth/password/reset", email);
          return i;
        });
    String first = Mails.code(email, 1);
    ask("/auth/password/reset", email);
    awaitNothingWaits(email);
    assertThat(Mails.count(email)).isOne();

    sql.execute(
        "UPDATE verification_codes SET created_at = created_at - interval '61 s' WHERE email = ?::citext",
        email);
    ask("/auth/password/reset", email);
    String second = Mails.code(email, 2);
    if (!first.equals(second)) {
      refused(confirm(email, first, NEW_PASSWORD));
    }
    confirm(email, second, NEW_PASSWORD).statusCode(204);
  }

  @Test
  void aMailServerThatIsAwayDelaysTheMailAndNothingElse() {
    Mails.away(true);
    try {
      ask("/auth/password/reset", email);
      await()
          .atMost(PATIENCE)
          .until(
              () ->
                  sql.fetchExists(
                      MAIL_REQUESTS, MAIL_REQUESTS.EMAIL.eq(email), MAIL_REQUESTS.TRIES.ge(2)));
    } finally {
      Mails.away(false);
    }
    confirm(email, Mails.code(email, 1), NEW_PASSWORD).statusCode(204);
    awaitNothingWaits(email);
  }

  @Test
  void whatCannotBeSentInTimeIsGivenUp() {
    Mails.away(true);
    try {
      ask("/auth/password/reset", email);
      sql.execute(
          "UPDATE mail_requests SET created_at = created_at - interval '11 minutes', try_at = now()"
              + " WHERE email = ?::citext",
          email);
      awaitNothingWaits(email);
    } finally {
      Mails.away(false);
    }
    assertThat(Mails.count(email)).isZero();
  }

  @Test
  void aMailSpeaksTheLanguageOfWhoAsks() {
    given()
        .basePath(Customer.API)
        .contentType(ContentType.JSON)
        .header("Accept-Language", "en")
        .body(Map.of("email", email))
        .post("/auth/password/reset")
        .then()
        .statusCode(202);
    Mails.code(email, 1);
    assertThat(Mails.to(email).getString("mails[0].subject"))
        .isEqualTo("[Ojeomneo] Your password reset code");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void fiveCodesAnHourAreAskedForAnAddressWhoeverHasIt(boolean known) {
    String address = known ? email : Customer.newEmail();
    for (int i = 0; i < 5; i++) {
      ask("/auth/password/reset", address);
    }
    post("/auth/email/code", Map.of("email", address)).statusCode(429);
  }

  @Test
  void nothingIsLeftOfADeletedAccount() {
    ask("/auth/email/code", email);
    Mails.code(email, 1);
    customer.request().delete("/users/me").then().statusCode(204);
    assertThat(sql.fetchCount(VERIFICATION_CODES, VERIFICATION_CODES.EMAIL.eq(email))).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"12345", "1234567", "12345a", "１２３４５６"})
  void whatIsNoCodeIsMalformed(String code) {
    verify(email, code).statusCode(400).body("errors[0].field", equalTo("code"));
  }

  @Test
  void aNewPasswordIsAsLongAsAtSignUp() {
    confirm(email, "123456", "short").statusCode(400).body("errors[0].field", equalTo("password"));
  }

  @Test
  void aNewPasswordIsAsUncommonAsAtSignUp() {
    confirm(email, "123456", "password1!")
        .statusCode(400)
        .body("code", equalTo("PASSWORD_TOO_COMMON"))
        .body("errors[0].field", equalTo("password"));
  }

  private void awaitNothingWaits(String address) {
    await()
        .atMost(PATIENCE)
        .until(() -> !sql.fetchExists(MAIL_REQUESTS, MAIL_REQUESTS.EMAIL.eq(address)));
  }

  private static String wrong(String code, int i) {
    return "%06d".formatted((Integer.parseInt(code) + 1 + i) % 1_000_000);
  }

  private static void ask(String path, String address) {
    post(path, Map.of("email", address)).statusCode(202).body(emptyString());
  }

  private static ValidatableResponse verify(String address, String code) {
    return post("/auth/email/verify", Map.of("email", address, "code", code));
  }

  private static ValidatableResponse confirm(String address, String code, String password) {
    return post(
        "/auth/password/confirm", Map.of("email", address, "code", code, "password", password));
  }

  private static JsonPath refused(ValidatableResponse response) {
    return response.statusCode(401).body("code", equalTo("CODE_INVALID")).extract().jsonPath();
  }

  private static ValidatableResponse post(String path, Map<String, String> body) {
    return given()
        .basePath(Customer.API)
        .contentType(ContentType.JSON)
        .body(body)
        .post(path)
        .then();
  }
}
