package com.ojeomneo.admin.resource;

import static org.jooq.impl.DSL.falseCondition;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.ojeomneo.platform.problem.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SortField;

/**
 * The order of a list, and where a page of it begins (keyset paging): no page costs more than the
 * first, and a row that comes or goes neither repeats nor hides another. The key ends every order,
 * so that no two rows are equal in it. Empty values stand after all others, as in PostgreSQL.
 */
final class Ordering {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final int MOST_COLUMNS = 4;

  private record By(Column column, boolean descending) {
    boolean mayBeEmpty() {
      return column.field().getDataType().nullable();
    }
  }

  private final List<By> order;

  private Ordering(List<By> order) {
    this.order = order;
  }

  /**
   * @param sort {@code name,-price}; null for the resource's own
   * @throws Problem 400 for a column that lists are not sorted by
   */
  static Ordering of(Resource resource, String sort) {
    var order = new ArrayList<By>();
    for (String part : (sort == null ? resource.sort() : sort).split(",")) {
      boolean descending = part.startsWith("-");
      String name = descending ? part.substring(1) : part;
      Column column =
          resource
              .column(name)
              .filter(c -> c.isSortable() || resource.key().contains(c))
              .orElseThrow(
                  () -> Problem.invalid("sort", "정렬할 수 없어요: " + name, "No order by " + name));
      if (order.stream().noneMatch(by -> by.column() == column)) {
        order.add(new By(column, descending));
      }
    }
    if (order.size() > MOST_COLUMNS) {
      throw Problem.invalid("sort", "정렬 기준이 너무 많아요.", "Too many columns.");
    }
    boolean descending = order.getLast().descending();
    for (Column key : resource.key()) {
      if (order.stream().noneMatch(by -> by.column() == key)) {
        order.add(new By(key, descending));
      }
    }
    return new Ordering(order);
  }

  List<? extends SortField<?>> sort() {
    return order.stream()
        .map(by -> by.descending() ? by.column().field().desc() : by.column().field().asc())
        .toList();
  }

  /** Says where the page after this row begins. */
  String cursor(Record row) {
    ArrayNode values = MAPPER.createArrayNode();
    order.forEach(by -> values.add(Values.write(row.get(by.column().field()))));
    byte[] bytes = values.toString().getBytes(StandardCharsets.UTF_8);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /**
   * The rows after those before the cursor.
   *
   * @param cursor null for the first page
   * @throws Problem 400 when it is none of ours, or of another order
   */
  Condition after(String cursor) {
    if (cursor == null) {
      return noCondition();
    }
    Object[] values = values(cursor);
    boolean oneWay = order.stream().map(By::descending).distinct().count() == 1;
    if (oneWay && order.stream().noneMatch(By::mayBeEmpty)) {
      Field<?>[] fields = order.stream().map(by -> by.column().field()).toArray(Field[]::new);
      return order.getFirst().descending()
          ? row(fields).lessThan(row(values))
          : row(fields).greaterThan(row(values));
    }
    Condition after = falseCondition();
    for (int i = order.size() - 1; i >= 0; i--) {
      after = beyond(order.get(i), values[i]).or(same(order.get(i), values[i]).and(after));
    }
    return after;
  }

  @SuppressWarnings("unchecked") // The value was read as what the field holds.
  private static Condition beyond(By by, Object value) {
    var field = (Field<Object>) by.column().field();
    if (by.descending()) {
      return value == null ? field.isNotNull() : field.lt(value);
    }
    if (value == null) {
      return falseCondition();
    }
    return by.mayBeEmpty() ? field.gt(value).or(field.isNull()) : field.gt(value);
  }

  @SuppressWarnings("unchecked") // as above
  private static Condition same(By by, Object value) {
    var field = (Field<Object>) by.column().field();
    return value == null ? field.isNull() : field.eq(value);
  }

  private Object[] values(String cursor) {
    try {
      JsonNode json = MAPPER.readTree(Base64.getUrlDecoder().decode(cursor));
      if (json.isArray() && json.size() == order.size()) {
        var values = new Object[order.size()];
        for (int i = 0; i < values.length; i++) {
          values[i] = json.get(i).isNull() ? null : Values.read(order.get(i).column(), json.get(i));
        }
        return values;
      }
    } catch (IllegalArgumentException | IOException | Values.Refused malformed) {
      // answered below
    }
    throw Problem.invalid("cursor", "처음부터 다시 불러와 주세요.", "This is not one of our cursors.");
  }
}
