package com.ojeomneo.platform.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.net.URI;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * What browsers are told by every answer, refusals too: that nothing in it may run or be framed,
 * unless it says otherwise itself, and, where people come by https, to come by nothing else ({@code
 * Strict-Transport-Security}, RFC 6797). Over http that header means nothing and is not sent.
 */
@Singleton
class AnswerHeaders {
  static final String NOTHING =
      "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

  /** A year, which ASVS asks for, and all hosts below ours. */
  static final String HTTPS_ONLY = "max-age=31536000; includeSubDomains";

  private static final String POLICY = "Content-Security-Policy";

  private final boolean https;

  AnswerHeaders(@ConfigProperty(name = "ojeomneo.http.public-url") URI publicUrl) {
    this.https = "https".equalsIgnoreCase(publicUrl.getScheme());
  }

  void register(@Observes Filters filters) {
    // After the trace id (1000), before whatever refuses.
    filters.register(this::say, 999);
  }

  void say(RoutingContext request) {
    request.addHeadersEndHandler(
        sending -> {
          MultiMap headers = request.response().headers();
          if (!headers.contains(POLICY)) {
            headers.set(POLICY, NOTHING);
          }
          if (https) {
            headers.set("Strict-Transport-Security", HTTPS_ONLY);
          }
        });
    request.next();
  }
}
