package com.ojeomneo.order;

import static com.ojeomneo.schema.jooq.Tables.STAFF_ORDERS;
import static com.ojeomneo.schema.jooq.Tables.USERS;
import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.val;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;

/** The SQL of {@code staff_orders}, and of whom they are for. */
final class StaffOrders {
  private static final String AT_THE_COUNTER = "현장 손님";

  private StaffOrders() {}

  /** An order that was taken before, under this key. */
  record Taken(UUID order, byte[] fingerprint) {}

  /** Until the transaction ends, nobody else takes an order under this key. */
  static Optional<Taken> takenWith(DSLContext tx, UUID staff, String key) {
    tx.execute("SELECT pg_advisory_xact_lock(hashtextextended({0}, 0))", val(staff + " " + key));
    return tx.select(STAFF_ORDERS.ORDER_ID, STAFF_ORDERS.FINGERPRINT)
        .from(STAFF_ORDERS)
        .where(STAFF_ORDERS.STAFF_ID.eq(staff), STAFF_ORDERS.IDEMPOTENCY_KEY.eq(key))
        .fetchOptional(mapping(Taken::new));
  }

  /**
   * Who stands for everybody at a shop's counter: a guest who has the shop's id, and no session.
   * The row is locked, so that it is not forgotten before its order is there.
   */
  static UUID customerOf(DSLContext tx, UUID store, Instant now) {
    tx.insertInto(USERS)
        .set(USERS.ID, store)
        .set(USERS.DISPLAY_NAME, AT_THE_COUNTER)
        .set(USERS.GUEST, true)
        .set(USERS.CREATED_AT, now)
        .onConflict(USERS.ID)
        .doUpdate()
        .set(USERS.ORDER_EVENT_SEQ, USERS.ORDER_EVENT_SEQ)
        .execute();
    return store;
  }

  static void insert(
      DSLContext tx,
      UUID order,
      UUID staff,
      String customerName,
      String key,
      byte[] fingerprint,
      Instant now) {
    tx.insertInto(STAFF_ORDERS)
        .set(STAFF_ORDERS.ORDER_ID, order)
        .set(STAFF_ORDERS.STAFF_ID, staff)
        .set(STAFF_ORDERS.CUSTOMER_NAME, customerName)
        .set(STAFF_ORDERS.IDEMPOTENCY_KEY, key)
        .set(STAFF_ORDERS.FINGERPRINT, fingerprint)
        .set(STAFF_ORDERS.CREATED_AT, now)
        .execute();
  }
}
