package com.ojeomneo.platform.redis;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;

/**
 * Keeps everybody away from a Redis that has failed. Whether it is back is asked in the background,
 * of it alone and not too often, so that nobody pays for the question: only those who were under
 * way when it failed have waited for it.
 */
final class Breaker {
  /** Short, since nobody pays: what is to be published waits for it, too. */
  private static final long REST_NANOS = Duration.ofMillis(250).toNanos();

  private final BooleanSupplier isBack;
  private final AtomicBoolean open = new AtomicBoolean();
  private final AtomicBoolean asking = new AtomicBoolean();
  private volatile long askAt;
  private volatile boolean shut;

  /**
   * @param isBack asks; may block, never throws
   */
  Breaker(BooleanSupplier isBack) {
    this.isBack = isBack;
  }

  /** Whoever is turned away sees to it that somebody asks. */
  boolean letsThrough() {
    if (!isOpen()) {
      return true;
    }
    if (!shut && System.nanoTime() - askAt >= 0 && asking.compareAndSet(false, true)) {
      Thread.startVirtualThread(this::ask);
    }
    return false;
  }

  boolean isOpen() {
    return open.get();
  }

  private void ask() {
    try {
      if (!isBack.getAsBoolean()) {
        askAt = System.nanoTime() + REST_NANOS;
      }
    } finally {
      asking.set(false);
    }
  }

  /**
   * @return whether it was closed
   */
  boolean open() {
    askAt = System.nanoTime() + REST_NANOS;
    return !open.getAndSet(true);
  }

  /**
   * @return whether it was open
   */
  boolean close() {
    return !shut && open.getAndSet(false);
  }

  /** For good. */
  void shut() {
    shut = true;
    open.set(true);
  }
}
