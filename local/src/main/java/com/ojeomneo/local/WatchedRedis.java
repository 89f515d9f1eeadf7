package com.ojeomneo.local;

import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisException;
import io.lettuce.core.RedisURI;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A Redis master, two replicas, and three sentinels over them, for drills: each can be killed,
 * frozen and started again. Gone with the process, and its folder with it.
 */
public final class WatchedRedis implements AutoCloseable {
  private static final String NAME = "lunch";
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Path folder;
  private final Path program;
  private final String password = UUID.randomUUID().toString();
  private final List<Integer> redises;
  private final List<Integer> sentinels;
  private final Map<Integer, RedisProcess> processes = new HashMap<>();
  private final RedisClient client = RedisClient.create();
  private final Thread atExit = new Thread(this::end, "stop-redis");

  private WatchedRedis() {
    Home home = Home.ofProcess();
    List<Integer> ports = Stream.generate(Ports::anyFree).distinct().limit(6).toList();
    this.redises = ports.subList(0, 3);
    this.sentinels = ports.subList(3, 6);
    this.program =
        RedisProgram.find(System.getenv().getOrDefault("PATH", ""), home.programs()).executable();
    try {
      this.folder = Files.createTempDirectory("ojeomneo-redis-");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Returns when every sentinel knows of all the others.
   *
   * @throws Refusal when they do not come up
   */
  public static WatchedRedis start() throws InterruptedException {
    var redis = new WatchedRedis();
    Runtime.getRuntime().addShutdownHook(redis.atExit);
    try {
      redis.begin();
    } catch (RuntimeException e) {
      redis.close();
      throw e;
    }
    return redis;
  }

  private void begin() throws InterruptedException {
    int master = redises.getFirst();
    startMaster(master);
    redises.stream().skip(1).forEach(port -> startReplica(port, master));
    for (int port : sentinels) {
      run(
          port,
          """
          sentinel monitor %1$s 127.0.0.1 %2$d 2
          sentinel auth-pass %1$s %3$s
          sentinel down-after-milliseconds %1$s 1000
          sentinel failover-timeout %1$s 5000
          """
              .formatted(NAME, master, password),
          "--sentinel");
    }
    await("sentinels", () -> sentinels.stream().allMatch(this::isComplete));
  }

  private void startMaster(int port) {
    run(port, redis());
  }

  private void startReplica(int port, int master) {
    run(port, redis() + "replicaof 127.0.0.1 " + master);
  }

  private String redis() {
    return """
    requirepass %1$s
    masterauth %1$s
    save ""
    repl-diskless-sync-delay 0
    """
        .formatted(password);
  }

  private void run(int port, String configuration, String... arguments) {
    processes
        .computeIfAbsent(port, p -> new RedisProcess(program, folder, p))
        .start(configuration, arguments);
  }

  private boolean isComplete(int sentinel) {
    try (var connection = client.connectSentinel(uri(sentinel))) {
      Map<String, String> seen = connection.sync().master(NAME);
      return "2".equals(seen.get("num-slaves")) && "2".equals(seen.get("num-other-sentinels"));
    }
  }

  /** What a Server needs to know of it. */
  public Map<String, String> settings() {
    return Map.of(
        "REDIS_SENTINELS",
        sentinels.stream().map(port -> "127.0.0.1:" + port).collect(Collectors.joining(",")),
        "REDIS_SENTINEL_MASTER",
        NAME,
        "REDIS_PASSWORD",
        password);
  }

  /** The port of the one that all sentinels name; empty while they do not agree. */
  public Optional<Integer> master() {
    var named = sentinels.stream().map(this::masterOf).distinct().toList();
    return named.size() == 1 ? named.getFirst() : Optional.empty();
  }

  private Optional<Integer> masterOf(int sentinel) {
    try (var connection = client.connectSentinel(uri(sentinel))) {
      return Optional.ofNullable((InetSocketAddress) connection.sync().getMasterAddrByName(NAME))
          .map(InetSocketAddress::getPort);
    } catch (RedisException noAnswer) {
      return Optional.empty();
    }
  }

  /** Whether a Server holds a connection to it, as Redis itself sees it. */
  public boolean isUsedByAServer(int port) {
    try (var connection = client.connect(uri(port))) {
      return connection.sync().clientList().contains("name=ojeomneo");
    } catch (RedisException noAnswer) {
      return false;
    }
  }

  public boolean isAReplica(int port) {
    try (var connection = client.connect(uri(port))) {
      return connection.sync().role().getFirst().equals("slave");
    } catch (RedisException noAnswer) {
      return false;
    }
  }

  /** SIGKILL. */
  public void kill(int port) throws InterruptedException {
    processes.get(port).kill();
  }

  /** What was killed comes back, as a replica of who is master now. */
  public void revive(int port) throws InterruptedException {
    await("a master", () -> master().isPresent());
    startReplica(port, master().orElseThrow());
  }

  public void freeze(int port) throws InterruptedException {
    processes.get(port).freeze();
  }

  public void thaw(int port) throws InterruptedException {
    processes.get(port).thaw();
  }

  private RedisURI uri(int port) {
    return RedisURI.builder()
        .withHost("127.0.0.1")
        .withPort(port)
        .withPassword(password.toCharArray())
        .withTimeout(Duration.ofSeconds(2))
        .build();
  }

  private static void await(String what, BooleanSupplier holds) throws InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!now(holds)) {
      if (System.nanoTime() > end) {
        throw new Refusal("waited %d s for %s of Redis".formatted(PATIENCE.toSeconds(), what));
      }
      Thread.sleep(50);
    }
  }

  private static boolean now(BooleanSupplier holds) {
    try {
      return holds.getAsBoolean();
    } catch (RedisException notYet) {
      return false;
    }
  }

  @Override
  public void close() {
    end();
    try {
      Runtime.getRuntime().removeShutdownHook(atExit);
    } catch (IllegalStateException alreadyExiting) {
      // The hook does the same.
    }
  }

  private synchronized void end() {
    processes.values().forEach(RedisProcess::end);
    client.shutdown(Duration.ZERO, Duration.ofSeconds(1));
    try {
      TarXz.delete(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
