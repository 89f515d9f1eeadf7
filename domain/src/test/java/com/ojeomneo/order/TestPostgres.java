package com.ojeomneo.order;

import com.ojeomneo.schema.SchemaVersion;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGSimpleDataSource;

/** A real PostgreSQL for the tests of this module: started once, gone with the process. */
public final class TestPostgres {
  private static final String EMPTY = "empty";
  private static final EmbeddedPostgres POSTGRES = start();

  private TestPostgres() {}

  /** A database of the caller's own, with the product's schema and nothing in it. */
  public static synchronized PGSimpleDataSource database(String name) {
    try {
      execute("CREATE DATABASE " + name + " TEMPLATE " + EMPTY);
    } catch (SQLException e) {
      throw new IllegalStateException("no database " + name, e);
    }
    return source(POSTGRES, name);
  }

  private static EmbeddedPostgres start() {
    try {
      EmbeddedPostgres postgres =
          EmbeddedPostgres.builder()
              .setLocaleConfig("locale", "C.UTF-8")
              .setLocaleConfig("encoding", "UTF8")
              .start();
      execute(postgres, "CREATE DATABASE " + EMPTY);
      Flyway.configure()
          .dataSource(source(postgres, EMPTY))
          .locations(SchemaVersion.MIGRATIONS)
          .load()
          .migrate();
      return postgres;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static PGSimpleDataSource source(EmbeddedPostgres postgres, String name) {
    var source = new PGSimpleDataSource();
    source.setServerNames(new String[] {"localhost"});
    source.setPortNumbers(new int[] {postgres.getPort()});
    source.setDatabaseName(name);
    source.setUser("postgres");
    source.setPassword("postgres");
    return source;
  }

  private static void execute(String statement) throws SQLException {
    execute(POSTGRES, statement);
  }

  private static void execute(EmbeddedPostgres postgres, String statement) throws SQLException {
    try (var connection = postgres.getPostgresDatabase().getConnection()) {
      connection.createStatement().execute(statement);
    }
  }
}
