package com.ojeomneo.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class TraceIdTest {
  private static final String ID = "4bf92f3577b34da6a3ce929d0e0e4736";
  private static final String SPAN = "00f067aa0ba902b7";

  @ParameterizedTest
  @ValueSource(strings = {"00-%s-%s-01", "00-%s-%s-00", "cc-%s-%s-01", "cc-%s-%s-01-what-comes"})
  void theTraceOfTheCallerGoesOn(String traceparent) {
    assertThat(TraceId.fromHeader(traceparent.formatted(ID, SPAN))).isEqualTo(ID);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {
        "",
        "x",
        "ff-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
        "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01-more",
        "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
        "00-4bf92f3577b34da6a3ce929d0e0e4736-0000000000000000-01",
        "00-4BF92F3577B34DA6A3CE929D0E0E4736-00f067aa0ba902b7-01"
      })
  void anythingElseBeginsANewOne(String traceparent) {
    assertThat(TraceId.fromHeader(traceparent)).matches("[0-9a-f]{32}").isNotEqualTo(ID);
  }

  @Test
  void eachNewOneIsDifferent() {
    assertThat(TraceId.fromHeader(null)).isNotEqualTo(TraceId.fromHeader(null));
  }
}
