package com.ojeomneo.platform.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestsTest {
  @ParameterizedTest
  @CsvSource({
    "POST, /login, true",
    "GET, /login, false",
    "POST, /login/x, false",
    "GET, /menus/7, true",
    "GET, /menu, false",
    "DELETE, /me, true",
  })
  void areNamedByMethodAndPath(String method, String path, boolean expected) {
    var requests = Requests.of(List.of("POST /login", "/menus*", "/me"));
    assertThat(requests.contain(method, path)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "login", "POST", "POST login", "GET POST /login"})
  void whatIsNoPatternIsRefused(String pattern) {
    assertThatThrownBy(() -> Requests.of(List.of(pattern)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void noPatternsAreNoRequests() {
    assertThat(Requests.of(List.of()).contain("GET", "/")).isFalse();
  }
}
