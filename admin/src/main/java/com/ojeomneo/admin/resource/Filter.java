package com.ojeomneo.admin.resource;

import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.falseCondition;
import static org.jooq.impl.DSL.trueCondition;
import static org.jooq.impl.DSL.val;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.ojeomneo.admin.staff.StaffMember;
import com.ojeomneo.platform.problem.Problem;
import com.ojeomneo.platform.problem.Problem.FieldError;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/**
 * What {@code filter} of the API asks for: {@code {"q": "김치", "status": ["PAID"], "price": {"from":
 * 5000}, "soldOut": true, "origin": null}}.
 */
final class Filter {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final int LONGEST = 4000;
  private static final int MOST_VALUES = 200;

  private Filter() {}

  /**
   * What it asks for among the rows that somebody sees.
   *
   * @throws Problem 403 for whom there is nothing to see, and as {@link #of}
   */
  static Condition visibleTo(StaffMember member, Resource resource, String json) {
    return resource
        .access()
        .requireVisible(member)
        .and(of(resource, json, resource.isRevealedTo(member)));
  }

  /**
   * @param json null for everything
   * @param revealed whether personal data may be searched: whoever sees it masked must not guess it
   * @throws Problem 400, naming each part that cannot be understood
   */
  static Condition of(Resource resource, String json, boolean revealed) {
    Condition wanted = trueCondition();
    var errors = new ArrayList<FieldError>();
    for (var part : parts(json).properties()) {
      try {
        wanted =
            wanted.and(
                part.getKey().equals("q")
                    ? search(resource, part.getValue(), revealed)
                    : of(resource, part.getKey(), part.getValue(), revealed));
      } catch (Values.Refused wrong) {
        errors.add(wrong.at("filter." + part.getKey()));
      }
    }
    if (!errors.isEmpty()) {
      throw Problem.invalid(errors);
    }
    return wanted;
  }

  /** Whether it looks for a text. */
  static boolean searches(String json) {
    return parts(json).has("q");
  }

  private static JsonNode parts(String json) {
    if (json == null || json.isBlank()) {
      return MAPPER.createObjectNode();
    }
    try {
      // No text of PostgreSQL holds a null character.
      boolean readable = json.length() <= LONGEST && !json.contains("\\u0000");
      JsonNode parts = readable ? MAPPER.readTree(json) : null;
      if (parts != null && parts.isObject()) {
        return parts;
      }
    } catch (JsonProcessingException malformed) {
      // answered below
    }
    throw Problem.invalid("filter", "필터를 읽을 수 없어요.", "Must be a JSON object.");
  }

  private static Condition of(Resource resource, String name, JsonNode value, boolean revealed)
      throws Values.Refused {
    Column column =
        named(resource, name)
            .filter(c -> c.filterKind() != null || resource.key().contains(c))
            .filter(c -> revealed || !c.isPersonal())
            .orElseThrow(() -> new Values.Refused("이 항목으로는 거를 수 없어요.", "No filter of this name."));
    if (value.isNull()) {
      return column.field().isNull();
    }
    if (column.filterKind() == FilterKind.RANGE && value.isObject()) {
      return range(column, value);
    }
    if (column.type() == ColumnType.TAGS || column.type() == ColumnType.CHOICES) {
      return overlap(column, value);
    }
    return in(column, value);
  }

  /** Rows are told apart by {@code id}, whatever the column is called. */
  private static Optional<Column> named(Resource resource, String name) {
    return resource
        .column(name)
        .or(
            () ->
                name.equals("id") && resource.key().size() == 1
                    ? Optional.of(resource.key().getFirst())
                    : Optional.empty());
  }

  @SuppressWarnings("unchecked") // What was read for the column is what its field holds.
  private static Condition range(Column column, JsonNode range) throws Values.Refused {
    var field = (Field<Object>) column.field();
    Condition within = trueCondition();
    if (range.hasNonNull("from")) {
      within = within.and(field.ge(Values.read(column, range.get("from"))));
    }
    if (range.hasNonNull("to")) {
      Object to = Values.read(column, range.get("to"));
      within = within.and(column.type() == ColumnType.INSTANT ? field.lt(to) : field.le(to));
    }
    return within;
  }

  /** Any of these words. */
  private static Condition overlap(Column column, JsonNode value) throws Values.Refused {
    JsonNode words = value.isArray() ? value : MAPPER.createArrayNode().add(value);
    var array = (String[]) Values.read(column, words);
    return condition("{0} && {1}", column.field(), val(array, SQLDataType.CLOB.array()));
  }

  @SuppressWarnings("unchecked") // as above
  private static Condition in(Column column, JsonNode value) throws Values.Refused {
    var field = (Field<Object>) column.field();
    if (!value.isArray()) {
      return field.eq(Values.read(column, value));
    }
    if (value.size() > MOST_VALUES) {
      throw new Values.Refused("한 번에 200개까지 고를 수 있어요.", "At most 200 values.");
    }
    List<Object> values = new ArrayList<>();
    for (JsonNode each : value) {
      values.add(Values.read(column, each));
    }
    return values.isEmpty() ? falseCondition() : field.in(values);
  }

  private static Condition search(Resource resource, JsonNode text, boolean revealed)
      throws Values.Refused {
    if (!text.isTextual() || text.textValue().length() > 100) {
      throw new Values.Refused("100자까지 찾을 수 있어요.", "Must be a text of at most 100 characters.");
    }
    String wanted = text.textValue().strip();
    if (wanted.isEmpty()) {
      return trueCondition();
    }
    if (resource.searched().isEmpty()) {
      throw new Values.Refused("여기서는 찾을 수 없어요.", "There is no search here.");
    }
    return meant(resource, wanted, revealed);
  }

  /** The rows that somebody means by this text; none where there is nothing to search by. */
  static Condition meant(Resource resource, String wanted, boolean revealed) {
    // The very expression of the indexes: over decomposed Hangul.
    Field<String> pattern = val("%" + escaped(decomposed(wanted)) + "%");
    return DSL.or(
        resource.searched().stream()
            .filter(searched -> revealed || !searched.column().isPersonal())
            .map(
                searched ->
                    searched.part()
                        ? condition("normalize({0}, NFD) ILIKE {1}", searched.text(), pattern)
                        : searched.text().eq(wanted))
            .toList());
  }

  private static String decomposed(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFD);
  }

  private static String escaped(String text) {
    return text.replaceAll("[\\\\%_]", "\\\\$0");
  }
}
