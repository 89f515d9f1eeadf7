package com.ojeomneo.platform.database;

import com.ojeomneo.schema.SchemaVersion;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.jooq.exception.DataAccessException;

/** Refuses to serve a database whose schema is not the one this build was generated from. */
@Singleton
class SchemaCheck {
  void onStart(@Observes StartupEvent start, Database database) {
    String found;
    try {
      found =
          database
              .sql()
              .fetchOne(
                  """
                  SELECT version FROM flyway_schema_history
                  WHERE success AND version IS NOT NULL ORDER BY installed_rank DESC LIMIT 1
                  """)
              .get(0, String.class);
    } catch (DataAccessException e) {
      throw new IllegalStateException(
          "the database has no readable schema; run `server migrate` first", e);
    }
    if (!SchemaVersion.LATEST.equals(found)) {
      throw new IllegalStateException(
          "the database has schema version %s, this build needs %s; run `server migrate`"
              .formatted(found, SchemaVersion.LATEST));
    }
  }
}
