package com.ojeomneo.admin;

import com.ojeomneo.platform.environment.Environment;
import com.ojeomneo.platform.secret.SecretKeys;
import io.lettuce.core.RedisURI;
import java.util.List;

/** The settings of DESIGN section 8 that the back office reads. */
final class AdminSettings {
  private static final List<String> REQUIRED =
      List.of(
          "POSTGRES_SERVER",
          "POSTGRES_DB",
          "POSTGRES_USER",
          "POSTGRES_PASSWORD",
          "ADMIN_PUBLIC_URL",
          "ADMIN_SECRET_KEYS");

  private AdminSettings() {}

  /**
   * @throws IllegalArgumentException naming the first setting that is missing or wrong
   */
  static void check(Environment environment) {
    REQUIRED.forEach(environment::require);
    environment.requirePort("POSTGRES_PORT");
    environment.requirePostgresTls();
    environment.requireUrl("ADMIN_PUBLIC_URL");
    if (environment.isSet("PUBLIC_URL")) {
      environment.requireUrl("PUBLIC_URL");
    }
    requireKeys(environment);
    environment.requireForm("TRUSTED_PROXIES", "[0-9]", "a number of proxies (0 to 9)");
    environment.requireForm("SHUTDOWN_DELAY", "[0-9]{1,5}(ms|s)", "a time like 5s or 500ms");
    environment.requireForm("CACHE_BACKEND", "redis|django_redis|local", "redis or local");
    if (environment.isSet("SMTP_HOST")) {
      environment.requirePort("SMTP_PORT");
      environment.requireForm("SMTP_SECURITY", "STARTTLS|TLS|NONE", "STARTTLS, TLS or NONE");
      environment.require("SMTP_FROM");
      environment.requireForm("SMTP_FROM", "[^@\\s<>]+@[^@\\s<>]+", "an e-mail address");
    }
    environment.requireRedisTls();
    if (environment.isSet("REDIS_URL")) {
      takeApart(environment.require("REDIS_URL"));
    } else if (!"local".equals(environment.values().get("CACHE_BACKEND"))) {
      environment.requireRedis();
    }
  }

  private static void requireKeys(Environment environment) {
    try {
      SecretKeys.parse(environment.require("ADMIN_SECRET_KEYS"));
    } catch (IllegalArgumentException wrong) {
      throw wrong.getMessage().startsWith("ADMIN_SECRET_KEYS")
          ? wrong
          : new IllegalArgumentException("ADMIN_SECRET_KEYS " + wrong.getMessage());
    }
  }

  /** Says the same as the variables for host, port and password, before the settings are read. */
  private static void takeApart(String url) {
    RedisURI redis;
    try {
      redis = RedisURI.create(url);
    } catch (IllegalArgumentException malformed) {
      throw new IllegalArgumentException(
          "REDIS_URL must be like redis://:password@host:6379 or rediss://...");
    }
    if (redis.isSsl()) {
      System.setProperty("ojeomneo.redis.tls", "true");
    }
    System.setProperty("ojeomneo.redis.host", redis.getHost());
    System.setProperty("ojeomneo.redis.port", String.valueOf(redis.getPort()));
    char[] password = redis.getCredentialsProvider().resolveCredentials().block().getPassword();
    System.setProperty("ojeomneo.redis.password", password == null ? "" : new String(password));
  }
}
