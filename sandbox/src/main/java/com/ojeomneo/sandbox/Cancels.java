package com.ojeomneo.sandbox;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;

/** What was given back of the payments. */
final class Cancels {
  void add(Connection connection, String paymentKey, Cancel cancel) throws SQLException {
    String sql =
        """
        INSERT INTO sandbox.cancels (payment_key, transaction_key, reason, amount,
                                     refundable_amount, canceled_at)
        VALUES (?, ?, ?, ?, ?, ?)
        """;
    try (var statement = connection.prepareStatement(sql)) {
      statement.setString(1, paymentKey);
      statement.setString(2, cancel.transactionKey());
      statement.setString(3, cancel.reason());
      statement.setLong(4, cancel.amount());
      statement.setLong(5, cancel.refundableAmount());
      statement.setTimestamp(6, Timestamp.from(cancel.at()));
      statement.executeUpdate();
    }
  }

  /** Oldest first. */
  List<Cancel> of(Connection connection, String paymentKey) throws SQLException {
    String sql =
        """
        SELECT transaction_key, reason, amount, refundable_amount, canceled_at
          FROM sandbox.cancels WHERE payment_key = ? ORDER BY id
        """;
    var cancels = new ArrayList<Cancel>();
    try (var statement = connection.prepareStatement(sql)) {
      statement.setString(1, paymentKey);
      try (var row = statement.executeQuery()) {
        while (row.next()) {
          cancels.add(
              new Cancel(
                  row.getString("transaction_key"),
                  row.getString("reason"),
                  row.getLong("amount"),
                  row.getLong("refundable_amount"),
                  row.getTimestamp("canceled_at").toInstant()));
        }
      }
    }
    return cancels;
  }
}
