package com.ojeomneo.admin;

import com.ojeomneo.platform.database.Database;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.jooq.DSLContext;

/**
 * What somebody else holds: all who need it meet there, who otherwise might come one after the
 * other.
 */
public final class Held implements AutoCloseable {
  private static final String WAITING =
      "SELECT count(*) FROM pg_stat_activity"
          + " WHERE usename = 'ojeomneo_admin' AND wait_event_type = 'Lock'";

  private final DSLContext owner = new Database(AdminStack.owner()).sql();
  private final Connection holder;

  private Held(String lock) throws SQLException {
    holder = AdminStack.owner().getConnection();
    holder.setAutoCommit(false);
    try (var statement = holder.createStatement()) {
      statement.execute(lock);
    }
  }

  public static Held row(String table, UUID id) throws SQLException {
    return new Held("SELECT FROM %s WHERE id = '%s' FOR UPDATE".formatted(table, id));
  }

  public static Held table(String name) throws SQLException {
    return new Held("LOCK TABLE " + name);
  }

  public void awaitWaiting(int many) {
    Awaitility.await().until(() -> owner.fetchSingle(WAITING).get(0, Integer.class) == many);
  }

  public void letGoWhenWaitedForBy(int many) throws SQLException {
    awaitWaiting(many);
    letGo();
  }

  public void letGo() throws SQLException {
    holder.commit();
  }

  @Override
  public void close() throws SQLException {
    holder.close();
  }
}
