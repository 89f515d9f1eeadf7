package com.ojeomneo.platform.background;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.event.Observes;
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
  private static final Duration STOP_WITHIN = Duration.ofSeconds(5);

  private final MeterRegistry metrics;
  private final List<Thread> threads = new CopyOnWriteArrayList<>();
  private volatile boolean stopping;

  public BackgroundJobs(MeterRegistry metrics) {
    this.metrics = metrics;
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
    threads.add(
        Thread.ofVirtual()
            .name("job-" + name)
            .start(
                () -> {
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
                }));
    return wakes::release;
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

  /** Before the pools close: a job never meets a closed database. */
  public void stop(@Observes ShutdownEvent shutdown) {
    stopping = true;
    threads.forEach(Thread::interrupt);
    long deadline = System.nanoTime() + STOP_WITHIN.toNanos();
    for (Thread thread : threads) {
      try {
        thread.join(Duration.ofNanos(Math.max(1, deadline - System.nanoTime())));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }
}
