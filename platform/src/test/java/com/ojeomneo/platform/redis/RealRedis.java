package com.ojeomneo.platform.redis;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.util.Optional;
import redis.embedded.RedisServer;

/** A Redis that can be killed and started again on its port. */
public final class RealRedis implements AutoCloseable {
  private static final File INSTALLED = new File("/usr/bin/redis-server");

  private final int port = freePort();
  private final RedisLink link =
      new RedisLink("localhost", port, Optional.empty(), new SimpleMeterRegistry());
  private RedisServer server;

  public RedisLink link() {
    return link;
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

  public void kill() {
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

  private static int freePort() {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
