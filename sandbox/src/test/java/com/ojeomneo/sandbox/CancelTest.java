package com.ojeomneo.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CancelTest {
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
  void withoutAnAmountAllIsGivenBack() throws Exception {
    String paymentKey = shop.charged(orderId, 12_000);

    Reply reply = shop.cancelAll(paymentKey);

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.text("status")).isEqualTo("CANCELED");
    assertThat(reply.number("balanceAmount")).isZero();
    assertThat(reply.number("totalAmount")).isEqualTo(12_000);
    var cancel = reply.json().at("/cancels/0");
    assertThat(cancel.get("cancelAmount").asLong()).isEqualTo(12_000);
    assertThat(cancel.get("refundableAmount").asLong()).isZero();
    assertThat(cancel.get("cancelReason").asText()).isEqualTo("고객 변심");
    assertThat(cancel.get("cancelStatus").asText()).isEqualTo("DONE");
    assertThat(cancel.get("canceledAt").asText()).isEqualTo("2026-03-02T11:30:00+09:00");
    assertThat(cancel.get("transactionKey").asText()).isEqualTo(reply.text("lastTransactionKey"));
  }

  @Test
  void anOrderIsGivenBackInPartsUntilNothingIsLeft() throws Exception {
    String paymentKey = shop.charged(orderId, 12_000);

    Reply first = shop.cancel(paymentKey, 5_000);
    shop.clock.pass(Duration.ofSeconds(1));
    Reply second = shop.cancel(paymentKey, 4_000);
    Reply rest = shop.cancelAll(paymentKey);

    assertThat(first.text("status")).isEqualTo("PARTIAL_CANCELED");
    assertThat(first.number("balanceAmount")).isEqualTo(7_000);
    assertThat(second.json().at("/cancels/1/refundableAmount").asLong()).isEqualTo(3_000);
    assertThat(rest.text("status")).isEqualTo("CANCELED");
    assertThat(rest.json().get("cancels").findValuesAsText("cancelAmount"))
        .containsExactly("5000", "4000", "3000");
  }

  @Test
  void moreThanIsLeftCannotBeGivenBack() throws Exception {
    String paymentKey = shop.charged(orderId, 12_000);
    shop.cancel(paymentKey, 5_000);

    Reply reply = shop.cancel(paymentKey, 7_001);

    assertThat(reply.status()).isEqualTo(403);
    assertThat(reply.code()).isEqualTo("NOT_CANCELABLE_AMOUNT");
    assertThat(shop.lookUp(paymentKey).number("balanceAmount")).isEqualTo(7_000);
  }

  @Test
  void whatIsCanceledCannotBeCanceledAgain() throws Exception {
    String paymentKey = shop.charged(orderId, 12_000);
    shop.cancelAll(paymentKey);

    Reply reply = shop.cancelAll(paymentKey);

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.code()).isEqualTo("ALREADY_CANCELED_PAYMENT");
  }

  @Test
  void whatWasNeverChargedCannotBeCanceled() throws Exception {
    String paymentKey = shop.authenticate(orderId, 12_000);

    Reply reply = shop.cancelAll(paymentKey);

    assertThat(reply.status()).isEqualTo(403);
    assertThat(reply.code()).isEqualTo("NOT_CANCELABLE_PAYMENT");
  }

  @Test
  void anUnknownPaymentIsNotFound() throws Exception {
    Reply reply = shop.cancelAll("nobody-made-this");

    assertThat(reply.status()).isEqualTo(404);
    assertThat(reply.code()).isEqualTo("NOT_FOUND_PAYMENT");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"cancelReason\":\"\"}",
        "{\"cancelReason\":1}",
        "{\"cancelReason\":\"왜\",\"cancelAmount\":0}",
        "{\"cancelReason\":\"왜\",\"cancelAmount\":-1}",
        "{\"cancelReason\":\"왜\",\"cancelAmount\":1.5}",
        "{\"cancelReason\":\"왜\",\"cancelAmount\":\"1\"}"
      })
  void aMalformedRequestIsInvalid(String body) throws Exception {
    String paymentKey = shop.charged(orderId, 12_000);

    Reply reply = shop.post("/v1/payments/" + paymentKey + "/cancel", body);

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.code()).isEqualTo("INVALID_REQUEST");
  }

  @Test
  void cancelsAtOnceNeverGiveBackMoreThanWasPaid() throws Exception {
    String paymentKey = shop.charged(orderId, 10_000);

    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Callable<Reply> cancel = () -> shop.cancel(paymentKey, 1_500);
      var replies = threads.invokeAll(Collections.nCopies(20, cancel));
      long given = 0;
      for (var reply : replies) {
        given += reply.get().status() == 200 ? 1 : 0;
      }
      assertThat(given).isEqualTo(6);
    }
    var payment = shop.lookUp(paymentKey).json();
    long sum =
        StreamSupport.stream(payment.get("cancels").spliterator(), false)
            .mapToLong(cancel -> cancel.get("cancelAmount").asLong())
            .sum();
    assertThat(sum).isEqualTo(9_000);
    assertThat(payment.get("balanceAmount").asLong()).isEqualTo(1_000);
    assertThat(payment.get("status").asText()).isEqualTo("PARTIAL_CANCELED");
  }
}
