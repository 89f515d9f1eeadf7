package com.ojeomneo.platform.database;

import com.ojeomneo.schema.SchemaVersion;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.Optional;
import org.jooq.exception.DataAccessException;

/**
 * Refuses to serve a database whose schema is not the one this build was generated from. It looks
 * before anyone else reads, and what it throws ends the start with its message alone.
 */
@Singleton
public class SchemaCheck {
  private static final String UNDEFINED_TABLE = "42P01";
  private static final String INSUFFICIENT_PRIVILEGE = "42501";

  void onStart(@Observes @Priority(1) StartupEvent start, Database database) {
    require(database);
  }

  /**
   * For what does not serve.
   *
   * @throws ConfigurationException saying what is there and what to do
   */
  public static void require(Database database) {
    String found = version(database).orElse("none");
    if (!SchemaVersion.LATEST.equals(found)) {
      throw new ConfigurationException(
          "the database has schema version %s, this build needs %s; run `server migrate`"
              .formatted(found, SchemaVersion.LATEST));
    }
  }

  private static Optional<String> version(Database database) {
    try {
      return database
          .sql()
          .fetchOptional(
              """
              SELECT version FROM flyway_schema_history
              WHERE success AND version IS NOT NULL ORDER BY installed_rank DESC LIMIT 1
              """)
          .map(row -> row.get(0, String.class));
    } catch (DataAccessException e) {
      throw new ConfigurationException(
          switch (e.sqlState()) {
            case UNDEFINED_TABLE, INSUFFICIENT_PRIVILEGE ->
                "the database has no readable schema; run `server migrate` first";
            default ->
                "cannot use the database that POSTGRES_SERVER, POSTGRES_PORT, POSTGRES_DB,"
                    + " POSTGRES_USER and POSTGRES_PASSWORD name: "
                    + reason(e);
          });
    }
  }

  /** PostgreSQL's or the driver's own words; neither quotes a password. */
  private static String reason(DataAccessException e) {
    SQLException cause = e.getCause(SQLException.class);
    return cause == null ? e.getMessage() : cause.getMessage().replaceAll("\\s+", " ");
  }
}
