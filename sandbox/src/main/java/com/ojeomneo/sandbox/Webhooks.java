package com.ojeomneo.sandbox;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicReference;

/** The webhooks that wait, and those that were sent. */
final class Webhooks {
  private static final DateTimeFormatter CREATED =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS").withZone(ZoneId.of("Asia/Seoul"));
  private static final Duration KEPT = Duration.ofDays(4);
  private static final Duration SHORTEST_SHUFFLE = Duration.ofSeconds(1);

  private static final String COLUMNS =
      " id, transmission_id, order_id, status, body, created_at, due_at, tries, response ";

  private final PaymentJson json;
  private final AtomicReference<WebhookSettings> settings;

  Webhooks(PaymentJson json, AtomicReference<WebhookSettings> settings) {
    this.json = json;
    this.settings = settings;
  }

  /** Tells of a payment that was changed in this transaction, if there is anybody to tell. */
  void add(Connection connection, Payment payment, Instant now) throws SQLException {
    WebhookSettings how = settings.get();
    if (how.url().isEmpty()) {
      return;
    }
    Instant due = now.plus(how.delay());
    if (how.shuffle()) {
      due = due.plus(random(how.delay()));
      overtake(connection, payment.paymentKey(), due);
    }
    String sql =
        """
        INSERT INTO sandbox.webhooks
               (transmission_id, payment_key, order_id, status, body, created_at, due_at)
        SELECT ?, ?, ?, ?, ?, ?, ? FROM generate_series(1, ?)
        """;
    try (var statement = connection.prepareStatement(sql)) {
      statement.setObject(1, UUID.randomUUID());
      statement.setString(2, payment.paymentKey());
      statement.setString(3, payment.orderId());
      statement.setString(4, payment.status().name());
      statement.setString(5, body(payment, now));
      statement.setTimestamp(6, Timestamp.from(now));
      statement.setTimestamp(7, Timestamp.from(due));
      statement.setInt(8, how.copies());
      statement.executeUpdate();
    }
  }

  private String body(Payment payment, Instant now) {
    var body = PaymentJson.object();
    body.put("eventType", "PAYMENT_STATUS_CHANGED");
    body.put("createdAt", CREATED.format(now));
    return body.set("data", json.of(payment, now)).toString();
  }

  private static Duration random(Duration delay) {
    long most = Math.max(delay.toMillis(), SHORTEST_SHUFFLE.toMillis());
    return Duration.ofMillis(ThreadLocalRandom.current().nextLong(most / 2, most));
  }

  /** Puts what waits of a payment behind the one that is due then. */
  private static void overtake(Connection connection, String paymentKey, Instant due)
      throws SQLException {
    String sql =
        """
        UPDATE sandbox.webhooks SET due_at = greatest(due_at, ?)
         WHERE payment_key = ? AND due_at IS NOT NULL AND tries = 0 AND claimed_until IS NULL
        """;
    try (var statement = connection.prepareStatement(sql)) {
      statement.setTimestamp(1, Timestamp.from(due.plusMillis(1)));
      statement.setString(2, paymentKey);
      statement.executeUpdate();
    }
  }

  /**
   * Takes the next one that is due, for as long as a try can last: one that nobody settles in that
   * time, because its sandbox was killed, is due again. Of one payment only one is on its way.
   */
  Optional<Webhook> claim(Connection connection, Instant now, Duration lease) throws SQLException {
    String sql =
        """
        UPDATE sandbox.webhooks SET claimed_until = ? WHERE id = (
          SELECT id FROM sandbox.webhooks AS next
           WHERE due_at <= ? AND (claimed_until IS NULL OR claimed_until <= ?)
             AND NOT EXISTS (SELECT 1 FROM sandbox.webhooks AS other
                              WHERE other.payment_key = next.payment_key
                                AND other.due_at IS NOT NULL AND other.claimed_until > ?)
           ORDER BY due_at, id LIMIT 1 FOR UPDATE SKIP LOCKED)
        RETURNING
        """
            + COLUMNS;
    try (var statement = connection.prepareStatement(sql)) {
      statement.setTimestamp(1, Timestamp.from(now.plus(lease)));
      for (int i = 2; i <= 4; i++) {
        statement.setTimestamp(i, Timestamp.from(now));
      }
      try (var row = statement.executeQuery()) {
        return row.next() ? Optional.of(webhook(row)) : Optional.empty();
      }
    }
  }

  /**
   * Records how a try ended.
   *
   * @param dueAt the next try; empty = there is none
   */
  void settle(Connection connection, Webhook webhook, String response, Optional<Instant> dueAt)
      throws SQLException {
    String sql =
        """
        UPDATE sandbox.webhooks
           SET tries = tries + 1, response = ?, due_at = ?, claimed_until = NULL WHERE id = ?
        """;
    try (var statement = connection.prepareStatement(sql)) {
      statement.setString(1, response);
      statement.setTimestamp(2, dueAt.map(Timestamp::from).orElse(null));
      statement.setLong(3, webhook.id());
      statement.executeUpdate();
    }
  }

  /** Makes all that wait due now; who was to be first still is. */
  int flush(Connection connection, Instant now) throws SQLException {
    String sql =
        """
        UPDATE sandbox.webhooks SET due_at = least(webhooks.due_at, ?::timestamptz - (last.due_at - webhooks.due_at))
          FROM (SELECT max(due_at) AS due_at FROM sandbox.webhooks) AS last
         WHERE webhooks.due_at IS NOT NULL
        """;
    try (var statement = connection.prepareStatement(sql)) {
      statement.setTimestamp(1, Timestamp.from(now));
      return statement.executeUpdate();
    }
  }

  /** The newest first. */
  List<Webhook> latest(Connection connection, int most) throws SQLException {
    String sql = "SELECT" + COLUMNS + "FROM sandbox.webhooks ORDER BY id DESC LIMIT ?";
    var webhooks = new ArrayList<Webhook>();
    try (var statement = connection.prepareStatement(sql)) {
      statement.setInt(1, most);
      try (var row = statement.executeQuery()) {
        while (row.next()) {
          webhooks.add(webhook(row));
        }
      }
    }
    return webhooks;
  }

  /** How many wait. */
  long waiting(Connection connection) throws SQLException {
    String sql = "SELECT count(*) FROM sandbox.webhooks WHERE due_at IS NOT NULL";
    try (var statement = connection.prepareStatement(sql);
        var row = statement.executeQuery()) {
      row.next();
      return row.getLong(1);
    }
  }

  void forgetOld(Connection connection, Instant now) throws SQLException {
    String sql = "DELETE FROM sandbox.webhooks WHERE due_at IS NULL AND created_at < ?";
    try (var statement = connection.prepareStatement(sql)) {
      statement.setTimestamp(1, Timestamp.from(now.minus(KEPT)));
      statement.executeUpdate();
    }
  }

  private static Webhook webhook(ResultSet row) throws SQLException {
    Timestamp due = row.getTimestamp("due_at");
    return new Webhook(
        row.getLong("id"),
        row.getString("transmission_id"),
        row.getString("order_id"),
        row.getString("status"),
        row.getString("body"),
        row.getTimestamp("created_at").toInstant(),
        due == null ? null : due.toInstant(),
        row.getInt("tries"),
        row.getString("response"));
  }
}
