package com.ojeomneo.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** A customer of the stack with the app in hand: orders, pays on the sandbox's page, looks. */
final class Diner {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final HttpClient http = HttpClient.newHttpClient();
  private final String api;
  private final String token;

  private Diner(String api, String token) {
    this.api = api;
    this.token = token;
  }

  static Diner signedIn(Access access) throws IOException, InterruptedException {
    var api = access.server() + "/ojeomneo/v1";
    var stranger = new Diner(api, null);
    var body = JSON.createObjectNode();
    body.put("email", access.customers().getFirst().email());
    body.put("password", access.customers().getFirst().password());
    return new Diner(
        api, stranger.send("POST", "/auth/login", body).get("accessToken").textValue());
  }

  /** An order of two of the first dish that an open shop has, paid for. */
  JsonNode paidOrder() throws IOException, InterruptedException {
    JsonNode shop = first(get("/stores?limit=100").get("items"), "acceptingOrders", true);
    JsonNode dish =
        first(
            get("/menus?limit=100&storeId=" + shop.get("id").textValue()).get("items"),
            "soldOut",
            false);
    ObjectNode wish =
        JSON.createObjectNode()
            .put("storeId", shop.get("id").textValue())
            .put("note", "덜 맵게 해 주세요");
    ObjectNode item = wish.putArray("items").addObject();
    item.put("menuId", dish.get("id").textValue()).put("quantity", 2);
    item.set("optionIds", leastOptions(get("/menus/" + dish.get("id").textValue())));
    JsonNode order = send("POST", "/orders", wish);
    URI back = approve(order.get("payment").get("checkoutUrl").textValue());
    Map<String, String> paid =
        Arrays.stream(back.getRawQuery().split("&"))
            .map(part -> part.split("=", 2))
            .collect(
                Collectors.toMap(
                    part -> part[0], part -> URLDecoder.decode(part[1], StandardCharsets.UTF_8)));
    var payment = JSON.createObjectNode();
    payment
        .put("paymentKey", paid.get("paymentKey"))
        .put("amount", Integer.parseInt(paid.get("amount")));
    return send("POST", "/orders/%s/payment".formatted(order.get("id").textValue()), payment);
  }

  JsonNode order(String id) throws IOException, InterruptedException {
    return get("/orders/" + id);
  }

  /** Changes their mind. */
  void cancel(JsonNode order) throws IOException, InterruptedException {
    send(
        "POST",
        "/orders/%s/cancellation".formatted(order.get("id").textValue()),
        JSON.createObjectNode().put("reason", "마음이 바뀌었어요"));
  }

  /** Keeps the order open in the app. */
  OrderStream watch(JsonNode order) {
    return new OrderStream(
        HttpRequest.newBuilder(
                URI.create(api + "/orders/%s/events".formatted(order.get("id").textValue())))
            .header("Authorization", "Bearer " + token)
            .build());
  }

  /** What the app shows once it shows that. */
  JsonNode await(String path, Predicate<JsonNode> condition)
      throws IOException, InterruptedException {
    Instant deadline = Instant.now().plus(PATIENCE);
    JsonNode shown = get(path);
    while (!condition.test(shown)) {
      if (Instant.now().isAfter(deadline)) {
        throw new AssertionError("still " + shown);
      }
      Thread.sleep(50);
      shown = get(path);
    }
    return shown;
  }

  JsonNode get(String path) throws IOException, InterruptedException {
    return send("GET", path, null);
  }

  private URI approve(String checkout) throws IOException, InterruptedException {
    var decision =
        HttpRequest.newBuilder(URI.create(checkout))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .timeout(Duration.ofSeconds(20))
            .POST(BodyPublishers.ofString("decision=approve"))
            .build();
    HttpResponse<Void> answer = http.send(decision, BodyHandlers.discarding());
    return URI.create(answer.headers().firstValue("location").orElseThrow());
  }

  private static ArrayNode leastOptions(JsonNode dish) {
    ArrayNode ids = JSON.createArrayNode();
    for (JsonNode group : dish.get("optionGroups")) {
      for (int i = 0; i < group.get("minChoices").intValue(); i++) {
        ids.add(group.get("options").get(i).get("id"));
      }
    }
    return ids;
  }

  private static JsonNode first(JsonNode items, String member, boolean value) {
    for (JsonNode item : items) {
      if (item.get(member).booleanValue() == value) {
        return item;
      }
    }
    throw new AssertionError("none with " + member + " " + value + " in " + items);
  }

  private JsonNode send(String method, String path, JsonNode body)
      throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(URI.create(api + path))
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", UUID.randomUUID().toString())
            .timeout(Duration.ofSeconds(20))
            .method(
                method,
                body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body.toString()));
    if (token != null) {
      request.header("Authorization", "Bearer " + token);
    }
    HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
    if (answer.statusCode() >= 300) {
      throw new AssertionError(
          "%s %s: %d %s".formatted(method, path, answer.statusCode(), answer.body()));
    }
    return JSON.readTree(answer.body());
  }
}
