package com.ojeomneo.server.auth;

import com.ojeomneo.user.Tokens;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.net.URI;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Where a browser keeps its refresh token: sent to {@code /auth/web} only, by our own pages only,
 * and read by no script. Set on the response itself, so that a refusal removes it too.
 */
@Singleton
class RefreshCookie {
  static final String NAME = "ojeomneo_refresh";

  private static final String ATTRIBUTES =
      "; Path=/ojeomneo/v1/auth/web; HttpOnly; SameSite=Strict";

  private final String attributes;

  RefreshCookie(@ConfigProperty(name = "ojeomneo.public-url") URI publicUrl) {
    this.attributes =
        "https".equalsIgnoreCase(publicUrl.getScheme()) ? ATTRIBUTES + "; Secure" : ATTRIBUTES;
  }

  void keep(String refreshToken, RoutingContext request) {
    set(refreshToken, Tokens.REFRESH_LIFETIME.toSeconds(), request);
  }

  void remove(RoutingContext request) {
    set("", 0, request);
  }

  private void set(String value, long maxAge, RoutingContext request) {
    request.response().headers().set(HttpHeaders.SET_COOKIE, of(value, maxAge));
  }

  /**
   * @param maxAge seconds
   */
  String of(String value, long maxAge) {
    return NAME + "=" + value + attributes + "; Max-Age=" + maxAge;
  }
}
