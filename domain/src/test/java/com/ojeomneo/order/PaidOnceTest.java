package com.ojeomneo.order;

import static com.ojeomneo.schema.jooq.Tables.PAYMENTS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ojeomneo.payment.PaymentAttempt;
import com.ojeomneo.payment.PaymentAttempts;
import java.util.UUID;
import org.jooq.exception.IntegrityConstraintViolationException;
import org.junit.jupiter.api.Test;

/** PostgreSQL itself refuses a second payment of an order, whatever the code does. */
class PaidOnceTest {
  private final MovedTime time = new MovedTime();
  private final TestShop shop = TestShop.aroundTheClock(time.sql());

  @Test
  void anOrderIsPaidByOnePaymentAndGivenBackAnyOther() {
    OrderView order = time.pay(time.place(shop, shop.dish(null)));

    charge(order, false);
    charge(order, false);
    assertThatThrownBy(() -> charge(order, true))
        .isInstanceOf(IntegrityConstraintViolationException.class)
        .hasMessageContaining("payments_one_per_order");
    assertThat(time.sql().fetchCount(PAYMENTS, PAYMENTS.ORDER_ID.eq(order.id()))).isEqualTo(3);
  }

  private void charge(OrderView order, boolean paysOrder) {
    PaymentAttempt attempt = time.paying(order);
    PaymentAttempts.fail(time.sql(), attempt.id(), "GIVEN_UP", "x", time.clock.instant());
    time.sql()
        .insertInto(PAYMENTS)
        .set(PAYMENTS.ID, UUID.randomUUID())
        .set(PAYMENTS.ORDER_ID, order.id())
        .set(PAYMENTS.ATTEMPT_ID, attempt.id())
        .set(PAYMENTS.PAYMENT_KEY, attempt.paymentKey())
        .set(PAYMENTS.AMOUNT, attempt.amount().amount())
        .set(PAYMENTS.APPROVED_AT, time.clock.instant())
        .set(PAYMENTS.PAYS_ORDER, paysOrder)
        .execute();
  }
}
