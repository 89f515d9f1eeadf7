package com.ojeomneo.platform.push;

import java.net.URI;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.lang.JoseException;

/**
 * Who we are to push services (RFC 8292): a browser subscribes to messages of this key only.
 *
 * @param publicKey unpadded base64url of 65 bytes, as browsers take it
 * @param subject where a push service reaches us: {@code mailto:} or {@code https:}
 */
public record VapidKeys(String publicKey, ECPrivateKey privateKey, String subject) {
  /** A day at most, says the RFC; a clock that is a little off must not matter. */
  private static final Duration GOOD_FOR = Duration.ofHours(12);

  /**
   * @throws IllegalArgumentException naming the setting that is wrong, never its value
   */
  public static VapidKeys of(String publicKey, String privateKey, String subject) {
    ECPublicKey open;
    try {
      open = P256.publicKey(decoded(publicKey));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "VAPID_PUBLIC_KEY must be 65 bytes of base64url, a point of P-256");
    }
    byte[] secret;
    try {
      secret = decoded(privateKey);
    } catch (IllegalArgumentException e) {
      secret = new byte[0];
    }
    if (secret.length != P256.PRIVATE_BYTES) {
      throw new IllegalArgumentException("VAPID_PRIVATE_KEY must be 32 bytes of base64url");
    }
    if (!subject.matches("(mailto:[^@\\s]+@[^@\\s]+|https://\\S+)")) {
      throw new IllegalArgumentException("VAPID_SUBJECT must be a mailto: or https: address");
    }
    var keys = new VapidKeys(encoded(P256.bytes(open)), P256.privateKey(secret), subject);
    if (!keys.belongTogether(open)) {
      throw new IllegalArgumentException("VAPID_PRIVATE_KEY must be that of VAPID_PUBLIC_KEY");
    }
    return keys;
  }

  /** What goes into {@code Authorization}. */
  String authorization(URI endpoint, Clock clock) {
    var claims = new JwtClaims();
    claims.setAudience(origin(endpoint));
    claims.setSubject(subject);
    claims.setExpirationTime(
        NumericDate.fromSeconds(clock.instant().plus(GOOD_FOR).getEpochSecond()));
    return "vapid t=%s, k=%s".formatted(signed(claims.toJson()), publicKey);
  }

  private String signed(String payload) {
    var jws = new JsonWebSignature();
    jws.setAlgorithmHeaderValue(AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256);
    jws.setHeader("typ", "JWT");
    jws.setKey(privateKey);
    jws.setPayload(payload);
    try {
      return jws.getCompactSerialization();
    } catch (JoseException e) {
      throw new IllegalStateException("the VAPID key does not sign", e);
    }
  }

  private boolean belongTogether(ECPublicKey open) {
    try {
      var jws = new JsonWebSignature();
      jws.setCompactSerialization(signed("{}"));
      jws.setKey(open);
      return jws.verifySignature();
    } catch (JoseException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String origin(URI endpoint) {
    return endpoint.getScheme() + "://" + endpoint.getRawAuthority();
  }

  private static byte[] decoded(String text) {
    return Base64.getUrlDecoder().decode(text.strip());
  }

  private static String encoded(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** Without the private key. */
  @Override
  public String toString() {
    return "VapidKeys[" + publicKey + "]";
  }
}
