package com.ojeomneo.drills;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The layout that the launcher gives a build, for drills that run as tests. */
final class TestApp {
  private TestApp() {}

  /** Has to be called before the first stack of a test. */
  static void prepare() throws IOException {
    Path app = Path.of("target/test-app").toAbsolutePath();
    Path server = app.resolve("server");
    Files.createDirectories(app);
    if (!Files.exists(server)) {
      Files.createSymbolicLink(server, Path.of("../server/target/quarkus-app").toRealPath());
    }
    System.setProperty("ojeomneo.app", app.toString());
    System.setProperty("ojeomneo.data", Path.of("target/test-data").toAbsolutePath().toString());
  }
}
