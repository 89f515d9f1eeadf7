package com.ojeomneo.platform.outbox;

import static com.ojeomneo.schema.jooq.Tables.OUTBOX;

import org.jooq.DSLContext;
import org.jooq.JSON;

/** The SQL of {@code outbox}: one row per event, in the transaction of its cause. */
public final class Outbox {
  private Outbox() {}

  public static void append(DSLContext tx, String topic, String payload) {
    tx.insertInto(OUTBOX)
        .set(OUTBOX.TOPIC, topic)
        .set(OUTBOX.PAYLOAD, JSON.json(payload))
        .execute();
  }
}
