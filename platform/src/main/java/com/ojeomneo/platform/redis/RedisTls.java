package com.ojeomneo.platform.redis;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.RedisURI;
import io.lettuce.core.SslOptions;
import io.lettuce.core.SslVerifyMode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.File;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Whether Redis and its sentinels are spoken to by TLS. If so their certificates must be good and
 * of the name by which they are reached; there is no half of it.
 */
@Singleton
final class RedisTls {
  private static final Duration CONNECT_TIMEOUT = Duration.ofMillis(200);

  /** A handshake is several round trips and some arithmetic. */
  private static final Duration HANDSHAKE_TIMEOUT = Duration.ofSeconds(1);

  private final boolean on;
  private final Optional<File> authority;

  /**
   * @param authority certificates (PEM) of who signs theirs; without it those that Java knows
   */
  @Inject
  RedisTls(
      @ConfigProperty(name = "ojeomneo.redis.tls") boolean on,
      @ConfigProperty(name = "ojeomneo.redis.ca") Optional<File> authority) {
    this.on = on;
    this.authority = authority;
  }

  static RedisTls none() {
    return new RedisTls(false, Optional.empty());
  }

  Duration connectTimeout() {
    return on ? HANDSHAKE_TIMEOUT : CONNECT_TIMEOUT;
  }

  void apply(ClientOptions.Builder options) {
    if (on) {
      var ssl = SslOptions.builder().jdkSslProvider().protocols("TLSv1.3", "TLSv1.2");
      authority.ifPresent(ssl::trustManager);
      options.sslOptions(ssl.build());
    }
  }

  void apply(RedisURI.Builder uri) {
    uri.withSsl(on).withVerifyPeer(SslVerifyMode.FULL);
  }
}
