package com.ojeomneo.server.auth;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import com.ojeomneo.server.Claims;
import com.ojeomneo.server.Customer;
import com.ojeomneo.server.Race;
import com.ojeomneo.server.TestStack;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.sql.SQLException;
import java.util.Collections;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(TestStack.class)
class AuthRefreshTest {
  private static final String NO_KEY = null;

  @Test
  void aRefreshTokenIsExchangedForTheNextPair() {
    var guest = Customer.guest();
    var next = refresh(guest.refreshToken(), NO_KEY).statusCode(200).extract().jsonPath();
    assertThat(next.getString("refreshToken")).isNotEqualTo(guest.refreshToken());
    assertThat(next.getString("user.id")).isEqualTo(guest.id().toString());
    var claims = Claims.of(next.getString("accessToken"));
    assertThat(claims.getString("sid")).isEqualTo(guest.session().toString());
    assertThat(me(next.getString("accessToken"))).isEqualTo(200);
    assertThat(me(guest.token())).as("the access token before it is still good").isEqualTo(200);
  }

  @Test
  void aSpentTokenEndsItsWholeFamilyAndNothingElse() {
    var guest = Customer.guest();
    var bystander = Customer.guest();
    var next = refresh(guest.refreshToken(), NO_KEY).extract().jsonPath();

    refused(guest.refreshToken(), NO_KEY, "REFRESH_TOKEN_REUSED");

    assertThat(me(guest.token())).isEqualTo(401);
    assertThat(me(next.getString("accessToken"))).isEqualTo(401);
    refused(next.getString("refreshToken"), NO_KEY, "REFRESH_TOKEN_INVALID");
    assertThat(me(bystander.token())).isEqualTo(200);
  }

  @Test
  void theSameRequestAgainReplacesTheAnswerThatWasLost() {
    var guest = Customer.guest();
    String key = UUID.randomUUID().toString();
    var lost = refresh(guest.refreshToken(), key).statusCode(200).extract().jsonPath();
    var again =
        refresh(guest.refreshToken(), key)
            .statusCode(200)
            .body("refreshToken", not(equalTo(lost.getString("refreshToken"))))
            .extract()
            .jsonPath();
    assertThat(me(again.getString("accessToken"))).isEqualTo(200);
    assertThat(me(lost.getString("accessToken"))).isEqualTo(401);
    refresh(again.getString("refreshToken"), NO_KEY).statusCode(200);
  }

  @Test
  void anAnswerThatWasReplacedAndUsedAfterAllIsReuse() {
    var guest = Customer.guest();
    String key = UUID.randomUUID().toString();
    String replaced = refresh(guest.refreshToken(), key).extract().path("refreshToken");
    String live = refresh(guest.refreshToken(), key).extract().path("refreshToken");
    refused(replaced, NO_KEY, "REFRESH_TOKEN_REUSED");
    refused(live, NO_KEY, "REFRESH_TOKEN_INVALID");
  }

  @Test
  void theSameRequestAgainIsReuseOnceItsAnswerWasUsed() {
    var guest = Customer.guest();
    String key = UUID.randomUUID().toString();
    String next = refresh(guest.refreshToken(), key).extract().path("refreshToken");
    refresh(next, UUID.randomUUID().toString()).statusCode(200);
    refused(guest.refreshToken(), key, "REFRESH_TOKEN_REUSED");
  }

  @Test
  void anotherKeyOrNoneIsReuse() {
    var guest = Customer.guest();
    refresh(guest.refreshToken(), "one").statusCode(200);
    refused(guest.refreshToken(), "two", "REFRESH_TOKEN_REUSED");

    var other = Customer.guest();
    refresh(other.refreshToken(), "one").statusCode(200);
    refused(other.refreshToken(), NO_KEY, "REFRESH_TOKEN_REUSED");
  }

  @Test
  void theSameRequestAgainIsReuseAfterAMinute() throws SQLException {
    var guest = Customer.guest();
    refresh(guest.refreshToken(), "one").statusCode(200);
    age(guest, "spent_at = spent_at - interval '60 seconds'");
    refused(guest.refreshToken(), "one", "REFRESH_TOKEN_REUSED");
  }

  @Test
  void aRefreshTokenIsGoodFor30Days() throws SQLException {
    var guest = Customer.guest();
    age(
        guest,
        "issued_at = issued_at - interval '30 days', expires_at = expires_at - interval '30 days'");
    refused(guest.refreshToken(), NO_KEY, "REFRESH_TOKEN_INVALID");
  }

  @Test
  void anythingElseIsNoRefreshToken() {
    var guest = Customer.guest();
    refused("x", NO_KEY, "REFRESH_TOKEN_INVALID");
    refused("", NO_KEY, "REFRESH_TOKEN_INVALID");
    refused(guest.token(), NO_KEY, "REFRESH_TOKEN_INVALID");
  }

  @Test
  void aKeyTooLongToKeepIsRefused() {
    refresh(Customer.guest().refreshToken(), "k".repeat(256))
        .statusCode(400)
        .body("errors[0].field", equalTo("Idempotency-Key"));
  }

  @Test
  void ofManyAtOnceWithoutAKeyOneIsAnsweredAndTheFamilyEnds() {
    var guest = Customer.guest();
    var answers = Race.of(8, i -> refresh(guest.refreshToken(), NO_KEY).extract());
    var statuses = answers.stream().map(a -> a.statusCode()).toList();
    assertThat(Collections.frequency(statuses, 200)).isOne();
    assertThat(Collections.frequency(statuses, 401)).isEqualTo(7);
    assertThat(me(guest.token())).isEqualTo(401);
  }

  @Test
  void ofManyAtOnceWithOneKeyExactlyOneTokenStaysLive() {
    var guest = Customer.guest();
    var answers = Race.of(8, i -> refresh(guest.refreshToken(), "one").statusCode(200).extract());
    var live = answers.stream().filter(a -> me(a.<String>path("accessToken")) == 200).toList();
    assertThat(live).hasSize(1);
    refresh(live.getFirst().path("refreshToken"), NO_KEY).statusCode(200);
  }

  /** Clients send what they hold with every request; an expired one is why they refresh. */
  @Test
  void whoStillSendsTheExpiredAccessTokenIsRefreshedAllTheSame() {
    var guest = Customer.guest();
    given()
        .contentType(ContentType.JSON)
        .basePath(Customer.API)
        .auth()
        .oauth2("expired")
        .body(Map.of("refreshToken", guest.refreshToken()))
        .post("/auth/refresh")
        .then()
        .statusCode(200);
  }

  private static void refused(String token, String key, String code) {
    refresh(token, key).statusCode(401).body("code", equalTo(code));
  }

  private static ValidatableResponse refresh(String token, String key) {
    var request = given().contentType(ContentType.JSON).basePath(Customer.API);
    if (key != null) {
      request.header("Idempotency-Key", key);
    }
    return request.body(Map.of("refreshToken", token)).post("/auth/refresh").then();
  }

  private static int me(String accessToken) {
    return given().basePath(Customer.API).auth().oauth2(accessToken).get("/users/me").statusCode();
  }

  /** Time passes for the customer's tokens. */
  private static void age(Customer customer, String change) throws SQLException {
    try (var connection = TestStack.owner().getConnection();
        var update =
            connection.prepareStatement(
                "UPDATE refresh_tokens SET " + change + " WHERE session_id = ?")) {
      update.setObject(1, customer.session());
      assertThat(update.executeUpdate()).isPositive();
    }
  }
}
