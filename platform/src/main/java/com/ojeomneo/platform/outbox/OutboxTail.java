package com.ojeomneo.platform.outbox;

import static com.ojeomneo.schema.jooq.Tables.OUTBOX;

import com.ojeomneo.platform.background.BackgroundJobs;
import com.ojeomneo.platform.database.Database;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/**
 * Reads what was committed to the outbox since the last look, every 200 ms. Ids become visible out
 * of order when transactions overlap, so the tail goes by transaction: whatever a look could not
 * see belongs to a transaction at or above its snapshot's xmin, and that is where the next look
 * begins. Rows near the edge are therefore seen more than once, for as long as some transaction
 * stays open: those that were told of already are remembered. After a failure they are told of
 * again; whoever listens must not mind.
 */
@Singleton
class OutboxTail {
  private static final Duration KEPT = Duration.ofHours(1);

  private static final Field<Long> XMIN =
      DSL.field("pg_snapshot_xmin(pg_current_snapshot())::text::bigint", SQLDataType.BIGINT);

  private final Database database;
  private final Event<OutboxEntry> listeners;
  private final Clock clock;
  private long from;
  private Set<Long> told = Set.of();

  OutboxTail(Database database, Event<OutboxEntry> listeners, Clock clock) {
    this.database = database;
    this.listeners = listeners;
    this.clock = clock;
  }

  /** What was committed before this node serves concerns nobody who is connected to it. */
  void begin(@Observes StartupEvent start, BackgroundJobs jobs) {
    from = database.sql().select(XMIN).fetchSingle().value1();
    jobs.every(Duration.ofMillis(200), "outbox-tail", this::read);
    jobs.every(Duration.ofMinutes(5), "outbox-forget", this::forgetOld);
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
        listeners.fire(new OutboxEntry(row.value2(), row.value3(), row.value4().data()));
      }
    }
    from = seen.getFirst().value1();
    told = edge;
  }

  private void forgetOld() {
    database
        .sql()
        .deleteFrom(OUTBOX)
        .where(OUTBOX.CREATED_AT.lt(clock.instant().minus(KEPT)))
        .execute();
  }
}
