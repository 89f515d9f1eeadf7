package com.ojeomneo.admin.resource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.ojeomneo.platform.problem.Problem;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * The same done to many rows.
 *
 * @param ids those that were chosen; null for all that match the filter
 * @param column whose value is changed; null for {@link Act#DELETE}
 * @param value what it shall be; what is added; or percent, -100 to 1000
 */
record Bulk(
    @Nullable @Size(min = 1, max = 1000) List<@NotNull String> ids,
    @Nullable String filter,
    @NotNull Act act,
    @Nullable String column,
    @Nullable JsonNode value) {
  private static final int LEAST_PERCENT = -100;
  private static final int MOST_PERCENT = 1000;

  /** Percent of money are rounded to this, half of it up. */
  private static final int COIN = 10;

  enum Act {
    SET,
    ADD,
    PERCENT,
    DELETE
  }

  /**
   * @throws Problem 400 for a filter that cannot be understood
   */
  Condition wanted(Resource resource, boolean revealed) {
    if (ids == null) {
      return Filter.of(resource, filter, revealed);
    }
    return DSL.or(ids.stream().map(id -> RowId.is(resource, id)).toList());
  }

  /**
   * The column that is changed.
   *
   * @throws Problem 400 for one that is not for many, and for a value that it never holds
   */
  Column require(Resource resource) {
    Column changed =
        resource
            .column(String.valueOf(column))
            .filter(Column::isBulk)
            .orElseThrow(
                () ->
                    Problem.invalid(
                        "column", "한꺼번에 바꿀 수 없는 열이에요.", "Not changed for many at once."));
    try {
      if (act == Act.SET) {
        Values.stored(changed, given());
      } else if (changed.type() != ColumnType.INTEGER && changed.type() != ColumnType.MONEY) {
        throw new Values.Refused("숫자 열이 아니에요.", "Not a column of numbers.");
      } else {
        requireSize();
      }
    } catch (Values.Refused wrong) {
      throw Problem.invalid(List.of(wrong.at("value")));
    }
    return changed;
  }

  private void requireSize() throws Values.Refused {
    JsonNode by = given();
    if (!by.isIntegralNumber() || !by.canConvertToInt()) {
      throw new Values.Refused("정수로 입력해 주세요.", "Must be a whole number.");
    }
    if (act == Act.PERCENT && (by.intValue() < LEAST_PERCENT || by.intValue() > MOST_PERCENT)) {
      throw new Values.Refused("-100~1000%까지 바꿀 수 있어요.", "Must be -100 to 1000 percent.");
    }
  }

  private JsonNode given() throws Values.Refused {
    if (value == null) {
      throw new Values.Refused("꼭 입력해 주세요.", "This is needed.");
    }
    return value;
  }

  /**
   * What it makes of one row.
   *
   * @param changed as {@link #require} has it
   * @throws Problem 400 where this row cannot be so
   */
  Form form(Column changed, Row row) {
    try {
      JsonNode next = act == Act.SET ? given() : moved(changed, row.members().get(changed.name()));
      return new Form(Map.of(changed.field(), Values.stored(changed, next)), Map.of());
    } catch (Values.Refused wrong) {
      throw Problem.invalid(List.of(wrong.at(changed.name())));
    }
  }

  private JsonNode moved(Column changed, JsonNode now) throws Values.Refused {
    if (now == null || now.isNull()) {
      throw new Values.Refused("값이 없어요.", "Has no value.");
    }
    long next =
        act == Act.ADD
            ? now.longValue() + value.longValue()
            : percent(changed, now.longValue(), value.longValue());
    if (next != (int) next) {
      throw new Values.Refused("너무 큰 값이에요.", "Is too large.");
    }
    return IntNode.valueOf((int) next);
  }

  private static long percent(Column changed, long now, long percent) {
    long coin = changed.type() == ColumnType.MONEY ? COIN : 1;
    return Math.floorDiv(now * (100 + percent) + 50 * coin, 100 * coin) * coin;
  }
}
