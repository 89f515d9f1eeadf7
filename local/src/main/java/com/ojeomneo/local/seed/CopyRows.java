package com.ojeomneo.local.seed;

import java.sql.SQLException;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** Rows of one table. Each row's values are added in the order of the columns. */
final class CopyRows {
  private static final byte[] HEADER = {
    'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xFF, '\r', '\n', 0, 0, 0, 0, 0, 0, 0, 0, 0
  };
  private static final short TRAILER = -1;
  // The server collects a whole message before it reads the first row of it.
  private static final int MESSAGE = 1 << 16;

  private final String command;
  private final short columns;
  private final CopyBytes bytes = new CopyBytes().append(HEADER);

  CopyRows(String table, String... columns) {
    this.command =
        "COPY %s (%s) FROM STDIN (FORMAT binary)".formatted(table, String.join(", ", columns));
    this.columns = (short) columns.length;
  }

  CopyBytes row() {
    return bytes.append(columns);
  }

  /** Copies what was added since the last time. */
  void into(PGConnection connection) throws SQLException {
    if (bytes.size() > HEADER.length) {
      bytes.append(TRAILER);
      CopyIn copy = connection.getCopyAPI().copyIn(command);
      try {
        for (int sent = 0; sent < bytes.size(); sent += MESSAGE) {
          copy.writeToCopy(bytes.array(), sent, Math.min(MESSAGE, bytes.size() - sent));
        }
        copy.endCopy();
      } finally {
        if (copy.isActive()) {
          copy.cancelCopy();
        }
      }
    }
    clear();
  }

  void clear() {
    bytes.clear();
    bytes.append(HEADER);
  }
}
