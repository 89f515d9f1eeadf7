package com.ojeomneo.local;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The environment of the product's processes: the contract of DESIGN, "Configuration". */
final class Settings {
  private final Postgres postgres;
  private final Redis redis;
  private final Secrets secrets;
  private final String serverUrl;
  private final String sandboxUrl;
  private final int smtpPort;

  Settings(
      Postgres postgres,
      Redis redis,
      Secrets secrets,
      String serverUrl,
      String sandboxUrl,
      int smtpPort) {
    this.postgres = postgres;
    this.redis = redis;
    this.secrets = secrets;
    this.serverUrl = serverUrl;
    this.sandboxUrl = sandboxUrl;
    this.smtpPort = smtpPort;
  }

  /** For {@code server migrate}, which alone logs in as the owner. */
  Map<String, String> migration() {
    var settings = new TreeMap<>(Surroundings.plain());
    settings.putAll(database());
    settings.put("POSTGRES_OWNER_USER", Databases.OWNER);
    settings.put("POSTGRES_OWNER_PASSWORD", secrets.password(Databases.OWNER));
    return settings;
  }

  Map<String, String> server(int port) {
    var settings = new TreeMap<>(Surroundings.withProviders());
    settings.putAll(database());
    settings.put("POSTGRES_USER", Databases.SERVER);
    settings.put("POSTGRES_PASSWORD", secrets.password(Databases.SERVER));
    settings.put("REDIS_HOST", "127.0.0.1");
    settings.put("REDIS_PORT", String.valueOf(redis.port()));
    settings.put("REDIS_PASSWORD", secrets.password("redis"));
    settings.put("PUBLIC_URL", serverUrl);
    settings.put("CORS_ORIGINS", serverUrl);
    settings.put("TRUSTED_PROXIES", "0");
    settings.put("JWT_PRIVATE_KEYS", secrets.signingKeys());
    settings.put("JWT_ISSUER", "https://ojeomneo.local");
    settings.put("JWT_AUDIENCE", "ojeomneo-app");
    settings.put("TOSS_BASE_URL", sandboxUrl);
    settings.putAll(tossKeys());
    settings.putAll(secrets.vapidKeys());
    settings.putAll(social());
    settings.putAll(mail());
    settings.putAll(http(port));
    return settings;
  }

  Map<String, String> admin(int port) {
    var settings = new TreeMap<>(Surroundings.plain());
    settings.putAll(database());
    settings.put("POSTGRES_USER", Databases.ADMIN);
    settings.put("POSTGRES_PASSWORD", secrets.password(Databases.ADMIN));
    settings.put("REDIS_HOST", "127.0.0.1");
    settings.put("REDIS_PORT", String.valueOf(redis.port()));
    settings.put("REDIS_PASSWORD", secrets.password("redis"));
    settings.put("CACHE_BACKEND", "redis");
    settings.put("ADMIN_SECRET_KEYS", secrets.adminKey());
    settings.put("PUBLIC_URL", serverUrl);
    settings.put("ADMIN_PUBLIC_URL", "http://localhost:" + port);
    settings.put("TRUSTED_PROXIES", "0");
    settings.putAll(mail());
    // Of the C library: one arena is enough for what is beside the heap.
    settings.put("MALLOC_ARENA_MAX", "1");
    settings.putAll(http(port));
    return settings;
  }

  /** The sandbox's mailbox. */
  private Map<String, String> mail() {
    return Map.of(
        "SMTP_HOST", "127.0.0.1",
        "SMTP_PORT", String.valueOf(smtpPort),
        "SMTP_SECURITY", "NONE",
        "SMTP_FROM", "no-reply@ojeomneo.local");
  }

  Map<String, String> sandbox(int port) {
    var settings = new TreeMap<>(Surroundings.plain());
    settings.put("SANDBOX_PORT", String.valueOf(port));
    settings.put("SANDBOX_SMTP_PORT", String.valueOf(smtpPort));
    settings.put("SANDBOX_WEBHOOK_URL", serverUrl + "/ojeomneo/v1/payments/webhooks/toss");
    settings.put("SANDBOX_POSTGRES_URL", postgres.url(Databases.SANDBOX));
    settings.put("SANDBOX_POSTGRES_USER", Databases.SANDBOX);
    settings.put("SANDBOX_POSTGRES_PASSWORD", secrets.password(Databases.SANDBOX));
    settings.putAll(tossKeys());
    settings.put("SANDBOX_SOCIAL_SECRET", secrets.socialSecret());
    settings.put("SANDBOX_APPLE_PUBLIC_KEY", secrets.appleKeys().publicKey());
    return settings;
  }

  /** The sandbox's Kakao, Google and Apple. */
  private Map<String, String> social() {
    var settings = new TreeMap<String, String>();
    settings.put("SERVER_SECRET_KEYS", secrets.serverKey());
    for (String provider : List.of("KAKAO", "GOOGLE", "APPLE")) {
      String name = provider.toLowerCase(Locale.ROOT);
      settings.put(provider + "_CLIENT_IDS", name + "-web.local," + name + "-app.local");
      settings.put(provider + "_CLIENT_SECRET", secrets.socialSecret());
      settings.put(provider + "_BASE_URL", sandboxUrl + "/" + name);
    }
    settings.put("KAKAO_ADMIN_KEY", secrets.socialSecret());
    settings.put("APPLE_KEY_ID", "LOCALKEY01");
    settings.put("APPLE_TEAM_ID", "LOCALTEAM1");
    settings.put("APPLE_PRIVATE_KEY", secrets.appleKeys().privateKey());
    return settings;
  }

  private static Map<String, String> http(int port) {
    return Map.of(
        "QUARKUS_HTTP_HOST",
        "127.0.0.1",
        "QUARKUS_HTTP_PORT",
        String.valueOf(port),
        // No load balancer has to notice: Ctrl-C is quick.
        "SHUTDOWN_DELAY",
        "0s",
        // For eyes: the launcher writes the name in front.
        "QUARKUS_LOG_CONSOLE_FORMAT",
        "%d{HH:mm:ss} %-5p [%c{1}] %s%e%n");
  }

  private Map<String, String> database() {
    return Map.of(
        "POSTGRES_SERVER",
        "127.0.0.1",
        "POSTGRES_PORT",
        String.valueOf(postgres.port()),
        "POSTGRES_DB",
        Databases.PRODUCT);
  }

  private Map<String, String> tossKeys() {
    return Map.of(
        "TOSS_CLIENT_KEY", secrets.tossClientKey(), "TOSS_SECRET_KEY", secrets.tossSecretKey());
  }
}
