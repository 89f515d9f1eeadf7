package com.ojeomneo.order;

import static com.ojeomneo.schema.jooq.Tables.ORDER_EVENTS;
import static com.ojeomneo.schema.jooq.Tables.PUSH_MESSAGES;
import static com.ojeomneo.schema.jooq.Tables.PUSH_SUBSCRIPTIONS;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;

import com.ojeomneo.platform.push.ApnsToken;
import com.ojeomneo.platform.push.Device;
import com.ojeomneo.platform.push.FcmToken;
import com.ojeomneo.platform.push.PushWay;
import com.ojeomneo.platform.push.Subscription;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.JSON;
import org.jooq.Record2;
import org.jooq.Records;
import org.jooq.impl.DSL;

/** The SQL of {@code push_messages}: a trigger adds them with the events that they tell of. */
public final class PushMessages {
  private static final List<String> STATES = List.of("ACCEPTED", "READY", "CANCELLED");

  /** What makes the news of a change old: not that the order went on. */
  private static final List<String> AFTER_CHANGES =
      List.of("CHANGED", "CORRECTED", "CANCELLED", "COMPLETED");

  private PushMessages() {}

  /** That a device has to be told of an event. */
  record Due(UUID session, PushWay way, UUID order, int seq, int tries, Instant createdAt) {
    @Override
    public String toString() {
      return "push of event %d of order %s".formatted(seq, order);
    }
  }

  /**
   * @param snapshot the order as of the event, JSON
   */
  record Told(Device to, Locale language, String type, String snapshot) {}

  /** Those that are due, which nobody else takes before this lease is over. */
  static List<Due> takeDue(DSLContext sql, Instant now, Duration lease, int limit) {
    return sql.update(PUSH_MESSAGES)
        .set(PUSH_MESSAGES.TRY_AT, now.plus(lease))
        .set(PUSH_MESSAGES.TRIES, PUSH_MESSAGES.TRIES.plus(1))
        .where(
            row(PUSH_MESSAGES.SESSION_ID, PUSH_MESSAGES.ORDER_ID, PUSH_MESSAGES.SEQ)
                .in(
                    select(PUSH_MESSAGES.SESSION_ID, PUSH_MESSAGES.ORDER_ID, PUSH_MESSAGES.SEQ)
                        .from(PUSH_MESSAGES)
                        .where(PUSH_MESSAGES.TRY_AT.le(now))
                        .orderBy(PUSH_MESSAGES.TRY_AT)
                        .limit(limit)
                        .forUpdate()
                        .skipLocked()))
        .returningResult(
            PUSH_MESSAGES.SESSION_ID,
            PUSH_MESSAGES.WAY.convertFrom(PushWay::valueOf),
            PUSH_MESSAGES.ORDER_ID,
            PUSH_MESSAGES.SEQ,
            PUSH_MESSAGES.TRIES,
            PUSH_MESSAGES.CREATED_AT)
        .fetch(Records.mapping(Due::new));
  }

  /**
   * What to tell whom; empty when the device has logged out, or there is news that makes this old.
   */
  static Optional<Told> told(DSLContext sql, Due due) {
    var later = ORDER_EVENTS.as("later");
    return sql.select(
            row(
                    PUSH_SUBSCRIPTIONS.WAY,
                    PUSH_SUBSCRIPTIONS.ENDPOINT,
                    PUSH_SUBSCRIPTIONS.PUBLIC_KEY,
                    PUSH_SUBSCRIPTIONS.SECRET)
                .mapping(PushMessages::device),
            PUSH_SUBSCRIPTIONS.LANGUAGE.convertFrom(Locale::of),
            ORDER_EVENTS.TYPE,
            ORDER_EVENTS.SNAPSHOT.convertFrom(JSON::data))
        .from(PUSH_SUBSCRIPTIONS)
        .join(ORDER_EVENTS)
        .on(ORDER_EVENTS.ORDER_ID.eq(due.order()), ORDER_EVENTS.SEQ.eq(due.seq()))
        .where(PUSH_SUBSCRIPTIONS.SESSION_ID.eq(due.session()))
        // A device that was somebody else's since is not told.
        .and(PUSH_SUBSCRIPTIONS.USER_ID.eq(ORDER_EVENTS.USER_ID))
        .andNotExists(
            selectOne()
                .from(later)
                .where(later.ORDER_ID.eq(due.order()), later.SEQ.gt(due.seq()))
                .and(
                    DSL.when(ORDER_EVENTS.TYPE.in(STATES), later.TYPE.in(STATES))
                        .otherwise(later.TYPE.in(AFTER_CHANGES))))
        .fetchOptional(Records.mapping(Told::new));
  }

  private static Device device(String way, String endpoint, byte[] publicKey, byte[] secret) {
    return switch (PushWay.valueOf(way)) {
      case WEB -> new Subscription(URI.create(endpoint), publicKey, secret);
      case FCM -> new FcmToken(endpoint);
      case APNS -> new ApnsToken(endpoint);
    };
  }

  static void tryAgainAt(DSLContext sql, Due due, Instant at) {
    sql.update(PUSH_MESSAGES).set(PUSH_MESSAGES.TRY_AT, at).where(is(due)).execute();
  }

  static void remove(DSLContext sql, Due due) {
    sql.deleteFrom(PUSH_MESSAGES).where(is(due)).execute();
  }

  /** With all that it would still have been told; nothing once it has another address. */
  static void removeSubscription(DSLContext sql, UUID session, Device device) {
    sql.deleteFrom(PUSH_SUBSCRIPTIONS)
        .where(PUSH_SUBSCRIPTIONS.SESSION_ID.eq(session))
        .and(PUSH_SUBSCRIPTIONS.WAY.eq(device.way().name()))
        .and(PUSH_SUBSCRIPTIONS.ENDPOINT.eq(device.address()))
        .execute();
  }

  /** Since when the oldest of those that wait does, for each way that somebody waits for. */
  public static Map<PushWay, Instant> oldest(DSLContext sql) {
    return sql.select(
            PUSH_MESSAGES.WAY.convertFrom(PushWay::valueOf), DSL.min(PUSH_MESSAGES.CREATED_AT))
        .from(PUSH_MESSAGES)
        .groupBy(PUSH_MESSAGES.WAY)
        .fetchMap(Record2::value1, Record2::value2);
  }

  private static Condition is(Due due) {
    return PUSH_MESSAGES
        .SESSION_ID
        .eq(due.session())
        .and(PUSH_MESSAGES.ORDER_ID.eq(due.order()))
        .and(PUSH_MESSAGES.SEQ.eq(due.seq()));
  }
}
