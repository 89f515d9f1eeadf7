package com.ojeomneo.admin.resource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.ojeomneo.admin.resource.ImportPreview.ImportError;
import com.ojeomneo.admin.resource.ImportPreview.ImportedCell;
import com.ojeomneo.admin.resource.ImportPreview.ImportedRow;
import com.ojeomneo.platform.problem.Problem;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Counts what becomes of the rows of a file; however long that is, it keeps the first few. */
final class ImportTally {
  static final int SHOWN = 100;
  private static final int LONGEST_VALUE = 100;

  private final ImportWrites.Task task;
  private final Consumer<ImportError> errors;
  private final MessageDigest seen = sha256();
  private final Set<String> ids = new LinkedHashSet<>();
  private final List<ImportedRow> first = new ArrayList<>();
  private final List<ImportError> wrong = new ArrayList<>();
  private int created;
  private int updated;
  private int unchanged;
  private int refused;

  /**
   * @param errors hears of each, also of those that are not shown
   */
  ImportTally(ImportWrites.Task task, Consumer<ImportError> errors) {
    this.task = task;
    this.errors = errors;
    note(task.id() + " " + task.writer().author().staffId() + " " + task.resource().name());
    note(task.columns().columns().stream().map(c -> c == null ? "" : c.name()).toList() + "");
    note(task.file().text());
  }

  /**
   * @param id of the row, or the one that it would get
   * @return whether it is the first of the file with this id
   */
  boolean isFirst(String id) {
    return ids.add(id);
  }

  Set<String> ids() {
    return ids;
  }

  /**
   * @param before null when it was made; the same as after when nothing changed
   */
  void done(int number, Row before, Row after) {
    if (before == after) {
      unchanged++;
      note("%d %s %d same".formatted(number, before.id(), before.version()));
      return;
    }
    if (before == null) {
      created++;
    } else {
      updated++;
    }
    List<ImportedCell> cells = cells(before, after);
    note(number + " " + after.id() + " " + after.version());
    cells.forEach(cell -> note(cell.column() + " " + cell.before() + " " + cell.after()));
    if (first.size() < SHOWN) {
      String title = after.value(task.resource().title()).asText();
      first.add(new ImportedRow(number, title, before == null, cells));
    }
  }

  private List<ImportedCell> cells(Row before, Row after) {
    var cells = new ArrayList<ImportedCell>();
    for (Column column : task.columns().written()) {
      JsonNode was = before == null ? NullNode.instance : before.value(column);
      if (!was.equals(after.value(column))) {
        String wasTitle = before == null ? null : before.titles().get(column.name());
        cells.add(
            new ImportedCell(
                column.name(),
                was,
                after.value(column),
                wasTitle,
                after.titles().get(column.name())));
      }
    }
    return cells;
  }

  void refused(int number, List<String> cells, Problem why) {
    refused++;
    note(number + " refused " + why.code());
    if (why.errors().isEmpty()) {
      tell(
          new ImportError(
              number,
              null,
              "",
              new Label(
                  why.detail().orElse(why.code().korean()),
                  why.detailInEnglish().orElse(why.code().english()))));
    }
    for (var error : why.errors()) {
      boolean known =
          task.columns().columns().stream()
              .anyMatch(c -> c != null && c.name().equals(error.field()));
      String value = task.columns().cell(error.field(), cells).orElse("");
      tell(
          new ImportError(
              number,
              known ? error.field() : null,
              value.substring(0, value.offsetByCodePoints(0, shown(value))),
              new Label(error.korean(), error.english())));
    }
  }

  private static int shown(String value) {
    return Math.min(LONGEST_VALUE, value.codePointCount(0, value.length()));
  }

  private void tell(ImportError error) {
    errors.accept(error);
    if (wrong.size() < SHOWN) {
      wrong.add(error);
    }
  }

  /** Once, at the end. */
  ImportPreview preview() {
    return new ImportPreview(
        task.id(),
        created + updated + unchanged + refused,
        created,
        updated,
        unchanged,
        refused,
        List.copyOf(first),
        List.copyOf(wrong),
        HexFormat.of().formatHex(seen.digest()));
  }

  private void note(String line) {
    seen.update((line + "\n").getBytes(StandardCharsets.UTF_8));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
