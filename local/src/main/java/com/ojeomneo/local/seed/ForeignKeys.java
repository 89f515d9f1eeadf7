package com.ojeomneo.local.seed;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;

/**
 * The foreign keys of the tables with orders, as the schema has them now. PostgreSQL checks them
 * row by row, which costs more than the rows; here it is asked once for all rows of a transaction.
 */
final class ForeignKeys {
  /** One row for each column of each key. */
  private static final String KEYS =
      """
      SELECT k.conname, k.conrelid::regclass::text, k.confrelid::regclass::text,
             quote_ident(a.attname), quote_ident(r.attname)
      FROM pg_constraint k
      CROSS JOIN LATERAL unnest(k.conkey, k.confkey) AS c (refers, referred)
      JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = c.refers
      JOIN pg_attribute r ON r.attrelid = k.confrelid AND r.attnum = c.referred
      WHERE k.contype = 'f' AND k.conrelid = ANY (?::regclass[])
      ORDER BY k.conrelid::regclass::text, k.conname, c.refers""";

  private final List<Key> keys;

  private ForeignKeys(Collection<Key> keys) {
    this.keys = List.copyOf(keys);
  }

  /** Rows of a transaction that refer to nothing; it is rolled back. */
  static final class Violated extends SQLException {
    private static final long serialVersionUID = 1L;
    private static final String FOREIGN_KEY_VIOLATION = "23503";

    Violated(Key key, String order) {
      super(
          "%s: 주문 %s의 %s 행이 없는 것을 가리킵니다 · a row of order %s in %s refers to nothing in %s"
              .formatted(key.name, order, key.table, order, key.table, key.referred),
          FOREIGN_KEY_VIOLATION);
    }
  }

  private record Key(
      String name, String table, String referred, List<String> columns, List<String> targets) {

    Key(String name, String table, String referred) {
      this(name, table, referred, new ArrayList<>(), new ArrayList<>());
    }

    /** By the range of orders, for which each table has an index; then what is of other runs. */
    String unmatched() {
      var complete = new ArrayList<String>();
      var matches = new ArrayList<String>();
      for (int i = 0; i < columns.size(); i++) {
        complete.add("t.%s IS NOT NULL".formatted(columns.get(i)));
        matches.add("r.%s = t.%s".formatted(targets.get(i), columns.get(i)));
      }
      String order = table.equals("orders") ? "id" : "order_id";
      return """
          SELECT t.%1$s FROM %2$s t
          WHERE t.%1$s BETWEEN ? AND ? AND t.xmin = pg_current_xact_id()::xid AND %4$s
              AND NOT EXISTS (SELECT FROM %3$s r WHERE %5$s)
          LIMIT 1"""
          .formatted(
              order,
              table,
              referred,
              String.join(" AND ", complete),
              String.join(" AND ", matches));
    }
  }

  static ForeignKeys of(Connection connection, Collection<String> tables) throws SQLException {
    var keys = new LinkedHashMap<String, Key>();
    try (var query = connection.prepareStatement(KEYS)) {
      query.setArray(1, connection.createArrayOf("text", tables.toArray()));
      var rows = query.executeQuery();
      while (rows.next()) {
        String name = rows.getString(1);
        String table = rows.getString(2);
        String referred = rows.getString(3);
        Key key = keys.computeIfAbsent(table + "." + name, any -> new Key(name, table, referred));
        key.columns.add(rows.getString(4));
        key.targets.add(rows.getString(5));
      }
    }
    return new ForeignKeys(keys.values());
  }

  /**
   * What the keys refer to outside of the loaded tables stays until the transaction ends, as with
   * PostgreSQL's own check.
   */
  void hold(Connection connection, Collection<String> loaded) throws SQLException {
    try (var statement = connection.createStatement()) {
      for (String referred : keys.stream().map(Key::referred).distinct().toList()) {
        if (!loaded.contains(referred)) {
          statement.execute(
              "SELECT count(*) FROM (SELECT FROM %s FOR KEY SHARE) held".formatted(referred));
        }
      }
    }
  }

  /**
   * @param first of the orders that this transaction wrote, by id
   * @param last likewise
   * @throws Violated by any row that the transaction added for them
   */
  void verify(Connection connection, UUID first, UUID last) throws SQLException {
    for (Key key : keys) {
      try (PreparedStatement query = connection.prepareStatement(key.unmatched())) {
        query.setObject(1, first);
        query.setObject(2, last);
        var unmatched = query.executeQuery();
        if (unmatched.next()) {
          throw new Violated(key, unmatched.getString(1));
        }
      }
    }
  }
}
