package com.ojeomneo.platform.outbox;

import static com.ojeomneo.schema.jooq.Tables.OUTBOX;
import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.min;

import com.ojeomneo.platform.database.Database;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.JSON;

/**
 * The SQL of {@code outbox}: one row per event, in the transaction of its cause. Ids are taken in
 * the order of the inserts. Events that must stay in order are therefore appended under a lock that
 * is held until the commit (an order's row, its customer's row): among them, ids are in the order
 * of the commits.
 */
public final class Outbox {
  private static final Appended APPENDED = new Appended();

  private Outbox() {}

  /** Told after the commit ({@link Database#listen}) of each transaction that appended. */
  record Appended() {}

  public static void append(DSLContext tx, String topic, String payload) {
    tx.insertInto(OUTBOX)
        .set(OUTBOX.TOPIC, topic)
        .set(OUTBOX.PAYLOAD, JSON.json(payload))
        .execute();
    Database.afterCommit(tx, APPENDED);
  }

  /** The oldest entries that Redis has not been given, in order. */
  public static List<OutboxEntry> unpublished(DSLContext sql, int limit) {
    return sql.select(OUTBOX.ID, OUTBOX.TOPIC, OUTBOX.PAYLOAD.convertFrom(JSON::data))
        .from(OUTBOX)
        .where(OUTBOX.PUBLISHED_AT.isNull())
        .orderBy(OUTBOX.ID)
        .limit(limit)
        .fetch(mapping(OutboxEntry::new));
  }

  static void published(DSLContext tx, Collection<OutboxEntry> entries, Instant at) {
    tx.update(OUTBOX)
        .set(OUTBOX.PUBLISHED_AT, at)
        .where(OUTBOX.ID.in(entries.stream().map(OutboxEntry::id).toList()))
        .execute();
  }

  /**
   * What Redis has not been given.
   *
   * @param oldest null when there is none
   */
  record Backlog(int entries, Instant oldest) {}

  static Backlog backlog(DSLContext sql) {
    return sql.select(count(), min(OUTBOX.CREATED_AT))
        .from(OUTBOX)
        .where(OUTBOX.PUBLISHED_AT.isNull())
        .fetchSingle(mapping(Backlog::new));
  }

  /** Deletes entries from before that Redis has been given. */
  static int forgetPublished(DSLContext sql, Instant before) {
    return sql.deleteFrom(OUTBOX)
        .where(OUTBOX.CREATED_AT.lt(before), OUTBOX.PUBLISHED_AT.isNotNull())
        .execute();
  }

  /** Deletes all entries from before. */
  static int forget(DSLContext sql, Instant before) {
    return sql.deleteFrom(OUTBOX).where(OUTBOX.CREATED_AT.lt(before)).execute();
  }
}
