package com.ojeomneo.local;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

/** A checkout's {@code .local} in a temporary folder; only programs are shared. */
final class TestHome {
  private TestHome() {}

  static Home in(Path folder) {
    Path shared = Path.of("target").toAbsolutePath();
    Home home =
        new Home(
            folder.resolve("data"), shared.resolve("test-app"), shared.resolve("test-programs"));
    home.create();
    // Not the usual ones: somebody may start a stack of their own meanwhile.
    PrivateFile.writeJson(
        home.ports(), Map.of("postgres", Ports.anyFree(), "redis", Ports.anyFree()));
    return home;
  }

  /** A console that nobody reads. */
  static Console quiet() {
    return console(new ByteArrayOutputStream());
  }

  static Console console(ByteArrayOutputStream into) {
    return new Console(new PrintStream(into, true, StandardCharsets.UTF_8), false);
  }
}
