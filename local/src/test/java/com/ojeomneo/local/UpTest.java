package com.ojeomneo.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.ojeomneo.local.Access.SignIn;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole stack, started, stopped and killed. All tests share one {@code .local}. */
class UpTest {
  @TempDir private static Path folder;
  private static Home home;
  private static String[] options;

  @BeforeAll
  static void prepare() {
    home = TestHome.in(folder);
    options =
        new String[] {
          "--server-port", String.valueOf(Ports.anyFree()),
          "--admin-port", String.valueOf(Ports.anyFree()),
          "--sandbox-port", String.valueOf(Ports.anyFree())
        };
  }

  @AfterEach
  void leaveNothing() {
    Orphans.end(home, TestHome.quiet());
  }

  @Test
  void everythingStartsSaysWhereItIsAndStopsServerFirst() throws Exception {
    try (var stack = RunningStack.launch(home, options)) {
      Access access = stack.ready();
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.access())))
          .isEqualTo("rw-------");
      assertThat(access.server()).endsWith(options[1]);
      assertThat(access.customers()).hasSize(3).allMatch(customer -> logsIn(access, customer));
      stack.await("greeted", () -> stack.output().contains(access.customers().getLast().email()));

      staffIsCreatedByTheScript(stack);
      whatAlertsAskForIsThere(access);

      List<ProcessHandle> below = stack.descendants();
      assertThat(below).contains(stack.child("server"), stack.child("postgres"));
      assertThat(group(stack.child("server"))).isNotEqualTo(group(stack.script()));

      stack.signal("INT");

      assertThat(stack.exit()).isZero();
      assertThat(Files.readString(home.log("server")))
          .containsPattern(
              "(?m)^\\S+ INFO  \\[access] [0-9a-f]{32} POST /ojeomneo/v1/auth/login 200 \\d+B \\d+ ms$")
          .doesNotContain("/healthcheck/");
      assertThat(below).noneMatch(ProcessHandle::isAlive);
      assertThat(home.access()).doesNotExist();
      assertThat(stack.output().lines().filter(line -> line.contains("stopped ")))
          .extracting(line -> line.substring(line.lastIndexOf(' ') + 1))
          .filteredOn(List.of("admin", "server", "sandbox", "redis", "postgres")::contains)
          .containsExactly("admin", "server", "sandbox", "redis", "postgres");
    }
  }

  private static void whatAlertsAskForIsThere(Access access) {
    var exposed = AlertRules.exposed(access.server());
    exposed.addAll(AlertRules.exposed(access.admin()));
    assertThat(AlertRules.metrics()).hasSizeGreaterThan(5).isSubsetOf(exposed);
  }

  private static void staffIsCreatedByTheScript(RunningStack stack) throws Exception {
    String[] create = {"staff", "create", "--email", "new@example.com", "--name", "김점장"};
    assertThat(stack.command("short\n", create)).endsWith("exit 1").contains("10").hasLineCount(2);
    assertThat(stack.command("a-long-password\n", create))
        .contains("new@example.com", "OWNER")
        .endsWith("exit 0");
    assertThat(stack.command("a-long-password\n", create))
        .contains("this address is taken")
        .endsWith("exit 1")
        .hasLineCount(2);
    assertThat(stack.command("", "staff", "fire")).contains("usage").endsWith("exit 1");
  }

  @Test
  void aSecondStackOfTheSameCheckoutIsRefused() throws Exception {
    try (var first = RunningStack.launch(home, options)) {
      first.ready();
      try (var second = RunningStack.launch(home, options)) {
        assertThat(second.exit()).isEqualTo(1);
        assertThat(second.output())
            .contains("already running")
            .contains(String.valueOf(first.script().pid()));
      }
      assertThat(home.access()).exists();
    }
  }

  @Test
  void nothingIsLostWhenEverythingIsKilled() throws Exception {
    SignIn added = new SignIn("late@example.com", "a-late-lunch-7", "늦은 손님");
    var killed = RunningStack.launch(home, options);
    Access before = killed.ready();
    assertThat(post(before, "signup", added)).isEqualTo(201);
    var all = new ArrayList<>(killed.descendants());
    all.add(killed.script());
    all.forEach(ProcessHandle::destroyForcibly);
    all.forEach(process -> process.onExit().join());

    try (var again = RunningStack.launch(home, options)) {
      Access access = again.ready();
      assertThat(access.customers()).isEqualTo(before.customers());
      assertThat(logsIn(access, added)).isTrue();
      assertThat(again.output()).doesNotContain("sample data");
    }
  }

  @Test
  void orphansOfAKilledStackAreEndedByTheNext() throws Exception {
    var killed = RunningStack.launch(home, options);
    killed.ready();
    ProcessHandle java = killed.child("server").parent().orElseThrow();
    List<ProcessHandle> orphans = java.children().toList();
    killed.script().destroyForcibly();
    java.destroyForcibly();

    try (var next = RunningStack.launch(home, options)) {
      next.ready();
      assertThat(orphans).hasSize(5).noneMatch(ProcessHandle::isAlive);
    }
  }

  @Test
  void theStackStopsWhenItsScriptIsKilled() throws Exception {
    try (var stack = RunningStack.launch(home, options)) {
      stack.ready();
      List<ProcessHandle> below = stack.descendants();
      stack.script().destroyForcibly();
      stack.await("stopped", () -> below.stream().noneMatch(ProcessHandle::isAlive));
      assertThat(home.access()).doesNotExist();
    }
  }

  @Test
  void aPartThatDiesIsNamedAndTakesTheRestDown() throws Exception {
    try (var stack = RunningStack.launch(home, options)) {
      stack.ready();
      List<ProcessHandle> below = stack.descendants();
      stack.child("redis").destroyForcibly();
      assertThat(stack.exit()).isEqualTo(1);
      assertThat(stack.output()).contains("redis").contains("ended unexpectedly");
      assertThat(below).noneMatch(ProcessHandle::isAlive);
    }
  }

  @Test
  void aTakenPortIsOneClearMessage() throws Exception {
    try (var other = new ServerSocket(0)) {
      String port = String.valueOf(other.getLocalPort());
      try (var stack = RunningStack.launch(home, "--server-port", port)) {
        assertThat(stack.exit()).isEqualTo(1);
        assertThat(stack.output()).contains(port).contains("--server-port").doesNotContain("\tat ");
      }
    }
  }

  private static boolean logsIn(Access access, SignIn customer) {
    return post(access, "login", customer) == 200;
  }

  private static int post(Access access, String what, SignIn customer) {
    String body =
        what.equals("login")
            ? "{\"email\":\"%s\",\"password\":\"%s\"}"
                .formatted(customer.email(), customer.password())
            : "{\"email\":\"%s\",\"password\":\"%s\",\"displayName\":\"%s\"}"
                .formatted(customer.email(), customer.password(), customer.displayName());
    try (HttpClient http = HttpClient.newHttpClient()) {
      return http.send(
              HttpRequest.newBuilder(URI.create(access.server() + "/ojeomneo/v1/auth/" + what))
                  .header("Content-Type", "application/json")
                  .POST(BodyPublishers.ofString(body))
                  .build(),
              BodyHandlers.discarding())
          .statusCode();
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static String group(ProcessHandle process) throws IOException {
    var ps = new ProcessBuilder("ps", "-o", "pgid=", "-p", String.valueOf(process.pid())).start();
    return new String(ps.getInputStream().readAllBytes()).strip();
  }
}
