package com.ojeomneo.platform.http;

import java.util.List;

/**
 * Requests by method and path: {@code POST /auth/login}, {@code /menus} for any method, {@code
 * /orders*} for all that begins so.
 */
public final class Requests {
  private final List<Pattern> patterns;

  private record Pattern(String method, String path, boolean begins) {
    boolean fits(String requestMethod, String requestPath) {
      return (method == null || method.equals(requestMethod))
          && (begins ? requestPath.startsWith(path) : requestPath.equals(path));
    }
  }

  private Requests(List<Pattern> patterns) {
    this.patterns = patterns;
  }

  /**
   * @throws IllegalArgumentException quoting a pattern that is none
   */
  public static Requests of(List<String> patterns) {
    return new Requests(patterns.stream().map(Requests::parse).toList());
  }

  private static Pattern parse(String text) {
    String[] parts = text.strip().split(" +");
    String path = parts[parts.length - 1];
    if (parts.length > 2 || !path.startsWith("/")) {
      throw new IllegalArgumentException("no requests: " + text);
    }
    boolean begins = path.endsWith("*");
    return new Pattern(
        parts.length == 2 ? parts[0] : null,
        begins ? path.substring(0, path.length() - 1) : path,
        begins);
  }

  public boolean contain(String method, String path) {
    for (Pattern pattern : patterns) {
      if (pattern.fits(method, path)) {
        return true;
      }
    }
    return false;
  }
}
