package com.ojeomneo.order;

import static com.ojeomneo.schema.jooq.Tables.ORDERS;

import com.ojeomneo.payment.PaymentAttempts;
import com.ojeomneo.payment.PaymentChecks;
import com.ojeomneo.payment.PaymentWebhook;
import com.ojeomneo.payment.PaymentWebhooks;
import com.ojeomneo.platform.database.Database;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Keeps what the provider sends, and asks for a look at the order that it names. The look is {@link
 * PaymentReconciler}'s; nothing that a webhook says is taken for true.
 */
public final class WebhookInbox {
  /** The provider tells of a charge while the request that made it still has to book it. */
  private static final Duration SHORT_WHILE = Duration.ofSeconds(1);

  private static final Duration KEPT = Duration.ofDays(30);

  private final Database database;
  private final Clock clock;

  public WebhookInbox(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * Returns once it is committed.
   *
   * @return whether it names an order of ours
   */
  public boolean receive(PaymentWebhook webhook) {
    return database.transaction(
        tx -> {
          Instant now = clock.instant();
          boolean ours =
              webhook.orderId() != null && tx.fetchExists(ORDERS, ORDERS.ID.eq(webhook.orderId()));
          PaymentWebhooks.save(tx, webhook, ours, now);
          if (ours) {
            Instant soon = now.plus(SHORT_WHILE);
            PaymentAttempts.checkBy(tx, webhook.orderId(), soon);
            PaymentChecks.ask(tx, webhook.orderId(), webhook.paymentKey(), soon, now);
          }
          return ours;
        });
  }

  /**
   * @return how many were forgotten
   */
  public int forgetOld() {
    return PaymentWebhooks.forgetBefore(database.sql(), clock.instant().minus(KEPT));
  }
}
