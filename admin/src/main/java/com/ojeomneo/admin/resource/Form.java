package com.ojeomneo.admin.resource;

import com.fasterxml.jackson.databind.JsonNode;
import com.ojeomneo.platform.problem.Problem;
import com.ojeomneo.platform.problem.Problem.FieldError;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jooq.Field;

/**
 * What somebody wants a row to be. Members left out stay as they are; those that cannot be written
 * are not looked at, so that a page may send back what it was given.
 *
 * @param values by field, as PostgreSQL will hold them
 */
record Form(Map<Field<?>, Object> values, Map<Inline, List<Form.Part>> inlines) {
  private static final int MOST_PARTS = 200;

  /**
   * A row within it.
   *
   * @param id null for a new one
   * @param place where it stands in the form, for those who hear that something in it is wrong
   */
  record Part(
      Object id, String place, Map<Field<?>, Object> values, Map<Inline, List<Part>> inlines) {}

  /** For a row that is not there yet. */
  static Form toCreate(Resource resource, JsonNode body) {
    return read(resource, body, true);
  }

  static Form toEdit(Resource resource, JsonNode body) {
    return read(resource, body, false);
  }

  /**
   * @throws Problem 400, naming everything that is wrong
   */
  private static Form read(Resource resource, JsonNode body, boolean creating) {
    if (body == null || !body.isObject()) {
      throw Problem.invalid("body", "JSON 객체로 보내 주세요.", "Must be a JSON object.");
    }
    var reader = new Reader();
    var form =
        new Form(
            reader.values(resource.columns(), body, "", creating),
            reader.parts(resource.inlines(), body, ""));
    if (!reader.errors.isEmpty()) {
      throw Problem.invalid(reader.errors);
    }
    return form;
  }

  boolean isEmpty() {
    return values.isEmpty() && inlines.isEmpty();
  }

  private static final class Reader {
    private final List<FieldError> errors = new ArrayList<>();

    Map<Field<?>, Object> values(
        List<Column> columns, JsonNode row, String place, boolean creating) {
      var values = new LinkedHashMap<Field<?>, Object>();
      for (Column column : columns) {
        if (creating ? !column.isCreatable() : !column.isEditable()) {
          continue;
        }
        JsonNode value = row.get(column.name());
        try {
          if (value != null) {
            values.put(column.field(), Values.stored(column, value));
          } else if (creating && column.isRequired()) {
            throw new Values.Refused("꼭 입력해 주세요.", "This is needed.");
          }
        } catch (Values.Refused wrong) {
          errors.add(wrong.at(place + column.name()));
        }
      }
      return values;
    }

    Map<Inline, List<Part>> parts(List<Inline> inlines, JsonNode row, String place) {
      var parts = new LinkedHashMap<Inline, List<Part>>();
      for (Inline inline : inlines) {
        JsonNode rows = row.get(inline.name());
        if (rows == null) {
          continue;
        }
        if (!rows.isArray() || rows.size() > MOST_PARTS) {
          errors.add(
              new FieldError(
                  place + inline.name(), "200개까지의 목록이어야 해요.", "Must be a list of at most 200."));
          continue;
        }
        var all = new ArrayList<Part>();
        for (int i = 0; i < rows.size(); i++) {
          all.add(part(inline, rows.get(i), "%s%s[%d]".formatted(place, inline.name(), i)));
        }
        parts.put(inline, all);
      }
      return parts;
    }

    private Part part(Inline inline, JsonNode row, String place) {
      Object id = null;
      if (inline.id() != null && row.hasNonNull("id")) {
        try {
          id = Values.read(Column.of(ColumnType.ID, inline.id(), "", ""), row.get("id"));
        } catch (Values.Refused wrong) {
          errors.add(wrong.at(place + ".id"));
        }
      }
      return new Part(
          id,
          place,
          values(inline.columns(), row, place + ".", id == null),
          parts(inline.inlines(), row, place + "."));
    }
  }
}
