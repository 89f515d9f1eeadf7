package com.ojeomneo.platform.redis;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisException;
import io.lettuce.core.RedisURI;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.TimeoutOptions;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.codec.StringCodec;
import io.lettuce.core.pubsub.StatefulRedisPubSubConnection;
import io.lettuce.core.resource.ClientResources;
import io.lettuce.core.resource.Delay;
import io.lettuce.core.sentinel.api.StatefulRedisSentinelConnection;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** How connections are made: soon or not at all, and nothing waits on one that is lost. */
final class RedisClients implements AutoCloseable {
  /** More than are ever under way; what a frozen Redis has not taken must not grow without end. */
  private static final int COMMANDS_UNDER_WAY = 10_000;

  /** In Redis' own list of its clients. */
  private static final String CLIENT_NAME = "ojeomneo";

  private final ClientResources resources =
      ClientResources.builder()
          .ioThreadPoolSize(2)
          .computationThreadPoolSize(2)
          .reconnectDelay(Delay.constant(Duration.ofMillis(200)))
          .build();
  private final Optional<String> password;
  private final Duration timeout;
  private final RedisTls tls;
  private final RedisClient lasting;
  private final RedisClient once;

  /**
   * @param password of Redis and of its sentinels; a sentinel without one takes any
   * @param timeout of a command
   */
  RedisClients(Optional<String> password, Duration timeout, RedisTls tls) {
    this.password = password;
    this.timeout = timeout;
    this.tls = tls;
    this.lasting = client(true);
    this.once = client(false);
  }

  private RedisClient client(boolean reconnects) {
    RedisClient made = RedisClient.create(resources);
    ClientOptions.Builder options =
        ClientOptions.builder()
            .autoReconnect(reconnects)
            .requestQueueSize(COMMANDS_UNDER_WAY)
            .disconnectedBehavior(ClientOptions.DisconnectedBehavior.REJECT_COMMANDS)
            .socketOptions(SocketOptions.builder().connectTimeout(tls.connectTimeout()).build())
            .timeoutOptions(TimeoutOptions.enabled(timeout));
    tls.apply(options);
    made.setOptions(options.build());
    return made;
  }

  /**
   * Comes back by itself, to the same address.
   *
   * @throws RedisException when nobody is there
   */
  StatefulRedisConnection<String, String> connect(Address there) {
    StatefulRedisConnection<String, String> made = lasting.connect(uri(there));
    made.setTimeout(timeout);
    return made;
  }

  /**
   * Does not come back by itself.
   *
   * @throws RedisException when nobody is there
   */
  StatefulRedisPubSubConnection<String, String> connectPubSub(Address there) {
    StatefulRedisPubSubConnection<String, String> made = once.connectPubSub(uri(there));
    made.setTimeout(timeout);
    return made;
  }

  /** Comes back by itself once it was made. */
  CompletableFuture<StatefulRedisSentinelConnection<String, String>> connectSentinel(
      Address there) {
    return lasting.connectSentinelAsync(StringCodec.UTF8, uri(there));
  }

  private RedisURI uri(Address there) {
    RedisURI.Builder uri =
        RedisURI.builder()
            .withHost(there.host())
            .withPort(there.port())
            .withClientName(CLIENT_NAME)
            .withTimeout(tls.connectTimeout());
    tls.apply(uri);
    password.ifPresent(p -> uri.withPassword(p.toCharArray()));
    return uri.build();
  }

  @Override
  public void close() {
    lasting.shutdown(Duration.ZERO, Duration.ofSeconds(1));
    once.shutdown(Duration.ZERO, Duration.ofSeconds(1));
    resources.shutdown(0, 1, TimeUnit.SECONDS).awaitUninterruptibly(1000);
  }
}
