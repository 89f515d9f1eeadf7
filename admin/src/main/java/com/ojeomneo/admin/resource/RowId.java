package com.ojeomneo.admin.resource;

import static org.jooq.impl.DSL.and;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.ojeomneo.platform.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;

/** The id of a row in a path: the parts of its key, joined by {@code ~}. */
final class RowId {
  private static final String SEPARATOR = "~";

  private RowId() {}

  static String of(Resource resource, Record row) {
    return resource.key().stream()
        .map(column -> Values.write(row.get(column.field())).asText())
        .collect(Collectors.joining(SEPARATOR));
  }

  /**
   * @throws Problem 404 for what is no id of this resource
   */
  @SuppressWarnings("unchecked") // What was read for the column is what its field holds.
  static Condition is(Resource resource, String id) {
    List<Column> key = resource.key();
    String[] parts = id.split(SEPARATOR, -1);
    if (parts.length != key.size()) {
      throw Problem.notFound();
    }
    var same = new ArrayList<Condition>();
    try {
      for (int i = 0; i < parts.length; i++) {
        var field = (Field<Object>) key.get(i).field();
        same.add(field.eq(Values.read(key.get(i), json(key.get(i), parts[i]))));
      }
    } catch (Values.Refused none) {
      throw Problem.notFound();
    }
    return and(same);
  }

  private static JsonNode json(Column column, String part) {
    return column.type() == ColumnType.INTEGER && part.matches("[0-9]{1,9}")
        ? IntNode.valueOf(Integer.parseInt(part))
        : TextNode.valueOf(part);
  }
}
