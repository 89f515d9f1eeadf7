package com.ojeomneo.sandbox;

import static com.ojeomneo.sandbox.ErrorCode.IDEMPOTENT_REQUEST_PROCESSING;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The answers that idempotency keys repeat, whatever the repeated request's body says: so does the
 * provider (docs.tosspayments.com/guides/using-api/idempotency-key).
 *
 * <p>An answer is written in the transaction of the effect that it tells of. That a key is running
 * is known to this process only: when it is killed the transaction is gone too, and the key is
 * free.
 */
final class Answers {
  /** How long a key is remembered. */
  static final Duration KEPT = Duration.ofDays(15);

  /** What a request asks for, in the transaction of its answer. */
  interface Work {
    Answer run() throws SQLException;
  }

  private final Clock clock;
  private final Set<String> running = ConcurrentHashMap.newKeySet();

  Answers(Clock clock) {
    this.clock = clock;
  }

  /**
   * Begins a request under a key until the claim is closed.
   *
   * @param scope what the key is bound to; empty = a request without a key, which repeats nothing
   * @throws Refusal IDEMPOTENT_REQUEST_PROCESSING while another request holds the key
   */
  Claim claim(Optional<String> scope) {
    if (scope.isPresent() && !running.add(scope.get())) {
      throw IDEMPOTENT_REQUEST_PROCESSING.refusal();
    }
    return new Claim(scope.orElse(null));
  }

  /** The right to answer under one key. */
  final class Claim implements AutoCloseable {
    private final String scope;

    private Claim(String scope) {
      this.scope = scope;
    }

    /** The answer that was given before. */
    Optional<Answer> answer(Connection connection) throws SQLException {
      if (scope == null) {
        return Optional.empty();
      }
      String sql = "SELECT status, body FROM sandbox.answers WHERE scope = ? AND answered_at > ?";
      try (var statement = connection.prepareStatement(sql)) {
        statement.setString(1, scope);
        statement.setTimestamp(2, Timestamp.from(oldest()));
        try (var row = statement.executeQuery()) {
          return row.next()
              ? Optional.of(new Answer(row.getInt("status"), row.getString("body")))
              : Optional.empty();
        }
      }
    }

    /**
     * Does the work, unless the fault is an error instead of it, and keeps the answer in the same
     * transaction. Of a server error or a 409 the key remembers what was really done, if anything:
     * the work must not be done twice under it.
     *
     * @return what the client is told
     */
    Answer settle(Connection connection, Fault fault, Work work) throws SQLException {
      Optional<Answer> error = fault.error();
      Answer done = error.isPresent() && !fault.after() ? error.get() : work.run();
      Answer told = error.orElse(done);
      Answer kept = told.isRepeatable() ? told : done;
      if (kept.isRepeatable()) {
        keep(connection, kept);
      }
      return told;
    }

    // A key that another process answered meanwhile is a duplicate and ends the transaction.
    private void keep(Connection connection, Answer answer) throws SQLException {
      if (scope == null) {
        return;
      }
      forgetOld(connection);
      String sql =
          "INSERT INTO sandbox.answers (scope, status, body, answered_at) VALUES (?, ?, ?, ?)";
      try (var statement = connection.prepareStatement(sql)) {
        statement.setString(1, scope);
        statement.setInt(2, answer.status());
        statement.setString(3, answer.body());
        statement.setTimestamp(4, Timestamp.from(clock.instant()));
        statement.executeUpdate();
      }
    }

    @Override
    public void close() {
      if (scope != null) {
        running.remove(scope);
      }
    }
  }

  private void forgetOld(Connection connection) throws SQLException {
    // SKIP LOCKED: two keys that are kept at once must not wait for each other here.
    String sql =
        """
        DELETE FROM sandbox.answers WHERE scope IN (
          SELECT scope FROM sandbox.answers WHERE answered_at <= ? FOR UPDATE SKIP LOCKED)
        """;
    try (var statement = connection.prepareStatement(sql)) {
      statement.setTimestamp(1, Timestamp.from(oldest()));
      statement.executeUpdate();
    }
  }

  private Instant oldest() {
    return clock.instant().minus(KEPT);
  }
}
