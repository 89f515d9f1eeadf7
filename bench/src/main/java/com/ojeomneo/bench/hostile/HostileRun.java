package com.ojeomneo.bench.hostile;

import com.ojeomneo.bench.hostile.Shot.Kind;
import java.io.IOException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/**
 * Sends what the generator makes, over a few connections at a time.
 *
 * @param progress hears how many were answered so far
 */
record HostileRun(int port, World world, Judge judge, long seed, IntConsumer progress) {
  private static final int WORKERS = 4;
  private static final int MOST_SHOWN = 200;
  private static final int STEP = 1000;

  /** Longer than the Server takes for anything but what never ends. */
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  /** Enough for whoever answers what is no request, and does not wait for the rest of it. */
  private static final Duration SHORT = Duration.ofMillis(100);

  /** What came of it; of each finding the first few. */
  record Outcome(
      Map<Kind, Map<Integer, Integer>> answers,
      Map<String, Integer> reached,
      List<Finding> findings) {
    int count(Kind kind) {
      return answers.get(kind).values().stream().mapToInt(Integer::intValue).sum();
    }

    int count(Kind kind, int hundred) {
      return answers.get(kind).entrySet().stream()
          .filter(entry -> entry.getKey() / 100 == hundred && entry.getKey() > 0)
          .mapToInt(Map.Entry::getValue)
          .sum();
    }
  }

  record Finding(int number, String fault, Shot shot, Answer answer) {
    @Override
    public String toString() {
      String said = answer.text();
      return "#%d %s: %s%n    printf '%%b' '%s'%n    -> %d %s"
          .formatted(
              number,
              shot.kind(),
              fault,
              shot.replay(),
              answer.status(),
              said.substring(0, Math.min(300, said.length())));
    }
  }

  Outcome send(int count) throws IOException, InterruptedException {
    var outcome =
        new Outcome(new EnumMap<>(Kind.class), new TreeMap<>(), new java.util.ArrayList<>());
    for (Kind kind : Kind.values()) {
      outcome.answers().put(kind, new TreeMap<>());
    }
    var answered = new AtomicInteger();
    List<Callable<Void>> workers =
        IntStream.range(0, WORKERS)
            .mapToObj(worker -> (Callable<Void>) () -> work(worker, count, outcome, answered))
            .toList();
    try (var threads = Executors.newFixedThreadPool(WORKERS)) {
      for (Future<Void> worker : threads.invokeAll(workers)) {
        worker.get();
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
    return outcome;
  }

  private Void work(int worker, int count, Outcome outcome, AtomicInteger answered)
      throws IOException {
    var customer = new Customer("hostile-%d-%d".formatted(seed, worker), port);
    customer.enter();
    var generator = new Generator(world, seed);
    try (var wire = new Wire(port)) {
      for (int number = worker; number < count; number += WORKERS) {
        Shot shot = generator.shot(number, customer);
        Answer answer = answer(shot, wire);
        var fault = judge.fault(shot, answer);
        synchronized (outcome) {
          outcome.answers().get(shot.kind()).merge(answer.status(), 1, Integer::sum);
          if (shot.kind() == Kind.VALID) {
            outcome.reached().merge(shot.operation() + " " + answer.status(), 1, Integer::sum);
          }
          if (fault.isPresent() && outcome.findings().size() < MOST_SHOWN) {
            outcome.findings().add(new Finding(number, fault.get(), shot, answer));
          }
        }
        customer.saw(shot, answer);
        int done = answered.incrementAndGet();
        if (done % STEP == 0) {
          progress.accept(done);
        }
      }
    }
    return null;
  }

  private Answer answer(Shot shot, Wire kept) throws IOException {
    if (shot.kind() != Kind.MALFORMED) {
      return kept.send(shot, PATIENCE);
    }
    try (var own = new Wire(port)) {
      return own.send(shot, SHORT);
    }
  }
}
