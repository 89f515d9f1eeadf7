package com.ojeomneo.platform.background;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class BackgroundJobsTest {
  private static final Duration AN_HOUR = Duration.ofHours(1);
  private final BackgroundJobs jobs = new BackgroundJobs(new SimpleMeterRegistry());

  @Test
  void aJobFinishesWhatItIsAtBeforeTheStopIsOver() throws InterruptedException {
    var atWork = new CountDownLatch(1);
    var goOn = new CountDownLatch(1);
    var finished = new AtomicBoolean();
    jobs.every(AN_HOUR, "slow", () -> finished.set(work(atWork, goOn)));
    atWork.await();

    Thread stop = stopInBackground(jobs);
    await().until(jobs::isStopping);
    assertThat(finished).isFalse();
    goOn.countDown();
    stop.join();

    assertThat(finished).isTrue();
  }

  @Test
  void aJobThatPausesEndsAtOnceAndDoesNotRunAgain() throws InterruptedException {
    var runs = new AtomicInteger();
    Runnable wake = jobs.every(AN_HOUR, "idle", runs::incrementAndGet);
    await().until(() -> runs.get() == 1);

    stopInBackground(jobs).join();
    wake.run();

    assertThat(runs).hasValue(1);
  }

  @Test
  void aJobThatComesToNoEndIsInterrupted() throws InterruptedException {
    var impatient = new BackgroundJobs(new SimpleMeterRegistry(), Duration.ofMillis(10));
    var atWork = new CountDownLatch(1);
    var finished = new AtomicBoolean(true);
    impatient.every(AN_HOUR, "endless", () -> finished.set(work(atWork, new CountDownLatch(1))));
    atWork.await();

    stopInBackground(impatient).join();

    assertThat(finished).isFalse();
  }

  /** False when it is interrupted. */
  private static boolean work(CountDownLatch atWork, CountDownLatch goOn) {
    atWork.countDown();
    try {
      goOn.await();
      return true;
    } catch (InterruptedException e) {
      return false;
    }
  }

  private static Thread stopInBackground(BackgroundJobs jobs) {
    return Thread.startVirtualThread(() -> jobs.stop(new ShutdownEvent()));
  }
}
