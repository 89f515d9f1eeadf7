package com.ojeomneo.local.seed;

import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/**
 * UUIDv7 (RFC 9562), as everywhere. The usual ones ask the system for strong randomness each time,
 * which four a row made dear; nobody has to fear that these are guessed.
 */
final class TimeOrderedId {
  private static final long VERSION = 7L << 12;
  private static final long VARIANT = 1L << 63;

  private TimeOrderedId() {}

  /** Different at each call, whatever seed the run has. */
  static UUID at(Instant moment) {
    var random = ThreadLocalRandom.current();
    return new UUID(
        moment.toEpochMilli() << 16 | VERSION | random.nextLong() >>> 52,
        VARIANT | random.nextLong() >>> 2);
  }
}
