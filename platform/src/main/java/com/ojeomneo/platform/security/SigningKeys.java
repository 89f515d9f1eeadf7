package com.ojeomneo.platform.security;

import jakarta.inject.Singleton;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.lang.JoseException;

/**
 * The keys of {@code JWT_PRIVATE_KEYS}: a JWK Set (RFC 7517) of EC P-256 private keys with a {@code
 * kid}. The first signs, all verify: a new key is put in front and the old one stays until its last
 * token has expired.
 */
@Singleton
public class SigningKeys {
  private final List<EllipticCurveJsonWebKey> keys;

  SigningKeys(@ConfigProperty(name = "ojeomneo.jwt.private-keys") String jwks) {
    this.keys = parse(jwks);
  }

  EllipticCurveJsonWebKey signing() {
    return keys.getFirst();
  }

  /** The key with this id, or null. */
  EllipticCurveJsonWebKey byId(String kid) {
    return keys.stream().filter(k -> k.getKeyId().equals(kid)).findFirst().orElse(null);
  }

  /** What verifies our tokens: a JWK Set without anything private. */
  public String published() {
    return new JsonWebKeySet(keys).toJson(JsonWebKey.OutputControlLevel.PUBLIC_ONLY);
  }

  /**
   * @throws IllegalArgumentException naming the variable, never quoting its value
   */
  public static List<EllipticCurveJsonWebKey> parse(String jwks) {
    List<EllipticCurveJsonWebKey> keys;
    try {
      keys =
          new JsonWebKeySet(jwks)
              .getJsonWebKeys().stream()
                  .filter(EllipticCurveJsonWebKey.class::isInstance)
                  .map(EllipticCurveJsonWebKey.class::cast)
                  .filter(k -> k.getKeyId() != null && k.getPrivateKey() != null)
                  .filter(k -> "P-256".equals(k.getCurveName()))
                  .toList();
    } catch (JoseException | RuntimeException e) {
      keys = List.of();
    }
    if (keys.isEmpty()) {
      throw new IllegalArgumentException(
          "JWT_PRIVATE_KEYS must be a JWK Set with at least one EC P-256 private key that has a kid");
    }
    return keys;
  }
}
