package com.ojeomneo.local;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The packaged back office. */
final class Admin {
  private static final List<String> SMALL = Jvm.frugal("128m");

  private final Home home;
  private final Settings settings;
  private final int port;

  Admin(Home home, Settings settings, int port) {
    this.home = home;
    this.settings = settings;
    this.port = port;
    if (!Files.exists(home.adminJar())) {
      throw new Refusal("the back office is not built: no " + home.adminJar());
    }
  }

  /** Returns when {@code healthcheck/ready} answers 200. */
  void start(Stack stack) throws InterruptedException {
    start(stack, "admin");
  }

  /** {@link #start(Stack)} under a name of its own. */
  Child start(Stack stack, String name) throws InterruptedException {
    return start(stack, name, Map.of());
  }

  /**
   * {@link #start(Stack, String)}.
   *
   * @param more settings beside the usual ones
   */
  Child start(Stack stack, String name, Map<String, String> more) throws InterruptedException {
    var environment = new TreeMap<>(settings.admin(port));
    environment.putAll(more);
    Child child = stack.start(new Program(name, command(home, List.of()), environment));
    Deadline.awaitReady(child, port);
    return child;
  }

  /**
   * Its other way to run: a command, which has the terminal.
   *
   * @return its exit code
   */
  static int run(Home home, Map<String, String> environment, List<String> arguments)
      throws IOException, InterruptedException {
    var command = new ProcessBuilder(command(home, arguments)).inheritIO();
    command.environment().clear();
    command.environment().putAll(environment);
    return command.start().waitFor();
  }

  private static List<String> command(Home home, List<String> arguments) {
    var all = new ArrayList<>(List.of("-jar", home.adminJar().toString()));
    all.addAll(arguments);
    return Jvm.command(SMALL, all);
  }
}
