package com.ojeomneo.platform.outbox;

import com.ojeomneo.platform.database.Database;
import com.ojeomneo.schema.SchemaVersion;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.stream.IntStream;
import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGSimpleDataSource;

/** A database with an outbox, and what writes to it without being a node. */
public final class TestOutbox implements AutoCloseable {
  static final String TOPIC = "test_topic";

  private final EmbeddedPostgres postgres;
  private final Database writer;

  public TestOutbox() {
    try {
      postgres = EmbeddedPostgres.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Flyway.configure()
        .dataSource(postgres.getPostgresDatabase())
        .locations(SchemaVersion.MIGRATIONS)
        .load()
        .migrate();
    writer = open("writer");
  }

  /**
   * @param name by which its connections are known to PostgreSQL
   */
  public Database open(String name) {
    var source = (PGSimpleDataSource) postgres.getPostgresDatabase();
    source.setApplicationName(name);
    return new Database(source);
  }

  Database writer() {
    return writer;
  }

  void append(int n) {
    writer.transact(tx -> Outbox.append(tx, TOPIC, payload(n)));
  }

  void append(int from, int to) {
    IntStream.rangeClosed(from, to).forEach(this::append);
  }

  static String payload(int n) {
    return "{\"n\":%d}".formatted(n);
  }

  static int n(String payload) {
    return Integer.parseInt(payload.replaceAll(".*\"n\":(\\d+).*", "$1"));
  }

  int unpublished() {
    return Outbox.backlog(writer.sql()).entries();
  }

  void empty() {
    writer.sql().execute("TRUNCATE outbox");
  }

  /** Ends the connections of this name that stand in a transaction. */
  boolean cut(String name) {
    return writer
            .sql()
            .fetchSingle(
                """
                SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity
                WHERE application_name = ? AND state = 'idle in transaction'
                """,
                name)
            .get(0, int.class)
        > 0;
  }

  @Override
  public void close() {
    try {
      postgres.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
