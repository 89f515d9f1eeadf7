package com.ojeomneo.sandbox;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.ojeomneo.sandbox.SandboxSettings.SocialKeys;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.lang.JoseException;

/**
 * A provider of log-ins: codes that are good once and for ten minutes (RFC 6749, 4.1; RFC 7636),
 * id_tokens signed with RS256, and what ends a link. Its key and all that it gave out are of this
 * process.
 */
final class Issuer {
  private static final Duration CODE_LIFETIME = Duration.ofMinutes(10);
  private static final Duration TOKEN_LIFETIME = Duration.ofHours(1);
  private static final SecureRandom RANDOM = new SecureRandom();

  private final SocialProvider provider;
  private final SocialKeys keys;
  private final SocialLinks links;
  private final Clock clock;
  private final RsaJsonWebKey signing;
  private final Map<String, Issued> codes = new ConcurrentHashMap<>();
  private final Map<String, String> refreshTokens = new ConcurrentHashMap<>();

  /** Who logs in; the same address is the same person. */
  record Person(String email, String name, boolean verified) {}

  private record Issued(SocialRequest request, Person person, Instant until) {}

  /** An error as RFC 6749, 5.2 says it. */
  @SuppressWarnings("serial")
  private static final class Wrong extends Exception {
    Wrong(String error) {
      super(error, null, false, false);
    }
  }

  Issuer(SocialProvider provider, SocialKeys keys, SocialLinks links, Clock clock) {
    this.provider = provider;
    this.keys = keys;
    this.links = links;
    this.clock = clock;
    try {
      this.signing = RsaJwkGenerator.generateJwk(2048);
    } catch (JoseException e) {
      throw new IllegalStateException("this JDK makes no RSA key", e);
    }
    signing.setKeyId(UUID.randomUUID().toString());
    signing.setUse("sig");
    signing.setAlgorithm(AlgorithmIdentifiers.RSA_USING_SHA256);
  }

  String code(SocialRequest request, Person person) {
    String code = random();
    codes.values().removeIf(issued -> issued.until().isBefore(clock.instant()));
    codes.put(code, new Issued(request, person, clock.instant().plus(CODE_LIFETIME)));
    return code;
  }

  void keys(Call call) throws IOException {
    String json = new JsonWebKeySet(signing).toJson(JsonWebKey.OutputControlLevel.PUBLIC_ONLY);
    call.header("Cache-Control", "public, max-age=3600");
    call.reply(200, "application/json", json);
  }

  void exchange(Call call) throws IOException {
    Map<String, String> form = call.form();
    try {
      requireClient(form, issuer(call));
      Issued issued = spend(form);
      var body = JsonNodeFactory.instance.objectNode();
      body.put("token_type", "Bearer").put("access_token", random()).put("expires_in", 3600);
      body.put("id_token", idToken(issued, issuer(call)));
      if (provider != SocialProvider.GOOGLE) {
        String refreshToken = random();
        refreshTokens.put(refreshToken, subject(issued.person()));
        body.put("refresh_token", refreshToken);
      }
      links.link(provider, subject(issued.person()));
      call.reply(Answer.ok(body));
    } catch (Wrong wrong) {
      refuse(call, wrong);
    }
  }

  /** Kakao unlinks whom its admin key names, Apple whose token is revoked. */
  void forget(Call call) throws IOException {
    Map<String, String> form = call.form();
    try {
      if (provider == SocialProvider.APPLE) {
        requireClient(form, issuer(call));
        String subject = refreshTokens.remove(form.getOrDefault("token", ""));
        if (subject != null) {
          links.unlink(provider, subject);
        }
        call.reply(200);
        return;
      }
      if (!("KakaoAK " + keys.secret()).equals(call.header("Authorization").orElse(""))) {
        throw new Wrong("invalid_client");
      }
      String subject = form.getOrDefault("target_id", "");
      var body = JsonNodeFactory.instance.objectNode();
      call.reply(
          links.unlink(provider, subject)
              ? Answer.ok(body.put("id", subject))
              : new Answer(
                  400, body.put("msg", "NotRegisteredUserException").put("code", -101).toString()));
    } catch (Wrong wrong) {
      refuse(call, wrong);
    }
  }

  private Issued spend(Map<String, String> form) throws Wrong {
    Issued issued = codes.remove(form.getOrDefault("code", ""));
    if (!form.getOrDefault("grant_type", "").equals("authorization_code")
        || issued == null
        || issued.until().isBefore(clock.instant())
        || !issued.request().clientId().equals(form.get("client_id"))
        || !issued.request().redirectUri().toString().equals(form.get("redirect_uri"))
        || !isProven(issued.request().challenge(), form.getOrDefault("code_verifier", ""))) {
      throw new Wrong("invalid_grant");
    }
    return issued;
  }

  private static boolean isProven(String challenge, String verifier) {
    return challenge.isEmpty() || challenge.equals(base64(sha256(verifier)));
  }

  private void requireClient(Map<String, String> form, String issuer) throws Wrong {
    String secret = form.getOrDefault("client_secret", "");
    boolean known =
        provider == SocialProvider.APPLE
            ? isSignedFor(form.getOrDefault("client_id", ""), secret, issuer)
            : keys.secret().equals(secret);
    if (!known) {
      throw new Wrong("invalid_client");
    }
  }

  private boolean isSignedFor(String clientId, String secret, String issuer) {
    try {
      new JwtConsumerBuilder()
          .setVerificationKey(keys.apple())
          .setExpectedSubject(clientId)
          .setExpectedAudience(issuer)
          .setRequireIssuedAt()
          .setRequireExpirationTime()
          .setEvaluationTime(NumericDate.fromMilliseconds(clock.millis()))
          .build()
          .processToClaims(secret);
      return true;
    } catch (InvalidJwtException wrong) {
      return false;
    }
  }

  private String idToken(Issued issued, String issuer) {
    Person person = issued.person();
    var claims = new JwtClaims();
    claims.setIssuer(issuer);
    claims.setAudience(issued.request().clientId());
    claims.setSubject(subject(person));
    claims.setIssuedAt(NumericDate.fromMilliseconds(clock.millis()));
    claims.setExpirationTime(
        NumericDate.fromMilliseconds(clock.instant().plus(TOKEN_LIFETIME).toEpochMilli()));
    claims.setStringClaim("nonce", issued.request().nonce());
    claims.setStringClaim("email", person.email());
    switch (provider) {
      case KAKAO -> claims.setStringClaim("nickname", person.name());
      case GOOGLE -> {
        claims.setClaim("email_verified", person.verified());
        claims.setStringClaim("name", person.name());
        claims.setStringClaim("azp", issued.request().clientId());
        claims.setStringClaim("hd", person.email().substring(person.email().indexOf('@') + 1));
      }
      case APPLE -> claims.setStringClaim("email_verified", String.valueOf(person.verified()));
    }
    var jws = new JsonWebSignature();
    jws.setPayload(claims.toJson());
    jws.setKey(signing.getPrivateKey());
    jws.setKeyIdHeaderValue(signing.getKeyId());
    jws.setAlgorithmHeaderValue(AlgorithmIdentifiers.RSA_USING_SHA256);
    try {
      return jws.getCompactSerialization();
    } catch (JoseException e) {
      throw new IllegalStateException("cannot sign an id_token", e);
    }
  }

  /** By whatever name we are called. */
  private String issuer(Call call) {
    return "http://" + call.header("Host").orElse("localhost") + "/" + provider.path;
  }

  private static void refuse(Call call, Wrong wrong) throws IOException {
    var body = JsonNodeFactory.instance.objectNode().put("error", wrong.getMessage());
    call.reply(
        new Answer(wrong.getMessage().equals("invalid_client") ? 401 : 400, body.toString()));
  }

  /** Digits, as Kakao's are. */
  private static String subject(Person person) {
    return new BigInteger(1, sha256(person.email())).toString().substring(0, 10);
  }

  private static String random() {
    byte[] bytes = new byte[32];
    RANDOM.nextBytes(bytes);
    return base64(bytes);
  }

  private static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
