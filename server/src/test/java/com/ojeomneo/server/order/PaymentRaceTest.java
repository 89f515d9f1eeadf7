package com.ojeomneo.server.order;

import static com.ojeomneo.schema.jooq.Tables.PAYMENTS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.ojeomneo.server.Dish;
import com.ojeomneo.server.Shop;
import com.ojeomneo.server.TestStack;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** One charge, one order, one state; no money kept without an order. */
@QuarkusTest
@WithTestResource(TestStack.class)
class PaymentRaceTest {
  @Test
  void fiftyOfOnePaymentChargeOnce() {
    PlacedOrder order = PlacedOrder.any();
    String paymentKey = order.authenticated();
    String key = PlacedOrder.key();
    List<Response> answers = Crowd.of(50, () -> order.pay(paymentKey, order.total(), key));
    assertThat(answers).extracting(Response::statusCode).contains(200).isSubsetOf(200, 409);
    assertThat(answers)
        .filteredOn(a -> a.statusCode() == 409)
        .allSatisfy(a -> assertThat(a.<String>path("code")).isEqualTo("IDEMPOTENCY_KEY_IN_USE"));
    paidOnce(order);
  }

  @Test
  void doubleTapsWithKeysOfTheirOwnChargeOnce() {
    PlacedOrder order = PlacedOrder.any();
    String paymentKey = order.authenticated();
    List<Response> answers = Crowd.of(20, () -> order.pay(paymentKey));
    assertThat(answers).extracting(Response::statusCode).isSubsetOf(200, 202, 409);
    order.awaitStatus("PAID");
    paidOnce(order);
  }

  @Test
  void twoCardsAtOnceChargeOne() {
    PlacedOrder order = PlacedOrder.any();
    List<Callable<Response>> both =
        List.of(order.authenticated(), order.authenticated()).stream()
            .<Callable<Response>>map(paymentKey -> () -> order.pay(paymentKey))
            .toList();
    List<Response> answers = Crowd.of(both);
    assertThat(answers).extracting(Response::statusCode).contains(200).isSubsetOf(200, 202, 409);
    order.awaitStatus("PAID");
    paidOnce(order);
  }

  @Test
  void noMoneyStaysWithAnOrderThatWasCancelledWhileItWasPaid() {
    Dish dish = Shop.open().dish("비빔밥", 9000).dailyLimit(1000);
    List<PlacedOrder> orders = IntStream.range(0, 25).mapToObj(i -> PlacedOrder.of(dish)).toList();
    var deeds = new ArrayList<Callable<Response>>();
    for (PlacedOrder order : orders) {
      String paymentKey = order.authenticated();
      deeds.add(() -> order.pay(paymentKey));
      deeds.add(order::cancel);
    }
    assertThat(Crowd.of(deeds)).extracting(Response::statusCode).isSubsetOf(200, 202, 402, 409);
    for (PlacedOrder order : orders) {
      await()
          .atMost(Duration.ofSeconds(15))
          .untilAsserted(
              () -> {
                assertThat(order.status()).isEqualTo("CANCELLED");
                assertThat(Provider.kept(order.id())).isZero();
              });
    }
    assertThat(Stored.remaining(dish)).isEqualTo(1000);
  }

  private static void paidOnce(PlacedOrder order) {
    assertThat(order.status()).isEqualTo("PAID");
    assertThat(Provider.charges(order.id())).isEqualTo(1);
    assertThat(Provider.kept(order.id())).isEqualTo(order.total());
    assertThat(Stored.sql().fetchCount(PAYMENTS, PAYMENTS.ORDER_ID.eq(order.id()))).isEqualTo(1);
  }
}
