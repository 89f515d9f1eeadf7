package com.ojeomneo.local.books;

import com.ojeomneo.platform.database.Database;

/**
 * The passing of time, for what waits in the database: the product's own clocks run true, but who
 * tests does not wait minutes for a lease, a look-up or the time to pay to pass. Moves stored times
 * into the past, and nothing else.
 */
public final class Passage {
  private final Database owner;

  public Passage(Database owner) {
    this.owner = owner;
  }

  /**
   * The time to pay of some unpaid orders passes, whatever happens to them just then.
   *
   * @return of how many
   */
  public int ofTimeToPay(int orders) {
    return owner
        .sql()
        .execute(
            """
            UPDATE orders
            SET created_at = created_at - interval '10 minutes',
                expires_at = expires_at - interval '10 minutes'
            WHERE id IN (SELECT id FROM orders
                         WHERE status = 'PENDING_PAYMENT' AND expires_at > now()
                         ORDER BY random() LIMIT ?)
            """,
            orders);
  }

  /**
   * A quarter of an hour for all that a dead Server has left: requests it worked on, attempts whose
   * outcome nobody knows, refunds to be tried again. Only once no call to the provider hangs any
   * more: the product counts on none hanging that long.
   */
  public void ofWaits() {
    String later = " > now() + interval '2 seconds'";
    run(
        "UPDATE idempotency_keys SET leased_until = leased_until - interval '15 minutes'"
            + " WHERE status IS NULL AND leased_until > now()");
    run(
        "UPDATE payment_attempts SET created_at = created_at - interval '15 minutes',"
            + " check_at = now() WHERE status = 'OPEN' AND check_at"
            + later);
    run("UPDATE refunds SET try_at = now() WHERE status <> 'DONE' AND try_at" + later);
    run("UPDATE payment_checks SET check_at = now() WHERE check_at" + later);
  }

  private void run(String change) {
    owner.sql().execute(change);
  }

  /** What is still under way; empty once all is settled. */
  public String unsettled() {
    return owner
        .sql()
        .fetchSingle(
            """
            SELECT concat_ws(', ', attempts, refunds, orders, checks, events)
            FROM (SELECT
              (SELECT nullif(count(*), 0) || ' open attempts'
               FROM payment_attempts WHERE status = 'OPEN') AS attempts,
              (SELECT nullif(count(*), 0) || ' refunds not paid out'
               FROM refunds WHERE status <> 'DONE') AS refunds,
              (SELECT nullif(count(*), 0) || ' unpaid orders'
               FROM orders WHERE status = 'PENDING_PAYMENT') AS orders,
              (SELECT nullif(count(*), 0) || ' orders to be looked at'
               FROM payment_checks) AS checks,
              (SELECT nullif(count(*), 0) || ' events to be published'
               FROM outbox WHERE published_at IS NULL) AS events) AS waiting
            """)
        .get(0, String.class);
  }
}
