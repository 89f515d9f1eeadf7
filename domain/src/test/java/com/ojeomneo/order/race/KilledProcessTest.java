package com.ojeomneo.order.race;

import static org.assertj.core.api.Assertions.assertThat;

import com.ojeomneo.order.Node;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A process that ends before any step of any act, without a chance to say goodbye, leaves nothing
 * that the next one does not put right.
 */
class KilledProcessTest {
  private static final int MOST_STEPS = 30;
  private static final long PATIENCE_SECONDS = 180;
  private static final Logger LOG = Logger.getLogger("com.ojeomneo");
  private static final Map<String, Integer> DEATHS = new ConcurrentHashMap<>();

  private static Lane lane;

  @BeforeAll
  static void open() throws Exception {
    LOG.setLevel(Level.OFF);
    lane = new Lane();
  }

  @AfterAll
  static void close() throws Exception {
    lane.close();
    LOG.setLevel(null);
    System.out.printf("killed processes: %s%n", DEATHS);
  }

  static Stream<Doomed> acts() {
    return Stream.of(Doomed.values());
  }

  @ParameterizedTest
  @MethodSource("acts")
  void whereverItsProcessDiesTheNextOneEndsTheAct(Doomed doomed) throws Exception {
    int deaths = 0;
    int code;
    do {
      Lunch lunch = doomed.scene.set(lane);
      if (doomed.act.request() != null) {
        lunch.sends(doomed.act.request());
      }
      code = child(doomed, lunch, deaths + 1);
      assertThat(code).isIn(0, Doomed.DEAD);
      try {
        lane.awaitNoOthers();
        var replays = new Replays(lane, lunch);
        replays.send(List.of(doomed.act));
        new Recovery(lane).run();
        replays.check();
        new Books(lane, lunch).check();
      } catch (AssertionError wrong) {
        throw new AssertionError("%s, killed before step %d".formatted(doomed, deaths + 1), wrong);
      }
      lunch.clear(lane);
      deaths += code == Doomed.DEAD ? 1 : 0;
    } while (code == Doomed.DEAD && deaths < MOST_STEPS);
    assertThat(deaths).isBetween(2, MOST_STEPS - 1);
    DEATHS.put(doomed.name(), deaths);
  }

  private static int child(Doomed doomed, Lunch lunch, int lastStep)
      throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xshare:auto",
                "-cp",
                System.getProperty("java.class.path"),
                Doomed.class.getName(),
                doomed.name(),
                String.valueOf(lastStep),
                lane.source().getUrl(),
                lane.provider().toString(),
                Node.JSON.writeValueAsString(lunch.memo()))
            .redirectErrorStream(true)
            .redirectOutput(Redirect.DISCARD)
            .start();
    try {
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw new AssertionError(doomed + " neither ends nor dies");
      }
      return process.exitValue();
    } finally {
      process.destroyForcibly();
    }
  }
}
