package com.ojeomneo.platform.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.ojeomneo.platform.problem.CommonProblem;
import com.ojeomneo.platform.problem.Problem;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.lang.JoseException;
import org.jose4j.lang.UnresolvableKeyException;

/**
 * Issues and verifies access tokens: JWTs signed with ES256, {@code typ: at+jwt} (RFC 9068), 15
 * minutes. Verifying a signature costs some hundred microseconds, so a verified token is
 * remembered; whether it has expired or was revoked is asked each time.
 */
@Singleton
public class AccessTokens {
  public static final Duration LIFETIME = Duration.ofMinutes(15);
  private static final String TYPE = "at+jwt";

  /** Who acts for the subject (RFC 8693, 4.1). */
  private static final String ACTOR = "act";

  private static final int MAX_LENGTH = 4096;

  private final SigningKeys keys;
  private final Revocations revocations;
  private final Clock clock;
  private final String issuer;
  private final String audience;
  private final JwtConsumer consumer;
  private final Cache<String, AccessToken> verified =
      Caffeine.newBuilder().maximumSize(20_000).expireAfterWrite(LIFETIME).build();

  AccessTokens(
      SigningKeys keys,
      Revocations revocations,
      Clock clock,
      @ConfigProperty(name = "ojeomneo.jwt.issuer") String issuer,
      @ConfigProperty(name = "ojeomneo.jwt.audience") String audience) {
    this.keys = keys;
    this.revocations = revocations;
    this.clock = clock;
    this.issuer = issuer;
    this.audience = audience;
    this.consumer =
        new JwtConsumerBuilder()
            .setExpectedType(true, TYPE)
            .setExpectedIssuer(issuer)
            .setExpectedAudience(audience)
            .setRequireSubject()
            .setRequireJwtId()
            .setRequireExpirationTime()
            // Expiry is compared with our own clock below, on every use.
            .setEvaluationTime(NumericDate.fromSeconds(0))
            .setJwsAlgorithmConstraints(
                AlgorithmConstraints.ConstraintType.PERMIT,
                AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256)
            .setVerificationKeyResolver(
                (jws, nesting) -> {
                  EllipticCurveJsonWebKey key = keys.byId(jws.getKeyIdHeaderValue());
                  if (key == null) {
                    throw new UnresolvableKeyException("unknown kid");
                  }
                  return key.getPublicKey();
                })
            .build();
  }

  /** A signed token for this log-in. */
  public String issue(AccessToken token) {
    var claims = new JwtClaims();
    claims.setIssuer(issuer);
    claims.setAudience(audience);
    claims.setSubject(token.userId().toString());
    claims.setJwtId(token.jti().toString());
    claims.setStringClaim("sid", token.sid().toString());
    if (token.viewer() != null) {
      claims.setClaim(ACTOR, Map.of("sub", token.viewer().toString()));
    }
    claims.setIssuedAt(NumericDate.fromSeconds(token.expiresAt().minus(LIFETIME).getEpochSecond()));
    claims.setExpirationTime(NumericDate.fromSeconds(token.expiresAt().getEpochSecond()));
    var jws = new JsonWebSignature();
    jws.setPayload(claims.toJson());
    jws.setKey(keys.signing().getPrivateKey());
    jws.setKeyIdHeaderValue(keys.signing().getKeyId());
    jws.setAlgorithmHeaderValue(AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256);
    jws.setHeader("typ", TYPE);
    try {
      return jws.getCompactSerialization();
    } catch (JoseException e) {
      throw new IllegalStateException("cannot sign an access token", e);
    }
  }

  /**
   * @throws Problem 401 {@code TOKEN_INVALID}, {@code TOKEN_EXPIRED} or {@code TOKEN_REVOKED}
   */
  public AccessToken verify(String token) {
    requireShort(token);
    AccessToken known = verified.getIfPresent(token);
    if (known == null) {
      known = verifySignature(token);
      verified.put(token, known);
    }
    requireLive(known);
    return known;
  }

  /** {@link #verify}, for whoever cannot wait: empty when there is a signature to verify. */
  Optional<AccessToken> recall(String token) {
    requireShort(token);
    Optional<AccessToken> known = Optional.ofNullable(verified.getIfPresent(token));
    known.ifPresent(this::requireLive);
    return known;
  }

  /**
   * Asked again by whatever outlives a request, such as a stream.
   *
   * @throws Problem 401 {@code TOKEN_EXPIRED} or {@code TOKEN_REVOKED}
   */
  public void requireLive(AccessToken token) {
    if (!clock.instant().isBefore(token.expiresAt())) {
      throw Problem.of(CommonProblem.TOKEN_EXPIRED);
    }
    if (revocations.contains(token.jti())) {
      throw Problem.of(CommonProblem.TOKEN_REVOKED);
    }
  }

  private AccessToken verifySignature(String token) {
    try {
      JwtClaims claims = consumer.processToClaims(token);
      return new AccessToken(
          UUID.fromString(claims.getSubject()),
          UUID.fromString(claims.getStringClaimValue("sid")),
          UUID.fromString(claims.getJwtId()),
          Instant.ofEpochSecond(claims.getExpirationTime().getValue()),
          viewer(claims));
    } catch (InvalidJwtException
        | MalformedClaimException
        | IllegalArgumentException
        | ClassCastException
        | NullPointerException notOurs) {
      throw Problem.of(CommonProblem.TOKEN_INVALID);
    }
  }

  private static UUID viewer(JwtClaims claims) throws MalformedClaimException {
    return claims.hasClaim(ACTOR)
        ? UUID.fromString((String) claims.getClaimValue(ACTOR, Map.class).get("sub"))
        : null;
  }

  private static void requireShort(String token) {
    if (token.length() > MAX_LENGTH) {
      throw Problem.of(CommonProblem.TOKEN_INVALID);
    }
  }
}
