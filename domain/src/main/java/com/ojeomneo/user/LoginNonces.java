package com.ojeomneo.user;

import static com.ojeomneo.schema.jooq.Tables.LOGIN_NONCES;

import com.ojeomneo.platform.background.BackgroundJobs;
import com.ojeomneo.platform.database.Database;
import com.ojeomneo.platform.problem.Problem;
import com.ojeomneo.social.SocialProblem;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import org.jooq.Condition;
import org.jooq.DSLContext;

/**
 * The SQL of {@code login_nonces}: each ties one log-in at a provider to one here. What was caught
 * of an earlier log-in is worth nothing.
 */
@Singleton
public class LoginNonces {
  public static final Duration GOOD_FOR = Duration.ofMinutes(10);
  private static final int BYTES = 32;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final Database database;
  private final Clock clock;

  LoginNonces(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /** 43 characters of base64url. */
  public String issue() {
    byte[] bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    String nonce = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    database
        .sql()
        .insertInto(LOGIN_NONCES)
        .set(LOGIN_NONCES.NONCE_HASH, hash(nonce))
        .set(LOGIN_NONCES.EXPIRES_AT, clock.instant().plus(GOOD_FOR))
        .execute();
    return nonce;
  }

  /**
   * Asked before a provider is, which nobody makes us call with what they made up.
   *
   * @throws Problem 401 {@code SOCIAL_LOGIN_FAILED}
   */
  void require(String nonce) {
    if (!database.sql().fetchExists(LOGIN_NONCES, isGood(nonce))) {
      throw Problem.of(SocialProblem.SOCIAL_LOGIN_FAILED);
    }
  }

  /**
   * Of two at once one has it.
   *
   * @throws Problem 401 {@code SOCIAL_LOGIN_FAILED}
   */
  void spend(DSLContext tx, String nonce) {
    if (tx.deleteFrom(LOGIN_NONCES).where(isGood(nonce)).execute() == 0) {
      throw Problem.of(SocialProblem.SOCIAL_LOGIN_FAILED);
    }
  }

  void begin(@Observes StartupEvent start, BackgroundJobs jobs) {
    jobs.every(Duration.ofMinutes(10), "nonces-forget", this::forgetOld);
  }

  private void forgetOld() {
    database
        .sql()
        .deleteFrom(LOGIN_NONCES)
        .where(LOGIN_NONCES.EXPIRES_AT.lt(clock.instant()))
        .execute();
  }

  private Condition isGood(String nonce) {
    return LOGIN_NONCES.NONCE_HASH.eq(hash(nonce)).and(LOGIN_NONCES.EXPIRES_AT.gt(clock.instant()));
  }

  private static byte[] hash(String nonce) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(nonce.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
