package com.ojeomneo.user;

import static com.ojeomneo.schema.jooq.Tables.PUSH_SUBSCRIPTIONS;
import static com.ojeomneo.schema.jooq.Tables.USER_SESSIONS;
import static org.jooq.impl.DSL.any;

import com.ojeomneo.platform.database.Database;
import com.ojeomneo.platform.problem.Problem;
import com.ojeomneo.platform.push.Device;
import com.ojeomneo.platform.push.PushNetwork;
import com.ojeomneo.platform.push.PushServices;
import com.ojeomneo.platform.push.PushWay;
import com.ojeomneo.platform.push.Subscription;
import com.ojeomneo.schema.jooq.tables.records.PushSubscriptionsRecord;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jooq.DSLContext;

/**
 * The SQL of {@code push_subscriptions}: one a log-in, gone with it. A browser or a phone that logs
 * in anew, perhaps as somebody else, keeps its address: the last who names it has it.
 */
@Singleton
public class PushSubscriptions {
  private final Database database;
  private final PushServices services;
  private final PushNetwork network;
  private final Clock clock;

  PushSubscriptions(Database database, PushServices services, PushNetwork network, Clock clock) {
    this.database = database;
    this.services = services;
    this.network = network;
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
    if (!network.has(PushWay.WEB) || !services.include(wanted.endpoint())) {
      throw Problem.invalid(
          "endpoint", "알 수 없는 알림 서비스예요.", "This is no push service that we know.");
    }
    replace(userId, session, wanted, language);
  }

  /**
   * From now on this log-in's phone is told of its user's orders, there and nowhere else.
   *
   * @throws Problem 400 when we tell no phones of that platform, or the token is none; 404 when the
   *     session has ended
   */
  public void put(UUID userId, UUID session, RegisterPhone command, Locale language) {
    Device wanted = command.device();
    if (!network.has(wanted.way())) {
      throw Problem.invalid(
          "platform", "이 기기에는 알림을 보낼 수 없어요.", "No phones of this platform are told.");
    }
    replace(userId, session, wanted, language);
  }

  private void replace(UUID userId, UUID session, Device device, Locale language) {
    var row = new PushSubscriptionsRecord();
    row.setSessionId(session);
    row.setUserId(userId);
    row.setWay(device.way().name());
    row.setEndpoint(device.address());
    if (device instanceof Subscription browser) {
      row.setPublicKey(browser.publicKey());
      row.setSecret(browser.secret());
    }
    row.setLanguage(language.equals(Locale.ENGLISH) ? "en" : "ko");
    row.setCreatedAt(clock.instant());
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
              .where(
                  PUSH_SUBSCRIPTIONS
                      .WAY
                      .eq(row.getWay())
                      .and(PUSH_SUBSCRIPTIONS.ENDPOINT.eq(row.getEndpoint())))
              .or(PUSH_SUBSCRIPTIONS.SESSION_ID.eq(session))
              .execute();
          tx.insertInto(PUSH_SUBSCRIPTIONS).set(row).onConflictDoNothing().execute();
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
