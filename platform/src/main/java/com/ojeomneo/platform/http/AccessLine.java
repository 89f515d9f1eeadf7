package com.ojeomneo.platform.http;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/**
 * @param path percent-encoded as it came; null where the request line names none
 * @param bytes of the answer, with its head
 * @param refusal why and whom, for who looks into an attack; null when nobody was refused
 */
record AccessLine(
    Instant at,
    String traceId,
    String method,
    String path,
    int status,
    long bytes,
    Duration took,
    @Nullable String refusal) {
  /** As {@code quarkus.log.console.format}. */
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSXXX").withZone(ZoneId.systemDefault());

  void appendTo(StringBuilder text) {
    TIME.formatTo(at, text);
    text.append(" INFO  [access] ").append(traceId).append(' ').append(method).append(' ');
    appendPath(text);
    text.append(' ').append(status).append(' ').append(bytes).append("B ");
    text.append(took.toMillis()).append(" ms");
    if (refusal != null) {
      text.append(' ').append(refusal);
    }
    text.append('\n');
  }

  /** What is not ASCII was not encoded, and could be taken for the end of a line. */
  private void appendPath(StringBuilder text) {
    for (int i = 0; path != null && i < path.length(); i++) {
      char c = path.charAt(i);
      text.append(c > ' ' && c < 0x7f ? c : '?');
    }
  }
}
