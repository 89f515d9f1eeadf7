package com.ojeomneo.user;

import static com.ojeomneo.schema.jooq.Tables.PUSH_SUBSCRIPTIONS;
import static com.ojeomneo.schema.jooq.Tables.USER_SESSIONS;
import static org.jooq.impl.DSL.any;

import com.ojeomneo.platform.database.Database;
import com.ojeomneo.platform.problem.Problem;
import com.ojeomneo.platform.push.PushServices;
import com.ojeomneo.platform.push.Subscription;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jooq.DSLContext;

/**
 * The SQL of {@code push_subscriptions}: one a log-in, gone with it. A browser that logs in anew,
 * perhaps as somebody else, keeps its endpoint: the last who names it has it.
 */
@Singleton
public class PushSubscriptions {
  private final Database database;
  private final PushServices services;
  private final Clock clock;

  PushSubscriptions(Database database, PushServices services, Clock clock) {
    this.database = database;
    this.services = services;
    this.clock = clock;
  }

  /**
   * From now on this log-in's browser is told of its user's orders, there and nowhere else.
   *
   * @throws Problem 400 when the endpoint is of no push service that we know, or a key is none; 404
   *     when the session has ended
   */
  public void put(UUID userId, UUID session, SubscribeToPush command, Locale language) {
    Subscription wanted = command.subscription();
    if (!services.include(wanted.endpoint())) {
      throw Problem.invalid(
          "endpoint", "알 수 없는 알림 서비스예요.", "This is no push service that we know.");
    }
    String endpoint = wanted.endpoint().toString();
    database.transact(
        tx -> {
          // Who logs out at the same time waits, and finds the subscription.
          tx.select(USER_SESSIONS.ID)
              .from(USER_SESSIONS)
              .where(USER_SESSIONS.ID.eq(session), USER_SESSIONS.REVOKED_AT.isNull())
              .forShare()
              .fetchOptional()
              .orElseThrow(Problem::notFound);
          tx.deleteFrom(PUSH_SUBSCRIPTIONS)
              .where(PUSH_SUBSCRIPTIONS.ENDPOINT.eq(endpoint))
              .or(PUSH_SUBSCRIPTIONS.SESSION_ID.eq(session))
              .execute();
          tx.insertInto(PUSH_SUBSCRIPTIONS)
              .set(PUSH_SUBSCRIPTIONS.SESSION_ID, session)
              .set(PUSH_SUBSCRIPTIONS.USER_ID, userId)
              .set(PUSH_SUBSCRIPTIONS.ENDPOINT, endpoint)
              .set(PUSH_SUBSCRIPTIONS.PUBLIC_KEY, wanted.publicKey())
              .set(PUSH_SUBSCRIPTIONS.SECRET, wanted.secret())
              .set(PUSH_SUBSCRIPTIONS.LANGUAGE, language.equals(Locale.ENGLISH) ? "en" : "ko")
              .set(PUSH_SUBSCRIPTIONS.CREATED_AT, clock.instant())
              .onConflictDoNothing()
              .execute();
        });
  }

  /** Nothing when there is none. */
  public void remove(UUID session) {
    database.transact(tx -> forget(tx, List.of(session)));
  }

  static void forget(DSLContext tx, Collection<UUID> sessions) {
    tx.deleteFrom(PUSH_SUBSCRIPTIONS)
        .where(PUSH_SUBSCRIPTIONS.SESSION_ID.eq(any(sessions.toArray(UUID[]::new))))
        .execute();
  }
}
