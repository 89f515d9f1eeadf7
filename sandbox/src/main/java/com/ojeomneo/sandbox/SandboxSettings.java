package com.ojeomneo.sandbox;

import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

/**
 * What a sandbox needs to start.
 *
 * @param host the address to bind, without the port
 * @param port 0 = any free one
 * @param smtpPort where mail is received, 0 = any free one
 * @param database where the sandbox keeps its memory
 * @param clientKey the key that the checkout page asks for
 * @param secretKey the key that the API asks for
 * @param clock decides when an authenticated payment or an idempotency key is too old, and when a
 *     webhook is due
 * @param webhookUrl where webhooks go; empty = none are made until it is set over HTTP
 * @param webhookMinute how long a minute of the provider's retry schedule lasts
 * @param social by which the providers of log-ins know their client; empty = they know none
 */
public record SandboxSettings(
    String host,
    int port,
    int smtpPort,
    Database database,
    String clientKey,
    String secretKey,
    Clock clock,
    Optional<URI> webhookUrl,
    Duration webhookMinute,
    Optional<SocialKeys> social) {

  private static final Duration MINUTE = Duration.ofMinutes(1);

  /**
   * A PostgreSQL database and a role that may create the schema {@code sandbox} in it.
   *
   * @param url as {@code jdbc:postgresql://host:port/name}
   */
  public record Database(String url, String user, String password) {
    @Override
    public String toString() {
      return url;
    }
  }

  /**
   * @param secret the client secret at Kakao and Google, and Kakao's admin key
   * @param apple the public half of the key that signs Apple's client secrets
   */
  public record SocialKeys(String secret, PublicKey apple) {
    /**
     * @param apple X.509, Base64
     * @throws IllegalArgumentException when it is no key of an elliptic curve
     */
    public static SocialKeys of(String secret, String apple) {
      try {
        var encoded = new X509EncodedKeySpec(Base64.getDecoder().decode(apple));
        return new SocialKeys(secret, KeyFactory.getInstance("EC").generatePublic(encoded));
      } catch (GeneralSecurityException e) {
        throw new IllegalArgumentException("no public EC key", e);
      }
    }

    @Override
    public String toString() {
      return "SocialKeys";
    }
  }

  /** On any free port of 127.0.0.1, by the system's clock, without webhooks. */
  public static SandboxSettings of(Database database, String clientKey, String secretKey) {
    return new SandboxSettings(
        "127.0.0.1",
        0,
        0,
        database,
        clientKey,
        secretKey,
        Clock.systemUTC(),
        Optional.empty(),
        MINUTE,
        Optional.empty());
  }

  /** As these, but every change of a payment's status is told to a shop. */
  public SandboxSettings withWebhooks(URI url, Duration minute) {
    return new SandboxSettings(
        host,
        port,
        smtpPort,
        database,
        clientKey,
        secretKey,
        clock,
        Optional.of(url),
        minute,
        social);
  }

  /** As these, but with providers of log-ins that know a client. */
  public SandboxSettings withSocial(SocialKeys keys) {
    return new SandboxSettings(
        host,
        port,
        smtpPort,
        database,
        clientKey,
        secretKey,
        clock,
        webhookUrl,
        webhookMinute,
        Optional.of(keys));
  }

  /**
   * Reads the settings from environment variables.
   *
   * @throws IllegalArgumentException names the first variable that is missing or wrong; its message
   *     holds no secret
   */
  static SandboxSettings from(Map<String, String> environment) {
    int port = port("SANDBOX_PORT", environment);
    int smtpPort = port("SANDBOX_SMTP_PORT", environment);
    String url = required(environment, "SANDBOX_POSTGRES_URL");
    if (!url.startsWith("jdbc:postgresql:")) {
      throw new IllegalArgumentException(
          "SANDBOX_POSTGRES_URL must be like jdbc:postgresql://host:port/name");
    }
    var database =
        new Database(
            url,
            required(environment, "SANDBOX_POSTGRES_USER"),
            required(environment, "SANDBOX_POSTGRES_PASSWORD"));
    return new SandboxSettings(
        "127.0.0.1",
        port,
        smtpPort,
        database,
        required(environment, "TOSS_CLIENT_KEY"),
        required(environment, "TOSS_SECRET_KEY"),
        Clock.systemUTC(),
        webhookUrl(environment),
        webhookMinute(environment),
        social(environment));
  }

  private static Optional<SocialKeys> social(Map<String, String> environment) {
    if (environment.getOrDefault("SANDBOX_SOCIAL_SECRET", "").isBlank()) {
      return Optional.empty();
    }
    String apple = required(environment, "SANDBOX_APPLE_PUBLIC_KEY");
    try {
      return Optional.of(SocialKeys.of(environment.get("SANDBOX_SOCIAL_SECRET"), apple));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("SANDBOX_APPLE_PUBLIC_KEY must be an EC key in Base64");
    }
  }

  private static Optional<URI> webhookUrl(Map<String, String> environment) {
    String value = environment.getOrDefault("SANDBOX_WEBHOOK_URL", "");
    try {
      return value.isBlank() ? Optional.empty() : Optional.of(WebhookSettings.url(value));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("SANDBOX_WEBHOOK_URL must be like http://host:port/path");
    }
  }

  private static Duration webhookMinute(Map<String, String> environment) {
    String value = environment.getOrDefault("SANDBOX_WEBHOOK_MINUTE_MILLIS", "60000");
    if (value.matches("[1-9]\\d{0,4}") && Integer.parseInt(value) <= MINUTE.toMillis()) {
      return Duration.ofMillis(Integer.parseInt(value));
    }
    throw new IllegalArgumentException("SANDBOX_WEBHOOK_MINUTE_MILLIS must be from 1 to 60000");
  }

  private static String required(Map<String, String> environment, String name) {
    String value = environment.get(name);
    if (value == null || value.isBlank()) {
      throw new IllegalArgumentException(name + " is missing");
    }
    return value;
  }

  private static int port(String name, Map<String, String> environment) {
    String value = required(environment, name);
    if (value.matches("\\d{1,5}") && Integer.parseInt(value) <= 65535) {
      return Integer.parseInt(value);
    }
    throw new IllegalArgumentException(name + " must be a port from 0 to 65535");
  }

  @Override
  public String toString() {
    return "SandboxSettings[" + host + ":" + port + ", " + database + "]";
  }
}
