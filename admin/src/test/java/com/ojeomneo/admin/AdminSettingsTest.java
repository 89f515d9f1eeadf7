package com.ojeomneo.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ojeomneo.platform.environment.Environment;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AdminSettingsTest {
  private static final List<String> REDIS =
      List.of(
          "ojeomneo.redis.host",
          "ojeomneo.redis.port",
          "ojeomneo.redis.password",
          "ojeomneo.redis.tls");

  private final Map<String, String> settings =
      new HashMap<>(
          Map.of(
              "POSTGRES_SERVER", "db",
              "POSTGRES_DB", "ojeomneo",
              "POSTGRES_USER", "ojeomneo_admin",
              "POSTGRES_PASSWORD", "s3cret",
              "ADMIN_PUBLIC_URL", "https://admin.example.com",
              "ADMIN_SECRET_KEYS", AdminStack.SECRET_KEYS,
              "REDIS_HOST", "redis"));

  @AfterEach
  void forget() {
    REDIS.forEach(System::clearProperty);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "POSTGRES_SERVER",
        "POSTGRES_DB",
        "POSTGRES_USER",
        "POSTGRES_PASSWORD",
        "ADMIN_PUBLIC_URL",
        "ADMIN_SECRET_KEYS",
        "REDIS_HOST"
      })
  void whatIsMissingIsNamed(String name) {
    assertThatCode(this::check).doesNotThrowAnyException();
    settings.remove(name);
    assertThatThrownBy(this::check).hasMessage(name + " is not set");
  }

  @ParameterizedTest
  @CsvSource({
    "CACHE_BACKEND, memcached",
    "ADMIN_PUBLIC_URL, admin",
    "ADMIN_SECRET_KEYS, c2hvcnQ=",
    "ADMIN_SECRET_KEYS, not Base64",
    "ADMIN_SECRET_KEYS, 'bmV3LW5ldy1uZXctbmV3LW5ldy1uZXctbmV3LW5ldy0=,'",
    "POSTGRES_PORT, 99999",
    "REDIS_URL, redis.example.com",
    "POSTGRES_SSLMODE, yes",
    "POSTGRES_SSLROOTCERT, /no/such.pem",
    "REDIS_TLS, 1",
    "REDIS_CA, /no/such.pem",
    "TRUSTED_PROXIES, many"
  })
  void whatIsWrongIsNamedAndNotQuoted(String name, String value) {
    settings.put(name, value);
    assertThatThrownBy(this::check).hasMessageStartingWith(name).hasMessageNotContaining(value);
  }

  @Test
  void withoutRedisOnPurposeNoneIsNeeded() {
    settings.remove("REDIS_HOST");
    settings.put("CACHE_BACKEND", "local");
    assertThatCode(this::check).doesNotThrowAnyException();
  }

  @Test
  void theUrlOfRedisSaysWhatThreeVariablesSay() {
    settings.remove("REDIS_HOST");
    settings.put("REDIS_URL", "redis://:pass%40word@cache:6380/0");
    settings.put("CACHE_BACKEND", "django_redis");
    check();
    assertThat(REDIS)
        .extracting(System::getProperty)
        .containsExactly("cache", "6380", "pass@word", null);
  }

  @Test
  void theUrlOfRedisMayAskForTls() {
    settings.put("REDIS_URL", "rediss://cache:6380");
    check();
    assertThat(System.getProperty("ojeomneo.redis.tls")).isEqualTo("true");
  }

  private void check() {
    AdminSettings.check(new Environment(settings));
  }
}
