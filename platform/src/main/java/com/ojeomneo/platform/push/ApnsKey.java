package com.ojeomneo.platform.push;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.ECPrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.lang.JoseException;

/**
 * Who we are to Apple: a key for notifications of a team's apps.
 *
 * @param keyId ten letters and digits, beside the key in Apple's list
 * @param teamId ten letters and digits
 */
public record ApnsKey(String keyId, String teamId, ECPrivateKey key) {
  private static final String ID = "[A-Z0-9]{10}";

  /**
   * @param pem the content of the file {@code AuthKey_*.p8}
   * @throws IllegalArgumentException naming the setting that is wrong, never its value
   */
  public static ApnsKey of(String keyId, String teamId, String pem) {
    if (!keyId.matches(ID)) {
      throw new IllegalArgumentException("APNS_KEY_ID must be ten letters and digits");
    }
    if (!teamId.matches(ID)) {
      throw new IllegalArgumentException("APPLE_TEAM_ID must be ten letters and digits");
    }
    var key = new ApnsKey(keyId, teamId, privateKey(pem));
    try {
      key.token(Instant.EPOCH);
    } catch (IllegalStateException e) {
      throw wrongKey();
    }
    return key;
  }

  /** The provider token of Apple's "Establishing a token-based connection to APNs". */
  String token(Instant issuedAt) {
    var claims = new JwtClaims();
    claims.setIssuer(teamId);
    claims.setIssuedAt(NumericDate.fromSeconds(issuedAt.getEpochSecond()));
    var jws = new JsonWebSignature();
    jws.setAlgorithmHeaderValue(AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256);
    jws.setKeyIdHeaderValue(keyId);
    jws.setKey(key);
    jws.setPayload(claims.toJson());
    try {
      return jws.getCompactSerialization();
    } catch (JoseException e) {
      throw new IllegalStateException("the key does not sign", e);
    }
  }

  private static ECPrivateKey privateKey(String pem) {
    try {
      var key = new PKCS8EncodedKeySpec(Pem.bytes(pem));
      return (ECPrivateKey) KeyFactory.getInstance("EC").generatePrivate(key);
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw wrongKey();
    }
  }

  private static IllegalArgumentException wrongKey() {
    return new IllegalArgumentException(
        "APNS_PRIVATE_KEY must be the PEM of a PKCS #8 key of P-256 (AuthKey_*.p8)");
  }

  /** Without the private key. */
  @Override
  public String toString() {
    return "ApnsKey[" + keyId + "]";
  }
}
