package com.ojeomneo.sandbox;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.UUID;

/** One PostgreSQL for all tests of a run; it ends with the JVM. */
final class TestPostgres {
  private static final EmbeddedPostgres POSTGRES = start();

  private TestPostgres() {}

  /** The one that the tests share. */
  static SandboxSettings.Database database() {
    return database("postgres");
  }

  /** One that nobody else uses. */
  static SandboxSettings.Database emptyDatabase() throws SQLException {
    String name = "test_" + UUID.randomUUID().toString().replace('-', '_');
    execute("CREATE DATABASE " + name);
    return database(name);
  }

  /** As the superuser, outside the sandbox. */
  static void execute(String sql) throws SQLException {
    try (var connection = POSTGRES.getPostgresDatabase().getConnection();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static SandboxSettings.Database database(String name) {
    return new SandboxSettings.Database(
        POSTGRES.getJdbcUrl("postgres", name), "postgres", "postgres");
  }

  private static EmbeddedPostgres start() {
    try {
      return EmbeddedPostgres.builder()
          .setLocaleConfig("locale", "C.UTF-8")
          .setLocaleConfig("encoding", "UTF8")
          .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
