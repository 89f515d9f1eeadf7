package com.ojeomneo.server.user;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import com.ojeomneo.platform.database.Database;
import com.ojeomneo.server.Customer;
import com.ojeomneo.server.Elsewhere;
import com.ojeomneo.server.TestStack;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(TestStack.class)
class IdentityResourceTest {
  private static final Duration SOON = Duration.ofSeconds(20);

  @AfterEach
  void providersAnswer() {
    away(false);
  }

  @Test
  void aGuestBecomesAnAccountAndStaysTheSamePerson() {
    var guest = Customer.guest();
    var person = Elsewhere.at("google");
    link(guest, person)
        .then()
        .statusCode(200)
        .body("id", equalTo(guest.id().toString()))
        .body("guest", equalTo(false))
        .body("email", equalTo(person.email()))
        .body("emailVerified", equalTo(true));
    guest.request().get("/users/me").then().statusCode(200).body("guest", equalTo(false));
    person.logIn().then().statusCode(200).body("user.id", equalTo(guest.id().toString()));
  }

  @Test
  void aGuestDoesNotTakeAnAccountThatThereIs() {
    var owner = Customer.signUp();
    var guest = Customer.guest();
    var person = new Elsewhere("google", owner.email(), true);
    link(guest, person).then().statusCode(409).body("code", equalTo("EMAIL_TAKEN"));
    guest.request().get("/users/me").then().body("guest", equalTo(true));
  }

  @Test
  void anIdentityHasOneAccountAndAnAccountOneOfEachProvider() {
    var mine = Customer.signUp();
    var person = Elsewhere.at("kakao");
    link(mine, person).then().statusCode(200);
    link(mine, person).then().statusCode(200);
    link(Customer.signUp(), person).then().statusCode(409).body("code", equalTo("IDENTITY_TAKEN"));
    link(Customer.guest(), person).then().statusCode(409).body("code", equalTo("IDENTITY_TAKEN"));
    link(mine, Elsewhere.at("kakao"))
        .then()
        .statusCode(409)
        .body("code", equalTo("IDENTITY_TAKEN"));
    mine.request()
        .get("/users/me/identities")
        .then()
        .statusCode(200)
        .body("items.provider", contains("kakao"));
  }

  @Test
  void nobodySeesOrEndsAnothersIdentities() {
    var mine = Customer.signUp();
    var person = Elsewhere.at("kakao");
    link(mine, person).then().statusCode(200);
    var theirs = Customer.signUp();
    theirs.request().get("/users/me/identities").then().body("items", empty());
    theirs.request().delete("/users/me/identities/kakao").then().statusCode(204);
    person.logIn().then().statusCode(200).body("user.id", equalTo(mine.id().toString()));
    given().get(Customer.API + "/users/me/identities").then().statusCode(401);
    mine.request()
        .auth()
        .none()
        .body(person.proof())
        .post("/users/me/identities/kakao")
        .then()
        .statusCode(401);
    mine.request().auth().none().delete("/users/me/identities/kakao").then().statusCode(401);
    mine.request().delete("/users/me/identities/naver").then().statusCode(404);
  }

  @Test
  void theLastWayInStays() {
    var person = Elsewhere.at("google");
    bearer(person.logIn())
        .delete(Customer.API + "/users/me/identities/google")
        .then()
        .statusCode(409)
        .body("code", equalTo("LAST_WAY_IN"));
    person.logIn().then().statusCode(200);
    var withPassword = Customer.signUp();
    link(withPassword, Elsewhere.at("kakao")).then().statusCode(200);
    withPassword.request().delete("/users/me/identities/kakao").then().statusCode(204);
    withPassword.request().get("/users/me/identities").then().body("items", empty());
  }

  @ParameterizedTest
  @ValueSource(strings = {"kakao", "apple"})
  void theProviderIsToldOfWhoHasLeftAsSoonAsItListens(String provider) {
    var person = Elsewhere.at(provider);
    List<String> before = linked();
    Response login = person.logIn();
    String link = linked().stream().filter(each -> !before.contains(each)).findFirst().get();
    away(true);
    bearer(login).delete(Customer.API + "/users/me").then().statusCode(204);
    bearer(login).get(Customer.API + "/users/me").then().statusCode(401);
    await().atMost(SOON).until(() -> tries() > 0);
    assertThat(linked()).contains(link);
    away(false);
    await().atMost(SOON).until(() -> !linked().contains(link));
    await().atMost(SOON).until(() -> tries() == 0);
  }

  @Test
  void whileAProviderIsAwayNobodyIsRefusedForIt() {
    var person = Elsewhere.at("google");
    Map<String, Object> proof = person.proof();
    away(true);
    person.logIn(proof).then().statusCode(503).body("code", equalTo("PROVIDER_AWAY"));
    away(false);
    person.logIn(proof).then().statusCode(200);
  }

  @Test
  void whatAppleGaveIsSealed() {
    String id = Elsewhere.at("apple").logIn().then().statusCode(200).extract().path("user.id");
    byte[] sealed =
        new Database(TestStack.owner())
            .sql()
            .fetchSingle("SELECT grant_sealed FROM user_identities WHERE user_id = ?::uuid", id)
            .get(0, byte[].class);
    // 43 characters, and the key's name, the nonce and the tag around them.
    assertThat(sealed).hasSize(43 + 4 + 12 + 16);
  }

  private static int tries() {
    return new Database(TestStack.owner())
        .sql()
        .fetchSingle("SELECT coalesce(max(tries), 0) FROM identity_unlinks")
        .get(0, int.class);
  }

  private static List<String> linked() {
    return given()
        .baseUri(TestStack.provider().toString())
        .get("/sandbox/social")
        .then()
        .statusCode(200)
        .extract()
        .path("linked");
  }

  private static void away(boolean away) {
    given()
        .baseUri(TestStack.provider().toString())
        .body("{\"away\":%s}".formatted(away))
        .put("/sandbox/social")
        .then()
        .statusCode(200);
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
