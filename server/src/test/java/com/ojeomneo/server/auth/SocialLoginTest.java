package com.ojeomneo.server.auth;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import com.ojeomneo.server.Customer;
import com.ojeomneo.server.Elsewhere;
import com.ojeomneo.server.Race;
import com.ojeomneo.server.TestStack;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(TestStack.class)
class SocialLoginTest {
  @Test
  void theAppIsToldWhereOneCanLogIn() {
    given()
        .get(Customer.API + "/auth/social")
        .then()
        .statusCode(200)
        .body("items.provider", containsInAnyOrder("kakao", "google", "apple"))
        .body("items.clientId", containsInAnyOrder("kakao-web", "google-web", "apple-web"))
        .body("items[0].redirectUri", matchesPattern("http://localhost:3000/login/\\w+"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"kakao", "google", "apple"})
  void whoComesFromAProviderHasAnAccount(String provider) {
    var person = Elsewhere.at(provider);
    String id =
        person
            .logIn()
            .then()
            .statusCode(200)
            .body("refreshToken", matchesPattern("[\\w-]{43}"))
            .body("user.guest", equalTo(false))
            .extract()
            .path("user.id");
    person.logIn().then().statusCode(200).body("user.id", equalTo(id));
  }

  @Test
  void anAddressThatTheProviderAnswersForIsProven() {
    var person = Elsewhere.at("google");
    person
        .logIn()
        .then()
        .body("user.email", equalTo(person.email()))
        .body("user.emailVerified", equalTo(true))
        .body("user.displayName", equalTo("김다른"));
    new Elsewhere("google", Customer.newEmail(), false)
        .logIn()
        .then()
        .statusCode(200)
        .body("user.email", nullValue());
  }

  @Test
  void aBrowserKeepsTheRefreshTokenInACookie() {
    given()
        .contentType(ContentType.JSON)
        .header("Origin", "http://localhost:3000")
        .body(Elsewhere.at("kakao").proof())
        .post(Customer.API + "/auth/web/social/kakao")
        .then()
        .statusCode(200)
        .body("accessToken", notNullValue())
        .body("refreshToken", nullValue())
        .cookie("ojeomneo_refresh", matchesPattern("[\\w-]{43}"));
    given()
        .contentType(ContentType.JSON)
        .header("Origin", "https://evil.example")
        .body(Elsewhere.at("kakao").proof())
        .post(Customer.API + "/auth/web/social/kakao")
        .then()
        .statusCode(403);
  }

  @Test
  void aProvenAddressLeadsToTheAccountThatHasIt() {
    var person = Elsewhere.at("google");
    String id = person.logIn().then().statusCode(200).extract().path("user.id");
    person.andAt("apple").logIn().then().statusCode(200).body("user.id", equalTo(id));
  }

  @Test
  void anAddressThatNobodyAnswersForLeadsNowhere() {
    var squatter = Customer.signUp();
    new Elsewhere("google", squatter.email(), false)
        .logIn()
        .then()
        .statusCode(200)
        .body("user.email", nullValue());
    new Elsewhere("kakao", squatter.email(), true)
        .logIn()
        .then()
        .statusCode(200)
        .body("user.email", nullValue());
    squatter.request().get("/users/me").then().statusCode(200);
  }

  @Test
  void whoOpenedAnAccountWithAnothersAddressLosesIt() {
    var squatter = Customer.signUp();
    link(squatter, Elsewhere.at("kakao")).then().statusCode(200);
    var owner = new Elsewhere("google", squatter.email(), true);
    owner
        .logIn()
        .then()
        .statusCode(200)
        .body("user.id", equalTo(squatter.id().toString()))
        .body("user.emailVerified", equalTo(true));
    squatter.request().get("/users/me").then().statusCode(401);
    given()
        .contentType(ContentType.JSON)
        .body(Map.of("refreshToken", squatter.refreshToken()))
        .post(Customer.API + "/auth/refresh")
        .then()
        .statusCode(401);
    given()
        .contentType(ContentType.JSON)
        .body(Map.of("email", squatter.email(), "password", squatter.password()))
        .post(Customer.API + "/auth/login")
        .then()
        .statusCode(401)
        .body("code", equalTo("LOGIN_FAILED"));
    bearer(owner.logIn())
        .get(Customer.API + "/users/me/identities")
        .then()
        .body("items.provider", contains("google"));
  }

  @Test
  void aNonceIsGoodOnce() {
    var person = Elsewhere.at("google");
    String nonce = Elsewhere.nonce();
    Map<String, Object> first = person.proof(nonce);
    Map<String, Object> second = person.proof(nonce);
    person.logIn(first).then().statusCode(200);
    refused(person.logIn(second));
    refused(person.logIn(person.proof("made-up")));
  }

  @Test
  void aCodeIsGoodOnceAndForItsVerifierOnly() {
    var person = Elsewhere.at("google");
    Map<String, Object> proof = person.proof();
    person.logIn(proof).then().statusCode(200);
    var again = new HashMap<>(proof);
    again.put("nonce", Elsewhere.nonce());
    refused(person.logIn(again));
    var stolen = new HashMap<>(person.proof());
    stolen.put("codeVerifier", "another-verifier-of-at-least-43-characters-12345");
    refused(person.logIn(stolen));
  }

  @Test
  void ofManyFirstLogInsAtOnceOneMakesTheAccount() {
    var person = Elsewhere.at("google");
    var answers = Race.of(6, i -> person.logIn().then().extract());
    var ids = new HashSet<String>();
    answers.forEach(answer -> ids.add(answer.path("user.id")));
    assertThat(answers).allMatch(answer -> answer.statusCode() == 200);
    assertThat(ids).hasSize(1);
  }

  @Test
  void ofManyAtOnceWithOneNonceOneLogsIn() {
    var person = Elsewhere.at("google");
    String nonce = Elsewhere.nonce();
    var statuses = Race.of(4, i -> person.logIn(person.proof(nonce)).statusCode());
    assertThat(Collections.frequency(statuses, 200)).isOne();
    assertThat(Collections.frequency(statuses, 401)).isEqualTo(3);
  }

  @Test
  void signingUpAndComingFromAProviderAtOnceIsOneAccount() {
    var person = Elsewhere.at("google");
    var statuses =
        Race.of(
            2,
            i ->
                i == 0
                    ? person.logIn().statusCode()
                    : given()
                        .contentType(ContentType.JSON)
                        .body(
                            Map.of(
                                "email", person.email(),
                                "password", "점심 뭐 먹지 1!",
                                "displayName", "김"))
                        .post(Customer.API + "/auth/signup")
                        .statusCode());
    assertThat(statuses.getFirst()).isEqualTo(200);
    assertThat(statuses.getLast()).isIn(201, 409);
  }

  @Test
  void whatIsNoProofIsRefused() {
    given()
        .contentType(ContentType.JSON)
        .body(Map.of("nonce", Elsewhere.nonce()))
        .post(Customer.API + "/auth/social/google")
        .then()
        .statusCode(400)
        .body("errors.field", contains("idToken"));
    given()
        .contentType(ContentType.JSON)
        .body(Map.of("code", "x"))
        .post(Customer.API + "/auth/social/google")
        .then()
        .statusCode(400)
        .body("errors.field", contains("nonce"));
    var elsewhere = new HashMap<>(Elsewhere.at("google").proof());
    elsewhere.put("redirectUri", "https://evil.example/login/google");
    Elsewhere.at("google")
        .logIn(elsewhere)
        .then()
        .statusCode(400)
        .body("errors.field", contains("redirectUri"));
    refused(Elsewhere.at("google").logIn(Map.of("idToken", "x.y.z", "nonce", Elsewhere.nonce())));
    given()
        .contentType(ContentType.JSON)
        .body(Map.of("idToken", "x", "nonce", "x"))
        .post(Customer.API + "/auth/social/naver")
        .then()
        .statusCode(404);
  }

  private static void refused(Response answer) {
    answer.then().statusCode(401).body("code", equalTo("SOCIAL_LOGIN_FAILED"));
  }

  private static Response link(Customer customer, Elsewhere person) {
    return customer
        .request()
        .body(person.proof())
        .post("/users/me/identities/" + person.provider());
  }

  private static RequestSpecification bearer(Response login) {
    return given()
        .contentType(ContentType.JSON)
        .auth()
        .oauth2(login.then().statusCode(200).extract().path("accessToken"));
  }
}
