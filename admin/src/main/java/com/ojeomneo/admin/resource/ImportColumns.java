package com.ojeomneo.admin.resource;

import com.ojeomneo.platform.problem.Problem;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which column of the resource each column of a file is.
 *
 * @param columns by their place in the file; null for those that are not read
 */
record ImportColumns(Resource resource, List<@Nullable Column> columns) {

  /** The key, the version, and what can be written. */
  static List<Column> offered(Resource resource) {
    var offered = new ArrayList<Column>();
    offered.add(resource.key().getFirst());
    offered.add(Column.versionOf(resource));
    resource.columns().stream()
        .filter(column -> column.isCreatable() || column.isEditable())
        .filter(column -> !offered.contains(column))
        .forEach(offered::add);
    return offered;
  }

  /** By their names or labels; of two that are called the same, neither. */
  static ImportColumns guessed(Resource resource, List<String> header) {
    Map<String, List<Column>> known = new LinkedHashMap<>();
    for (Column column : offered(resource)) {
      for (String name : List.of(column.name(), column.label().ko(), column.label().en())) {
        List<Column> called = known.computeIfAbsent(plain(name), none -> new ArrayList<>());
        if (!called.contains(column)) {
          called.add(column);
        }
      }
    }
    var columns = new ArrayList<Column>();
    for (String cell : header) {
      List<Column> called = known.getOrDefault(plain(cell), List.of());
      columns.add(called.size() == 1 ? called.getFirst() : null);
    }
    List<Column> once =
        columns.stream()
            .map(c -> c != null && columns.indexOf(c) != columns.lastIndexOf(c) ? null : c)
            .toList();
    return new ImportColumns(resource, once);
  }

  /**
   * @param names by commas, one for each column of the file; empty for those that are not read
   * @throws Problem 400 for a column that is none, or twice there, or when nothing is written
   */
  static ImportColumns of(Resource resource, String names, List<String> header) {
    String[] each = names.split(",", -1);
    if (each.length != header.size()) {
      throw wrong("파일의 열마다 하나씩이어야 해요.", "Must be one for each column of the file.");
    }
    List<Column> offered = offered(resource);
    var columns = new ArrayList<Column>();
    for (String name : each) {
      Column column =
          offered.stream().filter(known -> known.name().equals(name)).findFirst().orElse(null);
      if (column == null && !name.isEmpty()) {
        throw wrong("가져올 수 없는 열이에요.", "Not a column that can be imported.");
      }
      if (column != null && columns.contains(column)) {
        throw wrong(
            "'%s' 열을 두 번 골랐어요.".formatted(column.label().ko()),
            "%s was chosen twice.".formatted(column.label().en()));
      }
      columns.add(column);
    }
    var read = new ImportColumns(resource, columns);
    if (columns.stream().noneMatch(c -> c != null && (c.isCreatable() || c.isEditable()))) {
      throw wrong("가져올 열을 하나 이상 골라 주세요.", "Please choose at least one column.");
    }
    return read;
  }

  private static Problem wrong(String ko, String en) {
    return Problem.invalid("columns", ko, en);
  }

  private static String plain(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFC)
        .replace(" ", "")
        .strip()
        .toLowerCase(Locale.ROOT);
  }

  Column key() {
    return resource.key().getFirst();
  }

  /** Those that are read and are the row's own: neither its version nor a key made by us. */
  List<Column> written() {
    return columns.stream()
        .filter(column -> column != null && (column.isCreatable() || column.isEditable()))
        .toList();
  }

  /** Empty where the file does not have it, or nothing in it. */
  Optional<String> cell(String name, List<String> cells) {
    for (int i = 0; i < columns.size() && i < cells.size(); i++) {
      Column column = columns.get(i);
      if (column != null && column.name().equals(name)) {
        return Optional.of(CsvTable.undone(cells.get(i).strip())).filter(cell -> !cell.isEmpty());
      }
    }
    return Optional.empty();
  }
}
