package com.ojeomneo.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The lunch of the README, block by block as it stands there, on a stack started for it. */
class LunchTest {
  private static final Pattern BLOCK = Pattern.compile("(?s)```bash\\n(.*?)```");

  @TempDir private Path folder;

  @Test
  void theReadmesLunchIsOrderedPaidAndWatchedToTheEnd() throws Exception {
    Home home = TestHome.in(folder);
    String[] ports = {
      "--server-port", String.valueOf(Ports.anyFree()),
      "--admin-port", String.valueOf(Ports.anyFree()),
      "--sandbox-port", String.valueOf(Ports.anyFree())
    };
    try (var stack = RunningStack.launch(home, ports)) {
      String server = stack.ready().server();
      writeLauncher(home);
      Path output = folder.resolve("lunch.out");
      var command =
          new ProcessBuilder("bash", "-c", "set -eu\n" + blocks("README.md"))
              .directory(folder.toFile())
              .redirectErrorStream(true)
              .redirectOutput(output.toFile());
      command.environment().put("API", server + "/ojeomneo/v1");
      Process lunch = command.start();
      boolean ended = lunch.waitFor(60, TimeUnit.SECONDS);
      lunch.descendants().forEach(ProcessHandle::destroyForcibly);
      lunch.destroyForcibly();

      String said = Files.readString(output);
      assertThat(ended).as(said).isTrue();
      assertThat(lunch.waitFor()).as(said).isZero();
      assertThat(said.lines().filter(line -> line.startsWith("\"status\":\"")).toList())
          .as(said)
          .containsSubsequence(
              status("PENDING_PAYMENT"),
              status("PAID"),
              status("ACCEPTED"),
              status("PREPARING"),
              status("READY"),
              status("COMPLETED"));
    }
  }

  @Test
  void theKoreanReadmeHasTheSameLunch() throws Exception {
    assertThat(blocks("README.ko.md")).isEqualTo(blocks("README.md"));
  }

  /** {@code ./ojeomneo} as the README's reader has it, bound to this test's stack. */
  private void writeLauncher(Home home) throws IOException {
    Path launcher = folder.resolve("ojeomneo");
    Path parts = Path.of("launcher").toAbsolutePath();
    Files.writeString(
        launcher,
        """
        #!/usr/bin/env bash
        set -u; data='%s'; app='%s'; JAVA_HOME='%s'
        . '%s/messages.sh'; . '%s/stack.sh'; run_command "$@"
        """
            .formatted(home.data(), home.app(), System.getProperty("java.home"), parts, parts));
    assertThat(launcher.toFile().setExecutable(true)).isTrue();
  }

  private static String blocks(String readme) throws IOException {
    List<String> blocks =
        BLOCK
            .matcher(Files.readString(Path.of("..", readme)))
            .results()
            .map((MatchResult block) -> block.group(1))
            .toList();
    assertThat(blocks).hasSizeGreaterThan(5);
    return blocks.stream().collect(Collectors.joining("\n"));
  }

  private static String status(String name) {
    return "\"status\":\"" + name + "\"";
  }
}
