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
    Files.createDirectories(app);
    link(app, "server");
    link(app, "admin");
    System.setProperty("ojeomneo.app", app.toString());
    System.setProperty("ojeomneo.data", Path.of("target/test-data").toAbsolutePath().toString());
  }

  private static void link(Path app, String part) throws IOException {
    if (!Files.exists(app.resolve(part))) {
      Files.createSymbolicLink(
          app.resolve(part), Path.of("..", part, "target/quarkus-app").toRealPath());
    }
  }
}
