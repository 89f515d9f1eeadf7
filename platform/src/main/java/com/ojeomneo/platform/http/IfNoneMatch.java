package com.ojeomneo.platform.http;

import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Arrays;

/** What the client holds already (RFC 9110 section 13.1.2). */
public final class IfNoneMatch {
  private IfNoneMatch() {}

  /**
   * Compares weakly: {@code W/"x"} holds {@code "x"}.
   *
   * @param tag a strong ETag, with its quotes
   */
  public static boolean holds(HttpServerRequest request, String tag) {
    if (!request.headers().contains(HttpHeaders.IF_NONE_MATCH)) {
      return false;
    }
    String header = String.join(",", request.headers().getAll(HttpHeaders.IF_NONE_MATCH));
    return header.strip().equals("*")
        || Arrays.stream(header.split(","))
            .map(String::strip)
            .map(t -> t.startsWith("W/") ? t.substring(2) : t)
            .anyMatch(tag::equals);
  }
}
