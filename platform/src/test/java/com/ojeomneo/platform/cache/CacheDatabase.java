package com.ojeomneo.platform.cache;

import static com.ojeomneo.schema.jooq.Tables.APP_SETTINGS;

import com.ojeomneo.platform.database.Database;
import com.ojeomneo.schema.SchemaVersion;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.flywaydb.core.Flyway;
import org.jooq.JSONB;

/** A setting that is cached, and how often it was read. */
final class CacheDatabase implements AutoCloseable {
  private static final String KEY = "test.dish";

  private final EmbeddedPostgres postgres;
  private final Database database;
  final AtomicInteger reads = new AtomicInteger();

  CacheDatabase() {
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
    database = new Database(postgres.getPostgresDatabase());
    database
        .sql()
        .insertInto(APP_SETTINGS)
        .set(APP_SETTINGS.KEY, KEY)
        .set(APP_SETTINGS.VALUE, JSONB.jsonb("\"김밥\""))
        .execute();
  }

  Database database() {
    return database;
  }

  /** As somebody with psql does it: nothing but the row. */
  void write(String dish) {
    database
        .sql()
        .update(APP_SETTINGS)
        .set(APP_SETTINGS.VALUE, JSONB.jsonb("\"" + dish + "\""))
        .where(APP_SETTINGS.KEY.eq(KEY))
        .execute();
  }

  Supplier<Expiring<String>> read() {
    return () -> {
      reads.incrementAndGet();
      return Expiring.never(
          database
              .sql()
              .fetchSingle(APP_SETTINGS, APP_SETTINGS.KEY.eq(KEY))
              .getValue()
              .data()
              .replace("\"", ""));
    };
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
