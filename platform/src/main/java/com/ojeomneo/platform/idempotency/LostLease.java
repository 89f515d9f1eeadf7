package com.ojeomneo.platform.idempotency;

/**
 * A request worked longer than its lease on the key lasted, and a later one has taken it: what the
 * first did in the transaction that would store its answer is rolled back.
 */
public final class LostLease extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  LostLease() {
    super("the lease on an idempotency key was lost");
  }
}
