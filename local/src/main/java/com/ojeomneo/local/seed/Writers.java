package com.ojeomneo.local.seed;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;
import javax.sql.DataSource;
import org.postgresql.PGConnection;

/**
 * Connections that write batches side by side: PostgreSQL works on one core for each. They follow
 * each other from table to table, so that every index whose keys grow with time is appended to by
 * one at a time, and commit in the order of the batches. Memory is bounded by the batches at hand.
 */
final class Writers implements AutoCloseable {
  private static final int COUNT = 2;
  private static final int AHEAD = 2;

  private final ExecutorService threads = Executors.newFixedThreadPool(COUNT);
  private final BlockingQueue<Connection> connections = new ArrayBlockingQueue<>(COUNT);
  private final BlockingQueue<OrderRows> blank = new ArrayBlockingQueue<>(COUNT + AHEAD);
  private final Queue<Future<?>> work = new ArrayDeque<>();
  private final Upkeep upkeep;
  private final IntConsumer progress;
  private Turn last = Turn.over();
  private int written;

  Writers(DataSource superuser, IntConsumer progress) throws SQLException {
    this.upkeep = new Upkeep(superuser.getConnection());
    this.progress = progress;
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
    }
    for (int i = 0; i < COUNT + AHEAD; i++) {
      blank.add(new OrderRows());
    }
  }

  /** Waits for one. */
  OrderRows blank() throws InterruptedException {
    return blank.take();
  }

  /** In turn; what a writer failed with is thrown here, later. */
  void write(OrderRows rows) throws SQLException, InterruptedException {
    Turn before = last;
    Turn turn = new Turn();
    last = turn;
    submit(connection -> write(rows, connection, before, turn));
    while (!work.isEmpty() && work.peek().isDone()) {
      await(work.poll());
    }
  }

  /** Waits until all is written. */
  void finish() throws SQLException, InterruptedException {
    while (!work.isEmpty()) {
      await(work.poll());
    }
  }

  /** Tables side by side. */
  void analyze() throws SQLException, InterruptedException {
    upkeep.allow();
    for (String table : OrderRows.TABLES) {
      submit(connection -> Upkeep.analyze(connection, table));
    }
    finish();
  }

  private interface Task {
    void run(Connection connection) throws SQLException, InterruptedException;
  }

  private void submit(Task task) {
    work.add(
        threads.submit(
            () -> {
              Connection connection = connections.take();
              try {
                task.run(connection);
              } finally {
                connections.add(connection);
              }
              return null;
            }));
  }

  private void write(OrderRows rows, Connection connection, Turn before, Turn turn)
      throws SQLException, InterruptedException {
    try {
      var copy = connection.unwrap(PGConnection.class);
      rows.offers().hold(connection);
      int step = 0;
      for (CopyRows table : rows.tables()) {
        before.await(++step);
        table.into(copy);
        turn.pass();
      }
      before.await(++step);
      connection.commit();
      written += rows.count();
      progress.accept(written);
      turn.pass();
      upkeep.afterBatch(connection);
    } catch (SQLException | InterruptedException | RuntimeException e) {
      turn.fail();
      connection.rollback();
      throw e;
    } finally {
      rows.clear();
      blank.add(rows);
    }
  }

  static void await(Future<?> work) throws SQLException, InterruptedException {
    try {
      work.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof SQLException refused) {
        throw refused;
      }
      throw new IllegalStateException(e.getCause());
    }
  }

  @Override
  public void close() throws SQLException {
    threads.shutdownNow();
    threads.close();
    upkeep.close();
    for (Connection connection : connections) {
      connection.close();
    }
  }
}
