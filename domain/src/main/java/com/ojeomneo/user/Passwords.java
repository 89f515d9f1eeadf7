package com.ojeomneo.user;

import com.ojeomneo.platform.problem.CommonProblem;
import com.ojeomneo.platform.problem.Problem;
import com.password4j.Argon2Function;
import com.password4j.types.Argon2;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Argon2id (RFC 9106) with the parameters that OWASP names first for small memory: 19 MiB, two
 * passes, one lane. A hash is stored as a PHC string, so parameters may change without notice.
 *
 * <p>One hash at a time: memory is what Argon2 costs, and a rush of log-ins may not take all of it.
 * It runs on a thread of its own, because a virtual thread would keep its carrier for the whole
 * hash. Who would wait too long is asked to come back.
 */
@Singleton
public class Passwords {
  private static final Argon2Function ARGON2ID =
      Argon2Function.getInstance(19_456, 2, 1, 32, Argon2.ID);
  private static final int SALT_BYTES = 16;
  private static final int WAITING_AT_MOST = 100;
  private static final int RETRY_AFTER_SECONDS = 2;

  /** Of no password: what an unknown address is compared with, at the price of a known one. */
  private static final String NOBODYS =
      "$argon2id$v=19$m=19456,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA$"
          + "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

  private final SecureRandom random = new SecureRandom();
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
    return inTurn(
        () -> {
          byte[] salt = new byte[SALT_BYTES];
          random.nextBytes(salt);
          return ARGON2ID.hash(utf8(password), salt).getResult();
        });
  }

  /**
   * Takes as long for nobody's hash as for somebody's.
   *
   * @return false without a hash
   * @throws Problem 503 {@code UNAVAILABLE} when too many wait
   */
  public boolean matches(String password, Optional<String> hash) {
    byte[] stored = utf8(hash.orElse(NOBODYS));
    boolean equal =
        inTurn(
            () ->
                Argon2Function.getInstanceFromHash(new String(stored, StandardCharsets.UTF_8))
                    .check(utf8(password), stored));
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

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @PreDestroy
  void close() {
    hashing.shutdown();
  }
}
