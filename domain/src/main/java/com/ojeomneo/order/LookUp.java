package com.ojeomneo.order;

import com.ojeomneo.payment.PaymentAttempts;
import com.ojeomneo.payment.PaymentChecks;
import com.ojeomneo.platform.database.Database;
import com.ojeomneo.platform.problem.Problem;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Consumer;
import org.jooq.DSLContext;

/**
 * Somebody wants to know what the provider has of an order's money. The look is {@link
 * PaymentReconciler}'s; however many ask before it, it is one.
 */
public final class LookUp {
  private final Database database;
  private final Clock clock;

  public LookUp(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * @param recorder writes it down in the same transaction
   * @throws Problem 404 for an unknown order
   */
  public void ask(UUID order, Consumer<DSLContext> recorder) {
    database.transact(
        tx -> {
          Orders.lock(tx, order).orElseThrow(Problem::notFound);
          Instant now = clock.instant();
          PaymentAttempts.checkBy(tx, order, now);
          PaymentChecks.ask(tx, order, null, now, now);
          recorder.accept(tx);
        });
  }
}
