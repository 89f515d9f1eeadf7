package com.ojeomneo.bench.hostile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.ojeomneo.local.Refusal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Who asks: a guest with a token and orders of their own, entered anew when the token is gone. */
final class Customer {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final int MOST_ORDERS = 20;

  private final String name;
  private final Wire wire;
  private final List<Order> orders = new ArrayList<>();
  private JsonNode tokens;

  record Order(String id, int total) {}

  Customer(String name, int port) {
    this.name = name;
    this.wire = new Wire(port);
  }

  void enter() throws IOException {
    orders.clear();
    tokens = post("/ojeomneo/v1/auth/guest", "{\"deviceId\":\"%s\"}".formatted(name), 201);
  }

  /** For whoever is to have something that others must not see. */
  JsonNode post(String path, String body, int expected) throws IOException {
    String token = tokens == null ? "" : "Authorization: Bearer " + token() + "\r\n";
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    String head =
        "POST %s HTTP/1.1\r\nHost: localhost\r\n%sIdempotency-Key: %s\r\n"
                .formatted(path, token, java.util.UUID.randomUUID())
            + "Content-Type: application/json\r\nContent-Length: %d\r\n\r\n"
                .formatted(bytes.length);
    var shot = new Shot(Shot.Kind.VALID, null, this, Bytes.of(head, bytes));
    Answer answer = wire.send(shot, PATIENCE);
    if (answer.status() != expected) {
      throw new Refusal("%s: %d %s".formatted(path, answer.status(), answer.text()));
    }
    return JSON.readTree(answer.body());
  }

  String token() {
    return tokens.path("accessToken").asText();
  }

  String refreshToken() {
    return tokens.path("refreshToken").asText();
  }

  String id() {
    return tokens.at("/user/id").asText();
  }

  List<Order> orders() {
    return orders;
  }

  /** Learns what became of the request, as an app would. */
  void saw(Shot shot, Answer answer) throws IOException {
    Operation operation = shot.operation();
    if (operation == null || shot.customer() != this) {
      return;
    }
    if (operation.endsSession() && answer.status() / 100 == 2
        || answer.status() == 401 && answer.text().matches("(?s).*TOKEN_(EXPIRED|REVOKED).*")) {
      enter();
    } else if (answer.status() == 201 && operation.path().endsWith("/orders")) {
      JsonNode order = JSON.readTree(answer.body());
      if (orders.size() == MOST_ORDERS) {
        orders.removeFirst();
      }
      orders.add(new Order(order.path("id").asText(), order.path("totalAmount").asInt()));
    }
  }
}
