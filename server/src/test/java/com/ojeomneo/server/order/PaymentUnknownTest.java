package com.ojeomneo.server.order;

import static com.ojeomneo.schema.jooq.Tables.PAYMENTS;
import static com.ojeomneo.schema.jooq.Tables.PAYMENT_ATTEMPTS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.f4b6a3.uuid.UuidCreator;
import com.ojeomneo.schema.jooq.enums.AttemptStatus;
import com.ojeomneo.schema.jooq.enums.OrderStatus;
import com.ojeomneo.server.Customer;
import com.ojeomneo.server.Shop;
import com.ojeomneo.server.TestStack;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Paying when nobody knows whether money moved: it is found out, and charged once. */
@QuarkusTest
@WithTestResource(TestStack.class)
class PaymentUnknownTest {
  private PlacedOrder order;

  @BeforeEach
  void prepare() {
    order = PlacedOrder.any();
  }

  @Test
  void aChargeWhoseAnswerComesTooLateIsFound() {
    Provider.fault(order.id(), "confirm", "hang-after", Map.of("seconds", 2));
    becomesPaid();
  }

  @Test
  void aChargeWhoseAnswerIsLostIsFound() {
    Provider.fault(order.id(), "confirm", "drop-after");
    becomesPaid();
  }

  @Test
  void aCallThatHungBeforeTheChargeIsMadeAgain() {
    Provider.fault(order.id(), "confirm", "hang-before", Map.of("seconds", 2));
    becomesPaid();
  }

  @Test
  void aChargeBehindAnAmbiguousErrorIsFound() {
    Provider.fault(order.id(), "confirm", "error", Map.of("code", "PROVIDER_ERROR", "after", true));
    becomesPaid();
  }

  @Test
  void aServerErrorBeforeTheChargeIsTriedAgain() {
    Provider.fault(
        order.id(), "confirm", "error", Map.of("code", "FAILED_INTERNAL_SYSTEM_PROCESSING"));
    becomesPaid();
  }

  @Test
  void anAmbiguousErrorBeforeTheChargeIsNotReplayedForEver() {
    Provider.fault(order.id(), "confirm", "error", Map.of("code", "PROVIDER_ERROR"));
    becomesPaid();
  }

  @Test
  void lookUpsThatFailAreRepeated() {
    Provider.fault(order.id(), "confirm", "drop-after");
    Provider.fault(order.id(), "lookup", "error", Map.of("code", "COMMON_ERROR", "times", 2));
    becomesPaid();
  }

  @Test
  void aRepeatOfTheRequestIsToldOnceItIsKnown() {
    Provider.fault(order.id(), "confirm", "drop-after");
    String paymentKey = order.authenticated();
    String key = PlacedOrder.key();
    order.pay(paymentKey, order.total(), key).then().statusCode(202);
    order.awaitStatus("PAID");
    Response repeat = order.pay(paymentKey, order.total(), key);
    assertThat(repeat.statusCode()).isEqualTo(200);
    assertThat(repeat.<String>path("status")).isEqualTo("PAID");
    assertThat(Provider.charges(order.id())).isEqualTo(1);
  }

  @Test
  void anotherCardWaitsUntilTheFirstIsKnown() {
    Provider.fault(order.id(), "confirm", "drop-after");
    String second = order.authenticated();
    order.pay(order.authenticated()).then().statusCode(202);
    order.pay(second).then().statusCode(202);
    order.awaitStatus("PAID");
    assertThat(Provider.charges(order.id())).isEqualTo(1);
    assertThat(Provider.kept(order.id())).isEqualTo(order.total());
  }

  @Test
  void aCardThatIsDeclinedLaterLeavesTheOrderPayable() {
    Provider.fault(order.id(), "confirm", "error", Map.of("status", 503));
    String declined =
        Provider.approveWith("refused", order.answer().getString("payment.checkoutUrl"));
    String key = PlacedOrder.key();
    order.pay(declined, order.total(), key).then().statusCode(202);
    await()
        .atMost(Duration.ofSeconds(10))
        .untilAsserted(() -> order.pay(declined, order.total(), key).then().statusCode(402));
    order.paid();
    assertThat(Provider.charges(order.id())).isEqualTo(1);
  }

  @Test
  void whoCancelsWhileTheChargeHangsGetsItBack() {
    Provider.fault(order.id(), "confirm", "hang-after", Map.of("seconds", 2));
    Response paying = order.pay(order.authenticated());
    assertThat(paying.statusCode()).isEqualTo(202);
    order.cancel().then().statusCode(200);
    order.awaitRefund("DONE");
    assertThat(order.status()).isEqualTo("CANCELLED");
    assertThat(Provider.charges(order.id())).isEqualTo(1);
    assertThat(Provider.kept(order.id())).isZero();
  }

  @Test
  void anOrderDoesNotExpireWhileAnAttemptIsOpen() {
    Provider.fault(order.id(), "confirm", "drop-after");
    Provider.fault(order.id(), "lookup", "error", Map.of("code", "COMMON_ERROR", "times", 2));
    order.pay(order.authenticated()).then().statusCode(202);
    Stored.runOutOfTime(order);
    order.awaitStatus("PAID");
    try (var history = EventStream.of(order, "Last-Event-ID", "0")) {
      assertThat(history.next(2)).noneMatch(e -> e.data().contains("EXPIRED"));
    }
  }

  @Test
  void aChargeFoundOnAnExpiredOrderIsGivenBack() {
    Provider.fault(order.id(), "confirm", "drop-after");
    order.pay(order.authenticated()).then().statusCode(202);
    Stored.force(order.id(), OrderStatus.EXPIRED);
    order.awaitRefund("DONE");
    assertThat(order.status()).isEqualTo("EXPIRED");
    assertThat(Provider.charges(order.id())).isEqualTo(1);
    assertThat(Provider.kept(order.id())).isZero();
    assertThat(Stored.sql().fetchSingle(PAYMENTS, PAYMENTS.ORDER_ID.eq(order.id())).getPaysOrder())
        .isFalse();
  }

  @Test
  void anAttemptThatACrashLeftOpenIsFinished() {
    leaveOpenAttempt(order.authenticated());
    order.awaitStatus("PAID");
    assertThat(Provider.charges(order.id())).isEqualTo(1);
  }

  @Test
  void thePaymentOfAnotherOrderIsNeitherTakenNorGivenBack() {
    PlacedOrder other = PlacedOrder.any();
    String paymentKey = other.authenticated();
    other.pay(paymentKey).then().statusCode(200);
    Stored.forgetPayment(other.id());
    leaveOpenAttempt(paymentKey);
    await()
        .atMost(Duration.ofSeconds(10))
        .until(
            () ->
                Stored.sql()
                    .fetchExists(
                        PAYMENT_ATTEMPTS,
                        PAYMENT_ATTEMPTS.ORDER_ID.eq(order.id()),
                        PAYMENT_ATTEMPTS.STATUS.ne(AttemptStatus.OPEN)));
    assertThat(order.get().jsonPath().getList("refunds")).isEmpty();
    assertThat(Provider.kept(other.id())).isEqualTo(other.total());
    order.paid();
  }

  private void leaveOpenAttempt(String paymentKey) {
    Instant now = Instant.now();
    Stored.sql()
        .insertInto(PAYMENT_ATTEMPTS)
        .set(PAYMENT_ATTEMPTS.ID, UuidCreator.getTimeOrderedEpoch())
        .set(PAYMENT_ATTEMPTS.ORDER_ID, order.id())
        .set(PAYMENT_ATTEMPTS.PAYMENT_KEY, paymentKey)
        .set(PAYMENT_ATTEMPTS.IDEMPOTENCY_KEY, PlacedOrder.key())
        .set(PAYMENT_ATTEMPTS.AMOUNT, order.total())
        .set(PAYMENT_ATTEMPTS.STATUS, AttemptStatus.OPEN)
        .set(PAYMENT_ATTEMPTS.CREATED_AT, now)
        .set(PAYMENT_ATTEMPTS.CHECK_AT, now)
        .execute();
  }

  @Test
  void oneStuckPaymentDoesNotHoldUpTheOthers() {
    PlacedOrder stuck = PlacedOrder.by(Customer.guest(), wish());
    Provider.fault(stuck.id(), "confirm", "drop-after");
    Provider.fault(stuck.id(), "lookup", "hang-before", Map.of("seconds", 30, "times", 100));
    stuck.pay(stuck.authenticated()).then().statusCode(202);
    Provider.fault(order.id(), "confirm", "drop-after");
    becomesPaid();
    assertThat(stuck.status()).isEqualTo("PENDING_PAYMENT");
  }

  private static Map<String, Object> wish() {
    return PlacedOrder.wish(Shop.open().dish("비빔밥", 9000), 1);
  }

  private void becomesPaid() {
    Response paying = order.pay(order.authenticated());
    assertThat(paying.statusCode()).as(paying.asString()).isEqualTo(202);
    assertThat(paying.<String>path("id")).isEqualTo(order.id().toString());
    assertThat(paying.<String>path("status")).isEqualTo("PENDING_PAYMENT");
    order.awaitStatus("PAID");
    assertThat(Provider.charges(order.id())).isEqualTo(1);
    assertThat(Provider.kept(order.id())).isEqualTo(order.total());
    assertThat(Stored.sql().fetchCount(PAYMENTS, PAYMENTS.ORDER_ID.eq(order.id()))).isEqualTo(1);
  }
}
