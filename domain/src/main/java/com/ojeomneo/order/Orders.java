package com.ojeomneo.order;

import static com.ojeomneo.schema.jooq.Tables.ORDERS;
import static com.ojeomneo.schema.jooq.Tables.ORDER_COUNTERS;
import static com.ojeomneo.schema.jooq.Tables.ORDER_EVENTS;
import static com.ojeomneo.schema.jooq.Tables.PAYMENT_ATTEMPTS;
import static org.jooq.Records.mapping;

import com.ojeomneo.money.Won;
import com.ojeomneo.schema.jooq.enums.AttemptStatus;
import com.ojeomneo.schema.jooq.enums.OrderStatus;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/** The SQL of {@code orders}. */
final class Orders {
  private Orders() {}

  /** Every change begins here: who holds the row decides alone what becomes of the order. */
  static Optional<Order> lock(DSLContext tx, UUID order) {
    return tx.select(
            ORDERS.ID,
            ORDERS.USER_ID,
            ORDERS.STORE_ID,
            ORDERS.BUSINESS_DAY,
            ORDERS.STATUS,
            ORDERS.TOTAL_AMOUNT.convertFrom(Won::new),
            ORDERS.PICKUP_AT,
            ORDERS.ESTIMATED_READY_AT,
            ORDERS.EXPIRES_AT,
            ORDERS.CHANNEL)
        .from(ORDERS)
        .where(ORDERS.ID.eq(order))
        .forNoKeyUpdate()
        .fetchOptional(mapping(Order::new));
  }

  static void insert(
      DSLContext tx,
      Order order,
      String storeName,
      String note,
      Instant now,
      List<OrderLines.Line> lines) {
    tx.insertInto(ORDERS)
        .set(ORDERS.ID, order.id())
        .set(ORDERS.USER_ID, order.userId())
        .set(ORDERS.STORE_ID, order.storeId())
        .set(ORDERS.STORE_NAME, storeName)
        .set(ORDERS.BUSINESS_DAY, order.businessDay())
        .set(ORDERS.NUMBER, nextNumber(tx, order.storeId(), order.businessDay()))
        .set(ORDERS.STATUS, order.status())
        .set(ORDERS.TOTAL_AMOUNT, order.totalAmount().amount())
        .set(ORDERS.NOTE, note)
        .set(ORDERS.PICKUP_AT, order.pickupAt())
        .set(ORDERS.CREATED_AT, now)
        .set(ORDERS.EXPIRES_AT, order.expiresAt())
        .set(ORDERS.CHANNEL, order.channel())
        .execute();
    OrderLines.insert(tx, order.id(), 1, lines);
  }

  /**
   * Moves the order by one conditional update.
   *
   * @return false when it is no longer in {@code from}
   */
  static boolean move(
      DSLContext tx,
      UUID order,
      OrderStatus from,
      OrderStatus to,
      String cancelReason,
      Instant estimatedReadyAt) {
    return tx.update(ORDERS)
            .set(ORDERS.STATUS, to)
            .set(ORDERS.CANCEL_REASON, cancelReason)
            .set(
                ORDERS.ESTIMATED_READY_AT,
                DSL.coalesce(DSL.val(estimatedReadyAt), ORDERS.ESTIMATED_READY_AT))
            .where(ORDERS.ID.eq(order), ORDERS.STATUS.eq(from))
            .execute()
        == 1;
  }

  /** What it costs after a line was changed; the caller holds the order's lock. */
  static void retotal(DSLContext tx, UUID order, Won total) {
    tx.update(ORDERS).set(ORDERS.TOTAL_AMOUNT, total.amount()).where(ORDERS.ID.eq(order)).execute();
  }

  /**
   * When it is fetched, and what the kitchen is told; the caller holds the order's lock.
   *
   * @param estimatedReadyAt null keeps it
   */
  static void correct(
      DSLContext tx, UUID order, Instant pickupAt, String note, Instant estimatedReadyAt) {
    tx.update(ORDERS)
        .set(ORDERS.PICKUP_AT, pickupAt)
        .set(ORDERS.NOTE, note)
        .set(
            ORDERS.ESTIMATED_READY_AT,
            DSL.coalesce(DSL.val(estimatedReadyAt), ORDERS.ESTIMATED_READY_AT))
        .where(ORDERS.ID.eq(order))
        .execute();
  }

  /**
   * Moves the estimate to a later moment, and never to an earlier one.
   *
   * @return false when the order is no longer in {@code status}
   */
  static boolean delay(DSLContext tx, UUID order, OrderStatus status, Instant readyAt) {
    return tx.update(ORDERS)
            .set(ORDERS.ESTIMATED_READY_AT, readyAt)
            .where(
                ORDERS.ID.eq(order),
                ORDERS.STATUS.eq(status),
                ORDERS.ESTIMATED_READY_AT.lt(readyAt))
            .execute()
        == 1;
  }

  /**
   * Orders whose time to pay is over and of whose money nothing is in doubt; each is looked at
   * again under its lock.
   */
  static List<UUID> unpaidSince(DSLContext sql, Instant now, int limit) {
    return sql.select(ORDERS.ID)
        .from(ORDERS)
        .where(ORDERS.STATUS.eq(DSL.inline(OrderStatus.PENDING_PAYMENT)), ORDERS.EXPIRES_AT.le(now))
        // Those in doubt would stand at the head of every look and keep the others from theirs.
        .and(
            DSL.notExists(
                DSL.selectOne()
                    .from(PAYMENT_ATTEMPTS)
                    .where(
                        PAYMENT_ATTEMPTS.ORDER_ID.eq(ORDERS.ID),
                        PAYMENT_ATTEMPTS.STATUS.eq(DSL.inline(AttemptStatus.OPEN)))))
        .orderBy(ORDERS.EXPIRES_AT)
        .limit(limit)
        .fetch(ORDERS.ID);
  }

  /**
   * Orders that have been in this state since before this moment. Of those with a pickup time only
   * the ones whose time is near: until then there is nothing to hurry for.
   */
  static List<UUID> waitingSince(
      DSLContext sql, OrderStatus status, Instant before, Instant pickupBy, int limit) {
    return sql.select(ORDERS.ID)
        .from(ORDERS)
        .where(waits(status, before, pickupBy))
        .limit(limit)
        .fetch(ORDERS.ID);
  }

  /** How many there are of {@link #waitingSince}. */
  static int countWaitingSince(
      DSLContext sql, OrderStatus status, Instant before, Instant pickupBy) {
    return sql.fetchCount(ORDERS, waits(status, before, pickupBy));
  }

  /** The state is inlined, so that it is looked for along {@code orders_live}. */
  private static Condition waits(OrderStatus status, Instant before, Instant pickupBy) {
    return ORDERS
        .STATUS
        .eq(DSL.inline(status))
        .and(ORDERS.PICKUP_AT.isNull().or(ORDERS.PICKUP_AT.le(pickupBy)))
        .and(
            DSL.exists(
                DSL.selectOne()
                    .from(ORDER_EVENTS)
                    .where(
                        ORDER_EVENTS.ORDER_ID.eq(ORDERS.ID),
                        ORDER_EVENTS.TYPE.eq(status.getLiteral()),
                        ORDER_EVENTS.CREATED_AT.le(before))));
  }

  /** One upsert, so that two orders of a shop never get the same number. */
  private static String nextNumber(DSLContext tx, UUID store, LocalDate day) {
    int n =
        tx.insertInto(ORDER_COUNTERS)
            .set(ORDER_COUNTERS.STORE_ID, store)
            .set(ORDER_COUNTERS.BUSINESS_DAY, day)
            .set(ORDER_COUNTERS.LAST, 1)
            .onConflict(ORDER_COUNTERS.STORE_ID, ORDER_COUNTERS.BUSINESS_DAY)
            .doUpdate()
            .set(ORDER_COUNTERS.LAST, ORDER_COUNTERS.LAST.plus(1))
            .returningResult(ORDER_COUNTERS.LAST)
            .fetchSingle()
            .value1();
    return OrderNumber.of(n);
  }
}
