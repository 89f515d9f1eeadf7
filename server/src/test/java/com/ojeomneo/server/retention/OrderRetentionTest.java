package com.ojeomneo.server.retention;

import static org.assertj.core.api.Assertions.assertThat;

import com.ojeomneo.server.TestStack;
import com.ojeomneo.server.retention.Retention.Kind;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Orders, and what is free text. */
@QuarkusTest
@WithTestResource(TestStack.class)
class OrderRetentionTest extends Forgetting {
  @Test
  void afterFiveYearsAnOrderAndItsMoneyAreGone() {
    Instant at = NOW.minus(Duration.ofDays(5 * 366));
    past.addOrder(at, "COMPLETED");
    past.addWhatStaffDid(at);
    assertThat(retention.forget(Kind.ORDERS, ALL)).isOne();
    for (String table :
        new String[] {
          "order_lines",
          "order_events",
          "payment_attempts",
          "payments",
          "refunds",
          "refund_lines",
          "staff_orders",
          "order_changes"
        }) {
      assertThat(
              past.owner.fetchCount(past.owner.selectFrom(table).where("order_id = ?", past.order)))
          .as(table)
          .isZero();
    }
    assertThat(past.exists("orders", past.order)).isFalse();
    assertThat(metrics.get("ojeomneo_retention_forgotten").tag("what", "orders").counter().count())
        .isOne();
  }

  @Test
  void aDayBeforeItIsThere() {
    past.addOrder(fiveYearsAgo().plus(Duration.ofDays(1)), "COMPLETED");
    assertThat(retention.forget(Kind.ORDERS, ALL)).isZero();
    assertThat(past.exists("orders", past.order)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UPDATE orders SET status = 'READY' WHERE id = ?",
        "UPDATE order_events SET created_at = now() WHERE order_id = ?",
        "UPDATE refunds SET status = 'FAILED', done_at = NULL, try_at = now() WHERE order_id = ? AND NOT at_till",
        "UPDATE refunds SET status = 'PENDING', done_at = NULL, handed_by = NULL WHERE order_id = ? AND at_till",
        "UPDATE refunds SET done_at = now() WHERE order_id = ?",
        "INSERT INTO payment_checks (order_id, check_at, asked_at) VALUES (?, now(), now())"
      })
  void whatIsUnderWayOrHasHappenedSinceKeepsTheOrder(String happening) {
    Instant at = NOW.minus(Duration.ofDays(6 * 365));
    past.addOrder(at, "COMPLETED");
    past.addWhatStaffDid(at);
    assertThat(past.owner.execute(happening, past.order)).isPositive();
    assertThat(retention.forget(Kind.ORDERS, ALL)).isZero();
    past.owner.execute("DELETE FROM payment_checks WHERE order_id = ?", past.order);
  }

  @Test
  void whatSomebodyWroteGoesWithTheirAccountOnceTheOrderHasEnded() {
    past.addOrder(NOW, "READY");
    retention.forget(Kind.NOTES, ALL);
    past.owner.execute(
        "UPDATE users SET guest = false, deleted_at = now() WHERE id = ?", past.user);
    retention.forget(Kind.NOTES, ALL);
    assertThat(past.note()).isEqualTo("땅콩 빼 주세요");

    past.owner.execute("UPDATE orders SET status = 'COMPLETED' WHERE id = ?", past.order);
    retention.forget(Kind.NOTES, ALL);

    assertThat(past.note()).isNull();
    assertThat(
            past.owner.fetchValue(
                "SELECT snapshot::text FROM order_events WHERE order_id = ?", past.order))
        .asString()
        .contains("\"note\": null", "\"number\": \"A17\"")
        .doesNotContain("땅콩");
  }

  @Test
  void theNotesOfWhoIsStillHereStay() {
    past.addOrder(NOW, "COMPLETED");
    retention.forget(Kind.NOTES, ALL);
    assertThat(past.note()).isEqualTo("땅콩 빼 주세요");
  }

  @ParameterizedTest
  @CsvSource({
    "COMPLETED,31,true",
    "CANCELLED,31,true",
    "EXPIRED,31,true",
    "COMPLETED,29,false", // may still come and ask
    "READY,400,false" // waits
  })
  void theNameThatWasCalledOutGoesOnceTheOrderIsOver(String status, int days, boolean gone) {
    Instant at = NOW.minus(Duration.ofDays(days));
    past.addOrder(at, status);
    past.addWhatStaffDid(at);

    assertThat(retention.forget(Kind.NAMES, ALL)).isEqualTo(gone ? 1 : 0);

    assertThat(
            past.owner.fetchValue(
                "SELECT customer_name FROM staff_orders WHERE order_id = ?", past.order))
        .isEqualTo(gone ? null : "홍길동");
    assertThat(metrics.get("ojeomneo_retention_forgotten").tag("what", "names").counter().count())
        .isEqualTo(gone ? 1 : 0);
  }

  private static Instant fiveYearsAgo() {
    return NOW.atOffset(ZoneOffset.ofHours(9)).minusYears(5).toInstant();
  }
}
