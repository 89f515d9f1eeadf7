package com.ojeomneo.drills;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * Things that go on beside each other, each on a virtual thread; closing interrupts what is left.
 */
final class Background implements AutoCloseable {
  private static final Duration LAST_WORDS = Duration.ofSeconds(5);

  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final List<Future<?>> all = new CopyOnWriteArrayList<>();

  @FunctionalInterface
  interface Act {
    void once() throws Exception;
  }

  void start(Callable<?> act) {
    all.add(threads.submit(act));
  }

  void repeat(Duration pause, BooleanSupplier goesOn, Act act) {
    start(
        () -> {
          while (goesOn.getAsBoolean()) {
            act.once();
            Thread.sleep(pause);
          }
          return null;
        });
  }

  boolean isDone() {
    return all.stream().allMatch(Future::isDone);
  }

  /** Waits for all of them; throws on what one of them failed with. */
  void join() throws InterruptedException {
    for (Future<?> one : all) {
      try {
        one.get();
      } catch (ExecutionException e) {
        throw new IllegalStateException(e.getCause());
      }
    }
  }

  /**
   * What does not heed the interrupt in time is left behind: its connections end with the stack.
   */
  @Override
  public void close() {
    threads.shutdownNow();
    try {
      threads.awaitTermination(LAST_WORDS.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
