package com.ojeomneo.order;

import static com.ojeomneo.order.MovableClock.seoul;
import static com.ojeomneo.schema.jooq.enums.OrderStatus.ACCEPTED;
import static com.ojeomneo.schema.jooq.enums.OrderStatus.CANCELLED;
import static com.ojeomneo.schema.jooq.enums.OrderStatus.COMPLETED;
import static com.ojeomneo.schema.jooq.enums.OrderStatus.EXPIRED;
import static com.ojeomneo.schema.jooq.enums.OrderStatus.PAID;
import static com.ojeomneo.schema.jooq.enums.OrderStatus.PENDING_PAYMENT;
import static com.ojeomneo.schema.jooq.enums.OrderStatus.PREPARING;
import static com.ojeomneo.schema.jooq.enums.OrderStatus.READY;
import static org.assertj.core.api.Assertions.assertThat;

import com.ojeomneo.payment.PaymentAttempt;
import com.ojeomneo.schema.jooq.enums.OrderStatus;
import org.junit.jupiter.api.Test;

/** What ends by the clock, to the millisecond. */
class OrderClockTest {
  private final MovedTime time = new MovedTime();
  private final TestShop shop = TestShop.aroundTheClock(time.sql());

  @Test
  void anUnpaidOrderExpiresAfterTenMinutes() {
    OrderView order = time.at("2026-06-01T12:00").place(shop, shop.dish(null));
    assertThat(expiredAt(order, "2026-06-01T12:09:59.999")).isEqualTo(PENDING_PAYMENT);
    assertThat(expiredAt(order, "2026-06-01T12:10")).isEqualTo(EXPIRED);
    assertThat(time.lastActor(order)).isEqualTo("system:expiry");
  }

  @Test
  void anOrderWhoseMoneyIsInDoubtExpiresWhenTheDoubtEnds() {
    OrderView order = time.at("2026-06-01T12:00").place(shop, shop.dish(null));
    PaymentAttempt attempt = time.at("2026-06-01T12:09:59").paying(order);
    assertThat(expiredAt(order, "2026-06-01T12:10")).isEqualTo(PENDING_PAYMENT);
    assertThat(expiredAt(order, "2026-06-01T14:00")).isEqualTo(PENDING_PAYMENT);
    time.node.payment.fail(attempt, "REJECT_CARD_COMPANY", "결제가 거절되었어요.");
    assertThat(expiredAt(order, "2026-06-01T14:00")).isEqualTo(EXPIRED);
  }

  @Test
  void aPaidOrderThatNobodyAcceptsInTwentyMinutesIsCancelledAndPaidBack() {
    OrderView order = paidAt("2026-06-01T12:00", null);
    assertThat(forgottenAt(order, "2026-06-01T12:19:59.999")).isEqualTo(PAID);
    assertThat(forgottenAt(order, "2026-06-01T12:20")).isEqualTo(CANCELLED);
    assertThat(time.lastActor(order)).isEqualTo("system:acceptance");
    assertThat(time.view(order).refunds())
        .singleElement()
        .satisfies(refund -> assertThat(refund.amount()).isEqualTo(order.totalAmount()));
  }

  @Test
  void anAcceptedOrderIsNotForgotten() {
    OrderView order = paidAt("2026-06-01T12:00", null);
    time.at("2026-06-01T12:19:59.999").move(order, ACCEPTED);
    assertThat(forgottenAt(order, "2026-06-01T18:00")).isEqualTo(ACCEPTED);
  }

  @Test
  void anOrderForLaterMayWaitUntilTwentyMinutesBeforeItsSlot() {
    OrderView order = paidAt("2026-06-01T12:00", "2026-06-01T15:00");
    assertThat(forgottenAt(order, "2026-06-01T14:39:59.999")).isEqualTo(PAID);
    assertThat(forgottenAt(order, "2026-06-01T14:40")).isEqualTo(CANCELLED);
  }

  @Test
  void anOrderForSoonHasItsTwentyMinutesToo() {
    OrderView order = paidAt("2026-06-01T12:00", "2026-06-01T12:10");
    assertThat(forgottenAt(order, "2026-06-01T12:19:59.999")).isEqualTo(PAID);
    assertThat(forgottenAt(order, "2026-06-01T12:20")).isEqualTo(CANCELLED);
  }

  @Test
  void aReadyOrderCountsAsPickedUpAfterThreeHours() {
    OrderView order = paidAt("2026-06-01T12:00", null);
    time.at("2026-06-01T12:15").move(order, ACCEPTED, PREPARING, READY);
    assertThat(forgottenAt(order, "2026-06-01T15:14:59.999")).isEqualTo(READY);
    assertThat(forgottenAt(order, "2026-06-01T15:15")).isEqualTo(COMPLETED);
    assertThat(time.lastActor(order)).isEqualTo("system:pickup");
  }

  @Test
  void anOrderThatIsReadyEarlyWaitsForItsSlot() {
    OrderView order = paidAt("2026-06-01T12:00", "2026-06-01T16:00");
    time.at("2026-06-01T12:15").move(order, ACCEPTED, PREPARING, READY);
    assertThat(forgottenAt(order, "2026-06-01T15:59:59.999")).isEqualTo(READY);
    assertThat(forgottenAt(order, "2026-06-01T16:00")).isEqualTo(COMPLETED);
  }

  private OrderView paidAt(String moment, String pickupAt) {
    time.at(moment);
    return time.pay(time.place(shop, shop.dish(null), pickupAt == null ? null : seoul(pickupAt)));
  }

  private OrderStatus expiredAt(OrderView order, String moment) {
    time.at(moment).node.progress.expireUnpaid();
    return time.view(order).status();
  }

  private OrderStatus forgottenAt(OrderView order, String moment) {
    time.at(moment).node.progress.endForgotten();
    return time.view(order).status();
  }
}
