package com.ojeomneo.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./ojeomneo doctor}, in a checkout of the test's own. */
class DoctorTest {
  private static final String ONE = "findings=''; broken=''; %s; printf '%%s' \"$findings\"";

  @TempDir private Path folder;
  private Path data;

  @BeforeEach
  void aCheckout() throws IOException {
    data = Files.createDirectory(folder.resolve(".local"));
  }

  @Test
  void withoutAJdkItStillLooksAtEverythingElse() throws Exception {
    String said = run("jdk_candidates() { :; }; java_on_path() { :; }; doctor; echo \"exit $?\"");
    assertThat(said)
        .containsPattern("✗ jdk .*JAVA_HOME")
        .contains("redis", "port 3000", "packages")
        .endsWith("exit 1");
  }

  @Test
  void programsReadTheSameFindings() throws Exception {
    String said =
        run("look_at_port() { found note \"port $1\" 'a \"quoted\" \\ name'; }; doctor --json");
    JsonNode answer = new ObjectMapper().readTree(said);
    assertThat(answer.get("ok").asBoolean()).isTrue();
    assertThat(answer.findValuesAsText("name")).contains("jdk", "disk", "postgres", "port 5432");
    assertThat(answer.findValuesAsText("found")).contains("a \"quoted\" \\ name");
    assertThat(answer.findValuesAsText("state")).allMatch("ok|note"::contains);
  }

  @Test
  void aPortThatUpNeedsAndAnotherHasIsMissing() throws Exception {
    try (var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      assertThat(port(other, "needed Server --server-port"))
          .startsWith("missing")
          .contains("--server-port N", String.valueOf(ProcessHandle.current().pid()));
      assertThat(port(other, "spare PostgreSQL")).startsWith("note");
    }
  }

  @Test
  void aPortOfOurOwnStackIsInOrder() throws Exception {
    writeChild(ProcessHandle.current().pid());
    try (var ours = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      assertThat(port(ours, "needed Server --server-port")).startsWith("ok").contains("이 스택");
    }
  }

  @Test
  void whatAKilledStackLeftIsNamed() throws Exception {
    assertThat(run(ONE.formatted("look_at_stack"))).startsWith("ok");
    long pid = ProcessHandle.current().pid();
    writeChild(pid);
    assertThat(run(ONE.formatted("look_at_stack"))).startsWith("note").endsWith(" " + pid);
  }

  @Test
  void aRunningStackIsKnownByItsLauncher() throws Exception {
    long pid = ProcessHandle.current().pid();
    Files.writeString(data.resolve("up.lock"), String.valueOf(pid));
    Files.writeString(data.resolve("access.json"), "{}");
    assertThat(run(ONE.formatted("look_at_stack")))
        .startsWith("ok")
        .contains("running (pid " + pid);
  }

  @Test
  void theFirstRedisThatIsNewEnoughIsNamed() throws Exception {
    Path program = folder.resolve("redis-server");
    Files.writeString(program, "#!/bin/sh\necho 'Redis server v=7.9.9 sha=0 bits=64'\n");
    Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
    assertThat(run("PATH='%s':$PATH; ".formatted(folder) + ONE.formatted("look_at_redis")))
        .startsWith("ok")
        .contains("7.9.9", program.toString());
  }

  @Test
  void aFullDiskIsMissing() throws Exception {
    assertThat(run("smallest_disk_mb=999999999; " + ONE.formatted("look_at_folder")))
        .contains("missing\tdisk");
  }

  private String port(ServerSocket socket, String rest) throws Exception {
    return run(ONE.formatted("look_at_port %d %s".formatted(socket.getLocalPort(), rest)));
  }

  private void writeChild(long pid) throws IOException {
    Files.writeString(
        data.resolve("children.json"),
        "[ {\n  \"name\" : \"server\",\n  \"pid\" : %d\n} ]".formatted(pid));
  }

  private String run(String commands) throws IOException, InterruptedException {
    Path launcher = Path.of("launcher").toAbsolutePath();
    String script =
        """
        set -u; root='%s'; data=$root/.local
        for part in messages jdk node tests doctor; do . '%s'/$part.sh; done
        %s
        """
            .formatted(folder, launcher, commands);
    Process bash = new ProcessBuilder("bash", "-c", script).redirectErrorStream(true).start();
    String said = new String(bash.getInputStream().readAllBytes()).strip();
    bash.waitFor();
    return said;
  }
}
