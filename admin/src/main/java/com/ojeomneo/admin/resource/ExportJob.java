package com.ojeomneo.admin.resource;

import com.ojeomneo.admin.staff.Reach;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A file that is made for somebody.
 *
 * @param lease whose chunks are the file
 * @param reach whose rows are in it
 */
record ExportJob(
    UUID id,
    UUID staffId,
    ExportOrder order,
    Reach reach,
    State state,
    int attempts,
    @Nullable UUID lease,
    long rowsDone,
    long rowsEstimated,
    @Nullable Long storedBytes,
    @Nullable Long bytes,
    @Nullable String failure,
    @Nullable String traceId,
    Instant createdAt,
    @Nullable Instant endedAt) {
  static final Duration KEPT = Duration.ofDays(1);

  enum State {
    WAITING,
    RUNNING,
    DONE,
    FAILED
  }

  /** Why there is no file. */
  enum Failure {
    /** Whoever asked may not see that any more. */
    FORBIDDEN,
    TOO_LARGE,
    TOO_SLOW,
    /** Tried as often as it is tried. */
    GAVE_UP
  }

  @Nullable Instant keptUntil() {
    return endedAt == null ? null : endedAt.plus(KEPT);
  }

  /**
   * As its owner sees it.
   *
   * @param bytes of the file, when there is one
   */
  @Schema(name = "Export")
  record View(
      UUID id,
      String resource,
      ExportFormat format,
      boolean masked,
      State state,
      long rowsDone,
      long rowsEstimated,
      @Nullable Long bytes,
      @Nullable Failure failure,
      Instant createdAt,
      @Nullable Instant endedAt,
      @Nullable Instant keptUntil) {
    static View of(ExportJob job) {
      return new View(
          job.id,
          job.order.resource(),
          job.order.format(),
          job.order.reason() == null,
          job.state,
          job.rowsDone,
          job.rowsEstimated,
          job.bytes,
          job.failure == null ? null : Failure.valueOf(job.failure),
          job.createdAt,
          job.endedAt,
          job.keptUntil());
    }
  }
}
