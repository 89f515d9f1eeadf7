package com.ojeomneo.order.race;

import com.ojeomneo.order.MovableClock;
import com.ojeomneo.order.Node;
import com.ojeomneo.order.TestPostgres;
import com.ojeomneo.sandbox.Sandbox;
import com.ojeomneo.sandbox.SandboxSettings;
import java.io.IOException;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Where runs take place, one after the other: a database and a provider of their own, nodes for the
 * acts, and one more node that prepares the run and cleans up after it.
 */
final class Lane implements AutoCloseable {
  private static final int NODES = 3;
  private static final AtomicInteger COUNT = new AtomicInteger();

  final MovableClock clock = new MovableClock(Instant.EPOCH);
  final Node node;

  /** A node that cannot reach the provider. */
  final Node cutOff;

  private final PGSimpleDataSource source;
  private final Sandbox sandbox;
  private final List<RaceNode> nodes = new ArrayList<>();
  private final Connection observer;

  Lane() throws SQLException, IOException {
    String name = "races_" + COUNT.incrementAndGet();
    source = TestPostgres.database(name);
    sandbox =
        Sandbox.start(
            SandboxSettings.of(
                new SandboxSettings.Database(
                    source.getUrl(), source.getUser(), source.getPassword()),
                Node.CLIENT_KEY,
                Node.SECRET_KEY));
    for (int i = 0; i < NODES; i++) {
      nodes.add(new RaceNode(source, sandbox.address()));
    }
    node =
        new Node(new PausingConnections(source, () -> Pauses.NONE).asSource(), provider(), clock);
    cutOff =
        new Node(
            new PausingConnections(source, () -> Pauses.NONE).asSource(),
            URI.create("http://127.0.0.1:9"),
            clock);
    observer = source.getConnection();
  }

  URI provider() {
    return sandbox.address();
  }

  PGSimpleDataSource source() {
    return source;
  }

  RaceNode node(int number) {
    return nodes.get(number);
  }

  /** Those of the backends that wait for a lock. */
  Set<Integer> waiting(Set<Integer> backends) throws SQLException {
    return ask("SELECT pid FROM pg_locks WHERE NOT granted AND pid = ANY (?)", backends);
  }

  /** Until PostgreSQL has noticed that nobody is at the other end, and has rolled back. */
  void awaitGone(Set<Integer> backends) throws SQLException, InterruptedException {
    while (!ask("SELECT pid FROM pg_stat_activity WHERE pid = ANY (?)", backends).isEmpty()) {
      Thread.sleep(1);
    }
  }

  /** Until PostgreSQL has noticed the end of every process but this one. */
  void awaitNoOthers() throws SQLException, InterruptedException {
    boolean others = true;
    while (others) {
      try (var rows =
          observer
              .createStatement()
              .executeQuery(
                  "SELECT count(*) FROM pg_stat_activity WHERE application_name = '"
                      + Doomed.APPLICATION
                      + "'")) {
        rows.next();
        others = rows.getInt(1) > 0;
      }
      if (others) {
        Thread.sleep(1);
      }
    }
  }

  private synchronized Set<Integer> ask(String query, Set<Integer> backends) throws SQLException {
    var answer = new HashSet<Integer>();
    try (var statement = observer.prepareStatement(query)) {
      statement.setArray(1, observer.createArrayOf("int", backends.toArray()));
      try (var rows = statement.executeQuery()) {
        while (rows.next()) {
          answer.add(rows.getInt(1));
        }
      }
    }
    return answer;
  }

  @Override
  public void close() throws SQLException {
    nodes.forEach(RaceNode::close);
    observer.close();
    sandbox.close();
  }
}
