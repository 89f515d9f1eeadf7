package com.ojeomneo.admin.resource;

import static com.ojeomneo.schema.jooq.Tables.EXPORTS;
import static com.ojeomneo.schema.jooq.Tables.EXPORT_CHUNKS;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;

import com.ojeomneo.admin.resource.ExportJob.Failure;
import com.ojeomneo.admin.resource.ExportJob.State;
import com.ojeomneo.admin.staff.Reach;
import com.ojeomneo.platform.database.Database;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;

/**
 * The SQL of {@code exports}, as those have it who make the files. Whoever takes a job has its
 * lease; what they write counts only while they have, so that one who was taken for dead and is not
 * spoils nothing.
 */
@Singleton
class ExportLeases {
  /** Longer than the longest silence of a reader: one fetch, which the driver ends after 30 s. */
  static final Duration LEASE = Duration.ofSeconds(90);

  private final Database database;
  private final Clock clock;

  ExportLeases(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /** The oldest that nobody runs, from its start: what another wrote of it is gone. */
  Optional<ExportJob> take() {
    Instant now = clock.instant();
    UUID lease = UUID.randomUUID();
    return database.transaction(
        tx -> {
          Optional<ExportJob> taken =
              tx.update(EXPORTS)
                  .set(EXPORTS.STATE, State.RUNNING.name())
                  .set(EXPORTS.LEASE, lease)
                  .set(EXPORTS.LEASE_UNTIL, now.plus(LEASE))
                  .set(EXPORTS.ATTEMPTS, EXPORTS.ATTEMPTS.plus(1))
                  .set(EXPORTS.ROWS_DONE, 0L)
                  .where(
                      EXPORTS.ID.in(
                          select(EXPORTS.ID)
                              .from(EXPORTS)
                              .where(EXPORTS.STATE.in("WAITING", "RUNNING"))
                              .and(EXPORTS.LEASE_UNTIL.isNull().or(EXPORTS.LEASE_UNTIL.lt(now)))
                              .orderBy(EXPORTS.ID)
                              .limit(1)
                              .forUpdate()
                              .skipLocked()))
                  .returning()
                  .fetchOptional(ExportJobs::job);
          taken.ifPresent(
              job ->
                  tx.deleteFrom(EXPORT_CHUNKS)
                      .where(EXPORT_CHUNKS.EXPORT_ID.eq(job.id()))
                      .execute());
          return taken;
        });
  }

  /**
   * @throws Lost when somebody else has the job by now, or nobody wants it
   */
  void progress(ExportJob job, long rows) {
    require(
        database
            .sql()
            .update(EXPORTS)
            .set(EXPORTS.ROWS_DONE, rows)
            .set(EXPORTS.LEASE_UNTIL, clock.instant().plus(LEASE))
            .where(isOurs(job))
            .execute());
  }

  /**
   * @throws Lost as {@link #progress}
   */
  void append(ExportJob job, int number, byte[] bytes) {
    require(
        database
            .sql()
            .insertInto(
                EXPORT_CHUNKS,
                EXPORT_CHUNKS.EXPORT_ID,
                EXPORT_CHUNKS.LEASE,
                EXPORT_CHUNKS.NUMBER,
                EXPORT_CHUNKS.BYTES)
            .select(
                select(EXPORTS.ID, EXPORTS.LEASE, val(number), val(bytes))
                    .from(EXPORTS)
                    .where(isOurs(job)))
            .execute());
  }

  /**
   * @throws Lost as {@link #progress}
   */
  void finish(ExportJob job, Reach reach, long rows, long storedBytes, long bytes) {
    UUID[] shops =
        reach instanceof Reach.Shops(var ids) ? ids.stream().sorted().toArray(UUID[]::new) : null;
    require(
        database
            .sql()
            .update(EXPORTS)
            .set(EXPORTS.STATE, State.DONE.name())
            .set(EXPORTS.SHOPS, shops)
            .set(EXPORTS.ROWS_DONE, rows)
            .set(EXPORTS.STORED_BYTES, storedBytes)
            .set(EXPORTS.BYTES, bytes)
            .set(EXPORTS.ENDED_AT, clock.instant())
            .where(isOurs(job))
            .execute());
  }

  void fail(ExportJob job, Failure why) {
    database.transact(
        tx -> {
          tx.update(EXPORTS)
              .set(EXPORTS.STATE, State.FAILED.name())
              .set(EXPORTS.FAILURE, why.name())
              .set(EXPORTS.ENDED_AT, clock.instant())
              .where(isOurs(job))
              .execute();
          tx.deleteFrom(EXPORT_CHUNKS)
              .where(EXPORT_CHUNKS.LEASE.eq(job.lease()))
              .and(EXPORT_CHUNKS.EXPORT_ID.eq(job.id()))
              .execute();
        });
  }

  /** To be taken again, by anybody. */
  void tryAgain(ExportJob job, Duration pause) {
    database
        .sql()
        .update(EXPORTS)
        .set(EXPORTS.LEASE_UNTIL, clock.instant().plus(pause))
        .where(isOurs(job))
        .execute();
  }

  /** To be taken again at once, as if it had not been taken: its Admin stops. */
  void giveBack(ExportJob job) {
    database
        .sql()
        .update(EXPORTS)
        .set(EXPORTS.STATE, State.WAITING.name())
        .set(EXPORTS.ATTEMPTS, EXPORTS.ATTEMPTS.minus(1))
        .setNull(EXPORTS.LEASE_UNTIL)
        .where(isOurs(job))
        .execute();
  }

  private static Condition isOurs(ExportJob job) {
    return EXPORTS
        .ID
        .eq(job.id())
        .and(EXPORTS.LEASE.eq(job.lease()))
        .and(EXPORTS.STATE.eq(State.RUNNING.name()));
  }

  private static void require(int changed) {
    if (changed == 0) {
      throw new Lost();
    }
  }

  /** The job is not ours any more. */
  static final class Lost extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Lost() {
      super("somebody else has it, or nobody wants it", null, false, false);
    }
  }
}
