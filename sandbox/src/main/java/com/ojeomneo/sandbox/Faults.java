package com.ojeomneo.sandbox;

import com.ojeomneo.sandbox.Fault.Effect;
import com.ojeomneo.sandbox.Fault.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The faults that wait for a request, first queued first hit. They do not outlive the process. */
final class Faults {
  private final List<Fault> queue = new ArrayList<>();
  private final CountDownLatch closed = new CountDownLatch(1);

  synchronized void add(Fault fault) {
    queue.add(fault);
  }

  synchronized List<Fault> all() {
    return List.copyOf(queue);
  }

  synchronized void clear() {
    queue.clear();
  }

  /**
   * Takes the fault that hits a request.
   *
   * @param repeated the request is answered from its idempotency key: such an answer can be late or
   *     lost, but not another one
   */
  synchronized Fault take(Operation operation, String orderId, boolean repeated) {
    for (int i = 0; i < queue.size(); i++) {
      Fault fault = queue.get(i);
      boolean can = !(repeated && fault.effect() == Effect.ERROR);
      if (can && fault.hits(operation, orderId)) {
        if (fault.times() == 1) {
          queue.remove(i);
        } else {
          queue.set(i, fault.left(fault.times() - 1));
        }
        return fault;
      }
    }
    return Fault.NONE;
  }

  /**
   * Waits as long as a fault hangs.
   *
   * @return false when the sandbox was closed meanwhile
   */
  boolean outlast(Fault fault) throws InterruptedException {
    return !closed.await(fault.seconds(), TimeUnit.SECONDS);
  }

  /** Ends every hang. */
  void close() {
    closed.countDown();
  }
}
