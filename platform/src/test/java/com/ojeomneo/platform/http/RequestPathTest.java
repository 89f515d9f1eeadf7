package com.ojeomneo.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestPathTest {
  @ParameterizedTest
  @CsvSource({
    "/login/, /login",
    "/login//, /login",
    "/login;a=b, /login",
    "/x;y/login;a/, /x/login",
    "/, /",
    "/;a, /",
  })
  void isTheSameHoweverItIsWritten(String path, String expected) {
    assertThat(RequestPath.canonical(path)).isEqualTo(expected);
  }
}
