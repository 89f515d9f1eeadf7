package com.ojeomneo.platform.background;

import java.util.List;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/** Work on several things at the same time, each on a virtual thread of its own. */
public final class Batch {
  private static final Logger LOG = Logger.getLogger(Batch.class);

  private Batch() {}

  /** Returns when all are done. One that fails is logged and holds up no other. */
  public static <T> void each(List<T> things, Consumer<T> work) {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (T thing : things) {
        threads.execute(
            () -> {
              try {
                work.accept(thing);
              } catch (RuntimeException e) {
                LOG.errorf(e, "%s failed; it is tried again", thing);
              }
            });
      }
    }
  }
}
