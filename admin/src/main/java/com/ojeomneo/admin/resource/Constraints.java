package com.ojeomneo.admin.resource;

import com.ojeomneo.platform.problem.Problem;
import com.ojeomneo.platform.problem.Problem.FieldError;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jooq.Field;
import org.jooq.ForeignKey;
import org.jooq.exception.DataAccessException;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** What PostgreSQL refused to write, in the words of whoever wrote it. */
final class Constraints {
  private static final String UNIQUE = "23505";
  private static final String FOREIGN_KEY = "23503";
  private static final String NOT_NULL = "23502";
  private static final String CHECK = "23514";

  /** Rules over more than one column, by the name of their constraint. */
  private static final Map<String, Label> RULES =
      Map.of(
          "staff_keep_an_owner",
          new Label("대표 권한을 가진 직원이 한 명은 있어야 해요.", "Somebody must remain the owner."),
          "option_groups_check",
          new Label("최소 선택 수가 최대 선택 수보다 클 수 없어요.", "At least cannot be more than at most."),
          "store_closures_check",
          new Label("끝나는 날이 시작하는 날보다 빠를 수 없어요.", "The last day cannot be before the first."),
          "notices_check",
          new Label("종료 시각은 시작 시각보다 뒤여야 해요.", "The end must be after the start."),
          "menus_season",
          new Label("마지막 날이 첫날보다 빠를 수 없어요.", "The last day cannot be before the first."),
          "menu_availability_days",
          new Label("요일을 하나 이상 골라 주세요.", "Choose at least one day."),
          "menu_prices_begun",
          new Label(
              "이미 시작된 가격은 바꿀 수 없어요. 앞으로의 시각을 골라 주세요.",
              "A price that has begun is history: choose a time to come."),
          "menus_price_began",
          new Label(
              "방금 예약된 가격이 시작됐어요. 새 가격을 확인하고 다시 저장해 주세요.",
              "A planned price has just begun. Look at it and save again."),
          "staff_roles_check",
          new Label(
              "가게 직원만, 그리고 반드시 가게을 골라야 해요.", "Shop staff belong to one shop, nobody else does."));

  private Constraints() {}

  static <T> T heed(Resource resource, Supplier<T> write) {
    try {
      return write.get();
    } catch (DataAccessException e) {
      throw refusal(resource, e).<RuntimeException>map(p -> p).orElse(e);
    }
  }

  private static Optional<Problem> refusal(Resource resource, DataAccessException e) {
    PSQLException cause = e.getCause(PSQLException.class);
    ServerErrorMessage message = cause == null ? null : cause.getServerErrorMessage();
    if (message == null) {
      return Optional.empty();
    }
    String constraint = String.valueOf(message.getConstraint());
    String place = place(resource, message);
    return switch (message.getSQLState()) {
      case UNIQUE -> Optional.of(Problem.of(ResourceProblem.ALREADY_THERE));
      case FOREIGN_KEY -> Optional.of(foreignKey(resource, constraint));
      case NOT_NULL -> Optional.of(Problem.invalid(place, "꼭 입력해 주세요.", "This is needed."));
      case CHECK -> {
        Label rule =
            RULES.getOrDefault(constraint, new Label("쓸 수 없는 값이에요.", "This value is not allowed."));
        yield Optional.of(Problem.invalid(place, rule.ko(), rule.en()));
      }
      default -> Optional.empty();
    };
  }

  /** A row that is named and not there, or one that is to go and is named by others. */
  private static Problem foreignKey(Resource resource, String constraint) {
    for (ForeignKey<?, ?> key : resource.table().getReferences()) {
      if (key.getName().equals(constraint)) {
        String place = column(resource, key.getFields().getFirst().getName());
        return Problem.invalid(
            List.of(new FieldError(place, "없는 항목이에요.", "There is no such row.")));
      }
    }
    return Problem.of(ResourceProblem.STILL_REFERENCED);
  }

  /** PostgreSQL names the check of one column {@code table_column_check}. */
  private static String place(Resource resource, ServerErrorMessage message) {
    if (message.getColumn() != null) {
      return column(resource, message.getColumn());
    }
    String constraint = String.valueOf(message.getConstraint());
    String prefix = resource.name() + "_";
    if (constraint.startsWith(prefix) && constraint.endsWith("_check")) {
      return column(
          resource, constraint.substring(prefix.length(), constraint.length() - "_check".length()));
    }
    return "body";
  }

  private static String column(Resource resource, String name) {
    return resource.columns().stream()
        .filter(column -> ((Field<?>) column.field()).getName().equals(name))
        .map(Column::name)
        .findFirst()
        .orElse("body");
  }
}
