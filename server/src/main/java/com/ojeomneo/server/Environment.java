package com.ojeomneo.server;

import com.ojeomneo.platform.security.SigningKeys;
import java.net.URI;
import java.util.List;
import java.util.Map;

/**
 * The settings of DESIGN section 8, checked before anything starts. Messages name a variable and
 * never quote its value: it may be a secret.
 */
record Environment(Map<String, String> values) {
  private static final List<String> SERVING =
      List.of(
          "POSTGRES_SERVER",
          "POSTGRES_DB",
          "POSTGRES_USER",
          "POSTGRES_PASSWORD",
          "PUBLIC_URL",
          "JWT_PRIVATE_KEYS",
          "JWT_ISSUER",
          "JWT_AUDIENCE",
          "TOSS_BASE_URL",
          "TOSS_CLIENT_KEY",
          "TOSS_SECRET_KEY");

  static Environment ofProcess() {
    return new Environment(System.getenv());
  }

  /**
   * @throws IllegalArgumentException naming the first setting that is missing or wrong
   */
  void requireServing() {
    SERVING.forEach(this::require);
    requirePort("POSTGRES_PORT");
    requireForm("TRUSTED_PROXIES", "[0-9]", "a number of proxies (0 to 9)");
    requireRedis();
    requireUrl("PUBLIC_URL");
    requireUrl("TOSS_BASE_URL");
    requireForm("SHUTDOWN_DELAY", "[0-9]{1,5}(ms|s)", "a time like 5s or 500ms");
    SigningKeys.parse(require("JWT_PRIVATE_KEYS"));
  }

  String require(String name) {
    String value = values.get(name);
    if (value == null || value.isBlank()) {
      throw new IllegalArgumentException(name + " is not set");
    }
    return value;
  }

  /** The port, or the default when the variable is absent. */
  int port(String name, int otherwise) {
    requirePort(name);
    String value = values.get(name);
    return value == null || value.isBlank() ? otherwise : Integer.parseInt(value);
  }

  /** A record would print its values. */
  @Override
  public String toString() {
    return "Environment " + values.keySet();
  }

  /** Sentinels know where Redis is; else somebody has to say so. */
  private void requireRedis() {
    requirePort("REDIS_PORT");
    if (!isSet("REDIS_SENTINELS") && !isSet("REDIS_SENTINEL_MASTER")) {
      require("REDIS_HOST");
      return;
    }
    for (String sentinel : require("REDIS_SENTINELS").split(",", -1)) {
      if (!sentinel.strip().matches("[^\\s:]+:[0-9]{1,5}|\\[[0-9a-fA-F:.]+]:[0-9]{1,5}")) {
        throw new IllegalArgumentException(
            "REDIS_SENTINELS must be a list like host:26379,other:26379");
      }
    }
    require("REDIS_SENTINEL_MASTER");
  }

  private boolean isSet(String name) {
    String value = values.get(name);
    return value != null && !value.isBlank();
  }

  private void requirePort(String name) {
    String value = values.get(name);
    if (value == null || value.isBlank()) {
      return;
    }
    if (!value.matches("[0-9]{1,5}")
        || Integer.parseInt(value) < 1
        || Integer.parseInt(value) > 65535) {
      throw new IllegalArgumentException(name + " must be a port number (1 to 65535)");
    }
  }

  private void requireForm(String name, String form, String description) {
    String value = values.get(name);
    if (value != null && !value.isBlank() && !value.matches(form)) {
      throw new IllegalArgumentException(name + " must be " + description);
    }
  }

  private void requireUrl(String name) {
    try {
      URI url = URI.create(require(name));
      if (url.getHost() != null && List.of("http", "https").contains(url.getScheme())) {
        return;
      }
    } catch (IllegalArgumentException malformed) {
      // said below, without the value
    }
    throw new IllegalArgumentException(name + " must be an http or https address");
  }
}
