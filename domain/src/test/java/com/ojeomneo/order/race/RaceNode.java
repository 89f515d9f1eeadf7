package com.ojeomneo.order.race;

import com.ojeomneo.order.MovableClock;
import com.ojeomneo.order.Node;
import java.io.IOException;
import java.net.URI;
import java.sql.SQLException;
import java.time.Instant;
import javax.sql.DataSource;

/** A node of its own for one act at a time: its connections, its way to the provider, its clock. */
final class RaceNode implements AutoCloseable {
  final MovableClock clock = new MovableClock(Instant.EPOCH);
  final Node node;
  private final PausingConnections connections;
  private final Relay relay;
  private volatile Pauses pauses = Pauses.NONE;

  RaceNode(DataSource source, URI provider) throws IOException {
    connections = new PausingConnections(source, () -> pauses);
    relay = new Relay(provider, () -> pauses);
    node = new Node(connections.asSource(), relay.address(), clock);
  }

  URI provider() {
    return relay.address();
  }

  void pausing(Pauses by) {
    pauses = by;
  }

  void cut() throws SQLException {
    connections.cut();
  }

  @Override
  public void close() {
    relay.close();
  }
}
