package com.ojeomneo.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** The bench itself, not what it measures: no figure is asserted here. */
class AdminBenchTest {
  @Test
  void eachPageIsAskedForOnEachPast() throws Exception {
    Path app = Path.of("target/test-app").toAbsolutePath();
    Files.createDirectories(app);
    link(app, "server");
    link(app, "admin");
    System.setProperty("ojeomneo.app", app.toString());
    System.setProperty("ojeomneo.data", Path.of("target/test-data").toAbsolutePath().toString());
    var said = new StringWriter();

    int code =
        new CommandLine(new Benches())
            .setOut(new PrintWriter(said, true))
            .execute(
                "admin",
                "--orders",
                "300,600",
                "--a-day",
                "20",
                "--rounds",
                "2",
                "--warm-up",
                "1",
                "--report-only");

    assertThat(code).as(said.toString()).isZero();
    assertThat(said.toString()).containsPattern("dashboard +[0-9.]+ +[0-9.]+ +[0-9.]+");
    assertThat(said.toString()).containsPattern("one shop's +[0-9.]+ +[0-9.]+ +[0-9.]+");
  }

  private static void link(Path app, String part) throws IOException {
    if (!Files.exists(app.resolve(part))) {
      Files.createSymbolicLink(
          app.resolve(part), Path.of("..", part, "target/quarkus-app").toRealPath());
    }
  }
}
