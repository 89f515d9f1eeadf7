package com.ojeomneo.server.order;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Many who do something at the same moment. */
final class Crowd {
  private Crowd() {}

  /** What each of them got, in no order. */
  static <T> List<T> of(int people, Callable<T> deed) {
    return of(Collections.nCopies(people, deed));
  }

  static <T> List<T> of(List<Callable<T>> deeds) {
    var start = new CountDownLatch(1);
    var results = new ArrayList<T>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<T>> running =
          deeds.stream()
              .map(
                  deed ->
                      threads.submit(
                          () -> {
                            start.await();
                            return deed.call();
                          }))
              .toList();
      start.countDown();
      for (Future<T> one : running) {
        results.add(one.get());
      }
      return results;
    } catch (ExecutionException e) {
      throw new AssertionError(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
