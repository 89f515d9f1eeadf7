package com.ojeomneo.platform.http;

import io.vertx.ext.web.RoutingContext;
import java.util.Arrays;

/**
 * The path by which a request is known, however it was written: what leads to the same resource
 * must get around neither its limit nor its lock.
 */
public final class RequestPath {
  private RequestPath() {}

  public static String of(RoutingContext request) {
    return canonical(request.normalizedPath());
  }

  /**
   * @param normalized without dots, double slashes and needless escapes
   */
  static String canonical(String normalized) {
    String path =
        normalized.indexOf(';') < 0
            ? normalized
            : String.join(
                "/",
                Arrays.stream(normalized.split("/", -1))
                    .map(segment -> segment.split(";", 2)[0])
                    .toList());
    int end = path.length();
    while (end > 1 && path.charAt(end - 1) == '/') {
      end--;
    }
    return path.substring(0, end);
  }
}
