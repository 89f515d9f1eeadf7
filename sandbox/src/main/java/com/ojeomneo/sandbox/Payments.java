package com.ojeomneo.sandbox;

import com.ojeomneo.sandbox.Payment.Status;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The payments on record and what was given back of them. */
final class Payments {
  private static final String SELECT =
      """
      SELECT payment_key, order_id, order_name, card, status, total_amount, balance_amount,
             last_transaction_key, authenticated_at, approved_at, failure
        FROM sandbox.payments
      """;

  private final Cancels cancels = new Cancels();

  void add(Connection connection, Payment payment) throws SQLException {
    String sql =
        """
        INSERT INTO sandbox.payments (payment_key, order_id, order_name, card, status,
                                      total_amount, balance_amount, authenticated_at)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
        """;
    try (var statement = connection.prepareStatement(sql)) {
      statement.setString(1, payment.paymentKey());
      statement.setString(2, payment.orderId());
      statement.setString(3, payment.orderName());
      statement.setString(4, payment.card().name());
      statement.setString(5, payment.status().name());
      statement.setLong(6, payment.totalAmount());
      statement.setLong(7, payment.balanceAmount());
      statement.setTimestamp(8, Timestamp.from(payment.authenticatedAt()));
      statement.executeUpdate();
    }
  }

  Optional<Payment> find(Connection connection, String paymentKey) throws SQLException {
    return select(connection, "WHERE payment_key = ?", paymentKey).stream().findFirst();
  }

  /** All payments of an order, oldest first; at most one of them was ever charged. */
  List<Payment> ofOrder(Connection connection, String orderId) throws SQLException {
    return select(connection, "WHERE order_id = ? ORDER BY authenticated_at, id", orderId);
  }

  /** The payments made after that of a key, oldest first; an empty key = from the first one on. */
  List<Payment> after(Connection connection, String paymentKey, int most) throws SQLException {
    String where =
        """
        WHERE id > coalesce((SELECT id FROM sandbox.payments WHERE payment_key = ?), 0)
        ORDER BY id LIMIT ?
        """;
    return select(connection, where, paymentKey, most);
  }

  /** The newest first. */
  List<Payment> latest(Connection connection, int most) throws SQLException {
    return select(connection, "ORDER BY id DESC LIMIT ?", most);
  }

  /**
   * Locks the payments that wait for a confirm since before a time, but those that somebody else
   * has locked.
   */
  List<Payment> lockAbandoned(Connection connection, Instant before, int most) throws SQLException {
    String where =
        """
        WHERE status = 'IN_PROGRESS' AND authenticated_at <= ?
        ORDER BY authenticated_at LIMIT ? FOR UPDATE SKIP LOCKED
        """;
    return select(connection, where, Timestamp.from(before), most);
  }

  /** As {@link #find}, and nobody else changes the payment until the transaction ends. */
  Optional<Payment> lock(Connection connection, String paymentKey) throws SQLException {
    return select(connection, "WHERE payment_key = ? FOR UPDATE", paymentKey).stream().findFirst();
  }

  /** As {@link #ofOrder}, and nobody else changes one of them until the transaction ends. */
  List<Payment> lockOrder(Connection connection, String orderId) throws SQLException {
    return select(connection, "WHERE order_id = ? ORDER BY id FOR UPDATE", orderId);
  }

  /** Records the new state of a locked payment and its newest cancels. */
  void change(Connection connection, Payment before, Payment after) throws SQLException {
    String sql =
        """
        UPDATE sandbox.payments
           SET status = ?, balance_amount = ?, last_transaction_key = ?, approved_at = ?, failure = ?
         WHERE payment_key = ?
        """;
    try (var statement = connection.prepareStatement(sql)) {
      statement.setString(1, after.status().name());
      statement.setLong(2, after.balanceAmount());
      statement.setString(3, after.lastTransactionKey());
      statement.setTimestamp(
          4, after.approvedAt() == null ? null : Timestamp.from(after.approvedAt()));
      statement.setString(5, after.failure() == null ? null : after.failure().name());
      statement.setString(6, after.paymentKey());
      statement.executeUpdate();
    }
    for (Cancel cancel : after.cancels().subList(before.cancels().size(), after.cancels().size())) {
      cancels.add(connection, after.paymentKey(), cancel);
    }
  }

  // The cancels are read by a second statement: after a wait for the lock it sees those
  // that the waited-for transaction added.
  private List<Payment> select(Connection connection, String where, Object... parameters)
      throws SQLException {
    var payments = new ArrayList<Payment>();
    try (PreparedStatement statement = connection.prepareStatement(SELECT + where)) {
      for (int i = 0; i < parameters.length; i++) {
        statement.setObject(i + 1, parameters[i]);
      }
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          payments.add(payment(connection, rows));
        }
      }
    }
    return payments;
  }

  private Payment payment(Connection connection, ResultSet row) throws SQLException {
    String paymentKey = row.getString("payment_key");
    String failure = row.getString("failure");
    return new Payment(
        paymentKey,
        row.getString("order_id"),
        row.getString("order_name"),
        TestCard.valueOf(row.getString("card")),
        Status.valueOf(row.getString("status")),
        row.getLong("total_amount"),
        row.getLong("balance_amount"),
        row.getString("last_transaction_key"),
        instant(row, "authenticated_at"),
        instant(row, "approved_at"),
        failure == null ? null : ErrorCode.valueOf(failure),
        cancels.of(connection, paymentKey));
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    Timestamp at = row.getTimestamp(column);
    return at == null ? null : at.toInstant();
  }
}
