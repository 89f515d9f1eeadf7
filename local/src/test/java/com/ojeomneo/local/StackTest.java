package com.ojeomneo.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StackTest {
  private static final Duration LONG = Duration.ofSeconds(20);

  @TempDir private Path folder;
  private final ByteArrayOutputStream terminal = new ByteArrayOutputStream();
  private Home home;
  private Stack stack;

  @BeforeEach
  void prepare() throws Exception {
    home = TestHome.in(folder);
    stack = new Stack(home, TestHome.console(terminal));
  }

  @AfterEach
  void stop() {
    stack.stop();
  }

  @Test
  void stopsWhatWasStartedLastFirst() throws Exception {
    for (String name : List.of("first", "second", "third")) {
      startReady(name, "trap 'echo %s >>order; exit 0' TERM".formatted(name));
    }
    stack.stop();
    assertThat(Files.readAllLines(folder.resolve("order")))
        .containsExactly("third", "second", "first");
  }

  @Test
  void aChildThatDoesNotStopIsKilled() throws Exception {
    Child stubborn =
        startReady(
            script("stubborn", "trap '' TERM").stoppedBy(StopSignal.TERM, Duration.ofMillis(200)));
    stack.stop();
    assertThat(stubborn.isAlive()).isFalse();
  }

  @Test
  void nothingStartsOnceItIsStopping() {
    stack.stop();
    assertThatThrownBy(() -> stack.start(script("late", ""))).isInstanceOf(Stack.Stopping.class);
  }

  @Test
  void theFirstChildThatDiesIsKnownWithItsLastWords() throws Exception {
    startReady("lives", "");
    stack.start(
        new Program(
            "dies", List.of("sh", "-c", "echo 'no space left'; exit 3"), Surroundings.plain()));

    Child dead = stack.firstDeath().get(LONG.toSeconds(), TimeUnit.SECONDS);

    assertThat(dead.name()).isEqualTo("dies");
    assertThat(dead.await()).isEqualTo(3);
    assertThat(dead.lastLines()).containsExactly("no space left");
    assertThat(Files.readString(home.log("dies"))).isEqualTo("no space left\n");
    assertThat(terminal.toString(StandardCharsets.UTF_8)).contains("dies    | no space left");
  }

  @Test
  void theNextLauncherEndsWhatThisOneLeft() throws Exception {
    Child orphan = startReady("orphan", "");
    Orphans.end(home, TestHome.quiet());
    assertThat(orphan.isAlive()).isFalse();
  }

  @Test
  void aStrangerWithTheSamePidIsLeftAlone() throws Exception {
    Child stranger = startReady("stranger", "");
    long pid = stranger.handle().pid();
    long anHourAgo = System.currentTimeMillis() - Duration.ofHours(1).toMillis();
    PrivateFile.writeJson(
        home.children(), List.of(new ChildRecord("server", pid, anHourAgo, StopSignal.TERM)));

    Orphans.end(home, TestHome.quiet());

    assertThat(stranger.isAlive()).isTrue();
  }

  @Test
  void aPidFileThatNamesAnotherProgramIsNotBelieved() throws Exception {
    Child stranger = startReady("stranger", "");
    Files.createDirectories(home.postgresData());
    Files.writeString(
        home.postgresData().resolve("postmaster.pid"),
        stranger.handle().pid() + "\n" + home.postgresData() + "\n");

    assertThat(Orphans.postmaster(home)).isEmpty();
  }

  private Child startReady(String name, String setUp) throws Exception {
    return startReady(script(name, setUp));
  }

  private Child startReady(Program program) throws Exception {
    Child child = stack.start(program);
    Deadline.await(child, LONG, () -> Files.readString(home.log(child.name())).contains("ready"));
    return child;
  }

  /** Runs in the temporary folder until it is stopped. */
  private Program script(String name, String setUp) {
    String text = "cd '%s'; %s; echo ready; while :; do sleep 0.05; done";
    return new Program(
        name,
        List.of("sh", "-c", text.formatted(folder, setUp.isEmpty() ? ":" : setUp)),
        Surroundings.plain());
  }
}
