package com.ojeomneo.server.order;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.Map;
import java.util.UUID;

/** What the provider, or whoever says to be it, sends. */
final class Webhook {
  private Webhook() {}

  static Map<String, Object> about(UUID order, String paymentKey, String status) {
    return Map.of(
        "eventType",
        "PAYMENT_STATUS_CHANGED",
        "createdAt",
        "2026-01-05T12:00:00.000000",
        "data",
        Map.of("paymentKey", paymentKey, "orderId", order.toString(), "status", status));
  }

  static Response send(Object body) {
    return given()
        .contentType(ContentType.JSON)
        .body(body)
        .post("/ojeomneo/v1/payments/webhooks/toss");
  }

  static void sent(PlacedOrder order, String paymentKey, String status) {
    send(about(order.id(), paymentKey, status)).then().statusCode(200);
  }
}
