package com.ojeomneo.social;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ojeomneo.platform.problem.Problem;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.keys.HmacKey;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Against an issuer with real RS256 keys. */
class IdTokensTest {
  private static final Instant NOW = Instant.parse("2026-11-26T03:00:00Z");
  private static final String NONCE = "the-nonce-of-this-log-in";
  private static RsaJsonWebKey key;
  private static RsaJsonWebKey another;

  private final AtomicInteger fetches = new AtomicInteger();
  private HttpServer server;
  private volatile JsonWebKeySet published;

  @BeforeAll
  static void makeKeys() throws JoseException {
    key = rsa("one");
    another = rsa("two");
  }

  @BeforeEach
  void publish() throws IOException {
    published = new JsonWebKeySet(key);
    server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    server.createContext(
        "/",
        exchange -> {
          fetches.incrementAndGet();
          sendKeys(exchange);
        });
    server.start();
  }

  private void sendKeys(HttpExchange exchange) throws IOException {
    byte[] body = published.toJson(OutputControlLevel.PUBLIC_ONLY).getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(200, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void whoIsVouchedForIsKnownByTheirSubject() {
    Person person = tokens(Provider.GOOGLE).verify(signed(key, claims -> {}), NONCE);
    assertThat(person)
        .isEqualTo(
            new Person(
                Provider.GOOGLE,
                "10987654321",
                "web",
                Optional.of("kim@gmail.com"),
                Optional.of("김오점")));
    assertThat(person.toString()).doesNotContain("kim", "10987654321");
  }

  static Stream<Wrong> wrong() {
    return Stream.of(
        new Wrong("another issuer", claims -> claims.setIssuer("https://accounts.evil.example")),
        new Wrong("no issuer", claims -> claims.unsetClaim("iss")),
        new Wrong("made for another app", claims -> claims.setAudience("another-app")),
        new Wrong("made for nobody", claims -> claims.unsetClaim("aud")),
        new Wrong("over", claims -> claims.setExpirationTime(at(-31))),
        new Wrong("never over", claims -> claims.unsetClaim("exp")),
        new Wrong("made tomorrow", claims -> claims.setIssuedAt(at(31))),
        new Wrong("made the day before", claims -> claims.setIssuedAt(at(-24 * 3600 - 61))),
        new Wrong("never made", claims -> claims.unsetClaim("iat")),
        new Wrong("not begun", claims -> claims.setNotBefore(at(31))),
        new Wrong("another nonce", claims -> claims.setStringClaim("nonce", "of-another")),
        new Wrong("no nonce", claims -> claims.unsetClaim("nonce")),
        new Wrong("a nonce of a wrong type", claims -> claims.setClaim("nonce", 7)),
        new Wrong("no subject", claims -> claims.unsetClaim("sub")),
        new Wrong("an empty subject", claims -> claims.setSubject("")),
        new Wrong("an endless subject", claims -> claims.setSubject("1".repeat(256))),
        new Wrong("another party", claims -> claims.setStringClaim("azp", "another-app")),
        new Wrong(
            "for two, and no party named",
            claims -> {
              claims.setAudience("web", "another-app");
              claims.unsetClaim("azp");
            }));
  }

  @ParameterizedTest
  @MethodSource("wrong")
  void aWrongClaimIsRefused(Wrong wrong) {
    refused(signed(key, wrong.change));
  }

  @Test
  void aHashedNonceIsApples() throws Exception {
    byte[] hash = MessageDigest.getInstance("SHA-256").digest(NONCE.getBytes());
    String token =
        signed(key, claims -> claims.setStringClaim("nonce", HexFormat.of().formatHex(hash)));
    assertThat(tokens(Provider.APPLE).verify(token, NONCE).subject()).isEqualTo("10987654321");
    refused(token);
  }

  @Test
  void onlyTheIssuersKeysCount() throws JoseException {
    RsaJsonWebKey forged = rsa("one");
    refused(signed(forged, claims -> {}));
    refused(signed(another, claims -> {}));
    RsaJsonWebKey nameless = rsa(null);
    published = new JsonWebKeySet(nameless);
    refused(signed(nameless, claims -> {}));
  }

  @Test
  void onlyRs256Counts() throws JoseException {
    refused(jws("none", null, "one", claims -> {}));
    refused(jws("RS512", key, "one", claims -> {}));
    refused(jws("PS256", key, "one", claims -> {}));
    byte[] publicKey = key.getKey().getEncoded();
    var jws = new JsonWebSignature();
    jws.setPayload(claims(c -> {}).toJson());
    jws.setKey(new HmacKey(publicKey));
    jws.setKeyIdHeaderValue("one");
    jws.setAlgorithmHeaderValue("HS256");
    refused(jws.getCompactSerialization());
    var curve = EcJwkGenerator.generateJwk(EllipticCurves.P256);
    curve.setKeyId("curve");
    published = new JsonWebKeySet(curve);
    var other = new JsonWebSignature();
    other.setPayload(claims(c -> {}).toJson());
    other.setKey(curve.getPrivateKey());
    other.setKeyIdHeaderValue("curve");
    other.setAlgorithmHeaderValue("ES256");
    refused(other.getCompactSerialization());
  }

  @Test
  void aChangedTokenIsRefused() {
    String[] parts = signed(key, claims -> {}).split("\\.");
    String claims = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
    String changed =
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(claims.replace("10987654321", "10987654322").getBytes());
    refused(parts[0] + "." + changed + "." + parts[2]);
    refused("x".repeat(8193));
    refused("not.a.token");
    refused("");
  }

  @Test
  void onlyAnAddressThatTheProviderAnswersForIsOne() {
    Map<String, Object> unverified = Map.of("email_verified", false);
    assertThat(email(Provider.GOOGLE, unverified)).isEmpty();
    assertThat(email(Provider.GOOGLE, Map.of("email", "kim@example.com"))).isEmpty();
    assertThat(email(Provider.GOOGLE, Map.of("email", "kim@example.com", "hd", "example.com")))
        .contains("kim@example.com");
    assertThat(email(Provider.APPLE, Map.of("email_verified", "true"))).contains("kim@gmail.com");
    assertThat(email(Provider.APPLE, Map.of("email_verified", "false"))).isEmpty();
    assertThat(email(Provider.KAKAO, Map.of())).isEmpty();
  }

  /** The keys are the right ones, but somebody else hands them out. */
  @Test
  void keysAreNotFetchedFromWhereARedirectLeads() {
    var elsewhere = base() + "/elsewhere";
    server.removeContext("/");
    server.createContext(
        "/",
        exchange -> {
          fetches.incrementAndGet();
          exchange.getResponseHeaders().set("Location", elsewhere);
          exchange.sendResponseHeaders(302, -1);
          exchange.close();
        });
    server.createContext("/elsewhere", this::sendKeys);

    assertThatThrownBy(() -> tokens(Provider.GOOGLE).verify(signed(key, claims -> {}), NONCE))
        .isInstanceOfSatisfying(
            Problem.class, p -> assertThat(p.code()).isEqualTo(SocialProblem.PROVIDER_AWAY));
    assertThat(fetches).hasPositiveValue();
  }

  @Test
  void keysAreFetchedOnceAndAgainForANewOne() {
    IdTokens tokens = tokens(Provider.GOOGLE, Duration.ZERO);
    tokens.verify(signed(key, claims -> {}), NONCE);
    tokens.verify(signed(key, claims -> {}), NONCE);
    assertThat(fetches).hasValue(1);
    published = new JsonWebKeySet(another, key);
    tokens.verify(signed(another, claims -> {}), NONCE);
    tokens.verify(signed(key, claims -> {}), NONCE);
    assertThat(fetches).hasValue(2);
  }

  @Test
  void keysThatNobodyHasAreNotAskedForAgainAndAgain() throws JoseException {
    IdTokens tokens = tokens(Provider.GOOGLE, Duration.ofMinutes(1));
    for (int i = 0; i < 5; i++) {
      RsaJsonWebKey unknown = rsa(UUID.randomUUID().toString());
      assertThatThrownBy(() -> tokens.verify(signed(unknown, claims -> {}), NONCE))
          .isInstanceOf(Problem.class);
    }
    assertThat(fetches).hasValue(1);
  }

  @Test
  void keptKeysOutlastTheIssuer() {
    IdTokens tokens = tokens(Provider.GOOGLE, Duration.ofMinutes(1));
    tokens.verify(signed(key, claims -> {}), NONCE);
    server.stop(0);
    tokens.verify(signed(key, claims -> {}), NONCE);
  }

  @Test
  void withoutKeysTheProviderIsAway() {
    server.stop(0);
    assertThatThrownBy(() -> tokens(Provider.GOOGLE).verify(signed(key, claims -> {}), NONCE))
        .isInstanceOfSatisfying(
            Problem.class, p -> assertThat(p.code()).isEqualTo(SocialProblem.PROVIDER_AWAY));
  }

  private record Wrong(String what, Consumer<JwtClaims> change) {
    @Override
    public String toString() {
      return what;
    }
  }

  private Optional<String> email(Provider provider, Map<String, Object> changes) {
    String token = signed(key, claims -> changes.forEach(claims::setClaim));
    return tokens(provider).verify(token, NONCE).email();
  }

  private void refused(String token) {
    assertThatThrownBy(() -> tokens(Provider.GOOGLE).verify(token, NONCE))
        .isInstanceOfSatisfying(
            Problem.class, p -> assertThat(p.code()).isEqualTo(SocialProblem.SOCIAL_LOGIN_FAILED));
  }

  private IdTokens tokens(Provider provider) {
    return tokens(provider, Duration.ZERO);
  }

  private IdTokens tokens(Provider provider, Duration floor) {
    var client =
        new Client(
            provider,
            Addresses.of(provider).at(base()),
            List.of("web", "app"),
            new ClientSecret.Shared("secret"),
            null);
    return new IdTokens(client, Clock.fixed(NOW, ZoneOffset.UTC), floor);
  }

  private URI base() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  private String signed(RsaJsonWebKey by, Consumer<JwtClaims> change) {
    try {
      return jws("RS256", by, by.getKeyId(), change);
    } catch (JoseException e) {
      throw new IllegalStateException(e);
    }
  }

  private String jws(String algorithm, RsaJsonWebKey by, String kid, Consumer<JwtClaims> change)
      throws JoseException {
    var jws = new JsonWebSignature();
    jws.setPayload(claims(change).toJson());
    jws.setAlgorithmConstraints(AlgorithmConstraints.NO_CONSTRAINTS);
    jws.setAlgorithmHeaderValue(algorithm);
    if (kid != null) {
      jws.setKeyIdHeaderValue(kid);
    }
    jws.setKey(by == null ? null : by.getPrivateKey());
    return jws.getCompactSerialization();
  }

  private JwtClaims claims(Consumer<JwtClaims> change) {
    var claims = new JwtClaims();
    claims.setIssuer(base().toString());
    claims.setAudience("web");
    claims.setSubject("10987654321");
    claims.setIssuedAt(at(0));
    claims.setExpirationTime(at(600));
    claims.setStringClaim("nonce", NONCE);
    claims.setStringClaim("email", "kim@gmail.com");
    claims.setClaim("email_verified", true);
    claims.setStringClaim("name", "김오점");
    change.accept(claims);
    return claims;
  }

  private static NumericDate at(int seconds) {
    return NumericDate.fromSeconds(NOW.plusSeconds(seconds).getEpochSecond());
  }

  private static RsaJsonWebKey rsa(String kid) throws JoseException {
    RsaJsonWebKey key = RsaJwkGenerator.generateJwk(2048);
    key.setKeyId(kid);
    return key;
  }
}
