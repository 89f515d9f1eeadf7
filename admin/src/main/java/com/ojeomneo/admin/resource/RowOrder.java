package com.ojeomneo.admin.resource;

import static com.ojeomneo.platform.problem.Problem.invalid;

import com.ojeomneo.platform.problem.Problem;
import com.ojeomneo.platform.problem.Problem.FieldError;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * All rows of a resource in the order that they shall have.
 *
 * @param rows each once, as it was seen
 */
record RowOrder(@NotNull @Size(min = 1, max = RowOrder.MOST) List<@NotNull @Valid Seen> rows) {
  static final int MOST = 500;

  /**
   * @param version that the order was made on
   */
  record Seen(@NotNull String id, int version) {}

  /**
   * @throws Problem 400 for a row that stands there twice
   */
  void requireEachOnce() {
    Set<String> once = new HashSet<>();
    var errors = new ArrayList<FieldError>();
    for (int i = 0; i < rows.size(); i++) {
      if (!once.add(rows.get(i).id())) {
        errors.add(
            new FieldError("rows[%d].id".formatted(i), "두 번 있어요.", "Stands in the order twice."));
      }
    }
    if (!errors.isEmpty()) {
      throw invalid(errors);
    }
  }

  /**
   * The positions that the rows get, from first to last: those that there are, so that gaps stay
   * and a row that does not move is not written; from 1 on where two rows share one.
   *
   * @param positions as they are now
   */
  static List<Integer> positions(List<Integer> positions) {
    List<Integer> sorted = positions.stream().sorted().toList();
    boolean distinct = sorted.stream().distinct().count() == sorted.size();
    return distinct ? sorted : IntStream.rangeClosed(1, sorted.size()).boxed().toList();
  }
}
