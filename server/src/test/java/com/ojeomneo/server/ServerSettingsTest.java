package com.ojeomneo.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ojeomneo.platform.environment.Environment;
import com.ojeomneo.platform.push.P256;
import com.ojeomneo.server.push.Apple;
import com.ojeomneo.server.push.Firebase;
import java.time.Clock;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServerSettingsTest {
  private final Map<String, String> settings = new HashMap<>();

  @BeforeEach
  void allIsWell() throws JoseException {
    var key = EcJwkGenerator.generateJwk(EllipticCurves.P256);
    key.setKeyId("1");
    settings.put(
        "JWT_PRIVATE_KEYS",
        new JsonWebKeySet(key).toJson(JsonWebKey.OutputControlLevel.INCLUDE_PRIVATE));
    settings.put("PUBLIC_URL", "https://lunch.example.com");
    settings.put("TOSS_BASE_URL", "https://api.tosspayments.com");
    settings.put("SMTP_FROM", "no-reply@lunch.example.com");
    settings.put("SHUTDOWN_DELAY", "5s");
    String certificate = "AB" + ":0F".repeat(31);
    settings.put("ANDROID_CERTIFICATES", certificate + "," + certificate);
    settings.put("APPLE_TEAM_ID", "TEAM123456");
    for (String name :
        List.of(
            "POSTGRES_SERVER",
            "POSTGRES_DB",
            "POSTGRES_USER",
            "POSTGRES_PASSWORD",
            "REDIS_HOST",
            "JWT_ISSUER",
            "JWT_AUDIENCE",
            "TOSS_CLIENT_KEY",
            "TOSS_SECRET_KEY",
            "SMTP_HOST")) {
      settings.put(name, "something");
    }
  }

  @Test
  void completeSettingsAreServedAndPortsHaveDefaults() {
    assertThatCode(() -> ServerSettings.check(new Environment(settings)))
        .doesNotThrowAnyException();
    assertThat(new Environment(settings).port("POSTGRES_PORT", 5432)).isEqualTo(5432);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "POSTGRES_SERVER",
        "POSTGRES_DB",
        "POSTGRES_USER",
        "POSTGRES_PASSWORD",
        "REDIS_HOST",
        "PUBLIC_URL",
        "JWT_PRIVATE_KEYS",
        "JWT_ISSUER",
        "JWT_AUDIENCE",
        "TOSS_BASE_URL",
        "TOSS_CLIENT_KEY",
        "TOSS_SECRET_KEY",
        "SMTP_HOST",
        "SMTP_FROM"
      })
  void aMissingOrEmptySettingIsNamed(String name) {
    settings.remove(name);
    assertThatThrownBy(() -> ServerSettings.check(new Environment(settings)))
        .hasMessage(name + " is not set");

    settings.put(name, " ");
    assertThatThrownBy(() -> ServerSettings.check(new Environment(settings)))
        .hasMessage(name + " is not set");
  }

  @ParameterizedTest
  @CsvSource({
    "POSTGRES_PORT, 0",
    "POSTGRES_PORT, 65536",
    "REDIS_PORT, s3cret",
    "TRUSTED_PROXIES, 10",
    "TRUSTED_PROXIES, -1",
    "TRUSTED_PROXIES, s3cret",
    "REDIS_SENTINELS, s3cret",
    "REDIS_SENTINELS, 's3cret:26379,'",
    "REDIS_SENTINELS, one:26379;s3cret:26379",
    "POSTGRES_SSLMODE, s3cret",
    "POSTGRES_SSLROOTCERT, /no/s3cret.pem",
    "REDIS_TLS, s3cret",
    "REDIS_CA, /no/s3cret.pem",
    "PUBLIC_URL, lunch.s3cret",
    "PUBLIC_URL, ftp://lunch.s3cret",
    "PUBLIC_URL, http://s3cret space",
    "TOSS_BASE_URL, https:///s3cret",
    "SMTP_PORT, s3cret",
    "SMTP_SECURITY, s3cret",
    "SMTP_FROM, s3cret",
    "SHUTDOWN_DELAY, s3cret",
    "SHUTDOWN_DELAY, 5",
    "ANDROID_CERTIFICATES, AB:CD:s3cret",
    "APPLE_TEAM_ID, s3cret",
    "JWT_PRIVATE_KEYS, s3cret",
    "JWT_PRIVATE_KEYS, {\"keys\":[]}",
  })
  void aWrongSettingIsNamedAndItsValueIsNotQuoted(String name, String value) {
    settings.put(name, value);

    assertThatThrownBy(() -> ServerSettings.check(new Environment(settings)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(name + " must be ")
        .hasMessageNotContaining("s3cret");
  }

  @ParameterizedTest
  @CsvSource({
    "KAKAO_CLIENT_IDS, 's3cret,'",
    "GOOGLE_CLIENT_IDS, a s3cret",
    "GOOGLE_BASE_URL, s3cret",
    "SERVER_SECRET_KEYS, s3cret",
    "APPLE_PRIVATE_KEY, s3cret",
  })
  void aWrongSettingOfALogInElsewhereIsNamed(String name, String value) {
    settings.putAll(social());
    assertThatCode(() -> ServerSettings.check(new Environment(settings)))
        .doesNotThrowAnyException();
    aWrongSettingIsNamedAndItsValueIsNotQuoted(name, value);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"SERVER_SECRET_KEYS", "APPLE_PRIVATE_KEY", "APPLE_TEAM_ID", "APPLE_KEY_ID"})
  void appleWantsAllOfIt(String name) {
    settings.putAll(social());
    aMissingOrEmptySettingIsNamed(name);
  }

  private static Map<String, String> social() {
    var base64 = Base64.getEncoder();
    return Map.of(
        "KAKAO_CLIENT_IDS", "rest-key,native-key",
        "GOOGLE_CLIENT_IDS", "web",
        "GOOGLE_BASE_URL", "http://localhost:4000/google",
        "APPLE_CLIENT_IDS", "services,bundle",
        "APPLE_KEY_ID", "KEY1234567",
        "APPLE_PRIVATE_KEY", base64.encodeToString(P256.generate().getPrivate().getEncoded()),
        "SERVER_SECRET_KEYS", base64.encodeToString(new byte[32]));
  }

  @ParameterizedTest
  @CsvSource({
    "VAPID_PUBLIC_KEY, s3cret",
    "VAPID_PRIVATE_KEY, s3cret",
    "VAPID_SUBJECT, s3cret",
    "PUSH_SERVICES, s3cret",
    "PUSH_SERVICES, https://s3cret/path",
  })
  void aWrongSettingOfPushIsNamed(String name, String value) {
    settings.putAll(push());
    assertThatCode(() -> ServerSettings.check(new Environment(settings)))
        .doesNotThrowAnyException();
    aWrongSettingIsNamedAndItsValueIsNotQuoted(name, value);
  }

  @ParameterizedTest
  @ValueSource(strings = {"VAPID_PUBLIC_KEY", "VAPID_PRIVATE_KEY", "VAPID_SUBJECT"})
  void theSettingsOfPushNeedEachOther(String missing) {
    settings.putAll(push());
    settings.remove(missing);
    assertThatThrownBy(() -> ServerSettings.check(new Environment(settings)))
        .hasMessage(missing + " is not set");
  }

  @Test
  void phonesNeedAKeyOfGoogleOrApple() {
    try (var firebase = Firebase.start(Clock.systemUTC())) {
      settings.put("FCM_SERVICE_ACCOUNT", firebase.serviceAccount());
    }
    settings.put("APNS_KEY_ID", Apple.KEY_ID);
    settings.put("APNS_PRIVATE_KEY", apnsKey());
    settings.put("APNS_BASE_URL", "https://api.sandbox.push.apple.com");
    assertThatCode(() -> ServerSettings.check(new Environment(settings)))
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource({
    "FCM_SERVICE_ACCOUNT, s3cret",
    "FCM_BASE_URL, s3cret",
    "APNS_BASE_URL, s3cret",
    "APNS_KEY_ID, s3cret",
    "APNS_PRIVATE_KEY, s3cret",
  })
  void aWrongSettingOfPhonesIsNamed(String name, String value) {
    if (name.startsWith("APNS_")) {
      settings.put("APNS_KEY_ID", Apple.KEY_ID);
      settings.put("APNS_PRIVATE_KEY", apnsKey());
    }
    aWrongSettingIsNamedAndItsValueIsNotQuoted(name, value);
  }

  @ParameterizedTest
  @ValueSource(strings = {"APNS_KEY_ID", "APNS_PRIVATE_KEY", "APPLE_TEAM_ID"})
  void theSettingsOfApplesPhonesNeedEachOther(String missing) {
    settings.put("APNS_KEY_ID", Apple.KEY_ID);
    settings.put("APNS_PRIVATE_KEY", "s3cret");
    settings.remove(missing);
    assertThatThrownBy(() -> ServerSettings.check(new Environment(settings)))
        .hasMessage(missing + " is not set");
  }

  private static String apnsKey() {
    try (var apple = Apple.start(Clock.systemUTC())) {
      return apple.privateKey();
    }
  }

  private static Map<String, String> push() {
    return Map.of(
        "VAPID_PUBLIC_KEY",
        "BP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A8",
        "VAPID_PRIVATE_KEY",
        "yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw",
        "VAPID_SUBJECT",
        "mailto:ops@example.com",
        "PUSH_SERVICES",
        "https://push.example.com,https://*.example.net");
  }

  @Test
  void withSentinelsNobodyNeedsToSayWhereRedisIs() {
    settings.remove("REDIS_HOST");
    settings.put("REDIS_SENTINELS", "one.redis:26379, 10.0.0.2:26379,[fd00::3]:26379");
    settings.put("REDIS_SENTINEL_MASTER", "lunch");
    assertThatCode(() -> ServerSettings.check(new Environment(settings)))
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(strings = {"REDIS_SENTINELS", "REDIS_SENTINEL_MASTER"})
  void sentinelsAndTheNameOfTheirMasterNeedEachOther(String missing) {
    settings.put("REDIS_SENTINELS", "one:26379");
    settings.put("REDIS_SENTINEL_MASTER", "lunch");
    settings.remove(missing);
    assertThatThrownBy(() -> ServerSettings.check(new Environment(settings)))
        .hasMessage(missing + " is not set");
  }

  @Test
  void theSettingsThemselvesAreNeverPrinted() {
    settings.put("POSTGRES_PASSWORD", "s3cret");

    assertThat(new Environment(settings).toString()).doesNotContain("s3cret");
  }

  @Test
  void theProcessEndsWithOneLine() throws Exception {
    var start =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElseThrow(),
                "-cp",
                System.getProperty("java.class.path"),
                ServerMain.class.getName())
            .redirectErrorStream(true);
    start.environment().clear();
    Process server = start.start();
    try {
      assertThat(server.waitFor(30, TimeUnit.SECONDS)).isTrue();
      assertThat(server.exitValue()).isEqualTo(1);
      assertThat(new String(server.getInputStream().readAllBytes()))
          .isEqualToIgnoringNewLines("ojeomneo-server: POSTGRES_SERVER is not set");
    } finally {
      server.destroyForcibly();
    }
  }
}
