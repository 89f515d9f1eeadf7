package com.ojeomneo.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class IdempotencyTest {
  private static final String HEADER = "Idempotency-Key";

  private final String orderId = TestShop.newOrder();
  private final String key = TestShop.newKey();
  private TestShop shop;

  // A database of its own: by the clock of one test the keys of another would be too old.
  @BeforeEach
  void open() throws Exception {
    shop = TestShop.open(TestPostgres.emptyDatabase());
  }

  @AfterEach
  void close() {
    shop.close();
  }

  @Test
  void aRepeatedConfirmGetsTheFirstAnswer() throws Exception {
    String paymentKey = shop.authenticate(orderId, 12_000);
    Reply first = shop.confirm(paymentKey, orderId, 12_000, HEADER, key);
    shop.clock.pass(Duration.ofMinutes(20));

    Reply second = shop.confirm(paymentKey, orderId, 12_000, HEADER, key);

    assertThat(first.status()).isEqualTo(200);
    assertThat(second.status()).isEqualTo(200);
    assertThat(second.body()).isEqualTo(first.body());
  }

  @Test
  void aRefusalIsRepeatedToo() throws Exception {
    String paymentKey = shop.authenticate(orderId, 12_000);
    shop.confirm(paymentKey, orderId, 11_000, HEADER, key);

    Reply corrected = shop.confirm(paymentKey, orderId, 12_000, HEADER, key);

    assertThat(corrected.status()).isEqualTo(400);
    assertThat(corrected.code()).isEqualTo("INVALID_REQUEST");
    assertThat(shop.confirm(paymentKey, orderId, 12_000, HEADER, TestShop.newKey()).status())
        .isEqualTo(200);
  }

  @Test
  void theSameKeyForAnotherOrderRepeatsTheFirstAnswer() throws Exception {
    String other = TestShop.newOrder();
    String otherPayment = shop.authenticate(other, 8_000);
    shop.confirm(shop.authenticate(orderId, 12_000), orderId, 12_000, HEADER, key);

    Reply reply = shop.confirm(otherPayment, other, 8_000, HEADER, key);

    assertThat(reply.text("orderId")).isEqualTo(orderId);
    assertThat(shop.lookUp(otherPayment).text("status")).isEqualTo("IN_PROGRESS");
  }

  @Test
  void theSameKeyAtAnotherAddressIsAnotherKey() throws Exception {
    String paymentKey = shop.authenticate(orderId, 12_000);
    shop.confirm(paymentKey, orderId, 12_000, HEADER, key);

    Reply reply = shop.cancelAll(paymentKey, HEADER, key);

    assertThat(reply.text("status")).isEqualTo("CANCELED");
  }

  @Test
  void aRepeatedPartialCancelGivesBackOnce() throws Exception {
    String paymentKey = shop.charged(orderId, 12_000);
    shop.cancel(paymentKey, 3_000, HEADER, key);

    Reply second = shop.cancel(paymentKey, 3_000, HEADER, key);

    assertThat(second.number("balanceAmount")).isEqualTo(9_000);
    assertThat(shop.lookUp(paymentKey).number("balanceAmount")).isEqualTo(9_000);
  }

  @Test
  void aKeyIsForgottenAfterFifteenDays() throws Exception {
    String paymentKey = shop.charged(orderId, 12_000);
    shop.cancel(paymentKey, 3_000, HEADER, key);

    shop.clock.pass(Duration.ofDays(15).minusMillis(1));
    assertThat(shop.cancel(paymentKey, 3_000, HEADER, key).number("balanceAmount"))
        .isEqualTo(9_000);
    shop.clock.pass(Duration.ofMillis(1));
    assertThat(shop.cancel(paymentKey, 3_000, HEADER, key).number("balanceAmount"))
        .isEqualTo(6_000);
  }

  @Test
  void aKeyHasAtMostThreeHundredCharacters() throws Exception {
    String paymentKey = shop.charged(orderId, 12_000);

    Reply tooLong = shop.cancel(paymentKey, 1_000, HEADER, "k".repeat(301));
    Reply longest = shop.cancel(paymentKey, 1_000, HEADER, key + "k".repeat(300 - key.length()));

    assertThat(tooLong.status()).isEqualTo(400);
    assertThat(tooLong.code()).isEqualTo("INVALID_IDEMPOTENCY_KEY");
    assertThat(longest.status()).isEqualTo(200);
  }

  @Test
  void whileTheFirstRequestRunsTheKeyIsBusy() throws Exception {
    String paymentKey = shop.authenticate(orderId, 12_000);
    shop.fault(orderId, "'operation':'confirm','effect':'hang-before','seconds':600");

    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var first = threads.submit(() -> shop.confirm(paymentKey, orderId, 12_000, HEADER, key));
      Eventually.is(() -> shop.faults().json().get("faults").isEmpty());

      Reply second = shop.confirm(paymentKey, orderId, 12_000, HEADER, key);

      assertThat(second.status()).isEqualTo(409);
      assertThat(second.code()).isEqualTo("IDEMPOTENT_REQUEST_PROCESSING");
      shop.close();
      assertThat(first).failsWithin(Duration.ofSeconds(10));
    }
  }

  @Test
  void twentyRequestsUnderOneKeyGiveBackOnce() throws Exception {
    String paymentKey = shop.charged(orderId, 12_000);

    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Callable<Reply> cancel = () -> shop.cancel(paymentKey, 500, HEADER, key);
      for (var reply : threads.invokeAll(Collections.nCopies(20, cancel))) {
        assertThat(reply.get().status()).isIn(200, 409);
        if (reply.get().status() == 200) {
          assertThat(reply.get().number("balanceAmount")).isEqualTo(11_500);
        }
      }
    }
    assertThat(shop.lookUp(paymentKey).json().get("cancels")).hasSize(1);
  }
}
