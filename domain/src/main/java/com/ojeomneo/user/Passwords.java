package com.ojeomneo.user;

import com.ojeomneo.platform.problem.CommonProblem;
import com.ojeomneo.platform.problem.Problem;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * {@link PasswordHash}, one at a time: memory is what Argon2 costs, and a rush of log-ins may not
 * take all of it. It runs on a thread of its own, because a virtual thread would keep its carrier
 * for the whole hash. Who would wait too long is asked to come back.
 */
@Singleton
public class Passwords {
  private static final int WAITING_AT_MOST = 100;
  private static final int RETRY_AFTER_SECONDS = 2;

  /** Of no password: what an unknown address is compared with, at the price of a known one. */
  private static final String NOBODYS =
      "$argon2id$v=19$m=19456,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA$"
          + "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

  private final ThreadPoolExecutor hashing;
  private final Timer hashes;
  private final Counter refused;

  @Inject
  Passwords(MeterRegistry metrics) {
    this(metrics, WAITING_AT_MOST);
  }

  Passwords(MeterRegistry metrics, int waitingAtMost) {
    hashing =
        new ThreadPoolExecutor(
            1,
            1,
            10,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(waitingAtMost),
            Thread.ofPlatform().name("password-hashing").daemon().factory());
    hashing.allowCoreThreadTimeOut(true);
    hashes = metrics.timer("ojeomneo_password_hash");
    refused = metrics.counter("ojeomneo_password_refused");
    metrics.gauge("ojeomneo_password_waiting", Tags.empty(), hashing, h -> h.getQueue().size());
  }

  /**
   * @return a PHC string with a salt of its own
   * @throws Problem 503 {@code UNAVAILABLE} when too many wait
   */
  public String hash(String password) {
    return inTurn(() -> PasswordHash.of(password));
  }

  /**
   * Takes as long for nobody's hash as for somebody's.
   *
   * @return false without a hash
   * @throws Problem 503 {@code UNAVAILABLE} when too many wait
   */
  public boolean matches(String password, Optional<String> hash) {
    String stored = hash.orElse(NOBODYS);
    boolean equal = inTurn(() -> PasswordHash.matches(password, stored));
    return equal && hash.isPresent();
  }

  private <T> T inTurn(Callable<T> work) {
    Future<T> result;
    try {
      result = hashing.submit(() -> hashes.recordCallable(work));
    } catch (RejectedExecutionException full) {
      refused.increment();
      throw Problem.of(CommonProblem.UNAVAILABLE).retryAfter(RETRY_AFTER_SECONDS);
    }
    try {
      return result.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      result.cancel(false);
      throw Problem.of(CommonProblem.UNAVAILABLE).retryAfter(RETRY_AFTER_SECONDS);
    } catch (ExecutionException e) {
      throw new IllegalStateException("a password could not be hashed", e.getCause());
    }
  }

  @PreDestroy
  void close() {
    hashing.shutdown();
  }
}
