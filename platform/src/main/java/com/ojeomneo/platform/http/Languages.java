package com.ojeomneo.platform.http;

import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Locale;

/** Korean, unless the client asks for English (RFC 9110 section 12.5.4). */
public final class Languages {
  private static final List<Locale> OFFERED = List.of(Locale.KOREAN, Locale.ENGLISH);

  private Languages() {}

  public static Locale of(RoutingContext request) {
    String header = request.request().getHeader("Accept-Language");
    if (header == null || header.length() > 200) {
      return Locale.KOREAN;
    }
    try {
      Locale best = Locale.lookup(Locale.LanguageRange.parse(header), OFFERED);
      return best == null ? Locale.KOREAN : best;
    } catch (IllegalArgumentException malformed) {
      return Locale.KOREAN;
    }
  }
}
