package com.ojeomneo.order;

import static com.ojeomneo.schema.jooq.Tables.ORDER_CHANGES;
import static org.jooq.Records.mapping;

import com.github.f4b6a3.uuid.UuidCreator;
import com.ojeomneo.schema.jooq.enums.ChangeSettlement;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;

/** The SQL of {@code order_changes}. */
final class OrderChanges {
  private OrderChanges() {}

  /**
   * A change as it is kept.
   *
   * @param newLine null when nothing was put in
   * @param credit KRW that the portions taken out had cost
   * @param cost KRW that what is put in costs
   */
  record Change(
      ChangeOrder wish, Integer newLine, int credit, int cost, ChangeSettlement settlement) {
    int difference() {
      return cost - credit;
    }
  }

  /** The fingerprint of what was changed under this key; the caller holds the order's lock. */
  static Optional<byte[]> changedWith(DSLContext tx, UUID order, String key) {
    return tx.select(ORDER_CHANGES.FINGERPRINT)
        .from(ORDER_CHANGES)
        .where(ORDER_CHANGES.ORDER_ID.eq(order), ORDER_CHANGES.IDEMPOTENCY_KEY.eq(key))
        .fetchOptional(mapping(fingerprint -> fingerprint));
  }

  static void insert(
      DSLContext tx,
      UUID order,
      Change change,
      UUID staff,
      String key,
      byte[] fingerprint,
      Instant now) {
    ChangeOrder.Removal remove = change.wish().remove();
    tx.insertInto(ORDER_CHANGES)
        .set(ORDER_CHANGES.ID, UuidCreator.getTimeOrderedEpoch())
        .set(ORDER_CHANGES.ORDER_ID, order)
        .set(ORDER_CHANGES.STAFF_ID, staff)
        .set(ORDER_CHANGES.IDEMPOTENCY_KEY, key)
        .set(ORDER_CHANGES.FINGERPRINT, fingerprint)
        .set(ORDER_CHANGES.LINE, remove == null ? null : (short) remove.line())
        .set(ORDER_CHANGES.QUANTITY, remove == null ? null : remove.quantity())
        .set(
            ORDER_CHANGES.NEW_LINE, change.newLine() == null ? null : change.newLine().shortValue())
        .set(ORDER_CHANGES.CREDIT, change.credit())
        .set(ORDER_CHANGES.COST, change.cost())
        .set(ORDER_CHANGES.SETTLEMENT, change.settlement())
        .set(ORDER_CHANGES.REASON, change.wish().reason())
        .set(ORDER_CHANGES.CREATED_AT, now)
        .execute();
  }
}
