package com.ojeomneo.server;

import com.ojeomneo.platform.database.PostgresTls;
import com.ojeomneo.platform.environment.Environment;
import com.ojeomneo.schema.SchemaVersion;
import org.flywaydb.core.Flyway;

/** {@code server migrate}: the only process that logs in as the owner of the tables. */
final class Migration {
  private Migration() {}

  static void run(Environment environment) {
    String url =
        "jdbc:postgresql://%s:%d/%s?%s"
            .formatted(
                environment.require("POSTGRES_SERVER"),
                environment.port("POSTGRES_PORT", 5432),
                environment.require("POSTGRES_DB"),
                PostgresTls.of(environment).query());
    var result =
        Flyway.configure()
            .dataSource(
                url,
                environment.require("POSTGRES_OWNER_USER"),
                environment.require("POSTGRES_OWNER_PASSWORD"))
            .locations(SchemaVersion.MIGRATIONS)
            .load()
            .migrate();
    System.out.printf(
        "schema is at version %s (%d migrations run)%n",
        SchemaVersion.LATEST, result.migrationsExecuted);
  }
}
