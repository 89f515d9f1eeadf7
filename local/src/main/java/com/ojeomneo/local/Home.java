package com.ojeomneo.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * Where one checkout's stack keeps its things.
 *
 * @param data the folder {@code .local}: databases, secrets, logs; readable by its owner only
 * @param app the build that runs: {@code server/} and {@code admin/} are Quarkus' fast-jars, {@code
 *     lib/} this program
 * @param programs unpacked servers; the same for every start, so a reset leaves them
 */
record Home(Path data, Path app, Path programs) {
  static Home ofProcess() {
    Path data = folder("ojeomneo.data", ".local");
    return new Home(data, folder("ojeomneo.app", "."), data.resolve("programs"));
  }

  private static Path folder(String property, String otherwise) {
    return Path.of(System.getProperty(property, otherwise)).toAbsolutePath().normalize();
  }

  Path serverJar() {
    return app.resolve("server/quarkus-run.jar");
  }

  Path adminJar() {
    return app.resolve("admin/quarkus-run.jar");
  }

  Path secrets() {
    return data.resolve("secrets.json");
  }

  Path access() {
    return data.resolve("access.json");
  }

  Path ports() {
    return data.resolve("ports.json");
  }

  Path children() {
    return data.resolve("children.json");
  }

  Path lock() {
    return data.resolve("up.lock");
  }

  Path postgresData() {
    return data.resolve("postgres");
  }

  Path redisData() {
    return data.resolve("redis");
  }

  Path log(String child) {
    return data.resolve("log").resolve(child + ".log");
  }

  void create() {
    try {
      Files.createDirectories(data);
      PrivateFile.ownerOnly(data, "rwx------");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Builds of other sources. For the one stack of the checkout only: nobody else uses them. */
  void deleteOtherBuilds() throws IOException {
    Path builds = data.resolve("app");
    if (!app.startsWith(builds)) {
      return;
    }
    try (Stream<Path> all = Files.list(builds)) {
      for (Path build : all.filter(build -> !build.equals(app)).toList()) {
        TarXz.delete(build);
      }
    }
  }
}
