package com.ojeomneo.server.auth;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import com.ojeomneo.server.Customer;
import com.ojeomneo.server.TestStack;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(TestStack.class)
class WebAuthTest {
  private static final String OURS = "http://localhost:3000";
  private static final String PASSWORD = "점심 뭐 먹지 1!";
  private static final String REMOVED =
      "ojeomneo_refresh=; Path=/ojeomneo/v1/auth/web; HttpOnly; SameSite=Strict; Max-Age=0";

  @Test
  void theRefreshTokenIsInACookieThatNoScriptReads() {
    Response answer = guest();
    answer
        .then()
        .statusCode(201)
        .body("$", not(hasKey("refreshToken")))
        .body("tokenType", equalTo("Bearer"))
        .body("expiresIn", equalTo(900))
        .body("user.guest", equalTo(true))
        .header("Cache-Control", "no-store");
    assertThat(answer.headers().getValues("Set-Cookie"))
        .singleElement()
        .asString()
        .matches(
            "ojeomneo_refresh=[\\w-]{43}; Path=/ojeomneo/v1/auth/web; HttpOnly; SameSite=Strict;"
                + " Max-Age=2592000");
    assertThat(me(answer.path("accessToken"))).isEqualTo(200);
  }

  @Test
  void anOriginIsWrittenAsBrowsersWriteIt() {
    assertThat(OriginFilter.origin(URI.create("HTTPS://App.Example:443/x")))
        .isEqualTo("https://app.example");
    assertThat(OriginFilter.origin(URI.create("http://app.example:8080")))
        .isEqualTo("http://app.example:8080");
  }

  @Test
  void anAccountIsOpenedAndEnteredByAPage() {
    String email = Customer.newEmail();
    var account = Map.of("email", email, "password", PASSWORD, "displayName", "김오점");
    page().body(account).post("/auth/web/signup").then().statusCode(201);
    page()
        .body(account)
        .post("/auth/web/signup")
        .then()
        .statusCode(409)
        .body("code", equalTo("EMAIL_TAKEN"));
    page()
        .body(Map.of("email", email, "password", PASSWORD))
        .post("/auth/web/login")
        .then()
        .statusCode(200)
        .body("$", not(hasKey("refreshToken")))
        .body("user.email", equalTo(email));
    Response wrong = page().body(Map.of("email", email, "password", "x")).post("/auth/web/login");
    wrong.then().statusCode(401).body("code", equalTo("LOGIN_FAILED"));
    assertThat(wrong.header("Set-Cookie")).isNull();
    page().body(Map.of("email", "x")).post("/auth/web/signup").then().statusCode(400);
  }

  @Test
  void theAccountThatIsTriedIsLimitedHereToo() {
    var guess = Map.of("email", Customer.newEmail(), "password", "guess");
    for (int i = 0; i < 10; i++) {
      page().body(guess).post("/auth/web/login").then().statusCode(401);
    }
    page().body(guess).post("/auth/login").then().statusCode(429);
    page().body(guess).post("/auth/web/login").then().statusCode(429);
  }

  @Test
  void aCookieIsExchangedForTheNext() {
    Response first = guest();
    Response next = refresh(cookie(first), null);
    next.then().statusCode(200).body("user.id", equalTo(first.path("user.id")));
    assertThat(cookie(next)).isNotEqualTo(cookie(first));
    assertThat(me(next.path("accessToken"))).isEqualTo(200);
    refresh(cookie(next), null).then().statusCode(200);
  }

  @Test
  void aSpentCookieEndsItsSessionAndIsRemoved() {
    Response first = guest();
    Response next = refresh(cookie(first), null);
    refused(refresh(cookie(first), null), "REFRESH_TOKEN_REUSED");
    refused(refresh(cookie(next), null), "REFRESH_TOKEN_INVALID");
    assertThat(me(next.path("accessToken"))).isEqualTo(401);
  }

  @Test
  void theSameRequestAgainReplacesTheAnswerThatWasLost() {
    Response first = guest();
    Response lost = refresh(cookie(first), "one");
    Response again = refresh(cookie(first), "one");
    again.then().statusCode(200);
    assertThat(me(lost.path("accessToken"))).isEqualTo(401);
    refresh(cookie(again), null).then().statusCode(200);
  }

  @Test
  void withoutACookieOrWithAnyOtherThereIsNothingToExchange() {
    refused(page().post("/auth/web/refresh"), "REFRESH_TOKEN_INVALID");
    refused(refresh("x", null), "REFRESH_TOKEN_INVALID");
    refresh(cookie(guest()), "k".repeat(256)).then().statusCode(400);
  }

  @Test
  void loggingOutEndsTheSessionOfTheCookie() {
    Response session = guest();
    Response other = guest();
    Response out = page().cookie("ojeomneo_refresh", cookie(session)).post("/auth/web/logout");
    out.then().statusCode(204).header("Set-Cookie", REMOVED);
    assertThat(me(session.path("accessToken"))).isEqualTo(401);
    refused(refresh(cookie(session), null), "REFRESH_TOKEN_INVALID");
    assertThat(me(other.path("accessToken"))).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "garbage"})
  void loggingOutAlwaysWorks(String cookie) {
    page()
        .cookie("ojeomneo_refresh", cookie)
        .header("Authorization", "Bearer expired")
        .post("/auth/web/logout")
        .then()
        .statusCode(204)
        .header("Set-Cookie", REMOVED);
    given().basePath(Customer.API).post("/auth/web/logout").then().statusCode(204);
  }

  @ParameterizedTest
  @CsvSource({
    "signup,https://evil.example",
    "login,http://localhost:3001",
    "guest,https://localhost:3000",
    "refresh,null",
    "logout,http://localhost:3000.evil.example"
  })
  void pagesOfOthersAreRefused(String route, String origin) {
    Response session = guest();
    page()
        .header("Origin", origin)
        .cookie("ojeomneo_refresh", cookie(session))
        .body("{}")
        .post("/auth/web/" + route)
        .then()
        .statusCode(403)
        .body("code", equalTo("ORIGIN_REFUSED"));
    assertThat(me(session.path("accessToken"))).isEqualTo(200);
    refresh(cookie(session), null).then().statusCode(200);
  }

  @Test
  void ourOwnPageMayAsk() {
    page()
        .header("Origin", OURS)
        .body(Map.of("deviceId", "browser"))
        .post("/auth/web/guest")
        .then()
        .statusCode(201);
  }

  private static void refused(Response answer, String code) {
    answer.then().statusCode(401).body("code", equalTo(code)).header("Set-Cookie", REMOVED);
  }

  private static Response guest() {
    return page().body(Map.of("deviceId", "browser")).post("/auth/web/guest");
  }

  private static Response refresh(String cookie, String key) {
    var request = page().cookie("ojeomneo_refresh", cookie);
    return (key == null ? request : request.header("Idempotency-Key", key))
        .post("/auth/web/refresh");
  }

  private static String cookie(Response answer) {
    return answer.cookie("ojeomneo_refresh");
  }

  private static RequestSpecification page() {
    return given().contentType(ContentType.JSON).basePath(Customer.API);
  }

  private static int me(String accessToken) {
    return given().basePath(Customer.API).auth().oauth2(accessToken).get("/users/me").statusCode();
  }
}
