package com.ojeomneo.bench.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.function.Consumer;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Tokens that are none. */
@ExtendWith(Hostility.Given.class)
class HostileTokensTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Hostility server;

  HostileTokensTest(Hostility server) {
    this.server = server;
  }

  @Test
  void aSignedTokenIsWhatTheseTricksBeginWith() throws Exception {
    assertThat(server.me(signed(stackKey(), token -> {}, header -> {})).status()).isEqualTo(200);
  }

  @Test
  void aTokenThatNobodySignedIsRefused() throws Exception {
    String[] parts = server.customer().token().split("\\.");
    for (String algorithm : List.of("none", "None", "NONE", "nOnE", "")) {
      String header =
          base64(
              "{\"alg\":\"%s\",\"typ\":\"at+jwt\",\"kid\":\"%s\"}"
                  .formatted(algorithm, stackKey().getKeyId()));
      assertRefused(header + "." + parts[1] + ".");
      assertRefused(header + "." + parts[1] + "." + parts[2]);
    }
  }

  @Test
  void aTokenSignedWithThePublishedKeyAsASecretIsRefused() throws Exception {
    var mac = javax.crypto.Mac.getInstance("HmacSHA256");
    mac.init(
        new javax.crypto.spec.SecretKeySpec(stackKey().getPublicKey().getEncoded(), "HmacSHA256"));
    String header =
        base64(
            "{\"alg\":\"HS256\",\"typ\":\"at+jwt\",\"kid\":\"%s\"}"
                .formatted(stackKey().getKeyId()));
    String content = header + "." + server.customer().token().split("\\.")[1];
    byte[] signature = mac.doFinal(content.getBytes(StandardCharsets.US_ASCII));
    assertRefused(
        content + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(signature));
  }

  @Test
  void aTokenOfAnotherKeyIsRefusedWhateverItCallsIt() throws Exception {
    EllipticCurveJsonWebKey other = EcJwkGenerator.generateJwk(EllipticCurves.P256);
    other.setKeyId("other");
    assertRefused(signed(other, token -> {}, header -> {}));
    other.setKeyId(stackKey().getKeyId());
    assertRefused(signed(other, token -> {}, header -> {}));
    String embedded = other.toJson();
    assertRefused(
        signed(
            other,
            token -> {},
            jws -> jws.setHeader("jwk", JSON.convertValue(read(embedded), java.util.Map.class))));
    assertRefused(
        signed(stackKey(), token -> {}, jws -> jws.setKeyIdHeaderValue("../../dev/null")));
    assertRefused(signed(stackKey(), token -> {}, jws -> jws.setKeyIdHeaderValue("' OR '1'='1")));
  }

  @Test
  void aTokenOfAnotherIssuerOrForAnotherAudienceIsRefused() throws Exception {
    assertRefused(
        signed(stackKey(), token -> token.put("iss", "https://evil.example"), header -> {}));
    assertRefused(signed(stackKey(), token -> token.put("aud", "ojeomneo-admin"), header -> {}));
    assertRefused(signed(stackKey(), token -> {}, jws -> jws.setHeader("typ", "JWT")));
    assertRefused(signed(stackKey(), token -> token.remove("exp"), header -> {}));
  }

  @Test
  void anExpiredTokenIsRefused() throws Exception {
    long past = Instant.now().minusSeconds(1).getEpochSecond();
    String expired =
        signed(stackKey(), token -> token.put("iat", past - 900).put("exp", past), header -> {});
    assertThat(server.me(expired).text()).contains("TOKEN_EXPIRED");
  }

  @Test
  void aTokenInWhichAnythingWasChangedIsRefused() throws Exception {
    String[] parts = server.customer().token().split("\\.");
    ObjectNode claims =
        (ObjectNode)
            read(new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8));
    claims.put("sub", server.world().victim().id());
    assertRefused(parts[0] + "." + base64(claims.toString()) + "." + parts[2]);
    char last = parts[2].charAt(10);
    assertRefused(
        parts[0]
            + "."
            + parts[1]
            + "."
            + parts[2].substring(0, 10)
            + (last == 'A' ? 'B' : 'A')
            + parts[2].substring(11));
    // r = s = 0 verifies everything where nobody looks (CVE-2022-21449).
    assertRefused(
        parts[0]
            + "."
            + parts[1]
            + "."
            + Base64.getUrlEncoder().withoutPadding().encodeToString(new byte[64]));
  }

  @Test
  void aRefreshTokenIsNoAccessToken() throws Exception {
    assertRefused(server.customer().refreshToken());
  }

  @Test
  void anAccessTokenIsNoRefreshToken() throws Exception {
    Answer answer =
        server.send(
            Shots.post(
                "/ojeomneo/v1/auth/refresh",
                "{\"refreshToken\":\"%s\"}".formatted(server.customer().token())));
    assertThat(answer.status()).isEqualTo(401);
  }

  @Test
  void twoTokensAreNone() throws Exception {
    String good = "Authorization: Bearer " + server.customer().token();
    assertThat(server.get(Hostility.ME, good, good).status()).isEqualTo(401);
  }

  private String signed(
      EllipticCurveJsonWebKey key, Consumer<ObjectNode> claims, Consumer<JsonWebSignature> header)
      throws Exception {
    String payload =
        new String(
            Base64.getUrlDecoder().decode(server.customer().token().split("\\.")[1]),
            StandardCharsets.UTF_8);
    ObjectNode changed = (ObjectNode) JSON.readTree(payload);
    claims.accept(changed);
    var jws = new JsonWebSignature();
    jws.setPayload(changed.toString());
    jws.setKey(key.getPrivateKey());
    jws.setKeyIdHeaderValue(key.getKeyId());
    jws.setAlgorithmHeaderValue("ES256");
    jws.setHeader("typ", "at+jwt");
    header.accept(jws);
    return jws.getCompactSerialization();
  }

  /** The very key of the Server. */
  private EllipticCurveJsonWebKey stackKey() throws IOException, JoseException {
    Path secrets = server.stack().stack().folder().resolve("secrets.json");
    String keys = JSON.readTree(Files.readAllBytes(secrets)).path("jwt.private-keys").asText();
    return (EllipticCurveJsonWebKey) new JsonWebKeySet(keys).getJsonWebKeys().getFirst();
  }

  private static JsonNode read(String json) {
    try {
      return JSON.readTree(json);
    } catch (IOException e) {
      throw new AssertionError(json, e);
    }
  }

  private void assertRefused(String token) throws IOException {
    Answer answer = server.me(token);
    assertThat(answer.status()).as(token).isEqualTo(401);
    assertThat(answer.text()).contains("TOKEN_INVALID");
  }

  private static String base64(String text) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
