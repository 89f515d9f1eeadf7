package com.ojeomneo.local.seed;

import com.ojeomneo.order.OrderView.Item;
import com.ojeomneo.order.OrderView.Option;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

/**
 * The rows of shops, dishes and options to which a batch of orders is the first of its run to
 * refer. Those to which an earlier one refers stay as long as its orders do: batches commit in
 * order, and PostgreSQL deletes nothing that is referred to.
 */
final class Offers {
  private static final String FOREIGN_KEY_VIOLATION = "23503";

  private final Map<String, Set<UUID>> ids = new TreeMap<>();

  void add(UUID store, Item item) {
    add("stores", store);
    add("menus", item.menuId());
    item.options().stream().map(Option::id).forEach(option -> add("options", option));
  }

  private void add(String table, UUID id) {
    ids.computeIfAbsent(table, any -> new TreeSet<>()).add(id);
  }

  void clear() {
    ids.clear();
  }

  /**
   * They stay until the transaction ends: the lock is the one that PostgreSQL's own check of a
   * foreign key takes for each row that refers to them.
   *
   * @throws SQLException when one is gone
   */
  void hold(Connection connection) throws SQLException {
    for (String table : ids.keySet()) {
      try (var query =
          connection.prepareStatement(
              "SELECT count(*) FROM (SELECT FROM %s WHERE id = ANY (?) FOR KEY SHARE) AS held"
                  .formatted(table))) {
        query.setArray(1, connection.createArrayOf("uuid", ids.get(table).toArray()));
        var answer = query.executeQuery();
        answer.next();
        if (answer.getInt(1) < ids.get(table).size()) {
          throw new SQLException(
              "%s: 메뉴가 그 사이에 지워졌습니다 · rows were deleted meanwhile".formatted(table),
              FOREIGN_KEY_VIOLATION);
        }
      }
    }
  }
}
