package com.ojeomneo.local.seed;

import com.ojeomneo.menu.Choice;
import com.ojeomneo.menu.Dish;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** The rows that orders refer to and that a run does not write: shops, dishes, their options. */
final class Offers {
  private static final String FOREIGN_KEY_VIOLATION = "23503";

  private final List<Rows> all = new ArrayList<>();

  private record Rows(String table, List<UUID> ids) {}

  Offers(List<ShopMenu> shops) {
    List<Dish> dishes =
        shops.stream()
            .flatMap(shop -> Stream.concat(shop.meals().stream(), shop.extras().stream()))
            .map(Servings::dish)
            .distinct()
            .toList();
    all.add(new Rows("stores", shops.stream().map(shop -> shop.store().id()).toList()));
    all.add(new Rows("menus", dishes.stream().map(Dish::id).toList()));
    all.add(
        new Rows(
            "options",
            dishes.stream()
                .flatMap(dish -> dish.optionGroups().stream())
                .flatMap(group -> group.options().stream())
                .map(Choice::id)
                .toList()));
  }

  /**
   * They stay until the transaction ends: the lock is the one that PostgreSQL's own check of a
   * foreign key takes, once for all rows.
   *
   * @throws SQLException when one is gone
   */
  void hold(Connection connection) throws SQLException {
    for (Rows rows : all) {
      try (var query =
          connection.prepareStatement(
              "SELECT count(*) FROM (SELECT FROM %s WHERE id = ANY (?) FOR KEY SHARE) AS held"
                  .formatted(rows.table))) {
        query.setArray(1, connection.createArrayOf("uuid", rows.ids.toArray()));
        var answer = query.executeQuery();
        answer.next();
        if (answer.getInt(1) < rows.ids.size()) {
          throw new SQLException(
              "%s: 메뉴가 그 사이에 지워졌습니다 · rows were deleted meanwhile".formatted(rows.table),
              FOREIGN_KEY_VIOLATION);
        }
      }
    }
  }
}
