package com.ojeomneo.server.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.junit.jupiter.api.Test;

/** What the contract promises, as it is configured; the other tests raise it for themselves. */
class ConfiguredLimitsTest {
  private final Properties settings = read();

  @Test
  void aCallerMayAskSixHundredTimesAMinute() {
    rule("api", 600, "CALLER", "/*");
  }

  @Test
  void anOfficeLoadsTheAppAndItsPicturesWithoutUsingUpWhatItMayAsk() {
    String files =
        "/assets/*,/icon*,/sw.js,/push.js,/workbox-*,/manifest.webmanifest,/ojeomneo/v1/images/*";
    rule("files", 6000, "ADDRESS", files);
    assertThat(settings.getProperty("ojeomneo.rate-limit.api.except")).endsWith(files);
  }

  @Test
  void tenSignInsAMinuteAreTriedOfAnAddressAndOfAnAccount() {
    rule(
        "sign-in",
        10,
        "ADDRESS",
        "POST /ojeomneo/v1/auth/login,POST /ojeomneo/v1/auth/web/login,"
            + "POST /ojeomneo/v1/auth/email/verify,POST /ojeomneo/v1/auth/password/confirm");
    rule("sign-in-account", 10, "SUBJECT", null);
  }

  @Test
  void thirtyAccountsAMinuteAreOpenedFromAnAddress() {
    rule(
        "sign-up",
        30,
        "ADDRESS",
        "POST /ojeomneo/v1/auth/signup,POST /ojeomneo/v1/auth/web/signup,"
            + "POST /ojeomneo/v1/users/me/account");
  }

  @Test
  void codesAreAskedForTenTimesAMinuteFromAnAddressAndFiveTimesAnHourForAnAccount() {
    rule(
        "codes",
        10,
        "ADDRESS",
        "POST /ojeomneo/v1/auth/email/code,POST /ojeomneo/v1/auth/password/reset");
    rule("codes-account", 5, "1h", "SUBJECT", null);
  }

  private void rule(String name, int limit, String per, String requests) {
    rule(name, limit, "1m", per, requests);
  }

  private void rule(String name, int limit, String window, String per, String requests) {
    String prefix = "ojeomneo.rate-limit." + name;
    assertThat(settings.getProperty(prefix + ".limit")).isEqualTo(String.valueOf(limit));
    assertThat(settings.getProperty(prefix + ".window")).isEqualTo(window);
    assertThat(settings.getProperty(prefix + ".per")).isEqualTo(per);
    assertThat(settings.getProperty(prefix + ".requests")).isEqualTo(requests);
  }

  private static Properties read() {
    try (var file = Files.newInputStream(Path.of("src/main/resources/application.properties"))) {
      var settings = new Properties();
      settings.load(file);
      return settings;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
