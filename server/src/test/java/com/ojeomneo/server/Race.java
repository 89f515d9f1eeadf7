package com.ojeomneo.server;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Many at once: all stand at the line before the first one starts. */
public final class Race {
  private Race() {}

  /** What each of {@code runners} came back with; an exception of one is thrown on. */
  public static <T> List<T> of(int runners, IntFunction<T> run) {
    var line = new CountDownLatch(runners);
    try (var threads = Executors.newFixedThreadPool(runners)) {
      List<Future<T>> results =
          IntStream.range(0, runners)
              .mapToObj(
                  i ->
                      threads.submit(
                          () -> {
                            line.countDown();
                            line.await();
                            return run.apply(i);
                          }))
              .toList();
      return results.stream().map(Race::get).toList();
    }
  }

  private static <T> T get(Future<T> result) {
    try {
      return result.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
  }
}
