package com.ojeomneo.platform.redis;

import com.ojeomneo.platform.background.BackgroundJobs;
import io.lettuce.core.RedisConnectionException;
import io.lettuce.core.RedisException;
import io.lettuce.core.RedisFuture;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.async.RedisAsyncCommands;
import io.lettuce.core.api.sync.RedisCommands;
import io.lettuce.core.models.role.RoleParser;
import io.lettuce.core.pubsub.StatefulRedisPubSubConnection;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * The connection to Redis, made at first use and again whenever it is lost; where sentinels watch
 * over it, made to whom they name master ({@link MasterWatch}) and to nobody else. After a failure
 * it is left alone until it answers again ({@link Breaker}): a frozen Redis would else cost every
 * caller the whole time-out.
 */
@Singleton
public class RedisLink {
  private static final Logger LOG = Logger.getLogger(RedisLink.class);
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(250);
  private static final long MINUTE_NANOS = Duration.ofMinutes(1).toNanos();

  private final RedisClients clients;
  private final Optional<MasterWatch> watch;
  private final Counter failures;
  private final Breaker breaker = new Breaker(this::isBack);
  private final AtomicLong warnedOfFullness = new AtomicLong(System.nanoTime() - MINUTE_NANOS);
  private final AtomicLong moves = new AtomicLong();
  private volatile StatefulRedisConnection<String, String> connection;

  /** Where connections go; null as long as sentinels have not said. */
  private volatile Address server;

  /**
   * @param host without it, and without sentinels, there is no Redis
   * @param sentinels {@code host:port} of each; where there are any, they say where Redis is
   */
  @Inject
  RedisLink(
      @ConfigProperty(name = "ojeomneo.redis.host") Optional<String> host,
      @ConfigProperty(name = "ojeomneo.redis.port") int port,
      @ConfigProperty(name = "ojeomneo.redis.password") Optional<String> password,
      @ConfigProperty(name = "ojeomneo.redis.timeout") Duration timeout,
      @ConfigProperty(name = "ojeomneo.redis.sentinels") Optional<List<String>> sentinels,
      @ConfigProperty(name = "ojeomneo.redis.sentinel-master") Optional<String> sentinelMaster,
      RedisTls tls,
      MeterRegistry metrics) {
    this.clients = new RedisClients(password, timeout, tls);
    this.failures = metrics.counter("ojeomneo_redis_failures");
    this.watch =
        sentinels
            .map(all -> new Sentinels(clients, all, sentinelMaster.orElseThrow()))
            .map(all -> new MasterWatch(this, all, metrics));
    this.server = watch.isPresent() ? null : host.map(h -> new Address(h, port)).orElse(null);
  }

  /**
   * The command's answer; empty when it is nil, or when Redis is not there. Never throws for Redis.
   */
  public <T> Optional<T> call(Function<RedisCommands<String, String>, T> command) {
    if (!breaker.letsThrough()) {
      return Optional.empty();
    }
    try {
      return Optional.ofNullable(command.apply(connection().sync()));
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
    if (!breaker.letsThrough()) {
      return CompletableFuture.completedStage(Optional.empty());
    }
    return connected()
        .thenCompose(c -> command.apply(c.async()))
        .handle(
            (answer, failure) -> {
              if (failure != null) {
                failed(failure instanceof CompletionException e ? e.getCause() : failure);
              }
              return Optional.ofNullable(answer);
            });
  }

  /**
   * Sends what must follow whatever was sent before, also when that was given up: a frozen Redis
   * does it all when it wakes. Nobody hears of the outcome.
   */
  <T> void follow(Function<RedisAsyncCommands<String, String>, RedisFuture<T>> command) {
    StatefulRedisConnection<String, String> made = connection;
    if (made != null) {
      CompletableFuture.completedFuture(made.async()).thenCompose(command);
    }
  }

  private void failed(Throwable reason) {
    failures.increment();
    if (Refusals.isFull(reason)) {
      warnOfFullness(reason);
      return;
    }
    if (Refusals.isReadOnly(reason)) {
      leave();
    }
    goOnWithout(reason);
  }

  private void goOnWithout(Throwable reason) {
    if (breaker.open()) {
      LOG.warnf("Redis is not there, going on without: %s", reason.getMessage());
    }
  }

  private boolean isBack() {
    try {
      connect().sync().ping();
      goOnWith();
      return true;
    } catch (RedisException e) {
      failures.increment();
      return false;
    }
  }

  private void goOnWith() {
    if (breaker.close()) {
      LOG.info("Redis is back");
    }
  }

  /** At most once a minute: each write says so. */
  private void warnOfFullness(Throwable reason) {
    long now = System.nanoTime();
    long last = warnedOfFullness.get();
    if (now - last >= MINUTE_NANOS && warnedOfFullness.compareAndSet(last, now)) {
      LOG.warnf("Redis is full and takes nothing new: %s", reason.getMessage());
    }
  }

  /** Whether there is to be a Redis at all. */
  boolean isWanted() {
    return server != null || watch.isPresent();
  }

  /** Asks it now, unless it has failed and has not been found back yet. */
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
    Address there = server;
    if (there == null) {
      throw new RedisConnectionException("no master is known");
    }
    return clients.connectPubSub(there);
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
    if (connection == null && breaker.isOpen()) {
      throw new RedisConnectionException("not connected a moment ago");
    }
    return connect();
  }

  private synchronized StatefulRedisConnection<String, String> connect() {
    if (connection == null) {
      if (server == null || watch.isPresent()) {
        throw new RedisConnectionException("no master is known");
      }
      try {
        connection = clients.connect(server);
      } catch (RedisException e) {
        goOnWithout(e);
        throw e;
      }
    }
    return connection;
  }

  /** Another number than before: connections made before lead to a Redis that was left. */
  long moves() {
    return moves.get();
  }

  synchronized boolean isAt(Address address) {
    return connection != null && address.equals(server);
  }

  /**
   * Leaves at once where it is, and goes there; who calls meanwhile goes on without.
   *
   * @throws RedisException when there is nobody, or no master
   */
  void moveTo(Address master) {
    leave();
    StatefulRedisConnection<String, String> made = clients.connect(master);
    try {
      if (!isMaster(made)) {
        throw new RedisException("it is a replica");
      }
    } catch (RedisException e) {
      made.closeAsync();
      throw e;
    }
    synchronized (this) {
      connection = made;
      server = master;
    }
    goOnWith();
  }

  /** Who does not answer may be frozen or restarting: who is master instead, sentinels say. */
  void leaveUnlessMaster() {
    StatefulRedisConnection<String, String> current;
    synchronized (this) {
      current = connection;
    }
    try {
      if (current != null && !isMaster(current)) {
        leave();
      }
    } catch (RedisException noAnswer) {
      LOG.debugf("no role: %s", noAnswer.getMessage());
    }
  }

  private synchronized void leave() {
    if (connection != null) {
      connection.closeAsync();
      connection = null;
      moves.incrementAndGet();
    }
    if (watch.isPresent()) {
      server = null;
    }
  }

  private static boolean isMaster(StatefulRedisConnection<String, String> at) {
    return RoleParser.parse(at.sync().role()).getRole().isUpstream();
  }

  /** The first connection loads classes for longer than a request should wait. */
  void connect(@Observes StartupEvent start, BackgroundJobs jobs) {
    watch.ifPresentOrElse(
        w -> jobs.every(BETWEEN_LOOKS, "redis-master", w::look),
        () -> Thread.startVirtualThread(this::isUp));
  }

  /** Whoever calls afterwards goes on without. */
  @PreDestroy
  void close() {
    breaker.shut();
    clients.close();
  }
}
