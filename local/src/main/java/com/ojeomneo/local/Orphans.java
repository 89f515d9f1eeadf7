package com.ojeomneo.local;

import com.fasterxml.jackson.core.type.TypeReference;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Children of an earlier launcher that died without stopping them ({@code kill -9}, a crash). They
 * are found by what that launcher wrote down, and PostgreSQL also by its own {@code
 * postmaster.pid}; a process that merely got the same pid is left alone.
 */
final class Orphans {
  private static final TypeReference<List<ChildRecord>> RECORDS = new TypeReference<>() {};
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private Orphans() {}

  static void end(Home home, Console console) {
    for (ChildRecord orphan : recorded(home).reversed()) {
      orphan
          .process()
          .ifPresent(process -> end(orphan.name(), process, orphan.stopSignal(), console));
    }
    postmaster(home).ifPresent(process -> end("postgres", process, StopSignal.INT, console));
    try {
      Files.deleteIfExists(home.children());
    } catch (IOException e) {
      throw new Refusal("cannot delete " + home.children(), e);
    }
  }

  private static void end(String name, ProcessHandle process, StopSignal signal, Console console) {
    console.say(
        "지난 실행의 %s 정리 · ending %s (pid %d) of an earlier run".formatted(name, name, process.pid()));
    signal.end(process, PATIENCE);
  }

  private static List<ChildRecord> recorded(Home home) {
    return Files.exists(home.children())
        ? PrivateFile.readJson(home.children(), RECORDS)
        : List.of();
  }

  /** The server on our data directory: its pid file is ours and the process is a postgres. */
  static Optional<ProcessHandle> postmaster(Home home) {
    Path file = home.postgresData().resolve("postmaster.pid");
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      List<String> lines = Files.readAllLines(file);
      if (lines.size() < 2 || !Files.isSameFile(Path.of(lines.get(1)), home.postgresData())) {
        return Optional.empty();
      }
      return ProcessHandle.of(Long.parseLong(lines.get(0).strip()))
          .filter(ProcessHandle::isAlive)
          .filter(process -> process.info().command().orElse("").endsWith("/postgres"));
    } catch (IOException | NumberFormatException unreadable) {
      return Optional.empty();
    }
  }
}
