package com.ojeomneo.bench.hostile;

import java.nio.charset.StandardCharsets;

/** Requests that are written by hand. */
final class Shots {
  private Shots() {}

  static Shot get(String path, String... headers) {
    return raw("GET %s HTTP/1.1\r\nHost: localhost\r\n%s\r\n".formatted(path, lines(headers)));
  }

  static Shot post(String path, String body, String... headers) {
    return raw(
        "POST %s HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n%s"
                .formatted(path, lines(headers))
            + "Content-Length: %d\r\n\r\n%s".formatted(body.length(), body));
  }

  static Shot raw(String bytes) {
    return new Shot(Shot.Kind.MALFORMED, null, null, bytes.getBytes(StandardCharsets.ISO_8859_1));
  }

  private static String lines(String... headers) {
    return headers.length == 0 ? "" : String.join("\r\n", headers) + "\r\n";
  }
}
