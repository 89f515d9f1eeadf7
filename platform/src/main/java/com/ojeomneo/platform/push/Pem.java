package com.ojeomneo.platform.push;

import java.util.Base64;

/** Private keys as Google and Apple give them out: PKCS #8 between two lines (RFC 7468). */
final class Pem {
  private Pem() {}

  /**
   * @param text its lines may also be parted by {@code \n} written out, as files of settings do
   * @throws IllegalArgumentException when it is none
   */
  static byte[] bytes(String text) {
    String lines = text.replace("\\n", "\n").strip();
    if (!lines.startsWith("-----BEGIN PRIVATE KEY-----")
        || !lines.endsWith("-----END PRIVATE KEY-----")) {
      throw new IllegalArgumentException("no private key");
    }
    return Base64.getMimeDecoder().decode(lines.replaceAll("-----[A-Z ]+-----", ""));
  }
}
