package com.ojeomneo.admin.resource;

import com.fasterxml.jackson.databind.JsonNode;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

/** UTF-8 with a byte order mark, without which Excel reads no Hangul. */
final class CsvTable implements TableWriter {
  private final ExportWish wish;
  private final CsvWriter csv;

  CsvTable(ExportWish wish, OutputStream to) throws IOException {
    this.wish = wish;
    Writer text = new OutputStreamWriter(to, StandardCharsets.UTF_8);
    text.write('\uFEFF');
    csv = CsvWriter.builder().build(text);
    csv.writeRecord(wish.header());
  }

  @Override
  public void write(Row row) {
    csv.writeRecord(wish.columns().stream().map(column -> cell(row, column)).toList());
  }

  @Override
  public void finish() throws IOException {
    csv.close();
  }

  private String cell(Row row, Column column) {
    if (row.titles().containsKey(column.name())) {
      return harmless(row.titles().get(column.name()));
    }
    JsonNode value = row.value(column);
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

  /**
   * A spreadsheet must not run what a customer wrote: such a cell is made a text (OWASP). So is one
   * that would look like it, so that {@link #undone} knows which was which.
   */
  static String harmless(String text) {
    return isRisky(text) ? "'" + text : text;
  }

  /** What {@link #harmless} was given. */
  static String undone(String cell) {
    return cell.startsWith("'") && isRisky(cell.substring(1)) ? cell.substring(1) : cell;
  }

  private static boolean isRisky(String text) {
    int first = 0;
    while (first < text.length() && text.charAt(first) == '\'') {
      first++;
    }
    return first < text.length() && "=+-@\t\r".indexOf(text.charAt(first)) >= 0;
  }
}
