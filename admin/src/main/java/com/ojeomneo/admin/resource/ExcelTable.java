package com.ojeomneo.admin.resource;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * A workbook with typed cells. A text stays a text whatever it begins with: only a cell that is
 * declared as a formula is one, and none is.
 */
final class ExcelTable implements TableWriter {
  /** Of a sheet, with its header. */
  static final int MOST_ROWS = 1_048_576;

  private static final int LONGEST_TEXT = 32_767;
  private static final int ROWS_AT_ONCE = 500;
  private static final double SECONDS_OF_DAY = 86_400;
  private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");

  private final ExportWish wish;
  private final Workbook book;
  private final int mostRows;
  private Worksheet sheet;
  private int sheets;
  private int next;

  ExcelTable(ExportWish wish, OutputStream to) {
    this(wish, to, MOST_ROWS);
  }

  /**
   * @param mostRows of a sheet
   */
  ExcelTable(ExportWish wish, OutputStream to, int mostRows) {
    this.wish = wish;
    this.book = new Workbook(to, "Ojeomneo", "1.0");
    this.mostRows = mostRows;
    begin();
  }

  private void begin() {
    sheets++;
    sheet =
        book.newWorksheet(
            sheets == 1
                ? wish.resource().name()
                : "%s %d".formatted(wish.resource().name(), sheets));
    sheet.freezePane(0, 1);
    List<String> header = wish.header();
    for (int i = 0; i < header.size(); i++) {
      sheet.width(i, width(wish.columns().get(i).type()));
      sheet.inlineString(0, i, header.get(i));
      sheet.style(0, i).bold().set();
    }
    next = 1;
  }

  private static int width(ColumnType type) {
    return switch (type) {
      case INTEGER, MONEY, BOOLEAN, DATE, TIME -> 12;
      case INSTANT, CHOICE -> 20;
      case TEXT, REFERENCE, CHOICES, TAGS -> 28;
      case ID -> 38;
      case LONG_TEXT, IMAGE, IMAGE_URL, JSON -> 44;
    };
  }

  @Override
  public void write(Row row) throws IOException {
    if (next == mostRows) {
      sheet.finish();
      begin();
    }
    for (int i = 0; i < wish.columns().size(); i++) {
      cell(i, wish.columns().get(i), row);
    }
    next++;
    if (next % ROWS_AT_ONCE == 0) {
      sheet.flush();
    }
  }

  @Override
  public void finish() throws IOException {
    sheet.finish();
    book.finish();
  }

  private void cell(int at, Column column, Row row) {
    JsonNode value = row.value(column);
    if (row.titles().containsKey(column.name())) {
      text(at, row.titles().get(column.name()));
    } else if (value.isNull()) {
      return;
    } else if (!wish.revealed() && column.isPersonal()) {
      text(at, Presented.masked(column.mask(), value).asText());
    } else {
      typed(at, column, value);
    }
  }

  private void typed(int at, Column column, JsonNode value) {
    switch (column.type()) {
      case INTEGER -> sheet.value(next, at, value.numberValue());
      case MONEY -> number(at, value.numberValue(), "#,##0");
      case BOOLEAN -> text(at, yesOrNo(value.booleanValue()));
      case INSTANT -> {
        sheet.value(next, at, Instant.parse(value.textValue()).atZone(SEOUL).toLocalDateTime());
        sheet.style(next, at).format("yyyy-mm-dd hh:mm:ss").set();
      }
      case DATE -> {
        sheet.value(next, at, LocalDate.parse(value.textValue()));
        sheet.style(next, at).format("yyyy-mm-dd").set();
      }
      case TIME ->
          number(at, LocalTime.parse(value.textValue()).toSecondOfDay() / SECONDS_OF_DAY, "hh:mm");
      case CHOICE -> text(at, word(column, value.asText()));
      case CHOICES, TAGS ->
          text(
              at,
              StreamSupport.stream(value.spliterator(), false)
                  .map(each -> word(column, each.asText()))
                  .collect(Collectors.joining(", ")));
      case JSON -> text(at, value.toString());
      case ID, TEXT, LONG_TEXT, REFERENCE, IMAGE, IMAGE_URL -> text(at, value.asText());
    }
  }

  private void number(int at, Number number, String format) {
    sheet.value(next, at, number);
    sheet.style(next, at).format(format).set();
  }

  private String yesOrNo(boolean yes) {
    if (wish.english()) {
      return yes ? "Yes" : "No";
    }
    return yes ? "예" : "아니요";
  }

  private String word(Column column, String value) {
    return column.choices().stream()
        .filter(choice -> choice.value().equals(value))
        .map(choice -> wish.in(choice.label()))
        .findFirst()
        .orElse(value);
  }

  /** In the row itself: shared texts would all be kept until the end. */
  private void text(int at, String text) {
    sheet.inlineString(next, at, written(text));
  }

  /** What XML can hold, as long as Excel reads it. */
  private static String written(String text) {
    int end = Math.min(text.length(), LONGEST_TEXT);
    if (end < text.length() && Character.isHighSurrogate(text.charAt(end - 1))) {
      end--;
    }
    var kept = new StringBuilder(end);
    text.substring(0, end)
        .codePoints()
        .filter(c -> c >= ' ' && c != 0xFFFE && c != 0xFFFF || c == '\n' || c == '\t' || c == '\r')
        .forEach(kept::appendCodePoint);
    return kept.toString();
  }
}
