package com.ojeomneo.platform.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.jboss.logging.MDC;

/**
 * Names each request with the trace id of its {@code traceparent} header (W3C Trace Context), or a
 * new one: 32 hexadecimal digits. It stands in every log line and problem of the request, and in
 * the {@code X-Trace-Id} header of the answer.
 */
@Singleton
public class TraceId {
  private static final String KEY = "traceId";
  private static final Pattern TRACEPARENT =
      Pattern.compile(
          "(?!ff|00.{54})[0-9a-f]{2}-(?!0{32})([0-9a-f]{32})-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}(-.*)?");

  public static String of(RoutingContext request) {
    return request.get(KEY);
  }

  void register(@Observes Filters filters) {
    filters.register(
        request -> {
          String id = fromHeader(request.request().getHeader("traceparent"));
          request.put(KEY, id);
          MDC.put(KEY, id);
          request.response().putHeader("X-Trace-Id", id);
          request.next();
        },
        1000);
  }

  static String fromHeader(String traceparent) {
    if (traceparent != null) {
      var matcher = TRACEPARENT.matcher(traceparent);
      if (matcher.matches()) {
        return matcher.group(1);
      }
    }
    // It names and protects nothing: whoever sends a traceparent chooses his own.
    var random = ThreadLocalRandom.current();
    HexFormat hex = HexFormat.of();
    return hex.toHexDigits(random.nextLong()) + hex.toHexDigits(random.nextLong());
  }
}
