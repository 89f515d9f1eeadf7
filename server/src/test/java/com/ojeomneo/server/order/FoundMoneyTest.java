package com.ojeomneo.server.order;

import static com.ojeomneo.schema.jooq.Tables.PAYMENTS;
import static com.ojeomneo.schema.jooq.Tables.PAYMENT_ATTEMPTS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.ojeomneo.schema.jooq.enums.OrderStatus;
import com.ojeomneo.server.Dish;
import com.ojeomneo.server.Shop;
import com.ojeomneo.server.TestStack;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the provider took or gave back without our knowing is found and booked once. */
@QuarkusTest
@WithTestResource(TestStack.class)
class FoundMoneyTest {
  private Dish dish;
  private PlacedOrder order;
  private String paymentKey;

  @BeforeEach
  void prepare() {
    dish = Shop.open().dish("비빔밥", 9000).dailyLimit(10);
    order = PlacedOrder.of(dish);
    paymentKey = order.authenticated();
  }

  @Test
  void aChargeThatWasAnsweredAsRefusedPaysTheOrderOnceAWebhookTellsOfIt() {
    refusedAlthoughCharged();
    Webhook.sent(order, paymentKey, "DONE");
    order.awaitStatus("PAID");
    keepsOneCharge();
  }

  @Test
  void anotherCardForAnOrderThatWasChargedUnseenFindsTheCharge() {
    String second = order.authenticated();
    refusedAlthoughCharged();
    order.pay(second).then().statusCode(202);
    order.awaitStatus("PAID");
    keepsOneCharge();
    order.pay(second).then().statusCode(409);
  }

  @Test
  void aChargeThatThisDatabaseNeverKnewIsGivenBackWhenTheOrderIsOver() {
    order.pay(paymentKey).then().statusCode(200);
    Stored.forgetPayment(order.id());
    Stored.force(order.id(), OrderStatus.EXPIRED);
    Webhook.sent(order, paymentKey, "DONE");
    order.awaitRefund("DONE");
    assertThat(order.status()).isEqualTo("EXPIRED");
    assertThat(Provider.kept(order.id())).isZero();
    assertThat(Provider.cancels(order.id())).isEqualTo(1);
  }

  @Test
  void anOrderWhoseMoneyWentBackInTheConsoleIsCancelledBeforeItIsCooked() {
    order.pay(paymentKey).then().statusCode(200);
    Provider.cancelInConsole(paymentKey, order.total());
    Webhook.sent(order, paymentKey, "CANCELED");
    order.awaitStatus("CANCELLED");
    assertThat(refundStatuses()).containsExactly("DONE");
    assertThat(Stored.remaining(dish)).isEqualTo(10);
    assertThat(Provider.cancels(order.id())).isEqualTo(1);
  }

  @Test
  void aPartThatWentBackInTheConsoleShowsAndChangesNothingElse() {
    order.pay(paymentKey).then().statusCode(200);
    Provider.cancelInConsole(paymentKey, 4000);
    Webhook.sent(order, paymentKey, "PARTIAL_CANCELED");
    order.awaitRefund("DONE");
    Webhook.sent(order, paymentKey, "PARTIAL_CANCELED");
    WebhookTest.isLookedAt(order.id());
    assertThat(order.status()).isEqualTo("PAID");
    assertThat(order.get().jsonPath().<Integer>getList("refunds.amount")).containsExactly(4000);
    assertThat(order.get().jsonPath().<String>getList("refunds.reason")).containsExactly("콘솔에서 취소");
    assertThat(Stored.sql().fetchSingle(PAYMENTS, PAYMENTS.ORDER_ID.eq(order.id())).getRefunded())
        .isEqualTo(4000);
  }

  @Test
  void whoCancelsAfterAPartWentBackGetsTheRest() {
    order.pay(paymentKey).then().statusCode(200);
    Provider.cancelInConsole(paymentKey, 4000);
    order.cancel().then().statusCode(200);
    allIsBack(2, List.of(4000, 5000));
  }

  @Test
  void whoCancelsAfterAllWentBackGetsNothingMore() {
    order.pay(paymentKey).then().statusCode(200);
    Provider.cancelInConsole(paymentKey, order.total());
    order.cancel().then().statusCode(200);
    allIsBack(1, List.of(9000));
  }

  @Test
  void aChargeOfWhichAPartWentBackBeforeItWasFoundDoesNotPay() {
    Provider.fault(order.id(), "confirm", "drop-after");
    Provider.fault(order.id(), "lookup", "error", Map.of("code", "COMMON_ERROR", "times", 2));
    order.pay(paymentKey).then().statusCode(202);
    Provider.cancelInConsole(paymentKey, 4000);
    allIsBack(2, List.of(4000, 5000));
    assertThat(order.status()).isEqualTo("PENDING_PAYMENT");
    Stored.runOutOfTime(order);
    order.awaitStatus("EXPIRED");
  }

  @Test
  void aFullyReturnedChargeIsRecordedAsTakenAndReturned() {
    Provider.fault(order.id(), "confirm", "drop-after");
    Provider.fault(order.id(), "lookup", "error", Map.of("code", "COMMON_ERROR", "times", 2));
    order.pay(paymentKey).then().statusCode(202);
    Provider.cancelInConsole(paymentKey, order.total());
    allIsBack(1, List.of(9000));
  }

  /** The provider took the money and said that it had not. */
  private void refusedAlthoughCharged() {
    Provider.fault(
        order.id(), "confirm", "error", Map.of("code", "REJECT_CARD_COMPANY", "after", true));
    order.pay(paymentKey).then().statusCode(402);
    assertThat(Provider.charges(order.id())).isEqualTo(1);
  }

  private void keepsOneCharge() {
    assertThat(Provider.charges(order.id())).isEqualTo(1);
    assertThat(Provider.kept(order.id())).isEqualTo(order.total());
    assertThat(Stored.sql().fetchCount(PAYMENTS, PAYMENTS.ORDER_ID.eq(order.id()))).isEqualTo(1);
  }

  private void allIsBack(int cancels, List<Integer> amounts) {
    await()
        .atMost(Duration.ofSeconds(25))
        .untilAsserted(
            () -> {
              assertThat(refundStatuses()).isNotEmpty().containsOnly("DONE");
              assertThat(Provider.kept(order.id())).isZero();
            });
    assertThat(Provider.cancels(order.id())).isEqualTo(cancels);
    assertThat(order.get().jsonPath().<Integer>getList("refunds.amount"))
        .containsExactlyInAnyOrderElementsOf(amounts);
    assertThat(Stored.sql().fetchCount(PAYMENT_ATTEMPTS, PAYMENT_ATTEMPTS.ORDER_ID.eq(order.id())))
        .isEqualTo(1);
  }

  private List<String> refundStatuses() {
    return order.get().jsonPath().getList("refunds.status");
  }
}
