package com.ojeomneo.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FaultTest {
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
  void aChargeWhoseAnswerIsLostIsMade() throws Exception {
    String paymentKey = shop.authenticate(orderId, 12_000);
    shop.fault(orderId, "'operation':'confirm','effect':'drop-after'");

    assertThatThrownBy(() -> shop.confirm(paymentKey, orderId, 12_000))
        .isInstanceOf(IOException.class);

    assertThat(shop.lookUp(paymentKey).text("status")).isEqualTo("DONE");
  }

  @Test
  void aLostAnswerIsRepeatedUnderItsKey() throws Exception {
    String key = TestShop.newKey();
    String paymentKey = shop.charged(orderId, 12_000);
    shop.fault(orderId, "'operation':'cancel','effect':'drop-after','times':2");
    for (int i = 0; i < 2; i++) {
      assertThatThrownBy(() -> shop.cancel(paymentKey, 1_000, "Idempotency-Key", key))
          .isInstanceOf(IOException.class);
    }

    Reply third = shop.cancel(paymentKey, 1_000, "Idempotency-Key", key);

    assertThat(third.number("balanceAmount")).isEqualTo(11_000);
  }

  @Test
  void aHangAfterwardsMovesTheMoneyBeforeItIsSilent() throws Exception {
    String paymentKey = shop.authenticate(orderId, 12_000);
    shop.fault(orderId, "'operation':'confirm','effect':'hang-after','seconds':600");
    var request =
        shop.authorized("/v1/payments/confirm")
            .timeout(Duration.ofMillis(300))
            .POST(BodyPublishers.ofString(TestShop.confirmation(paymentKey, orderId, 12_000)));

    assertThatThrownBy(() -> shop.send(request)).isInstanceOf(HttpTimeoutException.class);

    assertThat(shop.lookUp(paymentKey).text("status")).isEqualTo("DONE");
  }

  @Test
  void aHangBeforehandMovesTheMoneyLate() throws Exception {
    String paymentKey = shop.authenticate(orderId, 12_000);
    shop.fault(orderId, "'operation':'confirm','effect':'hang-before','millis':500");

    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var confirm = threads.submit(() -> shop.confirm(paymentKey, orderId, 12_000));
      Eventually.is(() -> shop.faults().json().get("faults").isEmpty());
      assertThat(shop.lookUp(paymentKey).text("status")).isEqualTo("IN_PROGRESS");

      assertThat(confirm.get().text("status")).isEqualTo("DONE");
    }
  }

  @Test
  void aHangEndsWithTheSandbox() throws Exception {
    String paymentKey = shop.charged(orderId, 12_000);
    shop.fault(orderId, "'operation':'lookup','effect':'hang-before','seconds':600");

    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var lookUp = threads.submit(() -> shop.lookUp(paymentKey));
      Eventually.is(() -> shop.faults().json().get("faults").isEmpty());

      shop.close();

      assertThat(lookUp).failsWithin(Duration.ofSeconds(10));
    }
  }

  @Test
  void anErrorComesInsteadOfTheWork() throws Exception {
    String paymentKey = shop.authenticate(orderId, 12_000);
    shop.fault(orderId, "'operation':'confirm','effect':'error','code':'PROVIDER_ERROR'");

    Reply error = shop.confirm(paymentKey, orderId, 12_000);

    assertThat(error.status()).isEqualTo(400);
    assertThat(error.code()).isEqualTo("PROVIDER_ERROR");
    assertThat(shop.lookUp(paymentKey).text("status")).isEqualTo("IN_PROGRESS");
    assertThat(shop.confirm(paymentKey, orderId, 12_000).status()).isEqualTo(200);
  }

  @Test
  void anErrorCanHideWorkThatWasDone() throws Exception {
    String paymentKey = shop.authenticate(orderId, 12_000);
    shop.fault(orderId, "'operation':'confirm','effect':'error','after':true");

    Reply error = shop.confirm(paymentKey, orderId, 12_000);

    assertThat(error.code()).isEqualTo("PROVIDER_ERROR");
    assertThat(shop.lookUp(paymentKey).text("status")).isEqualTo("DONE");
  }

  @Test
  void aServerErrorThatHidesACancelDoesNotCancelTwiceUnderOneKey() throws Exception {
    String key = TestShop.newKey();
    String paymentKey = shop.charged(orderId, 12_000);
    shop.fault(orderId, "'operation':'cancel','effect':'error','code':'COMMON_ERROR','after':true");

    Reply error = shop.cancel(paymentKey, 1_000, "Idempotency-Key", key);
    Reply again = shop.cancel(paymentKey, 1_000, "Idempotency-Key", key);

    assertThat(error.status()).isEqualTo(500);
    assertThat(again.status()).isEqualTo(200);
    assertThat(again.number("balanceAmount")).isEqualTo(11_000);
    assertThat(shop.lookUp(paymentKey).json().get("cancels")).hasSize(1);
  }

  @Test
  void aServerErrorWithoutAnEffectDoesNotUseUpTheKey() throws Exception {
    String key = TestShop.newKey();
    String paymentKey = shop.charged(orderId, 12_000);
    shop.fault(orderId, "'operation':'cancel','effect':'error','code':'X','status':503");

    Reply error = shop.cancel(paymentKey, 1_000, "Idempotency-Key", key);
    Reply again = shop.cancel(paymentKey, 1_000, "Idempotency-Key", key);

    assertThat(error.status()).isEqualTo(503);
    assertThat(error.code()).isEqualTo("X");
    assertThat(again.number("balanceAmount")).isEqualTo(11_000);
  }

  @Test
  void aFaultHitsItsOrderItsOperationAndItsNumberOfTimes() throws Exception {
    String other = TestShop.newOrder();
    shop.charged(other, 1_000);
    shop.charged(orderId, 1_000);
    shop.fault(orderId, "'operation':'lookup','effect':'error','status':500,'times':2");

    assertThat(shop.lookUpOrder(other).status()).isEqualTo(200);
    assertThat(shop.lookUpOrder(orderId).status()).isEqualTo(500);
    assertThat(shop.lookUpOrder(orderId).status()).isEqualTo(500);
    assertThat(shop.lookUpOrder(orderId).status()).isEqualTo(200);
  }

  @Test
  void faultsAreListedAndCleared() throws Exception {
    Reply added = shop.fault(orderId, "'operation':'cancel','effect':'hang-after'");
    assertThat(added.status()).isEqualTo(201);
    assertThat(shop.faults().json().at("/faults/0"))
        .isEqualTo(
            Json.object(
                """
                {"operation": "cancel", "orderId": "%s", "effect": "hang-after",
                 "after": false, "times": 1, "millis": 30000}
                """
                    .formatted(orderId)));

    assertThat(shop.send(shop.request("/sandbox/faults").DELETE()).status()).isEqualTo(204);

    assertThat(shop.faults().json().get("faults")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'effect':'hang-after'",
        "'operation':'refund','effect':'hang-after'",
        "'operation':'cancel','effect':'explode'",
        "'operation':'cancel','effect':'none'",
        "'operation':'cancel','effect':'error','status':200",
        "'operation':'cancel','effect':'drop-after','times':0",
        "'operation':'cancel','effect':'hang-after','seconds':-1"
      })
  void aFaultThatCannotBeIsRefused(String fields) throws Exception {
    assertThat(shop.fault(orderId, fields).code()).isEqualTo("INVALID_REQUEST");
  }

  @Test
  void aTestCodeInTheHeaderIsTheAnswer() throws Exception {
    String paymentKey = shop.authenticate(orderId, 12_000);

    Reply reply =
        shop.confirm(paymentKey, orderId, 12_000, "TossPayments-Test-Code", "INVALID_STOPPED_CARD");

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.code()).isEqualTo("INVALID_STOPPED_CARD");
    assertThat(shop.lookUp(paymentKey).text("status")).isEqualTo("IN_PROGRESS");
  }

  @Test
  void toAForwardedRequestTheControlsAreNotThere() throws Exception {
    for (String path :
        new String[] {
          "/sandbox/faults", "/sandbox/ledger", "/sandbox/webhooks", "/sandbox/chaos"
        }) {
      Reply reply = shop.send(shop.request(path).header("X-Forwarded-For", "127.0.0.1"));
      assertThat(reply.status()).isEqualTo(404);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"Sec-Fetch-Site: cross-site", "Origin: https://evil.example"})
  void aPageOfAnotherOriginCannotUseTheControls(String header) throws Exception {
    String[] pair = header.split(": ");

    Reply reply =
        shop.send(
            shop.request("/sandbox/faults")
                .header(pair[0], pair[1])
                .POST(BodyPublishers.ofString("{\"operation\":\"confirm\",\"effect\":\"delay\"}")));

    assertThat(reply.status()).isEqualTo(403);
    assertThat(shop.faults().json().get("faults")).isEmpty();
  }
}
