package com.ojeomneo.user;

import com.password4j.Argon2Function;
import com.password4j.types.Argon2;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;

/**
 * Argon2id (RFC 9106) with the parameters that OWASP names first for small memory: 19 MiB, two
 * passes, one lane. A hash is stored as a PHC string, so parameters may change without notice. Who
 * serves many at once goes through {@link Passwords}.
 */
public final class PasswordHash {
  private static final Argon2Function ARGON2ID =
      Argon2Function.getInstance(19_456, 2, 1, 32, Argon2.ID);
  private static final int SALT_BYTES = 16;
  private static final SecureRandom RANDOM = new SecureRandom();

  private PasswordHash() {}

  /** A PHC string with a salt of its own. */
  public static String of(String password) {
    var salt = new byte[SALT_BYTES];
    RANDOM.nextBytes(salt);
    return ARGON2ID.hash(utf8(password), salt).getResult();
  }

  static boolean matches(String password, String phc) {
    return Argon2Function.getInstanceFromHash(phc).check(utf8(password), utf8(phc));
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
