package com.ojeomneo.admin.resource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.ojeomneo.platform.problem.Problem;
import com.ojeomneo.platform.problem.Problem.FieldError;
import java.util.ArrayList;
import java.util.List;

/** What a row of a file wants a row of the resource to be. */
record ImportRow(ImportColumns columns, ImportCells read, List<String> cells) {

  /**
   * @throws Problem 400 for a row with more or fewer cells than the first
   */
  void requireWhole() {
    if (cells.size() != columns.columns().size()) {
      throw Problem.invalid(
          "body",
          "칸이 %d개예요. 첫 줄은 %d개예요.".formatted(cells.size(), columns.columns().size()),
          "Has %d cells, the first line %d.".formatted(cells.size(), columns.columns().size()));
    }
  }

  /**
   * For a row that is there. Empty cells empty what they stand for.
   *
   * @throws Problem 400, naming every cell that is wrong
   */
  Form toEdit(Row before) {
    return Form.toEdit(columns.resource(), body(before));
  }

  /** For one that is not. Empty cells are left to the database. */
  Form toCreate() {
    return Form.toCreate(columns.resource(), body(null));
  }

  private ObjectNode body(Row before) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    List<FieldError> errors = new ArrayList<>();
    for (int i = 0; i < cells.size(); i++) {
      Column column = columns.columns().get(i);
      if (column == null || !columns.written().contains(column)) {
        continue;
      }
      try {
        JsonNode value = value(column, cells.get(i), before);
        if (value != null) {
          body.set(column.name(), value);
        }
      } catch (Values.Refused wrong) {
        errors.add(wrong.at(column.name()));
      }
    }
    if (!errors.isEmpty()) {
      throw Problem.invalid(errors);
    }
    return body;
  }

  /** Null for what stays as it is. */
  private JsonNode value(Column column, String cell, Row before) throws Values.Refused {
    if (before == null) {
      JsonNode value = read.json(column, cell);
      return value.isNull() ? null : value;
    }
    JsonNode now = before.value(column);
    boolean unsaid = cell.isBlank() && !column.isEditable();
    boolean named = CsvTable.undone(cell).strip().equals(before.titles().get(column.name()));
    if (unsaid
        || named
        || cell.isBlank() && (now.isNull() || now.asText().isEmpty() && now.isTextual())) {
      return null;
    }
    JsonNode value = read.json(column, cell);
    if (column.isEditable()) {
      return value;
    }
    if (!Values.write(column, Values.stored(column, value)).equals(now)) {
      throw new Values.Refused("만든 뒤에는 바꿀 수 없어요.", "Cannot be changed once it is made.");
    }
    return null;
  }
}
