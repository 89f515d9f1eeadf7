package com.ojeomneo.platform.http;

import io.vertx.core.http.impl.HttpServerRequestInternal;
import io.vertx.ext.web.RoutingContext;

/**
 * The {@code uri} by which {@code http.server.requests} knows a request: the template of its
 * resource, which Quarkus says once a resource was found. Who answers before that has to say it
 * instead, else each path that anybody thinks of becomes a series of its own.
 */
public final class MeasuredPath {
  /** Where Quarkus' measurement looks ({@code HttpRequestMetric}), and its REST layer writes. */
  private static final String KEY = "UrlPathTemplate";

  private MeasuredPath() {}

  public static void is(String template, RoutingContext request) {
    ((HttpServerRequestInternal) request.request()).context().putLocal(KEY, template);
  }
}
