package com.ojeomneo.bench.hostile;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A head, one octet a character, and what follows it. */
final class Bytes {
  private Bytes() {}

  static byte[] of(String head, byte[] body) {
    byte[] first = head.getBytes(StandardCharsets.ISO_8859_1);
    byte[] all = Arrays.copyOf(first, first.length + body.length);
    System.arraycopy(body, 0, all, first.length, body.length);
    return all;
  }
}
