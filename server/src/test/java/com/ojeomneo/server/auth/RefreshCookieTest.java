package com.ojeomneo.server.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;

class RefreshCookieTest {
  @Test
  void overHttpsTheCookieIsSecure() {
    assertThat(new RefreshCookie(URI.create("https://app.example")).of("x", 5))
        .isEqualTo(
            "ojeomneo_refresh=x; Path=/ojeomneo/v1/auth/web; HttpOnly; SameSite=Strict; Secure;"
                + " Max-Age=5");
  }
}
