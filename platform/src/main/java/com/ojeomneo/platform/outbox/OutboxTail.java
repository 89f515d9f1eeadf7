package com.ojeomneo.platform.outbox;

import static com.ojeomneo.schema.jooq.Tables.OUTBOX;

import com.ojeomneo.platform.background.BackgroundJobs;
import com.ojeomneo.platform.database.Database;
import com.ojeomneo.platform.redis.Subscription;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/**
 * Reads what was committed to the outbox since the last look: every 500 ms while Redis does not
 * bring it, once more after the subscription is back, and else every few seconds, because pub/sub
 * promises nothing.
 *
 * <p>Ids become visible out of order when transactions overlap, so the tail goes by transaction:
 * whatever a look could not see belongs to a transaction at or above its snapshot's xmin, and that
 * is where the next look begins. Rows near the edge are therefore seen more than once, for as long
 * as some transaction stays open: those that were told of already are remembered.
 */
@Singleton
class OutboxTail {
  private static final Duration LOOK = Duration.ofMillis(500);
  private static final long TRUST_NANOS = Duration.ofSeconds(5).toNanos();

  private static final Field<Long> XMIN =
      DSL.field("pg_snapshot_xmin(pg_current_snapshot())::text::bigint", SQLDataType.BIGINT);

  private final Database database;
  private final Subscription subscription;
  private final OutboxFeed feed;
  private long from;
  private Set<Long> told = Set.of();
  private long heardBy;
  private long readAt;

  OutboxTail(Database database, Subscription subscription, OutboxFeed feed) {
    this.database = database;
    this.subscription = subscription;
    this.feed = feed;
  }

  /** What was committed before this node serves concerns nobody who is connected to it. */
  void begin(@Observes StartupEvent start, BackgroundJobs jobs) {
    from = database.sql().select(XMIN).fetchSingle().value1();
    subscription.watch(jobs.every(LOOK, "outbox-tail", this::look));
  }

  /**
   * The subscription is asked first: what is committed after the look begins is published after it,
   * and heard by the subscription that was there before.
   */
  private void look() {
    long hearing = subscription.hearing();
    long now = System.nanoTime();
    if (hearing == 0 || hearing != heardBy || now - readAt >= TRUST_NANOS) {
      read();
      heardBy = hearing;
      readAt = now;
    }
  }

  private void read() {
    // One statement, one snapshot: the xmin is that of exactly the rows it returns.
    var seen =
        database
            .sql()
            .select(XMIN, OUTBOX.ID, OUTBOX.TOPIC, OUTBOX.PAYLOAD)
            .from(DSL.table("(VALUES (1)) one(one)"))
            .leftJoin(OUTBOX)
            .on(OUTBOX.TXID.ge(from))
            .orderBy(OUTBOX.ID)
            .fetch();
    var edge = new HashSet<Long>();
    for (var row : seen) {
      if (row.value2() != null && edge.add(row.value2()) && !told.contains(row.value2())) {
        feed.tellRead(new OutboxEntry(row.value2(), row.value3(), row.value4().data()));
      }
    }
    from = seen.getFirst().value1();
    told = edge;
  }
}
