package com.ojeomneo.server.auth;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.matchesPattern;
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
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(TestStack.class)
class AuthSignUpTest {
  @Test
  void signingUpLogsIn() {
    String email = Customer.newEmail();
    var answer =
        signUp(Map.of("email", email))
            .statusCode(201)
            .body("tokenType", equalTo("Bearer"))
            .body("expiresIn", equalTo(900))
            .body("refreshToken", matchesPattern("[\\w-]{43}"))
            .body("user.email", equalTo(email))
            .body("user.displayName", equalTo("김오점"))
            .body("user.guest", equalTo(false))
            .body("user.createdAt", matchesPattern("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d.*Z"))
            .extract()
            .jsonPath();
    var claims = Claims.of(answer.getString("accessToken"));
    assertThat(claims.getString("sub")).isEqualTo(answer.getString("user.id"));
    assertThat(claims.getLong("exp") - claims.getLong("iat")).isEqualTo(900L);
  }

  @Test
  void anAddressHasOneAccountWhateverItsCase() {
    String email = Customer.signUp().email();
    signUp(Map.of("email", email.toUpperCase(Locale.ROOT)))
        .statusCode(409)
        .body("code", equalTo("EMAIL_TAKEN"));
  }

  @Test
  void ofManySignUpsAtOnceOneSucceeds() {
    String email = Customer.newEmail();
    var statuses = Race.of(8, i -> signUp(Map.of("email", email)).extract().statusCode());
    assertThat(Collections.frequency(statuses, 201)).isOne();
    assertThat(Collections.frequency(statuses, 409)).isEqualTo(7);
  }

  @Test
  void consentsAreKeptWithTheirVersion() throws SQLException {
    var terms = Map.of("kind", "TERMS", "version", "2026-01");
    String id =
        signUp(Map.of("consents", List.of(terms, terms, Map.of("kind", "AGE", "version", "1"))))
            .statusCode(201)
            .extract()
            .path("user.id");
    try (var connection = TestStack.owner().getConnection();
        var query =
            connection.prepareStatement(
                "SELECT string_agg(kind || version, ',' ORDER BY kind) FROM consents"
                    + " WHERE user_id = ?::uuid")) {
      query.setString(1, id);
      var row = query.executeQuery();
      row.next();
      assertThat(row.getString(1)).isEqualTo("AGE1,TERMS2026-01");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "kim",
        "kim@",
        "@example.com",
        "kim@example",
        "kim@exam ple.com",
        "k im@example.com",
        "\"k im\"@example.com",
        "kim@@example.com",
        ".kim@example.com",
        "kim..o@example.com",
        "kim@-example.com",
        "kim@example.com\nbcc: x",
        "김@example.com",
        "k1234567890123456789012345678901234567890123456789012345678901234@example.com"
      })
  void anAddressThatMailCannotReachIsRefused(String email) {
    signUp(Map.of("email", email)).statusCode(400).body("errors.field", contains("email"));
  }

  @ParameterizedTest
  @CsvSource({"7,400", "8,201", "128,201", "129,400"})
  void aPasswordHas8To128Characters(int length, int status) {
    signUp(Map.of("password", "🍚".repeat(length))).statusCode(status);
  }

  @Test
  void aPasswordThatIsTriedFirstIsRefused() {
    String email = Customer.newEmail();
    String name = email.substring(0, email.indexOf('@'));
    for (String password : List.of("password1!", "오점너오점너2026", name, email)) {
      signUp(Map.of("email", email, "password", password))
          .statusCode(400)
          .body("code", equalTo("PASSWORD_TOO_COMMON"))
          .body("errors.field", contains("password"));
    }
    signUp(Map.of("email", email)).statusCode(201);
  }

  @ParameterizedTest
  @CsvSource({"0,400", "1,201", "40,201", "41,400"})
  void aNameHas1To40Characters(int length, int status) {
    signUp(Map.of("displayName", " " + "밥".repeat(length) + " ")).statusCode(status);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\u0000b", "a\u0007b", "a\nb", "a\u2028b", "   "})
  void aNameIsOneLineOfText(String name) {
    signUp(Map.of("displayName", name))
        .statusCode(400)
        .body("errors.field", contains("displayName"));
  }

  @Test
  void aNameIsKeptWithoutTheSpaceAroundIt() {
    signUp(Map.of("displayName", "  김 오점\t")).body("user.displayName", equalTo("김 오점"));
  }

  @Test
  void aGuestIsSomeoneNewEachTime() {
    post("/auth/guest", Map.of("deviceId", "phone"))
        .statusCode(201)
        .body("user.guest", equalTo(true))
        .body("user", not(hasKey("email")));
    assertThat(Customer.guest().id()).isNotEqualTo(Customer.guest().id());
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 101})
  void aDeviceHasALabelOf1To100Characters(int length) {
    post("/auth/guest", Map.of("deviceId", "x".repeat(length))).statusCode(400);
  }

  private static ValidatableResponse signUp(Map<String, Object> different) {
    var body = new HashMap<String, Object>();
    body.put("email", Customer.newEmail());
    body.put("password", "correct horse");
    body.put("displayName", "김오점");
    body.putAll(different);
    return post("/auth/signup", body);
  }

  private static ValidatableResponse post(String path, Object body) {
    return given()
        .contentType(ContentType.JSON)
        .basePath(Customer.API)
        .body(body)
        .post(path)
        .then();
  }
}
