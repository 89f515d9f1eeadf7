package com.ojeomneo.local.seed;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.postgresql.PGConnection;
import org.postgresql.util.ByteStreamWriter;

/**
 * Rows of one table in PostgreSQL's binary COPY format (its manual, "COPY", "Binary Format"), which
 * the server reads without parsing text. Each row's values are added in the order of the columns,
 * in the width of the column's type.
 */
final class CopyRows {
  private static final byte[] HEADER = {
    'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xFF, '\r', '\n', 0, 0, 0, 0, 0, 0, 0, 0, 0
  };
  private static final long EPOCH_SECOND = Instant.parse("2000-01-01T00:00:00Z").getEpochSecond();
  private static final long EPOCH_DAY = LocalDate.of(2000, 1, 1).toEpochDay();
  private static final int NULL = -1;
  private static final int WIDEST = 24;

  private final String command;
  private final int columns;
  private ByteBuffer rows = ByteBuffer.allocate(1 << 16).put(HEADER);

  CopyRows(String table, String... columns) {
    this.command =
        "COPY %s (%s) FROM STDIN (FORMAT binary)".formatted(table, String.join(", ", columns));
    this.columns = columns.length;
  }

  CopyRows row() {
    space().putShort((short) columns);
    return this;
  }

  CopyRows add(UUID value) {
    space().putInt(16).putLong(value.getMostSignificantBits());
    rows.putLong(value.getLeastSignificantBits());
    return this;
  }

  /** Also for enums, citext and json. */
  CopyRows add(String value) {
    return value == null ? addNull() : add(value.getBytes(StandardCharsets.UTF_8));
  }

  CopyRows add(byte[] text) {
    space(text.length).putInt(text.length).put(text);
    return this;
  }

  CopyRows add(Instant value) {
    if (value == null) {
      return addNull();
    }
    long micros = (value.getEpochSecond() - EPOCH_SECOND) * 1_000_000 + value.getNano() / 1000;
    space().putInt(8).putLong(micros);
    return this;
  }

  CopyRows add(LocalDate value) {
    return add((int) (value.toEpochDay() - EPOCH_DAY));
  }

  CopyRows add(int value) {
    space().putInt(4).putInt(value);
    return this;
  }

  CopyRows add(long value) {
    space().putInt(8).putLong(value);
    return this;
  }

  CopyRows add(short value) {
    space().putInt(2).putShort(value);
    return this;
  }

  CopyRows add(boolean value) {
    space().putInt(1).put((byte) (value ? 1 : 0));
    return this;
  }

  private CopyRows addNull() {
    space().putInt(NULL);
    return this;
  }

  /** Copies what was added since the last time. */
  void into(PGConnection connection) throws SQLException, IOException {
    if (rows.position() > HEADER.length) {
      space().putShort((short) -1);
      connection.getCopyAPI().copyIn(command, ByteStreamWriter.of(rows.flip()));
    }
    rows = rows.clear().put(HEADER);
  }

  private ByteBuffer space() {
    return space(0);
  }

  private ByteBuffer space(int text) {
    if (rows.remaining() < WIDEST + text) {
      rows = ByteBuffer.allocate(2 * rows.capacity() + text).put(rows.flip());
    }
    return rows;
  }
}
