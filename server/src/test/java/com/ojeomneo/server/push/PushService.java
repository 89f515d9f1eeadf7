package com.ojeomneo.server.push;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.ojeomneo.platform.push.P256;
import com.ojeomneo.server.TestStack;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Cipher;
import javax.crypto.KeyAgreement;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;

/**
 * A browser and its push service: takes messages as RFC 8030 says, believes only a good VAPID
 * token, and reads them with the browser's own keys. Written from the RFCs, without the code that
 * it tests, but for the reading of keys.
 */
final class PushService {
  private static final Pattern VAPID = Pattern.compile("vapid t=([\\w.-]+), k=([\\w-]+)");
  private static final ObjectMapper JSON = new ObjectMapper();

  private final KeyPair keys = P256.generate();
  private final byte[] secret = random(16);
  private final String path = "/push/" + UUID.randomUUID();
  private final Queue<Integer> answers = new ConcurrentLinkedQueue<>();
  private final Queue<Received> received = new ConcurrentLinkedQueue<>();

  record Received(JsonNode message, String topic, long timeToLive) {}

  private PushService() {}

  /** A browser that has subscribed. */
  static PushService browser() {
    var service = new PushService();
    TestStack.pushServices().createContext(service.path, service::take);
    return service;
  }

  /** As {@code PushSubscription.toJSON()} has it. */
  Map<String, Object> subscription() {
    return Map.of(
        "endpoint", endpoint(),
        "keys", Map.of("p256dh", text(publicKey()), "auth", text(secret)));
  }

  String endpoint() {
    return TestStack.pushOrigin() + path;
  }

  /** What the next requests are answered with; 201 afterwards. */
  PushService answering(Integer... statuses) {
    answers.addAll(List.of(statuses));
    return this;
  }

  List<Received> received() {
    return List.copyOf(received);
  }

  List<String> statuses() {
    return received.stream().map(each -> each.message().path("status").asText()).toList();
  }

  private void take(HttpExchange request) throws IOException {
    byte[] body = request.getRequestBody().readAllBytes();
    Integer answer = answers.poll();
    int status = answer == null ? 201 : answer;
    try {
      requireVapid(request.getRequestHeaders().getFirst("Authorization"));
      if (status == 201) {
        received.add(
            new Received(
                JSON.readTree(decrypted(body)),
                request.getRequestHeaders().getFirst("Topic"),
                Long.parseLong(request.getRequestHeaders().getFirst("TTL"))));
      }
    } catch (InvalidJwtException | GeneralSecurityException | IllegalArgumentException e) {
      status = 403;
    }
    request.sendResponseHeaders(status, -1);
    request.close();
  }

  private static void requireVapid(String authorization) throws InvalidJwtException {
    Matcher token = VAPID.matcher(authorization);
    if (!token.matches() || !token.group(2).equals(TestStack.vapidPublicKey())) {
      throw new IllegalArgumentException("not the key that the browser subscribed with");
    }
    byte[] key = Base64.getUrlDecoder().decode(token.group(2));
    new JwtConsumerBuilder()
        .setVerificationKey(P256.publicKey(key))
        .setJwsAlgorithmConstraints(AlgorithmConstraints.ConstraintType.PERMIT, "ES256")
        .setExpectedAudience(TestStack.pushOrigin())
        .setRequireExpirationTime()
        .setMaxFutureValidityInMinutes(24 * 60)
        .setRequireSubject()
        .build()
        .processToClaims(token.group(1));
  }

  /** RFC 8291, section 3.4, step by step. */
  private byte[] decrypted(byte[] body) throws GeneralSecurityException {
    var in = ByteBuffer.wrap(body);
    byte[] salt = bytes(in, 16);
    in.getInt();
    byte[] theirs = bytes(in, in.get());
    var agreement = KeyAgreement.getInstance("ECDH");
    agreement.init((ECPrivateKey) keys.getPrivate());
    agreement.doPhase(P256.publicKey(theirs), true);
    byte[] prkKey = hmac(secret, agreement.generateSecret());
    byte[] ikm = hmac(prkKey, utf8("WebPush: info\0"), publicKey(), theirs, new byte[] {1});
    byte[] prk = hmac(salt, ikm);
    byte[] key = hmac(prk, utf8("Content-Encoding: aes128gcm\0"), new byte[] {1});
    byte[] nonce = hmac(prk, utf8("Content-Encoding: nonce\0"), new byte[] {1});
    var cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(
        Cipher.DECRYPT_MODE,
        new SecretKeySpec(Arrays.copyOf(key, 16), "AES"),
        new GCMParameterSpec(128, Arrays.copyOf(nonce, 12)));
    byte[] padded = cipher.doFinal(bytes(in, in.remaining()));
    int end = padded.length - 1;
    while (padded[end] == 0) {
      end--;
    }
    if (padded[end] != 2) {
      throw new IllegalArgumentException("not the last record");
    }
    return Arrays.copyOf(padded, end);
  }

  private byte[] publicKey() {
    return P256.bytes((ECPublicKey) keys.getPublic());
  }

  private static byte[] hmac(byte[] key, byte[]... parts) throws GeneralSecurityException {
    var mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(key, "HmacSHA256"));
    for (byte[] part : parts) {
      mac.update(part);
    }
    return mac.doFinal();
  }

  private static byte[] bytes(ByteBuffer in, int count) {
    var bytes = new byte[count];
    in.get(bytes);
    return bytes;
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] random(int count) {
    var bytes = new byte[count];
    new SecureRandom().nextBytes(bytes);
    return bytes;
  }

  private static String text(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
