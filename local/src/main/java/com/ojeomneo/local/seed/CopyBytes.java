package com.ojeomneo.local.seed;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.UUID;

/**
 * Values in PostgreSQL's binary COPY format (its manual, "COPY", "Binary Format"), which the server
 * reads without parsing text: each in the width of its column's type.
 */
final class CopyBytes {
  private static final long EPOCH_SECOND = Instant.parse("2000-01-01T00:00:00Z").getEpochSecond();
  private static final long EPOCH_DAY = LocalDate.of(2000, 1, 1).toEpochDay();
  private static final int NULL = -1;
  private static final int WIDEST = 24;

  private ByteBuffer bytes = ByteBuffer.allocate(1 << 10);

  CopyBytes add(UUID value) {
    space().putInt(16).putLong(value.getMostSignificantBits());
    bytes.putLong(value.getLeastSignificantBits());
    return this;
  }

  /** Also for enums, citext and json. */
  CopyBytes add(String value) {
    return add(value == null ? null : utf8(value));
  }

  CopyBytes add(byte[] text) {
    if (text == null) {
      return addNull();
    }
    space(text.length).putInt(text.length).put(text);
    return this;
  }

  CopyBytes add(Instant value) {
    if (value == null) {
      return addNull();
    }
    long micros = (value.getEpochSecond() - EPOCH_SECOND) * 1_000_000 + value.getNano() / 1000;
    space().putInt(8).putLong(micros);
    return this;
  }

  CopyBytes add(LocalDate value) {
    return add((int) (value.toEpochDay() - EPOCH_DAY));
  }

  CopyBytes add(int value) {
    space().putInt(4).putInt(value);
    return this;
  }

  CopyBytes add(long value) {
    space().putInt(8).putLong(value);
    return this;
  }

  CopyBytes add(short value) {
    space().putInt(2).putShort(value);
    return this;
  }

  CopyBytes add(boolean value) {
    space().putInt(1).put((byte) (value ? 1 : 0));
    return this;
  }

  /** Values that were encoded before. */
  CopyBytes append(byte[] values) {
    space(values.length).put(values);
    return this;
  }

  CopyBytes append(byte value) {
    space().put(value);
    return this;
  }

  CopyBytes append(short count) {
    space().putShort(count);
    return this;
  }

  /** Begins a value whose length shows only at {@link #end}. */
  int begin() {
    space().putInt(NULL);
    return bytes.position();
  }

  void end(int begin) {
    bytes.putInt(begin - Integer.BYTES, bytes.position() - begin);
  }

  int size() {
    return bytes.position();
  }

  void clear() {
    bytes.clear();
  }

  /** Not a copy: {@link #size} of it are valid, until something is added. */
  byte[] array() {
    return bytes.array();
  }

  byte[] toArray() {
    return Arrays.copyOf(bytes.array(), bytes.position());
  }

  static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private CopyBytes addNull() {
    space().putInt(NULL);
    return this;
  }

  private ByteBuffer space() {
    return space(0);
  }

  private ByteBuffer space(int text) {
    if (bytes.remaining() < WIDEST + text) {
      bytes = ByteBuffer.allocate(2 * bytes.capacity() + text).put(bytes.flip());
    }
    return bytes;
  }
}
