package com.ojeomneo.platform.database;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jooq.impl.DSL.inline;

import com.ojeomneo.schema.SchemaVersion;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

class SchemaCheckTest {
  private static EmbeddedPostgres postgres;
  private final Database database = new Database(postgres.getPostgresDatabase());

  @BeforeAll
  static void start() throws IOException {
    postgres = EmbeddedPostgres.start();
  }

  @AfterAll
  static void stop() throws IOException {
    postgres.close();
  }

  @BeforeEach
  void empty() {
    database.sql().execute("DROP TABLE IF EXISTS flyway_schema_history");
  }

  @Test
  void theVersionOfThisBuildIsServed() {
    history(SchemaVersion.LATEST);

    assertThatCode(() -> check(database)).doesNotThrowAnyException();
  }

  @Test
  void anotherVersionIsNamedWithTheOneThatIsNeeded() {
    history("999");

    assertThatThrownBy(() -> check(database))
        .isInstanceOf(ConfigurationException.class)
        .hasMessage(
            "the database has schema version 999, this build needs %s; run `server migrate`",
            SchemaVersion.LATEST);
  }

  @Test
  void anEmptyDatabaseIsToBeMigratedFirst() {
    assertThatThrownBy(() -> check(database))
        .hasMessage("the database has no readable schema; run `server migrate` first")
        .hasNoCause();
  }

  @Test
  void aDatabaseThatIsNotThereIsSaidInOneLineWithTheSettingsToLookAt() {
    var source = new PGSimpleDataSource();
    source.setURL("jdbc:postgresql://localhost:%d/nowhere".formatted(postgres.getPort()));
    source.setUser("postgres");
    source.setPassword("hush");

    assertThatThrownBy(() -> check(new Database(source)))
        .hasMessageContainingAll("POSTGRES_DB", "\"nowhere\" does not exist")
        .hasMessageNotContainingAny("hush", "\n")
        .hasNoCause();
  }

  private void history(String version) {
    database
        .sql()
        .execute(
            """
            CREATE TABLE flyway_schema_history AS
            SELECT 1 AS installed_rank, cast({0} as text) AS version, true AS success
            """,
            inline(version));
  }

  private static void check(Database database) {
    new SchemaCheck().onStart(new StartupEvent(), database);
  }
}
