package com.ojeomneo.order.race;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.postgresql.PGConnection;

/**
 * The connections of one node, which stand still before what others could see. pgjdbc sends nothing
 * before a prepared statement is executed, and jOOQ executes what it prepares at once: a statement
 * begins where it is prepared.
 */
final class PausingConnections {
  private final DataSource source;
  private final Supplier<Pauses> pauses;
  private final Queue<Connection> idle = new ConcurrentLinkedQueue<>();
  private final Map<Integer, Connection> busy = new ConcurrentHashMap<>();

  /**
   * @param pauses of the act that the node is busy with
   */
  PausingConnections(DataSource source, Supplier<Pauses> pauses) {
    this.source = source;
    this.pauses = pauses;
  }

  DataSource asSource() {
    return (DataSource)
        Proxy.newProxyInstance(
            PausingConnections.class.getClassLoader(),
            new Class<?>[] {DataSource.class},
            (_, method, _) -> {
              if (method.getName().equals("getConnection")) {
                return take();
              }
              throw new UnsupportedOperationException(method.getName());
            });
  }

  /** As the end of the process would: PostgreSQL finds the connection closed and rolls back. */
  void cut() throws SQLException {
    for (Connection connection : busy.values()) {
      connection.abort(Runnable::run);
    }
    busy.clear();
  }

  private Connection take() throws SQLException {
    Connection pooled = idle.poll();
    Connection connection = pooled == null ? source.getConnection() : pooled;
    int backend = connection.unwrap(PGConnection.class).getBackendPID();
    Pauses now = pauses.get();
    now.connected(backend);
    busy.put(backend, connection);
    var session = new Session(connection, backend, now);
    return (Connection)
        Proxy.newProxyInstance(
            PausingConnections.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            (_, method, arguments) -> session.call(method, arguments));
  }

  /** One use of a connection. */
  private final class Session {
    private final Connection connection;
    private final int backend;
    private final Pauses by;
    private boolean inTransaction;
    private int statements;

    Session(Connection connection, int backend, Pauses pauses) {
      this.connection = connection;
      this.backend = backend;
      by = pauses;
    }

    Object call(Method method, Object[] arguments) throws Throwable {
      switch (method.getName()) {
        case "prepareStatement" -> {
          statements++;
          Step step = Step.statement((String) arguments[0], inTransaction && statements > 1);
          boolean pauses =
              inTransaction
                  ? by.grain().pausesBefore(statements)
                  : by.grain().pausesBeforeSingle(step);
          if (pauses) {
            by.before(step);
          }
        }
        case "commit" -> {
          if (by.grain().pausesBeforeCommit()) {
            by.before(Step.commit());
          }
        }
        case "setAutoCommit" -> {
          inTransaction = !(boolean) arguments[0];
          statements = 0;
        }
        case "close" -> {
          giveBack();
          return null;
        }
        default -> {}
      }
      try {
        return method.invoke(connection, arguments);
      } catch (InvocationTargetException e) {
        throw e.getCause();
      }
    }

    private void giveBack() throws SQLException {
      by.disconnected(backend);
      if (busy.remove(backend) != null && !connection.isClosed()) {
        connection.setAutoCommit(true);
        idle.add(connection);
      }
    }
  }
}
