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
import org.jboss.logging.Logger;

/** Starts jobs that repeat; the framework's scheduler stops at one second, too slow for events. */
@Singleton
public class BackgroundJobs {
  private static final Logger LOG = Logger.getLogger(BackgroundJobs.class);
  private static final Duration STOP_WITHIN = Duration.ofSeconds(5);

  private final MeterRegistry metrics;
  private final List<Thread> threads = new CopyOnWriteArrayList<>();
  private volatile boolean stopping;

  BackgroundJobs(MeterRegistry metrics) {
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
    var failures = metrics.counter("ojeomneo_background_failures", "job", name);
    threads.add(
        Thread.ofVirtual()
            .name("job-" + name)
            .start(
                () -> {
                  while (!stopping) {
                    try {
                      job.run();
                    } catch (RuntimeException | Error e) {
                      if (!stopping) {
                        failures.increment();
                        LOG.errorf(e, "background job %s failed; it runs again", name);
                      }
                    }
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

  /** Before the pools close: a job never meets a closed database. */
  void stop(@Observes ShutdownEvent shutdown) {
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
