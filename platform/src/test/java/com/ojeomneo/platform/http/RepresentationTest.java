package com.ojeomneo.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RepresentationTest {
  @ParameterizedTest
  @ValueSource(strings = {"gzip", "deflate, GZIP;q=0.5", "*", "br;q=1, *;q=0.1", "*;q=0, gzip"})
  void gzipIsSentToThoseWhoAcceptIt(String header) {
    assertThat(Representation.acceptsGzip(header)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "identity", "gzip;q=0", "gzip; q=0.000", "*, gzip;q=0", "*;q=0", "br"})
  void theOthersGetPlainBytes(String header) {
    assertThat(Representation.acceptsGzip(header)).isFalse();
  }
}
