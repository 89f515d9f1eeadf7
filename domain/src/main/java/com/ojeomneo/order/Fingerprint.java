package com.ojeomneo.order;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.ojeomneo.platform.problem.CommonProblem;
import com.ojeomneo.platform.problem.Problem;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Tells a repeated wish from another one that came with the same key. */
final class Fingerprint {
  private Fingerprint() {}

  /** SHA-256 of the wish as JSON, 32 bytes. */
  static byte[] of(ObjectMapper json, Object wish) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(json.writeValueAsBytes(wish));
    } catch (JsonProcessingException | NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * @throws Problem 422 {@code IDEMPOTENCY_KEY_REUSED}
   */
  static void requireSame(byte[] before, byte[] now) {
    if (!MessageDigest.isEqual(before, now)) {
      throw Problem.of(CommonProblem.IDEMPOTENCY_KEY_REUSED);
    }
  }
}
