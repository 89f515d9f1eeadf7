package com.ojeomneo.admin.resource;

import com.fasterxml.jackson.databind.JsonNode;
import com.ojeomneo.platform.database.Database;
import com.ojeomneo.platform.problem.Problem;
import de.siegmar.fastcsv.writer.CsvWriter;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.jooq.Condition;
import org.jooq.Cursor;
import org.jooq.Record;

/**
 * Writes a list as CSV while it is read: its memory does not grow with its rows. UTF-8 with a byte
 * order mark, without which Excel reads no Hangul.
 */
@Singleton
class CsvExport {
  private static final int FETCH_SIZE = 500;

  /** Each holds a connection of the pool for as long as its reader takes. */
  private final Semaphore running = new Semaphore(3);

  private final Database database;
  private final Rows rows;

  CsvExport(Database database, Rows rows) {
    this.database = database;
    this.rows = rows;
  }

  /**
   * @param columns in the order of the file
   * @param revealed whether personal data is written as it is
   */
  record Wish(
      Resource resource,
      Condition wanted,
      Ordering order,
      List<Column> columns,
      boolean revealed,
      boolean english) {}

  /**
   * @throws Problem 400 for a column that is none
   */
  static List<Column> columns(Resource resource, String names) {
    if (names == null || names.isBlank()) {
      return resource.columns();
    }
    var columns = new ArrayList<Column>();
    for (String name : names.split(",")) {
      columns.add(
          resource
              .column(name)
              .orElseThrow(
                  () -> Problem.invalid("columns", "없는 열이에요: " + name, "No column " + name)));
    }
    return columns;
  }

  /**
   * @throws Problem 503 while too many run
   */
  void reserve() {
    if (!running.tryAcquire()) {
      throw Problem.of(ResourceProblem.TOO_MANY_EXPORTS).retryAfter(10);
    }
  }

  /** To be called once after {@link #reserve}. */
  void write(Wish wish, OutputStream to) {
    try {
      Writer text = new OutputStreamWriter(to, StandardCharsets.UTF_8);
      text.write('\uFEFF');
      CsvWriter csv = CsvWriter.builder().build(text);
      csv.writeRecord(
          wish.columns().stream()
              .map(column -> wish.english() ? column.label().en() : column.label().ko())
              .toList());
      database.transact(
          tx -> {
            try (Cursor<Record> all =
                rows.select(tx, wish.resource(), wish.wanted())
                    .orderBy(wish.order().sort())
                    .fetchSize(FETCH_SIZE)
                    .fetchLazy()) {
              for (Record row : all) {
                csv.writeRecord(cells(wish, rows.of(wish.resource(), row)));
              }
            }
          });
      csv.close();
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    } finally {
      running.release();
    }
  }

  private static List<String> cells(Wish wish, Row row) {
    return wish.columns().stream().map(column -> cell(wish, row, column)).toList();
  }

  private static String cell(Wish wish, Row row, Column column) {
    if (row.titles().containsKey(column.name())) {
      return harmless(row.titles().get(column.name()));
    }
    JsonNode value = row.members().get(column.name());
    if (!wish.revealed()) {
      value = Presented.masked(column.mask(), value);
    }
    return switch (value.getNodeType()) {
      case NULL -> "";
      case STRING -> harmless(value.textValue());
      case NUMBER, BOOLEAN -> value.asText();
      default -> harmless(value.toString());
    };
  }

  /** A spreadsheet must not run what a customer wrote: such a cell is made a text (OWASP). */
  private static String harmless(String text) {
    return !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
  }
}
