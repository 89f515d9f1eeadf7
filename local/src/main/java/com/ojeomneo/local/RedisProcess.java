package com.ojeomneo.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** One Redis, or sentinel, of a drill, with a folder of its own. */
final class RedisProcess {
  private final Path program;
  private final Path folder;
  private final int port;
  private Process process;

  /**
   * @param all its folder is one in it
   */
  RedisProcess(Path program, Path all, int port) {
    this.program = program;
    this.folder = all.resolve(String.valueOf(port));
    this.port = port;
  }

  /** With its data of before, if there is any. */
  void start(String configuration, String... arguments) {
    Path file = folder.resolve("redis.conf");
    var command = new ArrayList<>(List.of(program.toString(), file.toString()));
    command.addAll(List.of(arguments));
    try {
      Files.createDirectories(folder);
      PrivateFile.write(
          file,
          """
          bind 127.0.0.1
          port %d
          dir "%s"
          %s
          """
              .formatted(port, folder, configuration));
      process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(folder.resolve("log").toFile())
              .start();
    } catch (IOException e) {
      throw new Refusal("redis does not start: " + e.getMessage(), e);
    }
  }

  /** SIGKILL; returns once it is gone. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** It keeps its connections and answers nothing. */
  void freeze() throws InterruptedException {
    signal("-STOP");
  }

  void thaw() throws InterruptedException {
    signal("-CONT");
  }

  private void signal(String signal) throws InterruptedException {
    try {
      // The shell's own kill: a slim system has no /bin/kill.
      new ProcessBuilder(
              "/bin/sh", "-c", "kill \"$1\" \"$2\"", "sh", signal, String.valueOf(process.pid()))
          .start()
          .waitFor();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** SIGKILL, without waiting. */
  void end() {
    if (process != null) {
      process.destroyForcibly();
    }
  }
}
