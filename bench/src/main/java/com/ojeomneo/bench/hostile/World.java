package com.ojeomneo.bench.hostile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.ojeomneo.local.Refusal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * What there is to ask for: the Server's operations, dishes that can be ordered, and somebody else.
 */
record World(Document document, List<Operation> operations, List<Dish> dishes, Victim victim) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final int MOST_DISHES = 40;

  /**
   * @param options the fewest that it can be ordered with
   */
  record Dish(String id, String store, List<String> options) {}

  /** A customer with an order; whoever is told of either, is told too much. */
  record Victim(String id, String token, String refreshToken, String order, String note) {}

  static World of(int port) throws IOException {
    try (var wire = new Wire(port)) {
      var document = new Document(get(wire, "/ojeomneo/v1/openapi?format=json"));
      var dishes = new ArrayList<Dish>();
      for (JsonNode item : get(wire, "/ojeomneo/v1/menus?limit=100").path("items")) {
        if (!item.path("soldOut").asBoolean() && dishes.size() < MOST_DISHES) {
          dishes.add(dish(get(wire, "/ojeomneo/v1/menus/" + item.path("id").asText())));
        }
      }
      return new World(document, document.operations(), dishes, victim(port, dishes.getFirst()));
    }
  }

  private static Dish dish(JsonNode detail) {
    var options = new ArrayList<String>();
    for (JsonNode group : detail.path("optionGroups")) {
      int missing = group.path("minChoices").asInt();
      for (JsonNode option : group.path("options")) {
        if (missing > 0 && !option.path("soldOut").asBoolean()) {
          options.add(option.path("id").asText());
          missing--;
        }
      }
    }
    return new Dish(detail.path("id").asText(), detail.path("storeId").asText(), options);
  }

  private static Victim victim(int port, Dish dish) throws IOException {
    var customer = new Customer("victim", port);
    customer.enter();
    String note = "only-for-the-victim-" + customer.id();
    var wish = JSON.createObjectNode().put("storeId", dish.store()).put("note", note);
    var item = wish.putArray("items").addObject().put("menuId", dish.id()).put("quantity", 1);
    dish.options().forEach(item.putArray("optionIds")::add);
    String order = customer.post("/ojeomneo/v1/orders", wish.toString(), 201).path("id").asText();
    return new Victim(customer.id(), customer.token(), customer.refreshToken(), order, note);
  }

  private static JsonNode get(Wire wire, String path) throws IOException {
    byte[] bytes =
        "GET %s HTTP/1.1\r\nHost: localhost\r\n\r\n"
            .formatted(path)
            .getBytes(StandardCharsets.ISO_8859_1);
    Answer answer = wire.send(new Shot(Shot.Kind.VALID, null, null, bytes), PATIENCE);
    if (answer.status() != 200) {
      throw new Refusal("%s: %d %s".formatted(path, answer.status(), answer.text()));
    }
    return JSON.readTree(answer.body());
  }
}
