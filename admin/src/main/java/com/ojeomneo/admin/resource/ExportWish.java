package com.ojeomneo.admin.resource;

import com.ojeomneo.platform.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import org.jooq.Condition;

/**
 * A list that somebody takes along.
 *
 * @param columns in the order of the file
 * @param revealed whether personal data is written as it is
 */
record ExportWish(
    Resource resource,
    Condition wanted,
    Ordering order,
    List<Column> columns,
    boolean revealed,
    boolean english) {

  /**
   * @param names by commas, also that of the version; null for all
   * @throws Problem 400 for a column that is none
   */
  static List<Column> columns(Resource resource, String names) {
    if (names == null || names.isBlank()) {
      return resource.columns();
    }
    var columns = new ArrayList<Column>();
    for (String name : names.split(",")) {
      columns.add(
          name.equals("version") && resource.version() != null
              ? Column.versionOf(resource)
              : resource
                  .column(name)
                  .orElseThrow(
                      () -> Problem.invalid("columns", "없는 열이에요: " + name, "No column " + name)));
    }
    return columns;
  }

  List<String> header() {
    return columns.stream().map(column -> in(column.label())).toList();
  }

  String in(Label label) {
    return english ? label.en() : label.ko();
  }
}
