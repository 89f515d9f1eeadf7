package com.ojeomneo.sandbox;

import com.ojeomneo.sandbox.Fault.Effect;
import com.ojeomneo.sandbox.Fault.Operation;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * The faults that wait for a request, first queued first hit, and the chaos that hits what they do
 * not. They do not outlive the process.
 */
final class Faults {
  private final List<Fault> queue = new ArrayList<>();
  private final CountDownLatch closed = new CountDownLatch(1);
  private volatile Optional<Chaos> chaos = Optional.empty();

  synchronized void add(Fault fault) {
    queue.add(fault);
  }

  synchronized List<Fault> all() {
    return List.copyOf(queue);
  }

  synchronized void clear() {
    queue.clear();
  }

  Optional<Chaos> chaos() {
    return chaos;
  }

  void misbehave(Chaos chaos) {
    this.chaos = Optional.of(chaos);
  }

  void behave() {
    chaos = Optional.empty();
  }

  /**
   * Takes the fault that hits a call: the one that its header asks for, else the first in the
   * queue, else what chaos draws.
   *
   * @param repeated the call is answered from its idempotency key: such an answer can be late or
   *     lost, but not another one
   */
  Fault take(Call call, Operation operation, String orderId, boolean repeated) {
    return call.header("TossPayments-Test-Code")
        .flatMap(ErrorCode::named)
        .map(code -> Fault.error(operation, code.answer(), false))
        .or(() -> takeQueued(operation, orderId, repeated))
        .or(() -> chaos.map(odds -> odds.next(operation)).filter(fault -> can(fault, repeated)))
        .orElse(Fault.NONE);
  }

  private static boolean can(Fault fault, boolean repeated) {
    return !(repeated && fault.effect() == Effect.ERROR);
  }

  private synchronized Optional<Fault> takeQueued(
      Operation operation, String orderId, boolean repeated) {
    for (int i = 0; i < queue.size(); i++) {
      Fault fault = queue.get(i);
      if (can(fault, repeated) && fault.hits(operation, orderId)) {
        if (fault.times() == 1) {
          queue.remove(i);
        } else {
          queue.set(i, fault.left(fault.times() - 1));
        }
        return Optional.of(fault);
      }
    }
    return Optional.empty();
  }

  /**
   * Waits before the work when the fault says so.
   *
   * @return false when the sandbox was closed meanwhile: nothing may be done any more
   */
  boolean allowsWork(Fault fault) throws InterruptedException {
    return switch (fault.effect()) {
      case DELAY, HANG_BEFORE -> outlasts(fault);
      default -> true;
    };
  }

  /** Answers a call; late, or not at all, when the fault says so. */
  void tell(Call call, Fault fault, Answer answer) throws IOException, InterruptedException {
    boolean lost =
        fault.effect() == Effect.DROP_AFTER
            || (fault.effect() == Effect.HANG_AFTER && !outlasts(fault));
    if (lost) {
      call.drop();
    } else {
      call.reply(answer);
    }
  }

  private boolean outlasts(Fault fault) throws InterruptedException {
    return !closed.await(fault.pause().toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Ends every hang. */
  void close() {
    closed.countDown();
  }
}
