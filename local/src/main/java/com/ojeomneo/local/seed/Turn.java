package com.ojeomneo.local.seed;

/** How far a batch has come, for the one that follows it step by step. */
final class Turn {
  private int passed;
  private boolean failed;

  /** Of a batch with nothing before it. */
  static Turn over() {
    var over = new Turn();
    over.passed = Integer.MAX_VALUE;
    return over;
  }

  synchronized void pass() {
    passed++;
    notifyAll();
  }

  synchronized void fail() {
    failed = true;
    notifyAll();
  }

  /**
   * Returns when so many steps are done.
   *
   * @throws IllegalStateException when they never will be
   */
  synchronized void await(int steps) throws InterruptedException {
    while (passed < steps && !failed) {
      wait();
    }
    if (failed) {
      throw new IllegalStateException("the batch before failed");
    }
  }
}
