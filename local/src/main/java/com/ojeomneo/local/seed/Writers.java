package com.ojeomneo.local.seed;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import javax.sql.DataSource;

/**
 * Connections that write batches side by side, in turn, each one batch at a time: PostgreSQL works
 * on one core for each. At most one batch waits for each of them, so memory stays bounded.
 */
final class Writers implements AutoCloseable {
  private static final int COUNT = 2;

  private final ExecutorService threads = Executors.newFixedThreadPool(COUNT);
  private final List<Connection> connections = new ArrayList<>();
  private final List<OrderRows> rows = new ArrayList<>();
  private final List<Future<?>> busy = new ArrayList<>();
  private final AtomicInteger written = new AtomicInteger();
  private final IntConsumer progress;
  private int turn;

  Writers(DataSource superuser, ObjectMapper json, IntConsumer progress) throws SQLException {
    this.progress = progress;
    ForeignKeys keys;
    try (Connection connection = superuser.getConnection()) {
      keys = ForeignKeys.of(connection, OrderRows.TABLES);
    }
    for (int i = 0; i < COUNT; i++) {
      Connection connection = superuser.getConnection();
      connections.add(connection);
      try (var statement = connection.createStatement()) {
        // A crash may cost the last batches, whole; nobody was promised them.
        statement.execute("SET synchronous_commit = off");
        // No foreign key is checked row by row; constraints within a table stay in force.
        statement.execute("SET session_replication_role = replica");
      }
      connection.setAutoCommit(false);
      rows.add(new OrderRows(connection, keys, json));
      busy.add(null);
    }
  }

  /** Waits for the writer whose turn it is; what it failed with is thrown here. */
  void write(List<SeededOrder> batch) throws SQLException, IOException, InterruptedException {
    int writer = turn++ % COUNT;
    await(busy.get(writer));
    OrderRows target = rows.get(writer);
    busy.set(
        writer,
        threads.submit(
            () -> {
              target.write(batch);
              progress.accept(written.addAndGet(batch.size()));
              return null;
            }));
  }

  void finish() throws SQLException, IOException, InterruptedException {
    for (Future<?> last : busy) {
      await(last);
    }
  }

  private static void await(Future<?> work) throws SQLException, IOException, InterruptedException {
    if (work == null) {
      return;
    }
    try {
      work.get();
    } catch (ExecutionException e) {
      switch (e.getCause()) {
        case SQLException refused -> throw refused;
        case IOException broken -> throw broken;
        default -> throw new IllegalStateException(e.getCause());
      }
    }
  }

  @Override
  public void close() throws SQLException {
    threads.shutdownNow();
    threads.close();
    for (Connection connection : connections) {
      connection.close();
    }
  }
}
