package com.ojeomneo.platform.redis;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisConnectionException;
import io.lettuce.core.RedisException;
import io.lettuce.core.RedisFuture;
import io.lettuce.core.RedisURI;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.TimeoutOptions;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.async.RedisAsyncCommands;
import io.lettuce.core.api.sync.RedisCommands;
import io.lettuce.core.pubsub.StatefulRedisPubSubConnection;
import io.lettuce.core.resource.ClientResources;
import io.lettuce.core.resource.Delay;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * The connection to Redis, made at first use and again whenever it is lost. After a failure it is
 * left alone for a moment: a frozen Redis would else cost every caller the whole time-out.
 */
@Singleton
public class RedisLink {
  private static final Logger LOG = Logger.getLogger(RedisLink.class);
  private static final Duration CONNECT_TIMEOUT = Duration.ofMillis(200);
  private static final long REST_NANOS = Duration.ofMillis(500).toNanos();

  private final ClientResources resources =
      ClientResources.builder()
          .ioThreadPoolSize(2)
          .computationThreadPoolSize(2)
          .reconnectDelay(Delay.constant(Duration.ofMillis(200)))
          .build();
  private final Duration timeout;
  private final RedisClient client;
  private final RedisClient listening;
  private final Counter failures;
  private final AtomicLong restsUntil = new AtomicLong(System.nanoTime());
  private volatile StatefulRedisConnection<String, String> connection;
  private volatile boolean failing;

  RedisLink(
      @ConfigProperty(name = "ojeomneo.redis.host") String host,
      @ConfigProperty(name = "ojeomneo.redis.port") int port,
      @ConfigProperty(name = "ojeomneo.redis.password") Optional<String> password,
      @ConfigProperty(name = "ojeomneo.redis.timeout") Duration timeout,
      MeterRegistry metrics) {
    this.timeout = timeout;
    RedisURI.Builder uri =
        RedisURI.builder().withHost(host).withPort(port).withTimeout(CONNECT_TIMEOUT);
    password.ifPresent(p -> uri.withPassword(p.toCharArray()));
    this.client = client(uri.build(), true);
    this.listening = client(uri.build(), false);
    this.failures = metrics.counter("ojeomneo_redis_failures");
  }

  private RedisClient client(RedisURI uri, boolean reconnects) {
    RedisClient made = RedisClient.create(resources, uri);
    made.setOptions(
        ClientOptions.builder()
            .autoReconnect(reconnects)
            .disconnectedBehavior(ClientOptions.DisconnectedBehavior.REJECT_COMMANDS)
            .socketOptions(SocketOptions.builder().connectTimeout(CONNECT_TIMEOUT).build())
            .timeoutOptions(TimeoutOptions.enabled(timeout))
            .build());
    return made;
  }

  /**
   * The command's answer; empty when it is nil, or when Redis is not there. Never throws for Redis.
   */
  public <T> Optional<T> call(Function<RedisCommands<String, String>, T> command) {
    if (isResting()) {
      return Optional.empty();
    }
    try {
      Optional<T> answer = Optional.ofNullable(command.apply(connection().sync()));
      answered();
      return answer;
    } catch (RedisException e) {
      failed(e);
      return Optional.empty();
    }
  }

  /**
   * {@link #call} for whoever must not wait. The answer comes on a thread of the connection, which
   * must not wait either, or on the caller's own.
   */
  public <T> CompletionStage<Optional<T>> ask(
      Function<RedisAsyncCommands<String, String>, RedisFuture<T>> command) {
    if (isResting()) {
      return CompletableFuture.completedStage(Optional.empty());
    }
    return connected()
        .thenCompose(c -> command.apply(c.async()))
        .handle(
            (answer, failure) -> {
              if (failure == null) {
                answered();
              } else {
                failed(failure instanceof CompletionException e ? e.getCause() : failure);
              }
              return Optional.ofNullable(answer);
            });
  }

  private void answered() {
    if (failing) {
      failing = false;
      LOG.info("Redis is back");
    }
  }

  private void failed(Throwable reason) {
    rest();
    failures.increment();
    if (!failing) {
      failing = true;
      LOG.warnf("Redis is not there, going on without: %s", reason.getMessage());
    }
  }

  /** Asks it now. */
  public boolean isUp() {
    return call(RedisCommands::ping).isPresent();
  }

  /**
   * A connection of its own for pub/sub. It does not come back by itself: whoever listens must know
   * that there was a time when nobody did.
   *
   * @throws RedisException when Redis is not there
   */
  StatefulRedisPubSubConnection<String, String> connectPubSub() {
    StatefulRedisPubSubConnection<String, String> made = listening.connectPubSub();
    made.setTimeout(timeout);
    return made;
  }

  /** Connecting takes its time on a thread of its own. */
  private CompletionStage<StatefulRedisConnection<String, String>> connected() {
    StatefulRedisConnection<String, String> made = connection;
    return made != null
        ? CompletableFuture.completedStage(made)
        : CompletableFuture.supplyAsync(this::connection, Thread::startVirtualThread);
  }

  /** Whoever waited here while another failed to connect does not wait for the same again. */
  private synchronized StatefulRedisConnection<String, String> connection() {
    if (connection == null) {
      if (isResting()) {
        throw new RedisConnectionException("not connected a moment ago");
      }
      try {
        StatefulRedisConnection<String, String> made = client.connect();
        made.setTimeout(timeout);
        connection = made;
      } catch (RedisException e) {
        rest();
        throw e;
      }
    }
    return connection;
  }

  private boolean isResting() {
    return System.nanoTime() - restsUntil.get() < 0;
  }

  private void rest() {
    restsUntil.set(System.nanoTime() + REST_NANOS);
  }

  /** The first connection loads classes for longer than a request should wait. */
  void connect(@Observes StartupEvent start) {
    Thread.startVirtualThread(this::isUp);
  }

  @PreDestroy
  void close() {
    client.shutdown(Duration.ZERO, Duration.ofSeconds(1));
    listening.shutdown(Duration.ZERO, Duration.ofSeconds(1));
    resources.shutdown(0, 1, TimeUnit.SECONDS).awaitUninterruptibly(1000);
  }
}
