package com.ojeomneo.server.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;

class RefreshCookieTest {
  private static final String ATTRIBUTES =
      "; Path=/ojeomneo/v1/auth/web; HttpOnly; SameSite=Strict";

  private final RefreshCookie overHttps = new RefreshCookie(URI.create("https://app.example"));
  private final RefreshCookie overHttp = new RefreshCookie(URI.create("http://localhost:3000"));

  @Test
  void overHttpsTheCookieIsSecureAndItsNameSaysSo() {
    assertThat(overHttps.headers("x", 5, false))
        .containsExactly("__Secure-ojeomneo_refresh=x" + ATTRIBUTES + "; Secure; Max-Age=5");
  }

  @Test
  void aCookieOfThePlainNameIsReadOnceMoreAndThenRemoved() {
    assertThat(overHttps.of(null, "old")).isEqualTo("old");
    assertThat(overHttps.headers("x", 5, true))
        .containsExactly(
            "__Secure-ojeomneo_refresh=x" + ATTRIBUTES + "; Secure; Max-Age=5",
            "ojeomneo_refresh=" + ATTRIBUTES + "; Secure; Max-Age=0");
  }

  /** Whoever can set a cookie for the host without https gets past nobody who has a real one. */
  @Test
  void theSecureNameGoesFirst() {
    assertThat(overHttps.of("good", "planted")).isEqualTo("good");
  }

  /** No browser keeps a cookie of that name from http. */
  @Test
  void overHttpThereIsThePlainNameOnly() {
    assertThat(overHttp.headers("x", 5, true))
        .containsExactly("ojeomneo_refresh=x" + ATTRIBUTES + "; Max-Age=5");
    assertThat(overHttp.of("strange", "mine")).isEqualTo("mine");
  }
}
