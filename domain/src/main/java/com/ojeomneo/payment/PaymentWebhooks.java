package com.ojeomneo.payment;

import static com.ojeomneo.schema.jooq.Tables.PAYMENT_WEBHOOKS;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Instant;
import org.jooq.DSLContext;
import org.jooq.JSON;

/** The SQL of {@code payment_webhooks}: what came, for whoever has to find out what happened. */
public final class PaymentWebhooks {
  private PaymentWebhooks() {}

  /**
   * @param ofOurs whether the order that it names is one of ours
   */
  public static void save(DSLContext tx, PaymentWebhook webhook, boolean ofOurs, Instant now) {
    tx.insertInto(PAYMENT_WEBHOOKS)
        .set(PAYMENT_WEBHOOKS.ID, UuidCreator.getTimeOrderedEpoch())
        .set(PAYMENT_WEBHOOKS.ORDER_ID, ofOurs ? webhook.orderId() : null)
        .set(PAYMENT_WEBHOOKS.PAYMENT_KEY, webhook.paymentKey())
        .set(PAYMENT_WEBHOOKS.EVENT_TYPE, webhook.eventType())
        .set(PAYMENT_WEBHOOKS.BODY, JSON.json(webhook.body()))
        .set(PAYMENT_WEBHOOKS.RECEIVED_AT, now)
        .execute();
  }

  /**
   * @return how many were forgotten
   */
  public static int forgetBefore(DSLContext sql, Instant moment) {
    return sql.deleteFrom(PAYMENT_WEBHOOKS)
        .where(PAYMENT_WEBHOOKS.RECEIVED_AT.lt(moment))
        .execute();
  }
}
