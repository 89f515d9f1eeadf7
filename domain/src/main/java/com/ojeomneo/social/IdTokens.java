package com.ojeomneo.social;

import com.ojeomneo.platform.problem.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jwk.HttpsJwks;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.ErrorCodeValidator.Error;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.resolvers.HttpsJwksVerificationKeyResolver;
import org.jose4j.lang.UnresolvableKeyException;

/**
 * Reads what a provider signed (OpenID Connect Core 1.0, 3.1.3.7): RS256 by a key that its address
 * has today, made by it, for us, not over, and for the log-in that began with our nonce.
 *
 * <p>Keys are kept. A key that is not known is asked for, but not more often than each half minute:
 * tokens that name keys at random fetch nothing.
 */
final class IdTokens {
  private static final Logger LOG = Logger.getLogger(IdTokens.class);
  private static final Duration KEPT = Duration.ofHours(1);
  private static final Duration KEPT_WHILE_AWAY = Duration.ofHours(12);

  /** Clocks of two companies. */
  private static final int SKEW_SECONDS = 30;

  private static final int OLDEST_SECONDS = 24 * 60 * 60;
  private static final int LONGEST_TOKEN = 8192;
  private static final int LONGEST_SUBJECT = 255;

  private final Client client;
  private final Clock clock;
  private final HttpsJwksVerificationKeyResolver keys;

  /**
   * @param floor how long an unknown key is not asked for again
   */
  IdTokens(Client client, Clock clock, Duration floor) {
    this.client = client;
    this.clock = clock;
    var source = new HttpsJwks(client.addresses().keys().toString());
    source.setSimpleHttpGet(new KeyFetch());
    source.setDefaultCacheDuration(KEPT.toSeconds());
    source.setRetainCacheOnErrorDuration(KEPT_WHILE_AWAY.toSeconds());
    source.setRefreshReprieveThreshold(floor.toMillis());
    this.keys = new HttpsJwksVerificationKeyResolver(source);
  }

  /**
   * @throws Problem 401 {@code SOCIAL_LOGIN_FAILED}, 503 {@code PROVIDER_AWAY} when its keys cannot
   *     be had
   */
  Person verify(String idToken, String nonce) {
    if (idToken.length() > LONGEST_TOKEN) {
      throw refused("too long");
    }
    try {
      return person(claims(idToken), nonce);
    } catch (InvalidJwtException notVouched) {
      if (isAway(notVouched)) {
        LOG.warnf("The keys of %s cannot be had", client.provider());
        throw Problem.of(SocialProblem.PROVIDER_AWAY);
      }
      throw refused(reasons(notVouched));
    } catch (MalformedClaimException wrongType) {
      throw refused("a claim of a wrong type");
    }
  }

  private JwtClaims claims(String idToken) throws InvalidJwtException {
    return new JwtConsumerBuilder()
        .setJwsAlgorithmConstraints(ConstraintType.PERMIT, AlgorithmIdentifiers.RSA_USING_SHA256)
        .setVerificationKeyResolver((jws, nesting) -> key(jws))
        .setExpectedIssuers(true, client.addresses().issuers().toArray(String[]::new))
        .setExpectedAudience(true, client.ids().toArray(String[]::new))
        .setRequireSubject()
        .setRequireExpirationTime()
        .setRequireIssuedAt()
        .setIssuedAtRestrictions(0, OLDEST_SECONDS)
        .setAllowedClockSkewInSeconds(SKEW_SECONDS)
        .setEvaluationTime(NumericDate.fromMilliseconds(clock.millis()))
        .build()
        .processToClaims(idToken);
  }

  private Key key(JsonWebSignature jws) throws UnresolvableKeyException {
    if (jws.getKeyIdHeaderValue() == null) {
      throw new UnresolvableKeyException("no kid");
    }
    return keys.resolveKey(jws, List.of());
  }

  private Person person(JwtClaims claims, String nonce) throws MalformedClaimException {
    String said = claims.getStringClaimValue("nonce");
    if (said == null || !isOurs(said, nonce)) {
      throw refused("another nonce");
    }
    String party = claims.getStringClaimValue("azp");
    if (party == null ? claims.getAudience().size() > 1 : !client.ids().contains(party)) {
      throw refused("made for another party");
    }
    if (claims.getSubject().isEmpty() || claims.getSubject().length() > LONGEST_SUBJECT) {
      throw refused("no subject");
    }
    return new Person(
        client.provider(),
        claims.getSubject(),
        party == null ? claims.getAudience().getFirst() : party,
        email(claims),
        Optional.ofNullable(
            claims.getStringClaimValue(client.provider() == Provider.KAKAO ? "nickname" : "name")));
  }

  /** Apple's apps give the provider a hash of it. */
  private boolean isOurs(String said, String nonce) {
    return isSame(said, nonce)
        || (client.provider() == Provider.APPLE && isSame(said, sha256(nonce)));
  }

  private static boolean isSame(String one, String other) {
    return MessageDigest.isEqual(
        one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Kakao's token does not say whether its address was ever proven. Google answers only for its own
   * addresses and those of an organisation that it serves; others were once proven, and may be
   * somebody else's since (developers.google.com/identity/gsi/web/guides/verify-google-id-token).
   */
  private Optional<String> email(JwtClaims claims) throws MalformedClaimException {
    String email = claims.getStringClaimValue("email");
    // Apple: "may be a string or a boolean".
    boolean verified = "true".equals(String.valueOf(claims.getClaimValue("email_verified")));
    if (email == null || !verified) {
      return Optional.empty();
    }
    boolean answeredFor =
        switch (client.provider()) {
          case KAKAO -> false;
          case APPLE -> true;
          case GOOGLE ->
              email.toLowerCase(Locale.ROOT).endsWith("@gmail.com") || claims.hasClaim("hd");
        };
    return answeredFor ? Optional.of(email) : Optional.empty();
  }

  private Problem refused(String why) {
    LOG.infof("Nobody vouches: %s, %s", client.provider(), why);
    return Problem.of(SocialProblem.SOCIAL_LOGIN_FAILED);
  }

  /** By number: the texts quote the token. */
  private static String reasons(InvalidJwtException refusal) {
    return "reasons " + refusal.getErrorDetails().stream().map(Error::getErrorCode).toList();
  }

  private static boolean isAway(Throwable thrown) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof IOException) {
        return true;
      }
    }
    return false;
  }

  private static String sha256(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
