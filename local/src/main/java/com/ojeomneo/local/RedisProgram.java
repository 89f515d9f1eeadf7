package com.ojeomneo.local;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The {@code redis-server} to run: an installed one of version 7 or newer, as in production, else
 * the bundled 6.2.
 */
record RedisProgram(Path executable, String version, boolean bundled) {
  private static final Pattern VERSION = Pattern.compile("v=((\\d+)\\.\\d+(?:\\.\\d+)*)");
  private static final int WANTED = 7;

  private static final List<String> USUAL_PLACES =
      List.of("/usr/bin", "/usr/local/bin", "/opt/homebrew/bin");

  static RedisProgram find(String searchPath, Path programs) {
    var folders = new ArrayList<>(List.of(searchPath.split(":")));
    folders.addAll(USUAL_PLACES);
    return find(folders, programs);
  }

  static RedisProgram find(List<String> folders, Path programs) {
    return folders.stream()
        .filter(folder -> !folder.isBlank())
        .map(folder -> Path.of(folder, "redis-server"))
        .filter(Files::isExecutable)
        .flatMap(file -> installed(file).stream())
        .findFirst()
        .orElseGet(() -> bundled(programs));
  }

  String description() {
    return version + (bundled ? " (내장 · bundled)" : " (설치된 · installed)");
  }

  /** Present if it is new enough. */
  private static Optional<RedisProgram> installed(Path file) {
    return version(file)
        .filter(version -> Integer.parseInt(version.group(2)) >= WANTED)
        .map(version -> new RedisProgram(file, version.group(1), false));
  }

  private static RedisProgram bundled(Path programs) {
    String name = Platform.current().redisServer();
    Path file = programs.resolve(name);
    try (InputStream resource = RedisProgram.class.getResourceAsStream("/" + name)) {
      if (!Files.exists(file)) {
        Path unfinished = programs.resolve(name + ".unfinished");
        Files.createDirectories(programs);
        Files.copy(resource, unfinished, StandardCopyOption.REPLACE_EXISTING);
        PrivateFile.ownerOnly(unfinished, "rwx------");
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
      }
    } catch (IOException e) {
      throw new Refusal("cannot unpack Redis into " + file + ": " + e.getMessage(), e);
    }
    return version(file)
        .map(version -> new RedisProgram(file, version.group(1), true))
        .orElseThrow(
            () -> new Refusal("the bundled Redis does not run here; install redis-server"));
  }

  private static Optional<Matcher> version(Path file) {
    try {
      Process process =
          new ProcessBuilder(file.toString(), "--version").redirectErrorStream(true).start();
      String said = new String(process.getInputStream().readAllBytes());
      process.waitFor(5, TimeUnit.SECONDS);
      return Optional.of(VERSION.matcher(said)).filter(Matcher::find);
    } catch (IOException notRunnable) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }
}
