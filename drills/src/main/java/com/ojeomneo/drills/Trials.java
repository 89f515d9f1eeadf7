package com.ojeomneo.drills;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** All uses of Redis, tried in one outage. */
final class Trials {
  private static final Duration BETWEEN_TRIES = Duration.ofMillis(200);
  private static final int FEWEST = 2;

  private final Map<Use, Queue<Trial>> byUse = new LinkedHashMap<>();
  private final List<String> findings = new ArrayList<>();

  Trials(List<Use> uses) {
    uses.forEach(use -> byUse.put(use, new ConcurrentLinkedQueue<>()));
  }

  /** Each beside the others, again and again. */
  void tryAll(Duration atLeast) throws InterruptedException {
    long end = System.nanoTime() + atLeast.toNanos();
    try (var all = new Background()) {
      byUse.forEach(
          (use, trials) ->
              all.start(
                  () -> {
                    while (trials.size() < FEWEST || System.nanoTime() - end < 0) {
                      trials.add(attempt(use));
                      Thread.sleep(BETWEEN_TRIES);
                    }
                    return null;
                  }));
      all.join();
    }
    byUse.forEach(
        (use, trials) -> trials.forEach(trial -> found(use, "while it lasts", trial.broken())));
  }

  private static Trial attempt(Use use) throws InterruptedException {
    try {
      return use.tryOut();
    } catch (IOException | RuntimeException failed) {
      var trial = new Trial();
      trial.expect(false, "%s", failed);
      return trial;
    }
  }

  /** They all go through Redis again, without anybody's doing. */
  void awaitRedis(Duration patience) throws IOException, InterruptedException {
    for (Use use : byUse.keySet()) {
      Optional<Duration> took = Trial.await(use::isThroughRedis, patience);
      if (took.isEmpty()) {
        found(use, "when it is back", List.of("goes on without Redis"));
      }
    }
  }

  void lookBack(String when) throws IOException, InterruptedException {
    for (Use use : byUse.keySet()) {
      found(use, when, use.lookBack().broken());
    }
  }

  private void found(Use use, String when, List<String> broken) {
    broken.forEach(what -> findings.add("%s %s: %s".formatted(use.name(), when, what)));
  }

  /** What did not hold. */
  List<String> findings() {
    return findings;
  }

  List<Use> uses() {
    return List.copyOf(byUse.keySet());
  }

  int count(Use use) {
    return byUse.get(use).size();
  }

  /** The longest that anything took to come about. */
  Duration slowest(Use use) {
    return byUse.get(use).stream()
        .map(Trial::slowest)
        .max(Duration::compareTo)
        .orElse(Duration.ZERO);
  }
}
