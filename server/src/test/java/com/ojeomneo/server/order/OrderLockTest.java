package com.ojeomneo.server.order;

import static com.ojeomneo.schema.jooq.Tables.PAYMENTS;
import static com.ojeomneo.schema.jooq.Tables.PAYMENT_ATTEMPTS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.ojeomneo.platform.redis.RedisLink;
import com.ojeomneo.server.TestStack;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * {@code lock:order:{id}} softens double taps and guarantees nothing: it may expire, or pass to
 * another, while its holder waits for the provider. Here it does, each time.
 */
@QuarkusTest
@WithTestResource(TestStack.class)
class OrderLockTest {
  private static final String SOMEONE = "someone else";

  @Inject RedisLink redis;

  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private PlacedOrder order;
  private String paymentKey;
  private String idempotencyKey;

  @BeforeEach
  void anOrderWhoseCustomerSaidYes() {
    order = PlacedOrder.any();
    paymentKey = order.authenticated();
    idempotencyKey = PlacedOrder.key();
  }

  @AfterEach
  void close() {
    threads.close();
  }

  @Test
  void whileItIsHeldTheSecondTapIsToldToWaitAndTriesNothing() {
    Future<Response> first = inTheMiddleOfPaying();
    assertThat(order.pay(order.authenticated()).statusCode()).isEqualTo(202);
    assertThat(attempts()).isEqualTo(1);
    paidOnce(first);
    assertThat(lock()).isZero();
  }

  @Test
  void whenItExpiresMidwayTheSecondTapDoesNotChargeAgain() {
    Future<Response> first = inTheMiddleOfPaying();
    expire();
    assertThat(order.pay(paymentKey).statusCode()).isEqualTo(202);
    assertThat(attempts()).isEqualTo(1);
    paidOnce(first);
  }

  @Test
  void whenItExpiresMidwayAnotherCardIsNotChargedToo() {
    Future<Response> first = inTheMiddleOfPaying();
    expire();
    assertThat(order.pay(order.authenticated()).statusCode()).isEqualTo(202);
    assertThat(attempts()).isEqualTo(1);
    paidOnce(first);
  }

  @Test
  void whenItExpiresMidwayTheVeryRequestAgainIsStillRunning() {
    Future<Response> first = inTheMiddleOfPaying();
    expire();
    Response again = order.pay(paymentKey, order.total(), idempotencyKey);
    assertThat(again.statusCode()).isEqualTo(409);
    assertThat(again.<String>path("code")).isEqualTo("IDEMPOTENCY_KEY_IN_USE");
    paidOnce(first);
    assertThat(order.pay(paymentKey, order.total(), idempotencyKey).statusCode()).isEqualTo(200);
  }

  @Test
  void whenItExpiresMidwayACancellationGivesTheMoneyBack() {
    Future<Response> first = inTheMiddleOfPaying();
    expire();
    int cancelled = order.cancel().statusCode();
    assertThat(first)
        .succeedsWithin(Duration.ofSeconds(20))
        .satisfies(answer -> assertThat(answer.statusCode()).isIn(200, 202, 409));
    if (cancelled == 200) {
      await()
          .atMost(Duration.ofSeconds(20))
          .untilAsserted(() -> assertThat(Provider.kept(order.id())).isZero());
      assertThat(order.status()).isEqualTo("CANCELLED");
    } else {
      paidOnce(first);
    }
  }

  @Test
  void whoeverHoldsItAfterwardsKeepsIt() {
    Future<Response> first = inTheMiddleOfPaying();
    expire();
    redis.call(r -> r.set(key(), SOMEONE));
    paidOnce(first);
    assertThat(redis.call(r -> r.get(key()))).contains(SOMEONE);
    // Busy for nothing: the answer is the order as it stands.
    Response late = order.pay(paymentKey);
    assertThat(late.statusCode()).isEqualTo(202);
    assertThat(late.<String>path("status")).isEqualTo("PAID");
    redis.call(r -> r.del(key()));
    assertThat(order.pay(paymentKey).<String>path("code")).isEqualTo("ALREADY_PAID");
  }

  /** The provider thinks about it; the lock is held, and lives half a minute at most. */
  private Future<Response> inTheMiddleOfPaying() {
    Provider.fault(order.id(), "confirm", "delay", Map.of("millis", 1000));
    Future<Response> first =
        threads.submit(() -> order.pay(paymentKey, order.total(), idempotencyKey));
    await().pollInterval(Duration.ofMillis(10)).until(() -> attempts() == 1);
    assertThat(redis.call(r -> r.pttl(key())).orElseThrow()).isBetween(1L, 30_000L);
    return first;
  }

  private void expire() {
    redis.call(r -> r.pexpire(key(), 1));
    await().pollInterval(Duration.ofMillis(10)).until(() -> lock() == 0);
  }

  private long lock() {
    return redis.call(r -> r.exists(key())).orElseThrow();
  }

  private String key() {
    return "lock:order:" + order.id();
  }

  private int attempts() {
    return Stored.sql().fetchCount(PAYMENT_ATTEMPTS, PAYMENT_ATTEMPTS.ORDER_ID.eq(order.id()));
  }

  private void paidOnce(Future<Response> first) {
    assertThat(first)
        .succeedsWithin(Duration.ofSeconds(20))
        .satisfies(answer -> assertThat(answer.statusCode()).isEqualTo(200));
    assertThat(order.status()).isEqualTo("PAID");
    assertThat(Provider.charges(order.id())).isEqualTo(1);
    assertThat(Provider.kept(order.id())).isEqualTo(order.total());
    assertThat(Stored.sql().fetchCount(PAYMENTS, PAYMENTS.ORDER_ID.eq(order.id()))).isEqualTo(1);
  }
}
