package com.ojeomneo.admin.resource;

import com.ojeomneo.platform.problem.Problem;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A file of rows as somebody sent it. What is read of it is known to be whole: every quote is
 * closed and no row is beyond {@link #MOST_ROWS}.
 *
 * @param encoding that it is written in
 * @param header the first line
 * @param rows how many others have something in them
 */
record ImportFile(String text, String encoding, char separator, List<String> header, int rows) {
  static final int MOST_ROWS = 5_000;
  private static final int MOST_COLUMNS = 100;

  /** As Excel has it. */
  private static final int LONGEST_CELL = 32_767;

  /** What Excel writes in Korea when it is asked for CSV and not for UTF-8. */
  private static final Charset MS949 = Charset.forName("x-windows-949");

  /** Takes one row after the other. */
  interface Reader {
    /**
     * @param number as a spreadsheet shows it, the header being 1
     */
    void row(int number, List<String> cells);
  }

  private record Decoded(String text, String encoding) {}

  /**
   * @throws Problem 400 for what is no such file, 422 for one that is too long
   */
  static ImportFile of(byte[] bytes) {
    Decoded file = decoded(bytes == null ? new byte[0] : bytes);
    if (file.text().indexOf('\0') >= 0) {
      throw unreadable();
    }
    char separator = separator(file.text());
    List<String> header =
        heedSyntax(
            () -> {
              try (CsvReader<CsvRecord> records = records(file.text(), separator)) {
                return records.stream().findFirst().map(CsvRecord::getFields).orElse(List.of());
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            });
    if (header.stream().allMatch(String::isBlank)) {
      throw Problem.invalid("file", "첫 줄에 열 이름이 있어야 해요.", "The first line must name the columns.");
    }
    if (header.size() > MOST_COLUMNS) {
      throw Problem.invalid("file", "열은 100개까지예요.", "At most 100 columns.");
    }
    var rows = new int[1];
    read(file.text(), separator, (number, cells) -> rows[0]++);
    return new ImportFile(file.text(), file.encoding(), separator, header, rows[0]);
  }

  /** Rows with nothing in them are left out, and counted. */
  void read(Reader reader) {
    read(text, separator, reader);
  }

  /** At most so many rows, each with the beginning of its cells. */
  List<List<String>> first(int most) {
    var first = new ArrayList<List<String>>();
    read(
        (number, cells) -> {
          if (first.size() < most) {
            first.add(
                cells.stream()
                    .map(cell -> cell.substring(0, Math.min(60, cell.length())))
                    .toList());
          }
        });
    return first;
  }

  private static void read(String text, char separator, Reader reader) {
    heedSyntax(
        () -> {
          int number = 0;
          int rows = 0;
          for (CsvRecord one : records(text, separator)) {
            number++;
            if (one.getFields().stream().anyMatch(cell -> cell.length() > LONGEST_CELL)) {
              throw broken();
            }
            if (number == 1 || one.getFields().stream().allMatch(String::isBlank)) {
              continue;
            }
            rows++;
            if (rows > MOST_ROWS) {
              throw Problem.of(ResourceProblem.IMPORT_TOO_LONG);
            }
            reader.row(number, one.getFields());
          }
          return rows;
        });
  }

  private static CsvReader<CsvRecord> records(String text, char separator) {
    return CsvReader.builder()
        .fieldSeparator(separator)
        .skipEmptyLines(false)
        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
        .allowUnclosedQuote(false)
        .ofCsvRecord(text);
  }

  private static <T> T heedSyntax(Supplier<T> reading) {
    try {
      return reading.get();
    } catch (CsvParseException broken) {
      throw broken();
    }
  }

  private static Problem broken() {
    return Problem.invalid(
        "file",
        "CSV 형식이 아니에요. 닫히지 않은 따옴표나 너무 긴 칸이 있어요.",
        "Is not CSV: a quote is not closed, or a cell is too long.");
  }

  private static Decoded decoded(byte[] bytes) {
    if (startsWith(bytes, 0xFF, 0xFE)) {
      return decoded(bytes, 2, StandardCharsets.UTF_16LE, "UTF-16")
          .orElseThrow(ImportFile::unreadable);
    }
    int mark = startsWith(bytes, 0xEF, 0xBB, 0xBF) ? 3 : 0;
    return decoded(bytes, mark, StandardCharsets.UTF_8, "UTF-8")
        .or(() -> decoded(bytes, 0, MS949, "MS949"))
        .orElseThrow(ImportFile::unreadable);
  }

  private static Optional<Decoded> decoded(byte[] bytes, int from, Charset charset, String name) {
    try {
      var part = ByteBuffer.wrap(bytes, from, bytes.length - from);
      return Optional.of(new Decoded(charset.newDecoder().decode(part).toString(), name));
    } catch (CharacterCodingException other) {
      return Optional.empty();
    }
  }

  private static boolean startsWith(byte[] bytes, int... mark) {
    for (int i = 0; i < mark.length; i++) {
      if (bytes.length <= i || (bytes[i] & 0xFF) != mark[i]) {
        return false;
      }
    }
    return true;
  }

  private static Problem unreadable() {
    return Problem.invalid(
        "file",
        "읽을 수 없는 파일이에요. UTF-8이나 Excel의 CSV로 저장해 주세요.",
        "Cannot be read. Please save it as CSV in UTF-8, or as Excel's CSV.");
  }

  /** That which the first line has most of, outside quotes. */
  private static char separator(String text) {
    char best = ',';
    int most = 0;
    for (char each : new char[] {',', ';', '\t'}) {
      int count = 0;
      boolean quoted = false;
      for (int i = 0; i < text.length(); i++) {
        char c = text.charAt(i);
        quoted ^= c == '"';
        if (!quoted && (c == '\n' || c == '\r')) {
          break;
        }
        count += !quoted && c == each ? 1 : 0;
      }
      if (count > most) {
        most = count;
        best = each;
      }
    }
    return best;
  }
}
