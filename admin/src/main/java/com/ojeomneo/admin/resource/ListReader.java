package com.ojeomneo.admin.resource;

import com.ojeomneo.platform.database.Database;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jooq.Cursor;
import org.jooq.Record;

/**
 * Reads a list through a cursor, in one snapshot: what changes meanwhile is not in it, and no more
 * than {@link #FETCH_SIZE} rows are in memory.
 */
@Singleton
class ListReader {
  static final int FETCH_SIZE = 500;

  private final Database database;
  private final Rows rows;

  ListReader(Database database, Rows rows) {
    this.database = database;
    this.rows = rows;
  }

  /** Takes one row after the other. */
  interface Reader {
    void read(Row row) throws IOException;
  }

  /** Holds a connection until all is read. */
  void read(ExportWish wish, Reader reader) {
    database.transact(
        tx -> {
          tx.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY");
          try (Cursor<Record> all =
              rows.select(tx, wish.resource(), wish.wanted())
                  .orderBy(wish.order().sort())
                  .fetchSize(FETCH_SIZE)
                  .fetchLazy()) {
            for (Record row : all) {
              reader.read(rows.of(wish.resource(), row));
            }
          } catch (IOException gone) {
            throw new UncheckedIOException(gone);
          }
        });
  }
}
