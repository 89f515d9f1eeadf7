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
  static String harmless(String text) {
    return !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
  }
}
