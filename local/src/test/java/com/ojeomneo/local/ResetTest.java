package com.ojeomneo.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** In a process of its own, as the script runs it. */
class ResetTest {
  @TempDir private Path data;
  private Path orders;
  private Path program;

  @BeforeEach
  void aStackThatWas() throws IOException {
    orders = write("postgres/orders");
    program = write("programs/redis-server");
    write("secrets.json");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n", "n\n", "아니요\n", "yesterday\n"})
  void whatIsNotAYesDeletesNothing(String answer) throws Exception {
    Run run = reset(answer);
    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.said()).contains("[y/N]", "nothing was deleted").doesNotContain("\tat ");
    assertThat(orders).exists();
  }

  @ParameterizedTest
  @ValueSource(strings = {"y\n", "YES\n", "네\n", " 예 \n"})
  void aYesDeletesTheDataAndLeavesThePrograms(String answer) throws Exception {
    Run run = reset(answer);
    assertThat(run.exit()).isZero();
    assertThat(run.said()).contains("[y/N]", "deleted");
    assertThat(orders.getParent()).doesNotExist();
    assertThat(data.resolve("secrets.json")).doesNotExist();
    assertThat(program).exists();
  }

  @Test
  void whoSaysYesBeforehandIsNotAsked() throws Exception {
    Run run = reset("", "--yes");
    assertThat(run.exit()).isZero();
    assertThat(run.said()).doesNotContain("[y/N]");
    assertThat(orders).doesNotExist();
  }

  @Test
  void aRunningStackKeepsItsData() throws Exception {
    try (var lock =
            FileChannel.open(
                data.resolve("up.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        var claimed = lock.lock()) {
      Run run = reset("y\n", "--yes");
      assertThat(claimed.isValid()).isTrue();
      assertThat(run.exit()).isEqualTo(1);
      assertThat(run.said()).contains("stop it first");
      assertThat(orders).exists();
    }
  }

  private record Run(int exit, String said) {}

  private Run reset(String answer, String... options) throws IOException, InterruptedException {
    var command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dojeomneo.data=" + data,
                "-Dfile.encoding=UTF-8",
                "-Dstdin.encoding=UTF-8",
                "-Dstdout.encoding=UTF-8",
                "-cp",
                System.getProperty("java.class.path"),
                Ojeomneo.class.getName(),
                "reset"));
    command.addAll(List.of(options));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    try (var input = process.outputWriter()) {
      input.write(answer);
    }
    String said = new String(process.getInputStream().readAllBytes());
    return new Run(process.waitFor(), said);
  }

  private Path write(String file) throws IOException {
    Path path = data.resolve(file);
    Files.createDirectories(path.getParent());
    return Files.writeString(path, "x");
  }
}
