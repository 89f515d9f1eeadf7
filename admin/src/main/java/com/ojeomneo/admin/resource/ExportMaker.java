package com.ojeomneo.admin.resource;

import com.ojeomneo.admin.resource.ExportJob.Failure;
import com.ojeomneo.admin.staff.StaffMember;
import com.ojeomneo.admin.staff.StaffMembers;
import com.ojeomneo.platform.background.BackgroundJobs;
import com.ojeomneo.platform.database.Database;
import com.ojeomneo.platform.problem.Problem;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;

/**
 * Makes the files that were asked for, at most {@link #AT_ONCE} in each Admin. One that ends in the
 * middle of a file gives it back; one that is killed leaves it to whoever finds its lease over.
 */
@Singleton
class ExportMaker {
  private static final Logger LOG = Logger.getLogger(ExportMaker.class);

  /** Each holds a connection of the pool. */
  private static final int AT_ONCE = 2;

  private static final int MOST_ATTEMPTS = 3;
  private static final Duration BEFORE_ANOTHER = Duration.ofSeconds(5);

  private final Database database;
  private final ExportLeases leases;
  private final ListReader lists;
  private final Resources resources;
  private final StaffMembers members;
  private final BackgroundJobs jobs;
  private final MeterRegistry metrics;

  ExportMaker(
      Database database,
      ExportLeases leases,
      ListReader lists,
      Resources resources,
      StaffMembers members,
      BackgroundJobs jobs,
      MeterRegistry metrics) {
    this.database = database;
    this.leases = leases;
    this.lists = lists;
    this.resources = resources;
    this.members = members;
    this.jobs = jobs;
    this.metrics = metrics;
  }

  void begin(@Observes StartupEvent start, ExportJobs kept, Clock clock) {
    for (int i = 1; i <= AT_ONCE; i++) {
      jobs.every(Duration.ofSeconds(1), "exports-" + i, this::makeAll);
    }
    jobs.every(Duration.ofMinutes(1), "exports-end", kept::deleteOld);
    AtomicLong oldest = metrics.gauge("ojeomneo_export_oldest_seconds", new AtomicLong());
    jobs.every(
        Duration.ofSeconds(5),
        "exports-backlog",
        () ->
            oldest.set(
                kept.oldestWaiting()
                    .map(since -> Duration.between(since, clock.instant()).toSeconds())
                    .orElse(0L)));
  }

  private void makeAll() {
    while (!jobs.isStopping()) {
      Optional<ExportJob> next = leases.take();
      if (next.isEmpty()) {
        return;
      }
      MDC.put("traceId", String.valueOf(next.get().traceId()));
      try {
        make(next.get());
      } finally {
        MDC.remove("traceId");
      }
    }
  }

  private void make(ExportJob job) {
    String outcome;
    try {
      outcome = attempt(job);
    } catch (ExportLeases.Lost lost) {
      LOG.infof("export %s is not ours any more", job.id());
      outcome = "lost";
    } catch (ExportRun.Stopped stopped) {
      leases.giveBack(job);
      outcome = "given_back";
    } catch (ExportRun.TooSlow slow) {
      outcome = failed(job, Failure.TOO_SLOW);
    } catch (ChunkStream.TooLarge large) {
      outcome = failed(job, Failure.TOO_LARGE);
    } catch (RuntimeException | IOException broken) {
      LOG.errorf(broken, "export %s of %s failed", job.id(), job.order().resource());
      leases.tryAgain(job, BEFORE_ANOTHER.multipliedBy(job.attempts()));
      outcome = "broken";
    }
    metrics.counter("ojeomneo_export_attempts", "outcome", outcome).increment();
  }

  private String attempt(ExportJob job) throws IOException {
    if (job.attempts() > MOST_ATTEMPTS) {
      return failed(job, Failure.GAVE_UP);
    }
    Optional<StaffMember> member = members.find(database.sql(), job.staffId());
    ExportWish wish;
    try {
      wish = job.order().wish(resources, member.orElseThrow(Problem::notFound));
    } catch (Problem refused) {
      return failed(job, Failure.FORBIDDEN);
    }
    long began = System.nanoTime();
    long rows =
        new ExportRun(leases, jobs, job)
            .make(lists, wish, wish.resource().access().reachOf(member.orElseThrow()));
    metrics.counter("ojeomneo_export_rows").increment(rows);
    LOG.infof(
        "export %s of %s is done: %d rows in %d ms",
        job.id(),
        job.order().resource(),
        rows,
        Duration.ofNanos(System.nanoTime() - began).toMillis());
    return "done";
  }

  private String failed(ExportJob job, Failure why) {
    leases.fail(job, why);
    LOG.warnf("export %s of %s is given up: %s", job.id(), job.order().resource(), why);
    return "failed";
  }
}
