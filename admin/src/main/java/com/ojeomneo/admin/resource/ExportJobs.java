package com.ojeomneo.admin.resource;

import static com.ojeomneo.schema.jooq.Tables.EXPORTS;
import static com.ojeomneo.schema.jooq.Tables.EXPORT_CHUNKS;
import static com.ojeomneo.schema.jooq.Tables.STAFF;
import static org.jooq.impl.DSL.noCondition;

import com.github.f4b6a3.uuid.UuidCreator;
import com.ojeomneo.admin.resource.ExportJob.State;
import com.ojeomneo.admin.staff.Reach;
import com.ojeomneo.platform.database.Database;
import com.ojeomneo.platform.http.Page;
import com.ojeomneo.platform.problem.Problem;
import com.ojeomneo.schema.jooq.tables.records.ExportsRecord;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record1;

/** The SQL of {@code exports}, as those have it who ask for a file: each sees their own. */
@Singleton
class ExportJobs {
  static final int MOST_UNFINISHED = 3;
  static final int MOST_KEPT = 20;

  private final Database database;
  private final Clock clock;

  ExportJobs(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * @throws Problem 409 for whom enough is being made, or kept
   */
  UUID add(DSLContext tx, UUID staff, ExportOrder order, long rowsEstimated, String traceId) {
    // Two at once are counted one after the other.
    tx.select(STAFF.ID).from(STAFF).where(STAFF.ID.eq(staff)).forNoKeyUpdate().fetch();
    Condition own = EXPORTS.STAFF_ID.eq(staff);
    if (tx.fetchCount(EXPORTS, own.and(EXPORTS.STATE.in("WAITING", "RUNNING")))
        >= MOST_UNFINISHED) {
      throw Problem.of(ResourceProblem.EXPORTS_UNDER_WAY);
    }
    if (tx.fetchCount(EXPORTS, own) >= MOST_KEPT) {
      throw Problem.of(ResourceProblem.TOO_MANY_KEPT);
    }
    UUID id = UuidCreator.getTimeOrderedEpoch();
    tx.insertInto(EXPORTS)
        .set(EXPORTS.ID, id)
        .set(EXPORTS.STAFF_ID, staff)
        .set(EXPORTS.RESOURCE, order.resource())
        .set(EXPORTS.FORMAT, order.format().name())
        .set(EXPORTS.FILTER, order.filter())
        .set(EXPORTS.SORT, order.sort())
        .set(EXPORTS.COLUMNS, order.columns().toArray(String[]::new))
        .set(EXPORTS.ENGLISH, order.english())
        .set(EXPORTS.REASON, order.reason())
        .set(EXPORTS.ROWS_ESTIMATED, rowsEstimated)
        .set(EXPORTS.TRACE_ID, traceId)
        .set(EXPORTS.CREATED_AT, clock.instant())
        .execute();
    return id;
  }

  List<ExportJob> of(UUID staff, UUID after, int limit) {
    return database
        .sql()
        .selectFrom(EXPORTS)
        .where(EXPORTS.STAFF_ID.eq(staff), fresh())
        .and(after == null ? noCondition() : EXPORTS.ID.lt(after))
        .orderBy(EXPORTS.ID.desc())
        .limit(limit)
        .fetch(ExportJobs::job);
  }

  Page<ExportJob.View> page(UUID staff, UUID after, int limit) {
    List<ExportJob.View> rows =
        of(staff, after, limit + 1).stream().map(ExportJob.View::of).toList();
    return Page.of(rows, limit, ExportJob.View::id);
  }

  /** Empty for one that is another's, or older than it is kept. */
  Optional<ExportJob> find(UUID staff, UUID id) {
    return database
        .sql()
        .selectFrom(EXPORTS)
        .where(EXPORTS.ID.eq(id), EXPORTS.STAFF_ID.eq(staff), fresh())
        .fetchOptional(ExportJobs::job);
  }

  private Condition fresh() {
    return EXPORTS.ENDED_AT.isNull().or(EXPORTS.ENDED_AT.gt(clock.instant().minus(ExportJob.KEPT)));
  }

  /** With its file; whoever makes it stops. */
  boolean delete(UUID staff, UUID id) {
    return database
            .sql()
            .deleteFrom(EXPORTS)
            .where(EXPORTS.ID.eq(id), EXPORTS.STAFF_ID.eq(staff))
            .execute()
        > 0;
  }

  /** What is older than it is kept. */
  int deleteOld() {
    return database
        .sql()
        .deleteFrom(EXPORTS)
        .where(EXPORTS.ENDED_AT.le(clock.instant().minus(ExportJob.KEPT)))
        .execute();
  }

  /** A piece of a finished file; null after the last one, and when the file is gone. */
  byte[] chunk(ExportJob job, int number) {
    return database
        .sql()
        .select(EXPORT_CHUNKS.BYTES)
        .from(EXPORT_CHUNKS)
        .where(
            EXPORT_CHUNKS.EXPORT_ID.eq(job.id()),
            EXPORT_CHUNKS.LEASE.eq(job.lease()),
            EXPORT_CHUNKS.NUMBER.eq(number))
        .fetchOptional()
        .map(Record1::value1)
        .orElse(null);
  }

  /** When the one was asked for that waits the longest and that nobody runs. */
  Optional<Instant> oldestWaiting() {
    return database
        .sql()
        .select(EXPORTS.CREATED_AT)
        .from(EXPORTS)
        .where(EXPORTS.STATE.in("WAITING", "RUNNING"))
        .and(EXPORTS.LEASE_UNTIL.isNull().or(EXPORTS.LEASE_UNTIL.lt(clock.instant())))
        .orderBy(EXPORTS.ID)
        .limit(1)
        .fetchOptional(EXPORTS.CREATED_AT);
  }

  static ExportJob job(ExportsRecord row) {
    return new ExportJob(
        row.getId(),
        row.getStaffId(),
        new ExportOrder(
            row.getResource(),
            ExportFormat.valueOf(row.getFormat()),
            row.getFilter(),
            row.getSort(),
            List.of(row.getColumns()),
            row.getEnglish(),
            row.getReason()),
        row.getShops() == null ? new Reach.Everywhere() : new Reach.Shops(Set.of(row.getShops())),
        State.valueOf(row.getState()),
        row.getAttempts(),
        row.getLease(),
        row.getRowsDone(),
        row.getRowsEstimated(),
        row.getStoredBytes(),
        row.getBytes(),
        row.getFailure(),
        row.getTraceId(),
        row.getCreatedAt(),
        row.getEndedAt());
  }
}
