package com.ojeomneo.order;

import static com.ojeomneo.schema.jooq.Tables.ORDERS;
import static com.ojeomneo.schema.jooq.Tables.ORDER_EVENTS;
import static com.ojeomneo.schema.jooq.Tables.USERS;
import static org.jooq.Records.mapping;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.ojeomneo.platform.outbox.Outbox;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.JSON;
import org.jooq.OrderField;

/**
 * The SQL of {@code order_events}: the history of an order, and where its streams resume. Sequences
 * are taken under the lock of the order's row, then of the user's, so they have no gaps and their
 * order is that of the commits.
 */
public final class OrderEvents {
  /** The outbox topic; its payload names order, user and sequences. */
  public static final String TOPIC = "order_status";

  private final OrderViews views;
  private final ObjectMapper json;
  private final Clock clock;

  public OrderEvents(OrderViews views, ObjectMapper json, Clock clock) {
    this.views = views;
    this.json = json;
    this.clock = clock;
  }

  /**
   * An event as it is streamed.
   *
   * @param userSeq its place in the user's own stream
   * @param snapshot the order as of the event, JSON
   */
  public record Recorded(UUID orderId, int seq, long userSeq, String snapshot) {}

  /** What the outbox carries; enough to wake the right streams. */
  public record Wake(UUID orderId, UUID userId, int seq, long userSeq) {}

  /** Writes what just happened to the order, in the transaction in which it happens. */
  OrderView append(DSLContext tx, Order order, String type, Actor actor) {
    int seq =
        tx.update(ORDERS)
            .set(ORDERS.LAST_EVENT, ORDERS.LAST_EVENT.plus(1))
            .where(ORDERS.ID.eq(order.id()))
            .returningResult(ORDERS.LAST_EVENT)
            .fetchSingle()
            .value1();
    long userSeq =
        tx.update(USERS)
            .set(USERS.ORDER_EVENT_SEQ, USERS.ORDER_EVENT_SEQ.plus(1))
            .where(USERS.ID.eq(order.userId()))
            .returningResult(USERS.ORDER_EVENT_SEQ)
            .fetchSingle()
            .value1();
    OrderView view = views.get(tx, order.id());
    tx.insertInto(ORDER_EVENTS)
        .set(ORDER_EVENTS.ORDER_ID, order.id())
        .set(ORDER_EVENTS.SEQ, seq)
        .set(ORDER_EVENTS.USER_ID, order.userId())
        .set(ORDER_EVENTS.USER_SEQ, userSeq)
        .set(ORDER_EVENTS.TYPE, type)
        .set(ORDER_EVENTS.ACTOR, actor.toString())
        .set(ORDER_EVENTS.SNAPSHOT, JSON.json(write(view)))
        .set(ORDER_EVENTS.CREATED_AT, clock.instant())
        .execute();
    Outbox.append(tx, TOPIC, write(new Wake(order.id(), order.userId(), seq, userSeq)));
    return view;
  }

  /** The events of one order after this sequence, oldest first. */
  public static List<Recorded> after(DSLContext sql, UUID order, long seq, int limit) {
    int from = (int) Math.min(seq, Integer.MAX_VALUE);
    return fetch(
        sql,
        ORDER_EVENTS.ORDER_ID.eq(order).and(ORDER_EVENTS.SEQ.gt(from)),
        ORDER_EVENTS.SEQ,
        limit);
  }

  /** The newest event of one order. */
  public static List<Recorded> latest(DSLContext sql, UUID order) {
    return fetch(sql, ORDER_EVENTS.ORDER_ID.eq(order), ORDER_EVENTS.SEQ.desc(), 1);
  }

  /** The events of all of a user's orders after this sequence of theirs, oldest first. */
  public static List<Recorded> afterOfUser(DSLContext sql, UUID user, long userSeq, int limit) {
    return fetch(
        sql,
        ORDER_EVENTS.USER_ID.eq(user).and(ORDER_EVENTS.USER_SEQ.gt(userSeq)),
        ORDER_EVENTS.USER_SEQ,
        limit);
  }

  /** The newest event of a user's orders; none when they have never ordered. */
  public static List<Recorded> latestOfUser(DSLContext sql, UUID user) {
    return fetch(sql, ORDER_EVENTS.USER_ID.eq(user), ORDER_EVENTS.USER_SEQ.desc(), 1);
  }

  private static List<Recorded> fetch(
      DSLContext sql, Condition wanted, OrderField<?> by, int limit) {
    return sql.select(
            ORDER_EVENTS.ORDER_ID,
            ORDER_EVENTS.SEQ,
            ORDER_EVENTS.USER_SEQ,
            ORDER_EVENTS.SNAPSHOT.convertFrom(JSON::data))
        .from(ORDER_EVENTS)
        .where(wanted)
        .orderBy(by)
        .limit(limit)
        .fetch(mapping(Recorded::new));
  }

  private String write(Object value) {
    try {
      return json.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
