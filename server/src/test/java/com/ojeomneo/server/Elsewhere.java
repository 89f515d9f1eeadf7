package com.ojeomneo.server;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;

/**
 * Somebody with an account at a provider, who logs in there as a browser does, with PKCE.
 *
 * @param provider {@code kakao}, {@code google} or {@code apple}
 */
public record Elsewhere(String provider, String email, boolean verified) {
  private static final String VERIFIER = "a-verifier-of-at-least-43-characters-1234567890";
  private static final Map<String, String> AUTHORIZE =
      Map.of(
          "kakao", "/kakao/oauth/authorize",
          "google", "/google/o/oauth2/v2/auth",
          "apple", "/apple/auth/authorize");

  public static Elsewhere at(String provider) {
    return new Elsewhere(provider, Customer.newEmail(), true);
  }

  /** The same person at another provider, with the same address. */
  public Elsewhere andAt(String other) {
    return new Elsewhere(other, email, verified);
  }

  /** What a log-in here takes: a code that is good once. */
  public Map<String, Object> proof() {
    return proof(nonce());
  }

  public Map<String, Object> proof(String nonce) {
    String redirect = "http://localhost:3000/login/" + provider;
    var form = new HashMap<String, String>();
    form.put("email", email);
    form.put("name", "김다른");
    form.put("decision", "approve");
    if (verified) {
      form.put("verified", "on");
    }
    String location =
        given()
            .baseUri(TestStack.provider().toString())
            .queryParam("response_type", "code")
            .queryParam("client_id", provider + "-web")
            .queryParam("redirect_uri", redirect)
            .queryParam("state", "s")
            .queryParam("nonce", nonce)
            .queryParam("code_challenge", challenge())
            .queryParam("code_challenge_method", "S256")
            .contentType("application/x-www-form-urlencoded; charset=utf-8")
            .formParams(form)
            .redirects()
            .follow(false)
            .post(AUTHORIZE.get(provider))
            .then()
            .statusCode(303)
            .extract()
            .header("Location");
    var proof = new HashMap<String, Object>();
    proof.put("code", parameter(location, "code"));
    proof.put("redirectUri", redirect);
    proof.put("codeVerifier", VERIFIER);
    proof.put("nonce", nonce);
    return proof;
  }

  public Response logIn() {
    return logIn(proof());
  }

  public Response logIn(Map<String, ?> proof) {
    return given()
        .contentType(ContentType.JSON)
        .body(proof)
        .post(Customer.API + "/auth/social/" + provider);
  }

  public static String nonce() {
    return given()
        .post(Customer.API + "/auth/social/nonce")
        .then()
        .statusCode(200)
        .extract()
        .path("nonce");
  }

  private static String parameter(String location, String name) {
    for (String pair : URI.create(location).getRawQuery().split("&")) {
      if (pair.startsWith(name + "=")) {
        return URLDecoder.decode(pair.substring(name.length() + 1), StandardCharsets.UTF_8);
      }
    }
    throw new AssertionError("no " + name + " in " + location);
  }

  private static String challenge() {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(VERIFIER.getBytes());
      return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
