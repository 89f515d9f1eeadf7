package com.ojeomneo.local;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * A running process of the stack. Both of its outputs go to its log line by line, and what {@link
 * Program#shown} lets through to the terminal. The log of the run before is kept as {@code
 * NAME.previous.log}.
 */
final class Child {
  private static final int REMEMBERED_LINES = 20;

  private final Program program;
  private final Process process;
  private final Console console;
  private final Deque<String> lastLines = new ArrayDeque<>();
  private final Thread reader;

  private Child(Program program, Process process, Path log, Console console) {
    this.program = program;
    this.process = process;
    this.console = console;
    this.reader = Thread.ofPlatform().daemon().name("log-" + program.name()).start(() -> read(log));
  }

  static Child start(Program program, Path log, Console console) {
    var builder = new ProcessBuilder(program.command()).redirectErrorStream(true);
    builder.redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
    builder.environment().clear();
    builder.environment().putAll(program.environment());
    try {
      keepPrevious(log);
      return new Child(program, builder.start(), log, console);
    } catch (IOException e) {
      throw new Refusal(program.name() + " does not start: " + e.getMessage(), e);
    }
  }

  String name() {
    return program.name();
  }

  ProcessHandle handle() {
    return process.toHandle();
  }

  boolean isAlive() {
    return process.isAlive();
  }

  CompletableFuture<Child> onExit() {
    return process.onExit().thenApply(ended -> this);
  }

  /** Waits for the end and for the last line; the exit code. */
  int await() throws InterruptedException {
    int code = process.waitFor();
    reader.join(1000);
    return code;
  }

  void stop() {
    program.stopSignal().end(handle(), program.patience());
  }

  /** What it said last, for the message about its unexpected end. */
  List<String> lastLines() throws InterruptedException {
    reader.join(1000);
    synchronized (lastLines) {
      return List.copyOf(lastLines);
    }
  }

  private void read(Path log) {
    try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8);
        BufferedWriter file = Files.newBufferedWriter(log)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        file.write(line);
        file.newLine();
        file.flush();
        remember(line);
        if (program.shown().test(line)) {
          console.child(program.name(), line);
        }
      }
    } catch (IOException e) {
      console.child(program.name(), "its log cannot be written: " + e.getMessage());
    }
  }

  /** All but stack frames: the message says more. */
  private void remember(String line) {
    if (line.startsWith("\tat ")) {
      return;
    }
    synchronized (lastLines) {
      lastLines.addLast(line);
      if (lastLines.size() > REMEMBERED_LINES) {
        lastLines.removeFirst();
      }
    }
  }

  private static void keepPrevious(Path log) {
    try {
      Files.createDirectories(log.getParent());
      if (Files.exists(log)) {
        String name = log.getFileName().toString().replace(".log", ".previous.log");
        Files.move(log, log.resolveSibling(name), StandardCopyOption.REPLACE_EXISTING);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
