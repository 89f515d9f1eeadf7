package com.ojeomneo.server.auth;

import com.ojeomneo.user.Tokens;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Where a browser keeps its refresh token: sent to {@code /auth/web} only, by our own pages only,
 * and read by no script. Set on the response itself, so that a refusal removes it too.
 *
 * <p>Behind https its name begins with {@code __Secure-}: a browser takes it from nobody who is not
 * behind https too. The plain name, which all had before, is read for as long as such a cookie may
 * live, and leaves with the next answer that sets one. {@code __Host-} would have it sent to every
 * path.
 */
@Singleton
class RefreshCookie {
  static final String NAME = "ojeomneo_refresh";
  static final String SECURE_NAME = "__Secure-" + NAME;

  private static final String ATTRIBUTES =
      "; Path=/ojeomneo/v1/auth/web; HttpOnly; SameSite=Strict";

  private final boolean https;

  RefreshCookie(@ConfigProperty(name = "ojeomneo.public-url") URI publicUrl) {
    this.https = "https".equalsIgnoreCase(publicUrl.getScheme());
  }

  /** The refresh token of who asks; null for none. */
  @Nullable String of(@Nullable String secure, @Nullable String plain) {
    return https && secure != null ? secure : plain;
  }

  void keep(String refreshToken, RoutingContext request) {
    set(refreshToken, Tokens.REFRESH_LIFETIME.toSeconds(), request);
  }

  void remove(RoutingContext request) {
    set("", 0, request);
  }

  private void set(String value, long maxAge, RoutingContext request) {
    boolean hasPlain = request.request().getCookie(NAME) != null;
    request
        .response()
        .headers()
        .set(HttpHeaders.SET_COOKIE.toString(), headers(value, maxAge, hasPlain));
  }

  /**
   * @param maxAge seconds
   * @param hasPlain whether the browser has one of the plain name
   */
  List<String> headers(String value, long maxAge, boolean hasPlain) {
    String attributes = https ? ATTRIBUTES + "; Secure" : ATTRIBUTES;
    var headers = new ArrayList<String>();
    headers.add((https ? SECURE_NAME : NAME) + "=" + value + attributes + "; Max-Age=" + maxAge);
    if (https && hasPlain) {
      headers.add(NAME + "=" + attributes + "; Max-Age=0");
    }
    return headers;
  }
}
