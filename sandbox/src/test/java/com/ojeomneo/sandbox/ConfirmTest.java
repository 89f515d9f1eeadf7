package com.ojeomneo.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConfirmTest {
  private final String orderId = TestShop.newOrder();
  private TestShop shop;

  @BeforeEach
  void open() throws Exception {
    shop = TestShop.open();
  }

  @AfterEach
  void close() {
    shop.close();
  }

  @Test
  void whatTheCustomerAuthenticatedIsChargedOnce() throws Exception {
    String paymentKey = shop.authenticate(orderId, 12_000);
    shop.clock.pass(Duration.ofMinutes(1));

    Reply first = shop.confirm(paymentKey, orderId, 12_000);
    Reply second = shop.confirm(paymentKey, orderId, 12_000);

    assertThat(first.status()).isEqualTo(200);
    assertThat(first.text("status")).isEqualTo("DONE");
    assertThat(second.status()).isEqualTo(400);
    assertThat(second.code()).isEqualTo("ALREADY_PROCESSED_PAYMENT");
    assertThat(second.text("message")).isEqualTo("이미 처리된 결제 입니다.");
  }

  @Test
  void thePaymentObjectIsTheProviders() throws Exception {
    String paymentKey = shop.authenticate(orderId, 11_000);
    shop.clock.pass(Duration.ofSeconds(90));

    var payment = shop.confirm(paymentKey, orderId, 11_000).json();

    assertThat(payment.get("paymentKey").asText()).isEqualTo(paymentKey);
    assertThat(payment.get("orderId").asText()).isEqualTo(orderId);
    assertThat(payment.get("orderName").asText()).isEqualTo("제육덮밥 외 1건");
    assertThat(payment.get("currency").asText()).isEqualTo("KRW");
    assertThat(payment.get("method").asText()).isEqualTo("카드");
    assertThat(payment.get("totalAmount").asLong()).isEqualTo(11_000);
    assertThat(payment.get("balanceAmount").asLong()).isEqualTo(11_000);
    assertThat(payment.get("vat").asLong()).isEqualTo(1_000);
    assertThat(payment.get("requestedAt").asText()).isEqualTo("2026-03-02T11:30:00+09:00");
    assertThat(payment.get("approvedAt").asText()).isEqualTo("2026-03-02T11:31:30+09:00");
    assertThat(payment.get("lastTransactionKey").asText()).matches("[0-9A-F]{32}");
    assertThat(payment.get("isPartialCancelable").asBoolean()).isTrue();
    assertThat(payment.at("/card/amount").asLong()).isEqualTo(11_000);
    assertThat(payment.at("/receipt/url").asText()).startsWith("http");
    assertThat(payment.at("/checkout/url").asText()).startsWith("http");
    for (String absent : new String[] {"cancels", "failure", "easyPay"}) {
      assertThat(payment.has(absent)).as(absent).isTrue();
      assertThat(payment.get(absent).isNull()).as(absent).isTrue();
    }
    assertThat(payment.get("mId").asText()).isNotEmpty();
  }

  @Test
  void anotherAmountThanTheAuthenticatedOneIsRefusedAndNothingIsCharged() throws Exception {
    String paymentKey = shop.authenticate(orderId, 12_000);

    Reply less = shop.confirm(paymentKey, orderId, 11_999);

    assertThat(less.status()).isEqualTo(400);
    assertThat(less.code()).isEqualTo("INVALID_REQUEST");
    assertThat(shop.lookUp(paymentKey).text("status")).isEqualTo("IN_PROGRESS");
    assertThat(shop.confirm(paymentKey, orderId, 12_000).status()).isEqualTo(200);
  }

  @Test
  void aSessionLastsTenMinutesAndNotAMomentLonger() throws Exception {
    String late = shop.authenticate(orderId, 12_000);
    shop.clock.pass(Duration.ofMillis(1));
    String justInTime = shop.authenticate(orderId, 12_000);
    shop.clock.pass(Duration.ofMinutes(10).minusMillis(1));

    Reply tooLate = shop.confirm(late, orderId, 12_000);

    assertThat(tooLate.status()).isEqualTo(404);
    assertThat(tooLate.code()).isEqualTo("NOT_FOUND_PAYMENT_SESSION");
    assertThat(shop.lookUp(late).text("status")).isEqualTo("EXPIRED");
    assertThat(shop.confirm(justInTime, orderId, 12_000).status()).isEqualTo(200);
  }

  @Test
  void anUnknownPaymentIsNotFound() throws Exception {
    Reply reply = shop.confirm("nobody-made-this", orderId, 12_000);

    assertThat(reply.status()).isEqualTo(404);
    assertThat(reply.code()).isEqualTo("NOT_FOUND_PAYMENT");
  }

  @Test
  void aPaymentOfAnotherOrderHasNoSession() throws Exception {
    String paymentKey = shop.authenticate(TestShop.newOrder(), 12_000);

    Reply reply = shop.confirm(paymentKey, orderId, 12_000);

    assertThat(reply.status()).isEqualTo(404);
    assertThat(reply.code()).isEqualTo("NOT_FOUND_PAYMENT_SESSION");
  }

  @Test
  void aCardOverItsLimitIsRefusedAtTheConfirm() throws Exception {
    String paymentKey = shop.authenticate(orderId, 12_000, "card=refused&decision=approve");

    Reply refused = shop.confirm(paymentKey, orderId, 12_000);

    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.code()).isEqualTo("REJECT_CARD_PAYMENT");
    var payment = shop.lookUp(paymentKey).json();
    assertThat(payment.get("status").asText()).isEqualTo("ABORTED");
    assertThat(payment.at("/failure/code").asText()).isEqualTo("REJECT_CARD_PAYMENT");
    assertThat(shop.confirm(paymentKey, orderId, 12_000).code())
        .isEqualTo("ALREADY_PROCESSED_PAYMENT");
  }

  @Test
  void afterARefusedCardTheOrderCanBePaidWithAnother() throws Exception {
    String refused = shop.authenticate(orderId, 12_000, "card=refused&decision=approve");
    shop.confirm(refused, orderId, 12_000);

    String working = shop.authenticate(orderId, 12_000);

    assertThat(shop.confirm(working, orderId, 12_000).text("status")).isEqualTo("DONE");
  }

  @Test
  void aSecondPaymentOfAPaidOrderIsADuplicate() throws Exception {
    String first = shop.authenticate(orderId, 12_000);
    String second = shop.authenticate(orderId, 12_000);
    shop.confirm(first, orderId, 12_000);

    Reply reply = shop.confirm(second, orderId, 12_000);

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.code()).isEqualTo("DUPLICATED_ORDER_ID");
  }

  @Test
  void paymentsOfOneOrderThatAreConfirmedAtOnceChargeOnce() throws Exception {
    var keys = new String[12];
    for (int i = 0; i < keys.length; i++) {
      keys[i] = shop.authenticate(orderId, 12_000);
    }

    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var confirms =
          IntStream.range(0, 36)
              .mapToObj(i -> (Callable<Reply>) () -> shop.confirm(keys[i % 12], orderId, 12_000))
              .toList();
      long charged = 0;
      for (var reply : threads.invokeAll(confirms)) {
        charged += reply.get().status() == 200 ? 1 : 0;
        assertThat(reply.get().status()).isLessThan(500);
      }
      assertThat(charged).isEqualTo(1);
    }
    var statuses = shop.ledger(orderId).json().get("payments").findValuesAsText("status");
    assertThat(statuses).containsOnlyOnce("DONE").hasSize(12);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "not json",
        "{}",
        "{\"paymentKey\":\"k\",\"orderId\":\"order-1\"}",
        "{\"paymentKey\":\"k\",\"orderId\":\"order-1\",\"amount\":\"100\"}",
        "{\"paymentKey\":\"k\",\"orderId\":\"order-1\",\"amount\":100.5}",
        "{\"paymentKey\":\"k\",\"orderId\":\"short\",\"amount\":100}",
        "{\"paymentKey\":\"k\",\"orderId\":\"주문번호입니다\",\"amount\":100}",
        "{\"paymentKey\":\"k\",\"orderId\":123456,\"amount\":100}",
        "{\"paymentKey\":\"\\u0000\",\"orderId\":\"order-1\",\"amount\":100}",
        "{\"orderId\":\"order-1\",\"amount\":100}"
      })
  void aMalformedRequestIsInvalid(String body) throws Exception {
    Reply reply = shop.post("/v1/payments/confirm", body);

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.code()).isEqualTo("INVALID_REQUEST");
  }
}
