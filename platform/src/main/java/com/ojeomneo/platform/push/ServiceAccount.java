package com.ojeomneo.platform.push;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.RSAPrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.lang.JoseException;

/**
 * Who we are to Google: the key file of a service account that may send the project's messages.
 *
 * @param tokenUri where its assertions are exchanged for access tokens, and whom they are for
 */
public record ServiceAccount(
    String projectId, String clientEmail, String keyId, RSAPrivateKey key, URI tokenUri) {
  private static final String SCOPE = "https://www.googleapis.com/auth/firebase.messaging";

  /** An hour at most, says Google; it is used at once. */
  private static final Duration GOOD_FOR = Duration.ofMinutes(5);

  /**
   * @param json the content of the file that Firebase gives out
   * @throws IllegalArgumentException naming the setting, never its value
   */
  public static ServiceAccount of(String json) {
    try {
      JsonNode file = new ObjectMapper().readTree(json);
      var tokenUri = URI.create(file.path("token_uri").textValue());
      if (!"service_account".equals(file.path("type").textValue())
          || !file.path("project_id").asText().matches("[a-z0-9-]+")
          || file.path("client_email").asText().isEmpty()
          || tokenUri.getHost() == null
          || !List.of("http", "https").contains(tokenUri.getScheme())) {
        throw new IllegalArgumentException("incomplete");
      }
      var key = new PKCS8EncodedKeySpec(Pem.bytes(file.path("private_key").textValue()));
      return new ServiceAccount(
          file.path("project_id").asText(),
          file.path("client_email").asText(),
          file.path("private_key_id").asText(),
          (RSAPrivateKey) KeyFactory.getInstance("RSA").generatePrivate(key),
          tokenUri);
    } catch (JsonProcessingException | GeneralSecurityException | RuntimeException e) {
      // Without the cause, which may quote the key.
      throw new IllegalArgumentException(
          "FCM_SERVICE_ACCOUNT must be the JSON of a service account's key");
    }
  }

  /** RFC 7523: what is exchanged for an access token. */
  String assertion(Instant now) {
    var claims = new JwtClaims();
    claims.setIssuer(clientEmail);
    claims.setAudience(tokenUri.toString());
    claims.setClaim("scope", SCOPE);
    claims.setIssuedAt(NumericDate.fromSeconds(now.getEpochSecond()));
    claims.setExpirationTime(NumericDate.fromSeconds(now.plus(GOOD_FOR).getEpochSecond()));
    var jws = new JsonWebSignature();
    jws.setAlgorithmHeaderValue(AlgorithmIdentifiers.RSA_USING_SHA256);
    jws.setHeader("typ", "JWT");
    jws.setKeyIdHeaderValue(keyId);
    jws.setKey(key);
    jws.setPayload(claims.toJson());
    try {
      return jws.getCompactSerialization();
    } catch (JoseException e) {
      throw new IllegalStateException("the service account's key does not sign", e);
    }
  }

  /** Without the key. */
  @Override
  public String toString() {
    return "ServiceAccount[" + projectId + "]";
  }
}
