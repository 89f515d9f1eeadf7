package com.ojeomneo.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClientAddressTest {
  private static final String PEER = "10.0.0.1";

  @Test
  void withoutProxiesOfOursTheHeaderIsNotRead() {
    assertThat(of(0, "203.0.113.7")).isEqualTo(PEER);
  }

  @Test
  void whatTheClientWroteItselfStandsLeftOfWhatIsRead() {
    assertThat(of(1, "1.1.1.1, 203.0.113.7")).isEqualTo("203.0.113.7");
    assertThat(of(2, "1.1.1.1, 203.0.113.7, 10.0.0.9")).isEqualTo("203.0.113.7");
  }

  @Test
  void severalLinesAreOneList() {
    assertThat(of(1, "203.0.113.7", "1.1.1.1")).isEqualTo("1.1.1.1");
    assertThat(of(2, "1.1.1.1, 203.0.113.7", "10.0.0.9")).isEqualTo("203.0.113.7");
  }

  @Test
  void whoDidNotComeThroughAllProxiesIsItsPeer() {
    assertThat(of(2, "203.0.113.7")).isEqualTo(PEER);
    assertThat(of(1)).isEqualTo(PEER);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ",",
        "unknown",
        "_hidden",
        "1.2.3.4.5",
        "example.com",
        "[::1",
        "1.1.1.1, ",
        "99999999999999999999999999999999999999999999999999999999999999",
      })
  void garbageIsThePeer(String header) {
    assertThat(of(1, header)).isEqualTo(PEER);
  }

  @ParameterizedTest
  @CsvSource({
    "203.0.113.7:4711, 203.0.113.7",
    "[2001:db8:1:2:3:4:5:6]:4711, 2001:db8:1:2::/64",
    "2001:db8:1:2:3:4:5:6, 2001:db8:1:2::/64",
    "2001:db8:1:2::9, 2001:db8:1:2::/64",
    "::ffff:203.0.113.7, 203.0.113.7",
  })
  void oneCustomerIsOneAddressHoweverItIsWritten(String header, String expected) {
    assertThat(of(1, header)).isEqualTo(expected);
  }

  @Test
  void aPeerWithoutAnAddressIsStillSomebody() {
    assertThat(new ClientAddress(0).of(List.of(), null)).isEqualTo("unknown");
  }

  private static String of(int proxies, String... lines) {
    return new ClientAddress(proxies).of(List.of(lines), PEER);
  }
}
