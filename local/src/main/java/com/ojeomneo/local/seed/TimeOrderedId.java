package com.ojeomneo.local.seed;

import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/**
 * UUIDv7 (RFC 9562), as everywhere. The usual ones ask the system for strong randomness each time,
 * which four a row made dear; nobody has to fear that these are guessed.
 */
final class TimeOrderedId {
  private static final long VERSION = 7L << 12;
  private static final long VARIANT = 1L << 63;

  private static final byte[] KEY = CopyBytes.utf8("seed_");
  private static final int DIGITS = Math.ceilDiv(Long.SIZE, 5);

  private TimeOrderedId() {}

  /** Different at each call, whatever seed the run has. */
  static UUID at(Instant moment) {
    var random = ThreadLocalRandom.current();
    return new UUID(
        moment.toEpochMilli() << 16 | VERSION | random.nextLong() >>> 52,
        VARIANT | random.nextLong() >>> 2);
  }

  /** As the provider's keys: short, and in the order of time as well. */
  static byte[] key(UUID id) {
    byte[] key = Arrays.copyOf(KEY, KEY.length + 2 * DIGITS);
    digits(id.getMostSignificantBits(), key, KEY.length);
    digits(id.getLeastSignificantBits(), key, KEY.length + DIGITS);
    return key;
  }

  private static void digits(long bits, byte[] text, int from) {
    long rest = bits;
    for (int i = from + DIGITS - 1; i >= from; i--) {
      int digit = (int) rest & 31;
      text[i] = (byte) (digit < 10 ? '0' + digit : 'a' + digit - 10);
      rest >>>= 5;
    }
  }
}
