package com.ojeomneo.platform.redis;

import static org.awaitility.Awaitility.await;

import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.api.sync.RedisCommands;
import io.lettuce.core.sentinel.api.sync.RedisSentinelCommands;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Stream;
import redis.embedded.core.ExecutableProvider;

/** A master, two replicas and three sentinels, each of which can be killed or frozen. */
final class RealSentinels implements AutoCloseable {
  private static final File INSTALLED = new File("/usr/bin/redis-server");
  private static final String NAME = "lunch";
  private static final String PASSWORD = "of-the-tests-only";
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Path folder;
  private final List<Integer> redises;
  private final List<Integer> sentinels;
  private final Map<Integer, Process> processes = new HashMap<>();
  private final List<RedisLink> links = new ArrayList<>();
  private final RedisClient client = RedisClient.create();

  RealSentinels() {
    List<Integer> ports = Stream.generate(RealSentinels::freePort).distinct().limit(6).toList();
    redises = ports.subList(0, 3);
    sentinels = ports.subList(3, 6);
    try {
      folder = Files.createTempDirectory("sentinels-");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns when every sentinel knows of all the others. */
  void start() {
    int master = redises.getFirst();
    for (int port : redises) {
      start(port, port == master ? "" : "replicaof 127.0.0.1 " + master);
    }
    for (int port : sentinels) {
      start(
          port,
          """
          sentinel monitor %1$s 127.0.0.1 %2$d 2
          sentinel auth-pass %1$s %3$s
          sentinel down-after-milliseconds %1$s 1000
          sentinel failover-timeout %1$s 3000
          """
              .formatted(NAME, master, PASSWORD),
          "--sentinel");
    }
    await()
        .atMost(PATIENCE)
        .ignoreExceptions()
        .until(() -> sentinels.stream().allMatch(this::isComplete));
  }

  private void start(int port, String more, String... arguments) {
    try {
      Path configuration = folder.resolve(port + ".conf");
      Path data = Files.createDirectories(folder.resolve(String.valueOf(port)));
      Files.writeString(
          configuration,
          """
          bind 127.0.0.1
          port %1$d
          dir %2$s
          %3$s
          %4$s
          """
              .formatted(port, data, arguments.length > 0 ? "" : redis(), more));
      var command = new ArrayList<>(List.of(executable().getPath(), configuration.toString()));
      command.addAll(List.of(arguments));
      processes.put(
          port,
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(folder.resolve(port + ".log").toFile())
              .start());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String redis() {
    return """
    requirepass %1$s
    masterauth %1$s
    save ""
    repl-diskless-sync-delay 0
    """
        .formatted(PASSWORD);
  }

  private static File executable() throws IOException {
    return INSTALLED.canExecute() ? INSTALLED : ExecutableProvider.newJarResourceProvider().get();
  }

  private boolean isComplete(int sentinel) {
    Map<String, String> seen = ofSentinel(sentinel, s -> s.master(NAME));
    return seen.get("num-slaves").equals("2") && seen.get("num-other-sentinels").equals("2");
  }

  /** As a Server has it, with the time-out of tests: a busy machine is no fault. */
  RedisLink newLink(MeterRegistry metrics) {
    var link =
        new RedisLink(
            Optional.empty(),
            0,
            Optional.of(PASSWORD),
            Duration.ofMillis(500),
            Optional.of(sentinels.stream().map(port -> "127.0.0.1:" + port).toList()),
            Optional.of(NAME),
            RedisTls.none(),
            metrics);
    links.add(link);
    return link;
  }

  /** Who is master in the eyes of all the sentinels that answer. */
  int master() {
    var named =
        sentinels.stream()
            .filter(port -> processes.get(port).isAlive())
            .map(port -> ofSentinel(port, s -> s.getMasterAddrByName(NAME)))
            .map(address -> ((InetSocketAddress) address).getPort())
            .distinct()
            .toList();
    return named.size() == 1 ? named.getFirst() : 0;
  }

  int awaitMasterOtherThan(int port) {
    await().atMost(PATIENCE).until(() -> master() != port && master() != 0);
    return master();
  }

  int replicaOf(int master) {
    return redises.stream().filter(port -> port != master).findFirst().orElseThrow();
  }

  /** Speaks to one of the three itself. */
  <T> T of(int redis, Function<RedisCommands<String, String>, T> question) {
    try (var connection = client.connect(uri(redis))) {
      return question.apply(connection.sync());
    }
  }

  private <T> T ofSentinel(int port, Function<RedisSentinelCommands<String, String>, T> question) {
    try (var connection = client.connectSentinel(uri(port))) {
      return question.apply(connection.sync());
    }
  }

  private static RedisURI uri(int port) {
    return RedisURI.builder()
        .withHost("127.0.0.1")
        .withPort(port)
        .withPassword(PASSWORD.toCharArray())
        .withTimeout(Duration.ofSeconds(5))
        .build();
  }

  void kill(int port) {
    processes.get(port).destroyForcibly();
    try {
      processes.get(port).waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  void killSentinels() {
    sentinels.forEach(this::kill);
  }

  void freeze(int port) {
    signal("-STOP", port);
  }

  void thaw(int port) {
    signal("-CONT", port);
  }

  private void signal(String signal, int port) {
    try {
      String pid = String.valueOf(processes.get(port).pid());
      new ProcessBuilder("kill", signal, pid).start().waitFor(5, TimeUnit.SECONDS);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    links.forEach(RealRedis::close);
    client.shutdown(Duration.ZERO, Duration.ofSeconds(1));
    List.copyOf(processes.keySet()).forEach(this::kill);
    try (var files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
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
