package com.ojeomneo.server.order;

import static com.ojeomneo.schema.jooq.Tables.PAYMENT_CHECKS;
import static com.ojeomneo.schema.jooq.Tables.PAYMENT_WEBHOOKS;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.ojeomneo.server.TestStack;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Webhooks are saved before they are answered, looked up, and never believed. */
@QuarkusTest
@WithTestResource(TestStack.class)
class WebhookTest {
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  @Inject MeterRegistry metrics;

  @Test
  void itIsSavedAsItCame() throws Exception {
    PlacedOrder order = PlacedOrder.any();
    Map<String, Object> body = Webhook.about(order.id(), "key-1", "READY");
    Webhook.send(body).then().statusCode(200);
    var row = Stored.sql().fetchSingle(PAYMENT_WEBHOOKS, PAYMENT_WEBHOOKS.ORDER_ID.eq(order.id()));
    assertThat(row.getPaymentKey()).isEqualTo("key-1");
    assertThat(row.getEventType()).isEqualTo("PAYMENT_STATUS_CHANGED");
    var json = new ObjectMapper();
    assertThat(json.readTree(row.getBody().data())).isEqualTo(json.valueToTree(body));
    isLookedAt(order.id());
  }

  @Test
  void oneAboutNobodysOrderIsSavedAndAsksForNothing() {
    UUID nobodys = UUID.randomUUID();
    String paymentKey = "nobodys-" + nobodys;
    Webhook.send(Webhook.about(nobodys, paymentKey, "DONE")).then().statusCode(200);
    var row =
        Stored.sql().fetchSingle(PAYMENT_WEBHOOKS, PAYMENT_WEBHOOKS.PAYMENT_KEY.eq(paymentKey));
    assertThat(row.getOrderId()).isNull();
    assertThat(Stored.sql().fetchExists(PAYMENT_CHECKS, PAYMENT_CHECKS.ORDER_ID.eq(nobodys)))
        .isFalse();
  }

  @Test
  void whatCanNeverBeSavedIsNotAskedForAgain() {
    Webhook.send("{\"eventType\":\"a\\u0000b\"}").then().statusCode(400);
  }

  @Test
  void kindsThatCarryNoPaymentAreSavedToo() {
    for (Object body :
        List.of(
            Map.of(),
            Map.of("eventType", "PAYOUT_STATUS_CHANGED", "data", List.of()),
            Map.of("orderId", "not-an-id", "status", "DONE", "secret", "s"),
            Map.of("eventType", 7, "data", Map.of("orderId", 8, "paymentKey", "k".repeat(201))))) {
      Webhook.send(body).then().statusCode(200);
    }
  }

  @Test
  void whatIsNoJsonObjectIsRefused() {
    for (String body : List.of("", "[]", "7", "\"x\"", "null", "{", "{\"a\":1}{}")) {
      given()
          .contentType(ContentType.JSON)
          .body(body)
          .post("/ojeomneo/v1/payments/webhooks/toss")
          .then()
          .statusCode(400)
          .body("code", equalTo("VALIDATION_FAILED"));
    }
    Webhook.send(Map.of("data", "x".repeat(65_600)))
        .then()
        .statusCode(413)
        .body("code", equalTo("BODY_TOO_LARGE"));
  }

  @Test
  void oneThatCannotBeSavedIsAskedForAgain() {
    PlacedOrder order = PlacedOrder.any();
    Stored.sql().execute("REVOKE INSERT ON payment_webhooks FROM ojeomneo_server");
    try {
      Webhook.send(Webhook.about(order.id(), "key-2", "DONE"))
          .then()
          .statusCode(503)
          .header("Retry-After", "1")
          .body("code", equalTo("UNAVAILABLE"));
    } finally {
      Stored.sql().execute("GRANT INSERT ON payment_webhooks TO ojeomneo_server");
    }
    assertThat(Stored.sql().fetchExists(PAYMENT_CHECKS, PAYMENT_CHECKS.ORDER_ID.eq(order.id())))
        .as("nothing half done")
        .isFalse();
  }

  @Test
  void aForgedOneMovesNothing() {
    PlacedOrder order = PlacedOrder.any();
    String paymentKey = order.authenticated();
    Webhook.sent(order, paymentKey, "DONE");
    Webhook.sent(order, "made-up-" + order.id(), "DONE");
    isLookedAt(order.id());
    assertThat(order.status()).isEqualTo("PENDING_PAYMENT");
    order.pay(paymentKey).then().statusCode(200);
    Webhook.sent(order, paymentKey, "CANCELED");
    isLookedAt(order.id());
    assertThat(order.status()).isEqualTo("PAID");
    assertThat(order.get().jsonPath().getList("refunds")).isEmpty();
  }

  @Test
  void aCrowdOfThemIsOneLook() {
    PlacedOrder order = PlacedOrder.any();
    double before = looksByOrder();
    Crowd.of(50, () -> Webhook.send(Webhook.about(order.id(), "key-3", "READY")));
    assertThat(Stored.sql().fetchCount(PAYMENT_WEBHOOKS, PAYMENT_WEBHOOKS.ORDER_ID.eq(order.id())))
        .isEqualTo(50);
    isLookedAt(order.id());
    assertThat(looksByOrder() - before).isBetween(1.0, 5.0);
  }

  @Test
  void aLookThatFailsIsRepeatedAndSeenMeanwhile() {
    PlacedOrder order = PlacedOrder.any();
    Provider.fault(order.id(), "lookup", "error", Map.of("code", "COMMON_ERROR", "times", 2));
    Webhook.sent(order, "key-4", "DONE");
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                assertThat(
                        metrics
                            .get("ojeomneo_payment_waiting")
                            .tag("what", "check")
                            .gauge()
                            .value())
                    .isPositive());
    assertThat(
            metrics
                .get("ojeomneo_payment_waiting_oldest_seconds")
                .tag("what", "check")
                .gauge()
                .value())
        .isPositive();
    isLookedAt(order.id());
  }

  private double looksByOrder() {
    return metrics
        .find("ojeomneo_payment_provider_call")
        .tag("call", "find-by-order")
        .timers()
        .stream()
        .mapToDouble(timer -> timer.count())
        .sum();
  }

  static void isLookedAt(UUID order) {
    await()
        .atMost(PATIENCE)
        .until(() -> !Stored.sql().fetchExists(PAYMENT_CHECKS, PAYMENT_CHECKS.ORDER_ID.eq(order)));
  }
}
