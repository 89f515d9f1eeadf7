package com.ojeomneo.local.seed;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * Statistics and vacuum while the tables grow. They are analyzed early: the Server polls them with
 * plans from when they were empty, and would read the whole of them several times a second until it
 * plans anew, which ANALYZE makes it do. From then on autovacuum stays out until the end.
 */
final class Upkeep implements AutoCloseable {
  private final Connection keeper;
  private boolean begun;

  Upkeep(Connection keeper) {
    this.keeper = keeper;
  }

  /** After any; the first one matters. */
  void afterBatch(Connection connection) throws SQLException {
    synchronized (this) {
      if (begun) {
        return;
      }
      begun = true;
    }
    for (String table : OrderRows.TABLES) {
      analyze(connection, table);
    }
    keepVacuumOut();
  }

  /** From a third of the usual sample. */
  static void analyze(Connection connection, String table) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute("SET LOCAL default_statistics_target = 30");
      statement.execute("ANALYZE " + table);
      connection.commit();
    }
  }

  /**
   * Autovacuum passes over what is locked like this, and nobody else minds. A transaction that
   * writes nothing holds back neither vacuum elsewhere nor the tail of the outbox.
   */
  private void keepVacuumOut() throws SQLException {
    keeper.setAutoCommit(false);
    try (var statement = keeper.createStatement()) {
      statement.execute(
          "LOCK TABLE %s IN SHARE UPDATE EXCLUSIVE MODE"
              .formatted(String.join(", ", OrderRows.TABLES)));
    }
  }

  void allow() throws SQLException {
    if (!keeper.getAutoCommit()) {
      keeper.commit();
    }
  }

  @Override
  public void close() throws SQLException {
    keeper.close();
  }
}
