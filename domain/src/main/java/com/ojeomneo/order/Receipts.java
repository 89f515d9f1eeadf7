package com.ojeomneo.order;

import static com.ojeomneo.schema.jooq.Tables.ORDERS;
import static com.ojeomneo.schema.jooq.Tables.PAYMENTS;

import com.ojeomneo.money.Won;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;

/** Reads what was paid for orders. */
public final class Receipts {
  private Receipts() {}

  /** Of the order, if it is this user's and was ever paid. */
  public static Optional<Receipt> find(DSLContext sql, UUID order, UUID user) {
    var paid = PAYMENTS;
    return sql
        .select(
            paid.ORDER_ID,
            paid.METHOD,
            paid.APPROVED_AT,
            paid.AMOUNT,
            paid.REFUNDED,
            paid.RECEIPT_URL)
        .from(paid)
        .join(ORDERS)
        .on(ORDERS.ID.eq(paid.ORDER_ID))
        .where(paid.ORDER_ID.eq(order), paid.PAYS_ORDER.isTrue(), ORDERS.USER_ID.eq(user))
        // First what it was paid with: what was added at the till adds to the sums alone.
        .orderBy(paid.SUPPLEMENT, paid.ID)
        .fetch(
            row ->
                new Receipt(
                    row.value1(),
                    row.value2(),
                    row.value3(),
                    new Won(row.value4()),
                    new Won(row.value5()),
                    row.value6()))
        .stream()
        .reduce(Receipt::plus);
  }
}
