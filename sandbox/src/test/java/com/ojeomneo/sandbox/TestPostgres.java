package com.ojeomneo.sandbox;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;

/** One PostgreSQL for all tests of a run; it ends with the JVM. */
final class TestPostgres {
  private static final EmbeddedPostgres POSTGRES = start();

  private TestPostgres() {}

  static SandboxSettings.Database database() {
    return new SandboxSettings.Database(
        POSTGRES.getJdbcUrl("postgres", "postgres"), "postgres", "postgres");
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
