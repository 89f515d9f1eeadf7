package com.ojeomneo.platform.background;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/** Starts jobs that repeat; the framework's scheduler stops at one second, too slow for events. */
@Singleton
public class BackgroundJobs {
  private static final Logger LOG = Logger.getLogger(BackgroundJobs.class);

  /**
   * A call to the payment provider may take ten seconds, and its outcome has to be written down.
   */
  private static final Duration TO_FINISH = Duration.ofSeconds(12);

  private static final Duration TO_HEED_INTERRUPT = Duration.ofSeconds(1);

  private final MeterRegistry metrics;
  private final Duration toFinish;
  private final List<Running> running = new CopyOnWriteArrayList<>();
  private volatile boolean stopping;

  private record Running(String name, Thread thread, Semaphore wakes) {}

  @Inject
  public BackgroundJobs(MeterRegistry metrics) {
    this(metrics, TO_FINISH);
  }

  BackgroundJobs(MeterRegistry metrics, Duration toFinish) {
    this.metrics = metrics;
    this.toFinish = toFinish;
  }

  /**
   * Runs the job now and again after each pause.
   *
   * @param name stands in the log and in {@code ojeomneo_background_failures_total}
   * @return wakes the job before its pause is over; cheap, and never lost
   */
  public Runnable every(Duration pause, String name, Runnable job) {
    var wakes = new Semaphore(0);
    Runnable attempt = attempt(name, job);
    Thread thread =
        Thread.ofVirtual().name("job-" + name).unstarted(() -> run(attempt, pause, wakes));
    running.add(new Running(name, thread, wakes));
    thread.start();
    return wakes::release;
  }

  private void run(Runnable attempt, Duration pause, Semaphore wakes) {
    while (!stopping) {
      attempt.run();
      try {
        if (wakes.tryAcquire(pause.toMillis(), TimeUnit.MILLISECONDS)) {
          wakes.drainPermits();
        }
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  /** Whether a job that has more to do should leave it to another node. */
  public boolean isStopping() {
    return stopping;
  }

  /**
   * Every failure is counted, the first of a row is logged: an outage fails many times a second.
   */
  private Runnable attempt(String name, Runnable job) {
    var failures = metrics.counter("ojeomneo_background_failures", "job", name);
    var failing = new AtomicBoolean();
    return () -> {
      try {
        job.run();
        if (failing.getAndSet(false)) {
          LOG.infof("background job %s works again", name);
        }
      } catch (RuntimeException | Error e) {
        if (!stopping) {
          failures.increment();
          if (!failing.getAndSet(true)) {
            LOG.errorf(e, "background job %s failed; it runs again until it works", name);
          }
        }
      }
    };
  }

  /**
   * Lets every job finish what it is at; a pause ends at once. Before the pools close: a job never
   * meets a closed database.
   */
  public void stop(@Observes ShutdownEvent shutdown) {
    stopping = true;
    running.forEach(job -> job.wakes().release());
    long deadline = System.nanoTime() + toFinish.toNanos();
    try {
      for (Running job : running) {
        if (!job.thread().join(Duration.ofNanos(Math.max(1, deadline - System.nanoTime())))) {
          LOG.warnf("background job %s does not come to an end and is interrupted", job.name());
          job.thread().interrupt();
          job.thread().join(TO_HEED_INTERRUPT);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
