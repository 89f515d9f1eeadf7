package com.ojeomneo.social;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.lang.JoseException;

/** What proves to a provider that it is us who exchanges a code. */
public sealed interface ClientSecret {
  /** For the client with this id, at this moment; null when the provider asks for none. */
  String of(String clientId, Instant now);

  /**
   * @param value null where none is needed
   */
  record Shared(String value) implements ClientSecret {
    @Override
    public String of(String clientId, Instant now) {
      return value;
    }

    @Override
    public String toString() {
      return "Shared";
    }
  }

  /**
   * Apple's: a JWT that we sign (developer.apple.com, "Creating a client secret").
   *
   * @param audience {@code https://appleid.apple.com}
   */
  record Signed(String teamId, String keyId, PrivateKey key, String audience)
      implements ClientSecret {
    private static final Duration LIFETIME = Duration.ofMinutes(5);

    /**
     * @param pem PKCS #8, as Apple gives it out
     * @throws IllegalArgumentException which does not quote it
     */
    public static Signed of(String teamId, String keyId, String pem, String audience) {
      try {
        String base64 = pem.replaceAll("-----[A-Z ]+-----|\\s|\\\\n", "");
        var encoded = new PKCS8EncodedKeySpec(Base64.getDecoder().decode(base64));
        PrivateKey key = KeyFactory.getInstance("EC").generatePrivate(encoded);
        return new Signed(teamId, keyId, key, audience);
      } catch (GeneralSecurityException | IllegalArgumentException malformed) {
        throw new IllegalArgumentException("must be a private key of EC P-256 in PEM (PKCS #8)");
      }
    }

    @Override
    public String of(String clientId, Instant now) {
      var claims = new JwtClaims();
      claims.setIssuer(teamId);
      claims.setSubject(clientId);
      claims.setAudience(audience);
      claims.setIssuedAt(NumericDate.fromSeconds(now.getEpochSecond()));
      claims.setExpirationTime(NumericDate.fromSeconds(now.plus(LIFETIME).getEpochSecond()));
      var jws = new JsonWebSignature();
      jws.setPayload(claims.toJson());
      jws.setKey(key);
      jws.setKeyIdHeaderValue(keyId);
      jws.setAlgorithmHeaderValue(AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256);
      try {
        return jws.getCompactSerialization();
      } catch (JoseException e) {
        throw new IllegalStateException("cannot sign Apple's client secret", e);
      }
    }

    @Override
    public String toString() {
      return "Signed";
    }
  }
}
