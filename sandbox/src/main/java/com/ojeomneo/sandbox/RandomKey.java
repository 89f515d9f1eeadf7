package com.ojeomneo.sandbox;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/** Keys that nobody can guess, in the provider's shapes. */
final class RandomKey {
  private static final SecureRandom RANDOM = new SecureRandom();

  private RandomKey() {}

  static String ofPayment() {
    return "sandbox_" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(24));
  }

  static String ofTransaction() {
    return HexFormat.of().withUpperCase().formatHex(bytes(16));
  }

  private static byte[] bytes(int count) {
    byte[] bytes = new byte[count];
    RANDOM.nextBytes(bytes);
    return bytes;
  }
}
