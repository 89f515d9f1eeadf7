package com.ojeomneo.drills;

import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;

/** All uses of Redis, tried in one outage. */
final class Trials {
  private static final Duration BETWEEN_TRIES = Duration.ofMillis(200);
  private static final int FEWEST = 2;

  private final Map<Use, Queue<Trial>> byUse = new LinkedHashMap<>();
  private final List<String> findings = new CopyOnWriteArrayList<>();

  Trials(List<Use> uses) {
    uses.forEach(use -> byUse.put(use, new ConcurrentLinkedQueue<>()));
  }

  /** Each beside the others, again and again. */
  void tryAll(String when, Duration atLeast) throws InterruptedException {
    long end = System.nanoTime() + atLeast.toNanos();
    try (var all = new Background()) {
      byUse.keySet().forEach(use -> all.start(() -> tryUntil(end, use, when)));
      all.join();
    }
  }

  private Void tryUntil(long end, Use use, String when) throws InterruptedException {
    for (int tries = 0; tries < FEWEST || System.nanoTime() - end < 0; tries++) {
      Trial trial = attempt(use);
      byUse.get(use).add(trial);
      found(use, when, trial);
      Thread.sleep(BETWEEN_TRIES);
    }
    return null;
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
      var trial = new Trial();
      trial.expect(
          Trial.await(use::isThroughRedis, patience, BETWEEN_TRIES).isPresent(),
          "goes on without Redis for %d s",
          patience.toSeconds());
      found(use, "when it is back", trial);
    }
  }

  void lookBack(String when) throws IOException, InterruptedException {
    for (Use use : byUse.keySet()) {
      found(use, when, use.lookBack());
    }
  }

  private void found(Use use, String when, Trial trial) {
    trial.broken().forEach(what -> findings.add("%s %s: %s".formatted(use.name(), when, what)));
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
