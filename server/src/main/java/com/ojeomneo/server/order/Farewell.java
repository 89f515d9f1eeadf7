package com.ojeomneo.server.order;

import io.micrometer.core.instrument.Counter;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.random.RandomGenerator;
import org.jboss.logging.Logger;

/**
 * How a node that is about to stop sends its readers to the others: not before load balancers have
 * noticed, or they would come back here; one after the other, and each after a pause drawn by lot,
 * or the other nodes would get them all at once.
 */
record Farewell(Duration delay, Counter told) {
  private static final Logger LOG = Logger.getLogger(Farewell.class);
  private static final int SHORTEST_PAUSE_MILLIS = 100;
  private static final int LONGEST_PAUSE_MILLIS = 1000;

  /** Blocks until all are told. */
  void tell(List<OrderStream> streams) {
    long began = System.nanoTime();
    try {
      for (int i = 0; i < streams.size(); i++) {
        Thread.sleep(
            Duration.ofNanos(began + turn(i, streams.size()).toNanos() - System.nanoTime()));
        tell(streams.get(i));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  void tell(OrderStream stream) {
    told.increment();
    try {
      stream.sendAway(pause(ThreadLocalRandom.current()));
    } catch (RuntimeException e) {
      LOG.warnf(e, "a stream cannot be told to move");
    }
  }

  /** Evenly over the middle of the delay; nobody is left at its end. */
  Duration turn(int i, int of) {
    Duration first = delay.multipliedBy(3).dividedBy(10);
    Duration last = delay.multipliedBy(9).dividedBy(10);
    return first.plus(last.minus(first).multipliedBy(i).dividedBy(of));
  }

  /** After how long a reader comes back. */
  static Duration pause(RandomGenerator lot) {
    return Duration.ofMillis(lot.nextInt(SHORTEST_PAUSE_MILLIS, LONGEST_PAUSE_MILLIS + 1));
  }
}
