package com.ojeomneo.server.auth;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import com.ojeomneo.platform.security.AccessToken;
import com.ojeomneo.platform.security.AccessTokens;
import com.ojeomneo.server.Claims;
import com.ojeomneo.server.Customer;
import com.ojeomneo.server.TestStack;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(TestStack.class)
class AuthTokenTest {
  @Inject AccessTokens tokens;

  @Test
  void withoutATokenNothingIsAnswered() {
    refused(api(), "UNAUTHENTICATED");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Bearer",
        "Bearer ",
        "Bearer x",
        "Bearer a.b.c",
        "Bearer e30.e30.",
        "Basic a2ltOmtpbQ==",
        "x",
        "Bearer \"\""
      })
  void garbageIsNoToken(String header) {
    refused(api().header("Authorization", header), "TOKEN_INVALID");
  }

  @Test
  void theSchemeIsWrittenInAnyCase() {
    api()
        .header("Authorization", "bearer " + Customer.guest().token())
        .get("/users/me")
        .then()
        .statusCode(200);
  }

  @Test
  void twoTokensAreNone() {
    String token = Customer.guest().token();
    refused(api().header("Authorization", "Bearer " + token + " " + token), "TOKEN_INVALID");
    refused(api().header("Authorization", "Bearer " + token, "Bearer " + token), "TOKEN_INVALID");
  }

  @Test
  void anUnsignedTokenIsNone() {
    String token = Customer.guest().token();
    String payload = token.split("\\.")[1];
    String none = base64("{\"alg\":\"none\",\"typ\":\"at+jwt\",\"kid\":\"test\"}");
    refused(bearer(none + "." + payload + "."), "TOKEN_INVALID");
  }

  @Test
  void aTokenWithItsPayloadChangedIsNone() {
    String[] parts = Customer.guest().token().split("\\.");
    String victim = Customer.guest().id().toString();
    String payload = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
    String changed = payload.replaceFirst("\"sub\":\"[^\"]+\"", "\"sub\":\"" + victim + "\"");
    refused(bearer(parts[0] + "." + base64(changed) + "." + parts[2]), "TOKEN_INVALID");
  }

  @ParameterizedTest
  @ValueSource(strings = {"test", "another"})
  void aTokenSignedByAStrangerIsNone(String kid) throws JoseException {
    EllipticCurveJsonWebKey stranger = EcJwkGenerator.generateJwk(EllipticCurves.P256);
    var jws = new JsonWebSignature();
    jws.setPayload(Claims.of(Customer.guest().token()).prettify());
    jws.setKey(stranger.getPrivateKey());
    jws.setAlgorithmHeaderValue("ES256");
    jws.setKeyIdHeaderValue(kid);
    jws.setHeader("typ", "at+jwt");
    refused(bearer(jws.getCompactSerialization()), "TOKEN_INVALID");
  }

  @Test
  void aRefreshTokenIsNoAccessToken() {
    refused(bearer(Customer.guest().refreshToken()), "TOKEN_INVALID");
  }

  @Test
  void anExpiredTokenIsRefused() {
    refused(bearer(expiringAt(Customer.guest(), Instant.now().minusSeconds(1))), "TOKEN_EXPIRED");
  }

  /** A verified signature is remembered; that it was good once must not outlive its expiry. */
  @Test
  void aTokenThatWasGoodAMomentAgoExpiresAllTheSame() {
    String token = expiringAt(Customer.guest(), Instant.now().plusSeconds(3));
    bearer(token).get("/users/me").then().statusCode(200);
    Awaitility.await().until(() -> bearer(token).get("/users/me").statusCode() == 401);
    refused(bearer(token), "TOKEN_EXPIRED");
  }

  @Test
  void aBadTokenIsRefusedWhereNoneIsNeeded() {
    bearer("x").get("/stores").then().statusCode(401).body("code", equalTo("TOKEN_INVALID"));
  }

  private String expiringAt(Customer customer, Instant expiry) {
    return tokens.issue(
        new AccessToken(customer.id(), customer.session(), UUID.randomUUID(), expiry));
  }

  private static void refused(RequestSpecification request, String code) {
    ValidatableResponse answer = request.get("/users/me").then();
    answer
        .statusCode(401)
        .contentType("application/problem+json")
        .header("WWW-Authenticate", "Bearer")
        .body("code", equalTo(code));
  }

  private static RequestSpecification bearer(String token) {
    return api().header("Authorization", "Bearer " + token);
  }

  private static RequestSpecification api() {
    return given().basePath(Customer.API);
  }

  private static String base64(String json) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(json.getBytes(StandardCharsets.UTF_8));
  }
}
