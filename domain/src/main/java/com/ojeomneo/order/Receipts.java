package com.ojeomneo.order;

import static com.ojeomneo.schema.jooq.Tables.ORDERS;
import static com.ojeomneo.schema.jooq.Tables.PAYMENTS;
import static org.jooq.Records.mapping;

import com.ojeomneo.money.Won;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;

/** Reads what was paid for orders. */
public final class Receipts {
  private Receipts() {}

  /** Of the order, if it is this user's and was ever paid. */
  public static Optional<Receipt> find(DSLContext sql, UUID order, UUID user) {
    return sql.select(
            PAYMENTS.ORDER_ID,
            PAYMENTS.METHOD,
            PAYMENTS.APPROVED_AT,
            PAYMENTS.AMOUNT.convertFrom(Won::new),
            PAYMENTS.REFUNDED.convertFrom(Won::new),
            PAYMENTS.RECEIPT_URL)
        .from(PAYMENTS)
        .join(ORDERS)
        .on(ORDERS.ID.eq(PAYMENTS.ORDER_ID))
        .where(PAYMENTS.ORDER_ID.eq(order), PAYMENTS.PAYS_ORDER.isTrue(), ORDERS.USER_ID.eq(user))
        .fetchOptional(mapping(Receipt::new));
  }
}
