package com.ojeomneo.bench.hostile;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;

/**
 * One method of one path, as the document promises it.
 *
 * @param body the schema of its JSON; missing where it takes none
 * @param statuses what its list of answers names
 */
record Operation(
    String method,
    String path,
    List<Parameter> parameters,
    JsonNode body,
    Set<Integer> statuses,
    boolean stream) {

  private static final int NOT_MODIFIED = 304;

  record Parameter(String name, String in, JsonNode schema) {}

  boolean promises(int status) {
    return statuses.contains(status)
        // What If-None-Match asks for (RFC 9110).
        || status == NOT_MODIFIED && method.equals("GET");
  }

  /** A hash of a password or a mail, which are dear; or the end of a customer with orders. */
  boolean isRare() {
    return endsSession() || path.matches(".*/(login|signup|account|confirm|verify|code|reset)");
  }

  /** Whoever asked is somebody else, or nobody, afterwards. */
  boolean endsSession() {
    return path.matches(".*/(logout|logout-all|refresh|account)")
        || method.equals("DELETE") && path.matches(".*/users/me(/sessions/.*)?");
  }

  @Override
  public String toString() {
    return method + " " + path;
  }
}
