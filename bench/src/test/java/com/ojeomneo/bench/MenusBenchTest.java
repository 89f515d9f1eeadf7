package com.ojeomneo.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** The bench itself, not what it measures: no figure is asserted here. */
class MenusBenchTest {
  @Test
  void bothContendersAnswerEveryRequestAndAreAccountedFor() throws Exception {
    Path app = Path.of("target/test-app").toAbsolutePath();
    Files.createDirectories(app);
    if (!Files.exists(app.resolve("server"))) {
      Files.createSymbolicLink(
          app.resolve("server"), Path.of("../server/target/quarkus-app").toRealPath());
    }
    System.setProperty("ojeomneo.app", app.toString());
    System.setProperty("ojeomneo.data", Path.of("target/test-data").toAbsolutePath().toString());
    var said = new StringWriter();

    int code =
        new CommandLine(new Benches())
            .setOut(new PrintWriter(said, true))
            .execute("menus", "--rounds", "1", "--seconds", "1", "--warm-up", "1");

    assertThat(code).isZero();
    assertThat(said.toString()).containsPattern("Server +[0-9.]+ µs CPU");
    assertThat(said.toString()).containsPattern("nginx +[0-9.]+ µs CPU");
  }
}
