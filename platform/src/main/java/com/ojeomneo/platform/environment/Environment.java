package com.ojeomneo.platform.environment;

import java.net.URI;
import java.util.List;
import java.util.Map;

/**
 * What a process is told by its environment, checked before anything starts: each check throws an
 * {@link IllegalArgumentException} that names the variable and never quotes its value, which may be
 * a secret.
 */
public record Environment(Map<String, String> values) {
  public static Environment ofProcess() {
    return new Environment(System.getenv());
  }

  /**
   * @throws IllegalArgumentException when it is missing
   */
  public String require(String name) {
    String value = values.get(name);
    if (value == null || value.isBlank()) {
      throw new IllegalArgumentException(name + " is not set");
    }
    return value;
  }

  /** The port, or the default when the variable is absent. */
  public int port(String name, int otherwise) {
    requirePort(name);
    String value = values.get(name);
    return value == null || value.isBlank() ? otherwise : Integer.parseInt(value);
  }

  /** A record would print its values. */
  @Override
  public String toString() {
    return "Environment " + values.keySet();
  }

  /** What checks certificates needs those that it believes. */
  public void requirePostgresTls() {
    requireForm(
        "POSTGRES_SSLMODE",
        "disable|prefer|require|verify-ca|verify-full",
        "disable, prefer, require, verify-ca or verify-full");
    boolean verifies =
        isSet("POSTGRES_SSLMODE") && require("POSTGRES_SSLMODE").startsWith("verify-");
    if (verifies || isSet("POSTGRES_SSLROOTCERT")) {
      Certificates.require(this, "POSTGRES_SSLROOTCERT");
    }
  }

  public void requireRedisTls() {
    requireForm("REDIS_TLS", "true|false", "true or false");
    if (isSet("REDIS_CA")) {
      Certificates.require(this, "REDIS_CA");
    }
  }

  /** Sentinels know where Redis is; else somebody has to say so. */
  public void requireRedis() {
    requirePort("REDIS_PORT");
    requireRedisTls();
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

  public boolean isSet(String name) {
    String value = values.get(name);
    return value != null && !value.isBlank();
  }

  public void requirePort(String name) {
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

  /**
   * @param description of what matches the form
   */
  public void requireForm(String name, String form, String description) {
    String value = values.get(name);
    if (value != null && !value.isBlank() && !value.matches(form)) {
      throw new IllegalArgumentException(name + " must be " + description);
    }
  }

  public void requireUrl(String name) {
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
