package com.ojeomneo.server.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.ojeomneo.server.TestStack;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What was taken at a till waits for somebody there, and the Server counts for how long. */
@QuarkusTest
@WithTestResource(TestStack.class)
class TillRefundTest {
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  @Inject MeterRegistry metrics;

  @Test
  void whatIsToBeHandedOverIsSeenUntilItIs() {
    UUID order = PlacedOrder.any().id();
    Stored.sql()
        .execute(
            """
            INSERT INTO staff (id, email, display_name, password_hash, created_at)
            VALUES ('%1$s', '%1$s@example.com', '김직원', 'x', now());
            INSERT INTO payments (id, order_id, amount, refunded, method, approved_at, pays_order, kind, taken_by)
            VALUES ('%1$s', '%1$s', 9000, 500, '현금', now(), true, 'TILL', '%1$s');
            INSERT INTO refunds (id, order_id, payment_id, amount, reason, status, created_at)
            VALUES ('%1$s', '%1$s', '%1$s', 500, '누락', 'PENDING', now() - interval '25 hours');
            """
                .formatted(order));

    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(gauge("ojeomneo_payment_waiting")).isPositive());
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                assertThat(gauge("ojeomneo_payment_waiting_oldest_seconds"))
                    .isGreaterThan(Duration.ofDays(1).toSeconds()));

    Stored.sql()
        .execute(
            "UPDATE refunds SET status = 'DONE', done_at = now(), handed_by = ? WHERE id = ?",
            order,
            order);
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                assertThat(gauge("ojeomneo_payment_waiting_oldest_seconds"))
                    .isLessThan(Duration.ofDays(1).toSeconds()));
  }

  private double gauge(String name) {
    return metrics.get(name).tag("what", "till_refund").gauge().value();
  }
}
