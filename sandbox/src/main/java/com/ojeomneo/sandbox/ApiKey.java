package com.ojeomneo.sandbox;

import static com.ojeomneo.sandbox.ErrorCode.INVALID_IDEMPOTENCY_KEY;
import static com.ojeomneo.sandbox.ErrorCode.UNAUTHORIZED_KEY;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/** The secret key of the one shop that this sandbox serves. */
final class ApiKey {
  private static final int LONGEST_IDEMPOTENCY_KEY = 300;

  private final byte[] authorization;

  ApiKey(String secretKey) {
    byte[] credentials = (secretKey + ":").getBytes(StandardCharsets.UTF_8);
    authorization = bytes("Basic " + Base64.getEncoder().encodeToString(credentials));
  }

  /**
   * @throws Refusal UNAUTHORIZED_KEY unless the call carries the key
   */
  void authorize(Call call) {
    byte[] given = bytes(call.header("Authorization").orElse(""));
    if (!MessageDigest.isEqual(given, authorization)) {
      throw UNAUTHORIZED_KEY.refusal();
    }
  }

  /**
   * A call's idempotency key with all that it is bound to (secret key, address, method), hashed.
   *
   * @throws Refusal INVALID_IDEMPOTENCY_KEY when it is longer than 300 characters
   */
  Optional<String> idempotencyScope(Call call) {
    Optional<String> key = call.header("Idempotency-Key").filter(text -> !text.isBlank());
    if (key.isPresent() && key.get().length() > LONGEST_IDEMPOTENCY_KEY) {
      throw INVALID_IDEMPOTENCY_KEY.refusal();
    }
    return key.map(text -> sha256(String.join("\n", call.method(), call.path(), text)));
  }

  private String sha256(String text) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      digest.update(authorization);
      return HexFormat.of().formatHex(digest.digest(bytes("\n" + text)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
