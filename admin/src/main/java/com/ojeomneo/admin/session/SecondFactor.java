package com.ojeomneo.admin.session;

import static com.ojeomneo.schema.jooq.Tables.STAFF;
import static com.ojeomneo.schema.jooq.Tables.STAFF_RECOVERY_CODES;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import com.ojeomneo.platform.problem.Problem;
import com.ojeomneo.platform.secret.BrokenSeal;
import com.ojeomneo.platform.secret.Seal;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import javax.crypto.spec.SecretKeySpec;
import org.apache.commons.codec.binary.Base32;
import org.jboss.logging.Logger;
import org.jooq.DSLContext;

/**
 * Codes of an authenticator app (TOTP, RFC 6238: SHA-1, 6 digits, 30 s) and, for who has lost it,
 * recovery codes. Each is taken once, whichever of several requests comes first.
 */
@Singleton
class SecondFactor {
  private static final Logger LOG = Logger.getLogger(SecondFactor.class);
  private static final int SECRET_BYTES = 20;
  private static final int RECOVERY_CODES = 10;
  private static final int RECOVERY_CODE_BYTES = 15;

  /** A clock may be off by this many time steps, and typing takes time. */
  private static final int STEPS_OFF = 1;

  private final TimeBasedOneTimePasswordGenerator codes = new TimeBasedOneTimePasswordGenerator();
  private final SecureRandom random = new SecureRandom();
  private final Seal seal;
  private final Clock clock;

  SecondFactor(Seal seal, Clock clock) {
    this.seal = seal;
    this.clock = clock;
  }

  /**
   * Makes a new secret, which counts once a code of it was seen.
   *
   * @return Base32, as authenticator apps take it
   * @throws Problem 409 {@code SECOND_FACTOR_ON}
   */
  String begin(DSLContext tx, UUID staffId) {
    byte[] secret = bytes(SECRET_BYTES);
    int begun =
        tx.update(STAFF)
            .set(STAFF.TOTP_SEALED, seal.close(staffId, secret))
            .where(STAFF.ID.eq(staffId), STAFF.TOTP_CONFIRMED_AT.isNull())
            .execute();
    if (begun == 0) {
      throw Problem.of(SessionProblem.SECOND_FACTOR_ON);
    }
    return new Base32().encodeToString(secret);
  }

  /**
   * Turns it on.
   *
   * @return recovery codes, which are shown this once
   * @throws Problem 401 {@code CODE_WRONG}; 409 when it is on, or was not begun
   */
  List<String> confirm(DSLContext tx, UUID staffId, String code) {
    var row =
        tx.select(STAFF.TOTP_SEALED, STAFF.TOTP_CONFIRMED_AT)
            .from(STAFF)
            .where(STAFF.ID.eq(staffId))
            .forUpdate()
            .fetchSingle();
    if (row.value2() != null) {
      throw Problem.of(SessionProblem.SECOND_FACTOR_ON);
    }
    if (row.value1() == null) {
      throw Problem.of(SessionProblem.SECOND_FACTOR_OFF);
    }
    Instant now = clock.instant();
    long step = step(opened(staffId, row.value1()), code, now);
    if (step < 0) {
      throw Problem.of(SessionProblem.CODE_WRONG);
    }
    tx.update(STAFF)
        .set(STAFF.TOTP_CONFIRMED_AT, now)
        .set(STAFF.TOTP_LAST_STEP, step)
        .where(STAFF.ID.eq(staffId))
        .execute();
    return newRecoveryCodes(tx, staffId);
  }

  /** Takes the code, if it is good: a second time it is not. */
  boolean accept(DSLContext tx, UUID staffId, String code) {
    return code.strip().matches("[0-9]{6}")
        ? acceptTimed(tx, staffId, code.strip())
        : acceptRecovery(tx, staffId, code);
  }

  void turnOff(DSLContext tx, UUID staffId) {
    tx.update(STAFF)
        .setNull(STAFF.TOTP_SEALED)
        .setNull(STAFF.TOTP_CONFIRMED_AT)
        .setNull(STAFF.TOTP_LAST_STEP)
        .where(STAFF.ID.eq(staffId))
        .execute();
    tx.deleteFrom(STAFF_RECOVERY_CODES).where(STAFF_RECOVERY_CODES.STAFF_ID.eq(staffId)).execute();
  }

  private boolean acceptTimed(DSLContext tx, UUID staffId, String code) {
    byte[] sealed =
        tx.select(STAFF.TOTP_SEALED)
            .from(STAFF)
            .where(STAFF.ID.eq(staffId), STAFF.TOTP_CONFIRMED_AT.isNotNull())
            .fetchOne(STAFF.TOTP_SEALED);
    byte[] secret = sealed == null ? null : opened(staffId, sealed);
    long step = step(secret, code, clock.instant());
    return step >= 0
        && tx.update(STAFF)
                .set(STAFF.TOTP_LAST_STEP, step)
                // Sooner or later nothing needs the old key any more.
                .set(
                    STAFF.TOTP_SEALED,
                    seal.isOfToday(sealed) ? sealed : seal.close(staffId, secret))
                .where(STAFF.ID.eq(staffId), STAFF.TOTP_LAST_STEP.lt(step))
                .execute()
            == 1;
  }

  /** Null when it cannot be: then no code is right, and whoever runs this reads why. */
  private byte[] opened(UUID staffId, byte[] sealed) {
    try {
      return seal.open(staffId, sealed);
    } catch (BrokenSeal broken) {
      LOG.error(broken.getMessage());
      return null;
    }
  }

  private boolean acceptRecovery(DSLContext tx, UUID staffId, String code) {
    return tx.update(STAFF_RECOVERY_CODES)
            .set(STAFF_RECOVERY_CODES.USED_AT, clock.instant())
            .where(
                STAFF_RECOVERY_CODES.STAFF_ID.eq(staffId),
                STAFF_RECOVERY_CODES.CODE_HASH.eq(hash(code)),
                STAFF_RECOVERY_CODES.USED_AT.isNull())
            .execute()
        == 1;
  }

  /**
   * The time step whose code it is; -1 when it is none of those around now.
   *
   * @param secret null for none
   */
  private long step(byte[] secret, String code, Instant now) {
    if (secret == null) {
      return -1;
    }
    var key = new SecretKeySpec(secret, codes.getAlgorithm());
    long millis = codes.getTimeStep().toMillis();
    long current = now.toEpochMilli() / millis;
    for (long step = current - STEPS_OFF; step <= current + STEPS_OFF; step++) {
      if (isEqual(timedCode(key, step * millis), code)) {
        return step;
      }
    }
    return -1;
  }

  private String timedCode(SecretKeySpec key, long atMillis) {
    try {
      return codes.generateOneTimePasswordString(key, Instant.ofEpochMilli(atMillis));
    } catch (InvalidKeyException e) {
      throw new IllegalStateException("a secret of ours is no HMAC key", e);
    }
  }

  private List<String> newRecoveryCodes(DSLContext tx, UUID staffId) {
    List<String> made =
        Stream.generate(() -> new Base32().encodeToString(bytes(RECOVERY_CODE_BYTES)))
            .map(code -> code.toLowerCase(Locale.ROOT).replaceAll("(.{4})(?!$)", "$1-"))
            .limit(RECOVERY_CODES)
            .toList();
    for (String code : made) {
      tx.insertInto(STAFF_RECOVERY_CODES)
          .set(STAFF_RECOVERY_CODES.STAFF_ID, staffId)
          .set(STAFF_RECOVERY_CODES.CODE_HASH, hash(code))
          .execute();
    }
    return made;
  }

  private byte[] bytes(int count) {
    var bytes = new byte[count];
    random.nextBytes(bytes);
    return bytes;
  }

  private static boolean isEqual(String one, String other) {
    return MessageDigest.isEqual(
        one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
  }

  /** However it was typed. 120 random bits need no salt and no slow hash. */
  private static byte[] hash(String code) {
    try {
      String plain = code.toLowerCase(Locale.ROOT).replaceAll("[^a-z2-7]", "");
      return MessageDigest.getInstance("SHA-256").digest(plain.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
