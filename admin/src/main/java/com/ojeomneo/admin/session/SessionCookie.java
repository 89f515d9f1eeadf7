package com.ojeomneo.admin.session;

import io.vertx.core.http.Cookie;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.NewCookie;
import java.net.URI;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The cookie that is a session: no script reads it, and no other site makes a browser send it. */
@Singleton
class SessionCookie {
  private final String name;
  private final boolean secure;

  SessionCookie(@ConfigProperty(name = "ojeomneo.admin-public-url") URI publicUrl) {
    this.secure = publicUrl.getScheme().equals("https");
    // What a browser takes only over TLS, for the whole of this very host.
    this.name = secure ? "__Host-ojeomneo-admin" : "ojeomneo-admin";
  }

  Optional<String> of(RoutingContext request) {
    return Optional.ofNullable(request.request().getCookie(name)).map(Cookie::getValue);
  }

  /** Given again whenever a page asks who it is, so that it slides with the session. */
  NewCookie holding(String value) {
    return cookie(value, (int) Sessions.LIFETIME.toSeconds());
  }

  NewCookie removed() {
    return cookie("", 0);
  }

  private NewCookie cookie(String value, int maxAge) {
    return new NewCookie.Builder(name)
        .value(value)
        .path("/")
        .maxAge(maxAge)
        .httpOnly(true)
        .secure(secure)
        .sameSite(NewCookie.SameSite.STRICT)
        .build();
  }
}
