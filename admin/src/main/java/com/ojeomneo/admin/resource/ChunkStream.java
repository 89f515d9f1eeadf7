package com.ojeomneo.admin.resource;

import java.io.OutputStream;
import java.util.Arrays;
import java.util.function.ObjIntConsumer;

/** Hands on what is written in pieces of one size; only the one at hand is in memory. */
final class ChunkStream extends OutputStream {
  static final int CHUNK = 1 << 20;

  /** A file that nobody wants to have in PostgreSQL. */
  static final class TooLarge extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TooLarge() {
      super("the file is too large", null, false, false);
    }
  }

  private final byte[] chunk = new byte[CHUNK];
  private final ObjIntConsumer<byte[]> chunks;
  private final int most;
  private int filled;
  private int next;
  private long size;

  /**
   * @param chunks takes each with its number, from 0
   * @param most how many there may be
   */
  ChunkStream(ObjIntConsumer<byte[]> chunks, int most) {
    this.chunks = chunks;
    this.most = most;
  }

  @Override
  public void write(int value) {
    write(new byte[] {(byte) value}, 0, 1);
  }

  @Override
  public void write(byte[] from, int offset, int length) {
    int done = 0;
    while (done < length) {
      int part = Math.min(length - done, CHUNK - filled);
      System.arraycopy(from, offset + done, chunk, filled, part);
      filled += part;
      done += part;
      if (filled == CHUNK) {
        hand(chunk);
      }
    }
  }

  /** Hands on the last one. */
  @Override
  public void close() {
    if (filled > 0) {
      hand(Arrays.copyOf(chunk, filled));
    }
  }

  /** Of all that was handed on. */
  long size() {
    return size;
  }

  private void hand(byte[] bytes) {
    if (next == most) {
      throw new TooLarge();
    }
    chunks.accept(bytes, next);
    size += filled;
    next++;
    filled = 0;
  }
}
