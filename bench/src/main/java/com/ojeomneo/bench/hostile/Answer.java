package com.ojeomneo.bench.hostile;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * @param status 0 when the connection was closed, or stayed silent, without an answer
 */
record Answer(int status, String head, byte[] body) {
  static final Answer NONE = new Answer(0, "", new byte[0]);

  String text() {
    return new String(body, StandardCharsets.UTF_8);
  }

  /** Without an end: its head is all that is read. */
  boolean isStream() {
    return header("Content-Type").startsWith("text/event-stream");
  }

  /** Its first value, in lower case; empty without one. */
  String header(String name) {
    for (String line : head.split("\r\n")) {
      if (line.regionMatches(true, 0, name + ":", 0, name.length() + 1)) {
        return line.substring(name.length() + 1).strip().toLowerCase(Locale.ROOT);
      }
    }
    return "";
  }
}
