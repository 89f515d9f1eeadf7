package com.ojeomneo.admin.resource;

import static java.util.Map.entry;

import com.ojeomneo.platform.problem.Problem;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.exception.DataAccessException;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** What PostgreSQL refused to write, in the words of whoever wrote it. */
final class Constraints {
  private static final String UNIQUE = "23505";
  private static final String FOREIGN_KEY = "23503";
  private static final String NOT_NULL = "23502";
  private static final String CHECK = "23514";

  private static final Label OVERLAP =
      new Label("다른 영업 시간과 겹쳐요.", "It overlaps with other opening hours.");

  /** Rules over more than one column or row, by the name of their constraint. */
  private static final Map<String, Label> RULES =
      Map.ofEntries(
          entry(
              "staff_keep_an_owner",
              new Label("대표 권한을 가진 직원이 한 명은 있어야 해요.", "Somebody must remain the owner.")),
          entry(
              "option_groups_check",
              new Label("최소 선택 수가 최대 선택 수보다 클 수 없어요.", "At least cannot be more than at most.")),
          entry(
              "store_closures_check",
              new Label("끝나는 날이 시작하는 날보다 빠를 수 없어요.", "The last day cannot be before the first.")),
          entry("store_hours_overlap", OVERLAP),
          entry("store_hours_pkey", OVERLAP),
          entry("store_day_hours_overlap", OVERLAP),
          entry("store_day_hours_pkey", OVERLAP),
          entry(
              "notices_check",
              new Label("종료 시각은 시작 시각보다 뒤여야 해요.", "The end must be after the start.")),
          entry(
              "menus_season",
              new Label("마지막 날이 첫날보다 빠를 수 없어요.", "The last day cannot be before the first.")),
          entry(
              "menu_availability_days", new Label("요일을 하나 이상 골라 주세요.", "Choose at least one day.")),
          entry(
              "menu_prices_begun",
              new Label(
                  "이미 시작된 가격은 바꿀 수 없어요. 앞으로의 시각을 골라 주세요.",
                  "A price that has begun is history: choose a time to come.")),
          entry(
              "menus_price_began",
              new Label(
                  "방금 예약된 가격이 시작됐어요. 새 가격을 확인하고 다시 저장해 주세요.",
                  "A planned price has just begun. Look at it and save again.")),
          entry(
              "staff_roles_check",
              new Label(
                  "가게 직원만, 그리고 반드시 가게를 골라야 해요.",
                  "Shop staff belong to one shop, nobody else does.")));

  private Constraints() {}

  /**
   * Where somebody wrote.
   *
   * @param row as {@code optionGroups[0]}; empty for the row that the form is of
   */
  private record Place(Table<?> table, List<Column> columns, String row) {
    String whole() {
      return row.isEmpty() ? "body" : row;
    }

    String column(String name) {
      return columns.stream()
          .filter(column -> ((Field<?>) column.field()).getName().equals(name))
          .map(column -> row.isEmpty() ? column.name() : row + "." + column.name())
          .findFirst()
          .orElse(whole());
    }

    /** PostgreSQL names the check of one column {@code table_column_check}. */
    String of(ServerErrorMessage message) {
      String constraint = String.valueOf(message.getConstraint());
      String prefix = table.getName() + "_";
      if (message.getColumn() != null) {
        return column(message.getColumn());
      }
      return constraint.startsWith(prefix)
          ? column(constraint.substring(prefix.length()).replaceFirst("_check$", ""))
          : whole();
    }
  }

  static <T> T heed(Resource resource, Supplier<T> write) {
    return heed(new Place(resource.table(), resource.columns(), ""), write);
  }

  /**
   * @param row where the row stands in the form
   */
  static <T> T heed(Inline inline, String row, Supplier<T> write) {
    return heed(new Place(inline.table(), inline.columns(), row), write);
  }

  private static <T> T heed(Place place, Supplier<T> write) {
    try {
      return write.get();
    } catch (DataAccessException e) {
      throw refusal(place, e).<RuntimeException>map(p -> p).orElse(e);
    }
  }

  private static Optional<Problem> refusal(Place place, DataAccessException e) {
    PSQLException cause = e.getCause(PSQLException.class);
    ServerErrorMessage message = cause == null ? null : cause.getServerErrorMessage();
    if (message == null) {
      return Optional.empty();
    }
    String constraint = String.valueOf(message.getConstraint());
    String at = place.of(message);
    if (RULES.containsKey(constraint)) {
      Label rule = RULES.get(constraint);
      return Optional.of(Problem.invalid(at, rule.ko(), rule.en()));
    }
    return switch (message.getSQLState()) {
      case UNIQUE -> Optional.of(Problem.of(ResourceProblem.ALREADY_THERE));
      case FOREIGN_KEY -> Optional.of(foreignKey(place, constraint));
      case NOT_NULL -> Optional.of(Problem.invalid(at, "꼭 입력해 주세요.", "This is needed."));
      case CHECK -> Optional.of(Problem.invalid(at, "쓸 수 없는 값이에요.", "This value is not allowed."));
      default -> Optional.empty();
    };
  }

  /** A row that is named and not there, or one that is to go and is named by others. */
  private static Problem foreignKey(Place place, String constraint) {
    return place.table().getReferences().stream()
        .filter(key -> key.getName().equals(constraint))
        .map(key -> place.column(key.getFields().getFirst().getName()))
        .map(at -> Problem.invalid(at, "없는 항목이에요.", "There is no such row."))
        .findFirst()
        .orElseGet(() -> Problem.of(ResourceProblem.STILL_REFERENCED));
  }
}
