package com.ojeomneo.social;

import static com.ojeomneo.social.Issuer.ANOTHER;
import static com.ojeomneo.social.Issuer.KEY;
import static com.ojeomneo.social.Issuer.NONCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ojeomneo.platform.problem.Problem;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.keys.HmacKey;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Against an issuer with real RS256 keys. */
class IdTokensTest {
  private final Issuer issuer = Issuer.start();

  @AfterEach
  void stop() {
    issuer.stop();
  }

  @Test
  void whoIsVouchedForIsKnownByTheirSubject() {
    Person person = issuer.tokens(Provider.GOOGLE).verify(issuer.signed(KEY, claims -> {}), NONCE);
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
        new Wrong("over", claims -> claims.setExpirationTime(Issuer.at(-31))),
        new Wrong("never over", claims -> claims.unsetClaim("exp")),
        new Wrong("made tomorrow", claims -> claims.setIssuedAt(Issuer.at(31))),
        new Wrong("made the day before", claims -> claims.setIssuedAt(Issuer.at(-24 * 3600 - 61))),
        new Wrong("never made", claims -> claims.unsetClaim("iat")),
        new Wrong("not begun", claims -> claims.setNotBefore(Issuer.at(31))),
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
    refused(issuer.signed(KEY, wrong.change));
  }

  @Test
  void aHashedNonceIsApples() throws Exception {
    byte[] hash = MessageDigest.getInstance("SHA-256").digest(NONCE.getBytes());
    String token =
        issuer.signed(
            KEY, claims -> claims.setStringClaim("nonce", HexFormat.of().formatHex(hash)));
    assertThat(issuer.tokens(Provider.APPLE).verify(token, NONCE).subject())
        .isEqualTo("10987654321");
    refused(token);
  }

  @Test
  void onlyTheIssuersKeysCount() {
    RsaJsonWebKey forged = Issuer.key("one");
    refused(issuer.signed(forged, claims -> {}));
    refused(issuer.signed(ANOTHER, claims -> {}));
    RsaJsonWebKey nameless = Issuer.key(null);
    issuer.publishes(nameless);
    refused(issuer.signed(nameless, claims -> {}));
  }

  @Test
  void onlyRs256Counts() throws JoseException {
    refused(issuer.jws("none", null, "one", claims -> {}));
    refused(issuer.jws("RS512", KEY, "one", claims -> {}));
    refused(issuer.jws("PS256", KEY, "one", claims -> {}));
    byte[] publicKey = KEY.getKey().getEncoded();
    var jws = new JsonWebSignature();
    jws.setPayload(issuer.claims(c -> {}).toJson());
    jws.setKey(new HmacKey(publicKey));
    jws.setKeyIdHeaderValue("one");
    jws.setAlgorithmHeaderValue("HS256");
    refused(jws.getCompactSerialization());
    var curve = EcJwkGenerator.generateJwk(EllipticCurves.P256);
    curve.setKeyId("curve");
    issuer.publishes(curve);
    var other = new JsonWebSignature();
    other.setPayload(issuer.claims(c -> {}).toJson());
    other.setKey(curve.getPrivateKey());
    other.setKeyIdHeaderValue("curve");
    other.setAlgorithmHeaderValue("ES256");
    refused(other.getCompactSerialization());
  }

  @Test
  void aChangedTokenIsRefused() {
    String[] parts = issuer.signed(KEY, claims -> {}).split("\\.");
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

  private record Wrong(String what, Consumer<JwtClaims> change) {
    @Override
    public String toString() {
      return what;
    }
  }

  private Optional<String> email(Provider provider, Map<String, Object> changes) {
    String token = issuer.signed(KEY, claims -> changes.forEach(claims::setClaim));
    return issuer.tokens(provider).verify(token, NONCE).email();
  }

  private void refused(String token) {
    assertThatThrownBy(() -> issuer.tokens(Provider.GOOGLE).verify(token, NONCE))
        .isInstanceOfSatisfying(
            Problem.class, p -> assertThat(p.code()).isEqualTo(SocialProblem.SOCIAL_LOGIN_FAILED));
  }
}
