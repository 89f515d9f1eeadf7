package com.ojeomneo.local;

import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import com.fasterxml.jackson.core.type.TypeReference;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** {@code ./ojeomneo up} as a person starts it, without the build: script, Java, children. */
final class RunningStack implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(120);

  private final Home home;
  private final Path output;
  private final Process script;

  private RunningStack(Home home, Path output, Process script) {
    this.home = home;
    this.output = output;
    this.script = script;
  }

  /** Starts the script; returns at once. */
  static RunningStack launch(Home home, String... options) throws IOException {
    prepareApp(home);
    Path launcher = Path.of("launcher").toAbsolutePath();
    String commands =
        """
        set -u; data='%s'; app='%s'; JAVA_HOME='%s'
        . '%s/messages.sh'; . '%s/stack.sh'
        heed_interrupts bash "$0" "$@"; forget_dead_stack; run_stack "$@"
        """
            .formatted(
                home.data(), home.app(), System.getProperty("java.home"), launcher, launcher);
    Path text = Files.writeString(home.data().resolve("up.sh"), commands);
    var command = new ArrayList<>(List.of("bash", text.toString()));
    command.addAll(List.of(options));
    Path output = Files.createTempFile(home.data(), "up", ".out");
    Process script =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    return new RunningStack(home, output, script);
  }

  /** Waits until it says so; what {@code access.json} holds. */
  Access ready() throws InterruptedException {
    await("ready", () -> output().contains("Ojeomneo is ready") || !script.isAlive());
    if (!script.isAlive()) {
      throw new AssertionError("it ended:\n" + output());
    }
    return PrivateFile.readJson(home.access(), new TypeReference<>() {});
  }

  /** The exit code, once it has ended. */
  int exit() throws InterruptedException {
    if (!script.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
      throw new AssertionError("still running:\n" + output());
    }
    return script.exitValue();
  }

  String output() {
    try {
      return Files.readString(output, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /**
   * Another command of the script while this runs.
   *
   * @param input its standard input
   * @return what it says, and {@code exit N} in the last line
   */
  String command(String input, String... arguments) throws IOException, InterruptedException {
    Path launcher = Path.of("launcher").toAbsolutePath();
    String commands =
        "set -u; data='%s'; app='%s'; JAVA_HOME='%s'; . '%s/messages.sh'; . '%s/stack.sh';"
                .formatted(
                    home.data(), home.app(), System.getProperty("java.home"), launcher, launcher)
            + " (run_command \"$@\") 2>&1; echo \"exit $?\"";
    var command = new ArrayList<>(List.of("bash", "-c", commands, "ojeomneo"));
    command.addAll(List.of(arguments));
    Process process = new ProcessBuilder(command).start();
    try (var stdin = process.outputWriter(StandardCharsets.UTF_8)) {
      stdin.write(input);
    }
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return said.strip();
  }

  ProcessHandle script() {
    return script.toHandle();
  }

  /** Everything below the script. */
  List<ProcessHandle> descendants() {
    return script.descendants().toList();
  }

  /** The recorded child of that name. */
  ProcessHandle child(String name) {
    List<ChildRecord> children = PrivateFile.readJson(home.children(), new TypeReference<>() {});
    return children.stream()
        .filter(child -> child.name().equals(name))
        .findFirst()
        .flatMap(ChildRecord::process)
        .orElseThrow();
  }

  void signal(String name) throws IOException, InterruptedException {
    new ProcessBuilder("sh", "-c", "kill -%s %d".formatted(name, script.pid())).start().waitFor();
  }

  void await(String what, BooleanSupplier condition) throws InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("not " + what + ":\n" + output());
      }
      Thread.sleep(50);
    }
  }

  @Override
  public void close() {
    script.destroy();
    try {
      exit();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    keepLogs();
  }

  /** What stands in them is looked for afterwards (drills, LogPrivacyTest). */
  private void keepLogs() {
    try {
      Path kept = Files.createDirectories(Path.of("target/logs"));
      for (String app : List.of("server", "admin")) {
        Path log = home.log(app);
        if (Files.exists(log)) {
          Files.copy(log, Files.createTempFile(kept, app, ".log"), REPLACE_EXISTING);
        }
      }
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** The layout that the launcher gives a build: lib/ with this class path, server/ as packaged. */
  static void prepareApp(Home home) throws IOException {
    Files.createDirectories(home.app().resolve("lib"));
    for (String app : List.of("server", "admin")) {
      Path link = home.app().resolve(app);
      if (!Files.exists(link)) {
        Files.createSymbolicLink(link, Path.of("..", app, "target/quarkus-app").toRealPath());
      }
    }
    var manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().put(Attributes.Name.CLASS_PATH, classPath());
    Path jar = home.app().resolve("lib/class-path.jar");
    new JarOutputStream(Files.newOutputStream(jar), manifest).close();
  }

  private static String classPath() {
    return String.join(
        " ",
        List.of(System.getProperty("java.class.path").split(":")).stream()
            .map(entry -> Path.of(entry).toUri().toString())
            .toList());
  }
}
