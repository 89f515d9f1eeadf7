package com.ojeomneo.bench.hostile;

import java.nio.charset.StandardCharsets;

/**
 * One request, as bytes.
 *
 * @param operation null where nobody can say which one, if any, it reaches
 * @param customer whose token it carries, if any
 */
record Shot(Kind kind, Operation operation, Customer customer, byte[] bytes) {
  private static final char FIRST_PRINTABLE = ' ';
  private static final char LAST_PRINTABLE = '~';
  private static final int SHOWN = 3000;

  enum Kind {
    /** As the document wants it. */
    VALID,

    /** HTTP, with something in it that nobody asked for. */
    MUTATED,

    /** Hardly HTTP. */
    MALFORMED
  }

  boolean isHead() {
    return text().startsWith("HEAD ");
  }

  String text() {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  /** For {@code printf '%b' '…' | nc HOST PORT}. */
  String replay() {
    var escaped = new StringBuilder();
    for (char octet : text().toCharArray()) {
      switch (octet) {
        case '\r' -> escaped.append("\\r");
        case '\n' -> escaped.append("\\n");
        case '\\' -> escaped.append("\\\\");
        default -> {
          if (octet < FIRST_PRINTABLE || octet > LAST_PRINTABLE || octet == '\'') {
            escaped.append("\\0%03o".formatted((int) octet));
          } else {
            escaped.append(octet);
          }
        }
      }
      if (escaped.length() > SHOWN) {
        return escaped + "… (%d bytes)".formatted(bytes.length);
      }
    }
    return escaped.toString();
  }
}
