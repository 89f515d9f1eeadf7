package com.ojeomneo.local;

import com.ojeomneo.schema.SchemaVersion;
import java.sql.Connection;
import java.sql.SQLException;
import org.flywaydb.core.Flyway;

/** Fresh databases with the product's schema, in a PostgreSQL of the test. */
record TestDatabase(Postgres postgres, String name) {
  static TestDatabase create(Postgres postgres, Secrets secrets, String name) throws SQLException {
    try (var superuser = postgres.connect("postgres", "postgres")) {
      superuser.createStatement().execute("CREATE DATABASE " + name);
    }
    Flyway.configure()
        .dataSource(postgres.url(name), "postgres", secrets.password("postgres"))
        .locations(SchemaVersion.MIGRATIONS)
        .load()
        .migrate();
    return new TestDatabase(postgres, name);
  }

  Connection connect() throws SQLException {
    return postgres.connect(name, "postgres");
  }
}
