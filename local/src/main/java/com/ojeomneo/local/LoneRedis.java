package com.ojeomneo.local;

import io.lettuce.core.KillArgs;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisException;
import io.lettuce.core.RedisURI;
import io.lettuce.core.api.sync.RedisCommands;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * One Redis, for drills, to which all sorts of things can be done. It keeps a log of its writes:
 * what was killed comes back with all that it had, however much has changed since. Gone with the
 * process, and its folder with it.
 */
public final class LoneRedis implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final int BALLAST_BYTES = 8 * 1024 * 1024;
  private static final String BALLAST = "ballast";

  /** A line of its list of clients: one of a Server that listens to channels. */
  private static final Pattern LISTENER =
      Pattern.compile("(?m)^id=(\\d+) .*name=ojeomneo .*\\bsub=[1-9]");

  private final Path folder;
  private final String password = UUID.randomUUID().toString();
  private final int port = Ports.anyFree();
  private final RedisProcess process;
  private final RedisClient client = RedisClient.create();
  private final Thread atExit = new Thread(this::end, "stop-redis");

  private LoneRedis() {
    Home home = Home.ofProcess();
    try {
      this.folder = Files.createTempDirectory("ojeomneo-redis-");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Path program =
        RedisProgram.find(System.getenv().getOrDefault("PATH", ""), home.programs()).executable();
    this.process = new RedisProcess(program, folder, port);
  }

  /**
   * @throws Refusal when it does not come up
   */
  public static LoneRedis start() throws InterruptedException {
    var redis = new LoneRedis();
    Runtime.getRuntime().addShutdownHook(redis.atExit);
    try {
      redis.revive();
    } catch (RuntimeException e) {
      redis.close();
      throw e;
    }
    return redis;
  }

  public int port() {
    return port;
  }

  /**
   * What a Server needs to know of it.
   *
   * @param through the port of who passes on to it
   */
  public Map<String, String> settings(int through) {
    return Map.of(
        "REDIS_HOST",
        "127.0.0.1",
        "REDIS_PORT",
        String.valueOf(through),
        "REDIS_PASSWORD",
        password);
  }

  /** SIGKILL. */
  public void kill() throws InterruptedException {
    process.kill();
  }

  /** Returns when it answers, with what it had when it was killed. */
  public void revive() throws InterruptedException {
    process.start(
        """
        requirepass %s
        save ""
        appendonly yes
        maxmemory-policy noeviction
        """
            .formatted(password));
    await("an answer", () -> ask(RedisCommands::ping).equals("PONG"));
  }

  public void freeze() throws InterruptedException {
    process.freeze();
  }

  public void thaw() throws InterruptedException {
    process.thaw();
  }

  /** It holds more than it may: writes are refused. */
  public void fill() {
    ask(r -> r.set(BALLAST, "x".repeat(BALLAST_BYTES)));
    ask(r -> r.configSet("maxmemory", String.valueOf(BALLAST_BYTES / 2)));
  }

  public void makeRoom() {
    ask(r -> r.configSet("maxmemory", "0"));
    ask(r -> r.del(BALLAST));
  }

  /** Of all keys. */
  public void empty() {
    ask(RedisCommands::flushall);
  }

  public boolean has(String key) {
    return ask(r -> r.exists(key)) == 1;
  }

  /** As if somebody else held it. */
  public void set(String key, String value) {
    ask(r -> r.set(key, value));
  }

  public void delete(String key) {
    ask(r -> r.del(key));
  }

  /** How many connections of Servers listen to channels. */
  public int listeners() {
    return listenerIds().size();
  }

  /** Cuts those connections; returns when there are as many new ones. */
  public void cutListeners() throws InterruptedException {
    Set<String> old = listenerIds();
    ask(r -> r.clientKill(KillArgs.Builder.typePubsub()));
    await(
        "listeners",
        () -> {
          var now = new HashSet<>(listenerIds());
          return now.size() == old.size() && now.stream().noneMatch(old::contains);
        });
  }

  private Set<String> listenerIds() {
    return LISTENER
        .matcher(ask(RedisCommands::clientList))
        .results()
        .map(match -> match.group(1))
        .collect(Collectors.toSet());
  }

  private <T> T ask(Function<RedisCommands<String, String>, T> command) {
    try (var connection = client.connect(uri())) {
      return command.apply(connection.sync());
    }
  }

  private RedisURI uri() {
    return RedisURI.builder()
        .withHost("127.0.0.1")
        .withPort(port)
        .withPassword(password.toCharArray())
        .withTimeout(Duration.ofSeconds(10))
        .build();
  }

  private static void await(String what, BooleanSupplier holds) throws InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!now(holds)) {
      if (System.nanoTime() > end) {
        throw new Refusal("waited %d s for %s of Redis".formatted(PATIENCE.toSeconds(), what));
      }
      Thread.sleep(20);
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
    process.end();
    client.shutdown(Duration.ZERO, Duration.ofSeconds(1));
    try {
      TarXz.delete(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
