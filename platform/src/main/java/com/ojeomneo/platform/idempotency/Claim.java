package com.ojeomneo.platform.idempotency;

import static com.ojeomneo.schema.jooq.Tables.IDEMPOTENCY_KEYS;

import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;

/** The lease on one idempotency key, held by the request that does the work. */
public final class Claim {
  private final UUID caller;
  private final String route;
  private final String key;
  private final UUID lease;
  private boolean stored;

  Claim(UUID caller, String route, String key, UUID lease) {
    this.caller = caller;
    this.route = route;
    this.key = key;
    this.lease = lease;
  }

  /**
   * Stores the answer in the transaction that does the work.
   *
   * @throws LostLease to a later request, so that the work rolls back rather than be done twice
   */
  public void store(DSLContext tx, Answer answer) {
    int rows =
        tx.update(IDEMPOTENCY_KEYS)
            .set(IDEMPOTENCY_KEYS.STATUS, (short) answer.status())
            .set(IDEMPOTENCY_KEYS.BODY, answer.body())
            .where(isMine())
            .execute();
    if (rows == 0) {
      throw new LostLease();
    }
    stored = true;
  }

  /** Whether {@link #store} was called; only meaningful once its transaction has committed. */
  boolean isStored() {
    return stored;
  }

  /** Gives the key back without an answer: the next request with it tries again. */
  void release(DSLContext sql) {
    sql.deleteFrom(IDEMPOTENCY_KEYS).where(isMine()).execute();
  }

  private Condition isMine() {
    return IDEMPOTENCY_KEYS
        .CALLER
        .eq(caller)
        .and(IDEMPOTENCY_KEYS.ROUTE.eq(route))
        .and(IDEMPOTENCY_KEYS.KEY.eq(key))
        .and(IDEMPOTENCY_KEYS.LEASE.eq(lease))
        .and(IDEMPOTENCY_KEYS.STATUS.isNull());
  }
}
