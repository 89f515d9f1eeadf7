package com.ojeomneo.local;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The packaged Server: migrates, then serves. */
final class Server {
  static final List<String> SMALL = Jvm.small("192m");

  private final Home home;
  private final Settings settings;
  private final int port;
  private final List<String> jvm;

  Server(Home home, Settings settings, int port) {
    this(home, settings, port, SMALL);
  }

  /**
   * @param jvm how large it gets, see {@link Jvm}
   */
  Server(Home home, Settings settings, int port, List<String> jvm) {
    this.jvm = jvm;
    this.home = home;
    this.settings = settings;
    this.port = port;
    if (!Files.exists(home.serverJar())) {
      throw new Refusal("the Server is not built: no " + home.serverJar());
    }
  }

  void migrate(Stack stack) throws InterruptedException {
    try {
      stack.run(
          new Program("migrate", command("migrate"), settings.migration()).showing(all -> false));
    } catch (Refusal failed) {
      throw new Refusal(
          failed.getMessage() + "\n처음부터 다시 · to start with an empty database: ./ojeomneo reset",
          failed);
    }
  }

  /** Returns when {@code healthcheck/ready} answers 200. */
  void start(Stack stack) throws InterruptedException {
    start(stack, "server", Map.of());
  }

  /**
   * {@link #start(Stack)} under a name of its own.
   *
   * @param more settings beside the usual ones
   */
  Child start(Stack stack, String name, Map<String, String> more) throws InterruptedException {
    var environment = new TreeMap<>(settings.server(port));
    environment.putAll(more);
    Child child = stack.start(new Program(name, command(), environment));
    Deadline.awaitReady(child, port);
    return child;
  }

  private List<String> command(String... arguments) {
    var all = new ArrayList<>(List.of("-jar", home.serverJar().toString()));
    all.addAll(List.of(arguments));
    return Jvm.command(jvm, all);
  }
}
