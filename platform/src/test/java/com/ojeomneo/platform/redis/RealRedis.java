package com.ojeomneo.platform.redis;

import com.ojeomneo.platform.background.BackgroundJobs;
import io.lettuce.core.RedisURI;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.StartupEvent;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Optional;
import redis.embedded.RedisServer;

/** A Redis that can be killed, frozen, and started again on its port. */
public final class RealRedis implements AutoCloseable {
  private static final File INSTALLED = new File("/usr/bin/redis-server");

  private final int port = freePort();
  private final Duration timeout;
  private final RedisLink link;
  private RedisServer server;
  private String frozen;

  /** Given up on after 50 ms, as in the product. */
  public RealRedis() {
    this(Duration.ofMillis(50));
  }

  private RealRedis(Duration timeout) {
    this.timeout = timeout;
    this.link = newLink();
  }

  /** For tests of what Redis does, not of what is done without it: a busy machine is no fault. */
  public static RealRedis patient() {
    return new RealRedis(Duration.ofSeconds(5));
  }

  public RedisLink link() {
    return link;
  }

  /** As another node has it. */
  public RedisLink newLink() {
    return link("localhost", port, timeout, RedisTls.none());
  }

  static RedisLink link(String host, int port, Duration timeout, RedisTls tls) {
    return new RedisLink(
        Optional.of(host),
        port,
        Optional.empty(),
        timeout,
        Optional.empty(),
        Optional.empty(),
        tls,
        new SimpleMeterRegistry());
  }

  public RedisURI uri() {
    return RedisURI.create("localhost", port);
  }

  /** A subscription that is kept by these jobs. */
  public static Subscription subscription(RedisLink link, BackgroundJobs jobs) {
    var subscription = new Subscription(link, new SimpleMeterRegistry());
    subscription.begin(new StartupEvent(), jobs);
    return subscription;
  }

  public void start() {
    try {
      var builder = RedisServer.newRedisServer().port(port).setting("save \"\"");
      if (INSTALLED.canExecute()) {
        builder.executableProvider(() -> INSTALLED);
      }
      server = builder.build();
      server.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static void close(RedisLink link) {
    link.close();
  }

  /** It keeps its connections and answers nothing. */
  public void freeze() {
    frozen =
        link.call(r -> r.info("server"))
            .map(info -> info.replaceAll("(?s).*process_id:(\\d+).*", "$1"))
            .orElseThrow();
    signal("-STOP", frozen);
  }

  public void thaw() {
    if (frozen != null) {
      signal("-CONT", frozen);
      frozen = null;
    }
  }

  public void kill() {
    thaw();
    try {
      if (server != null) {
        server.stop();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    link.close();
    kill();
  }

  private static void signal(String signal, String pid) {
    try {
      new ProcessBuilder("kill", signal, pid).start().waitFor();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static int freePort() {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
