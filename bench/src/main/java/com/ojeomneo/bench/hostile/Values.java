package com.ojeomneo.bench.hostile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.ojeomneo.bench.hostile.World.Dish;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/** Values that a schema allows; where one asks for an id, of what is there. */
final class Values {
  /** In every password that is sent, so that no answer may have it. */
  static final String PASSWORD = "Hostile-lunch-pass-";

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final List<String> WORDS =
      List.of("김치찌개", "lunch", "비빔밥 하나", "a", "점심 🍚", "곱빼기로 주세요");

  private final Document document;
  private final Random random;
  private final Customer customer;
  private final Dish dish;
  private final Customer.Order order;

  /** Of one request: all its ids belong together. */
  Values(World world, Random random, Customer customer) {
    this.document = world.document();
    this.random = random;
    this.customer = customer;
    this.dish = world.dishes().get(random.nextInt(world.dishes().size()));
    this.order =
        customer == null || customer.orders().isEmpty()
            ? new Customer.Order(uuid(), 1)
            : customer.orders().get(random.nextInt(customer.orders().size()));
  }

  JsonNode of(String name, JsonNode unresolved) {
    JsonNode schema = document.resolved(unresolved);
    JsonNode choices = schema.path("enum");
    if (!choices.isEmpty()) {
      return choices.get(random.nextInt(choices.size()));
    }
    JsonNode type = schema.path("type");
    return switch (type.isArray() ? type.get(0).asText() : type.asText()) {
      case "object" -> object(schema);
      case "array" -> name.equals("optionIds") ? options() : array(name, schema);
      case "integer", "number" -> JSON.numberNode(number(name, schema));
      case "boolean" -> JSON.booleanNode(random.nextBoolean());
      case "string" -> JSON.textNode(text(name));
      default -> JSON.objectNode().put("eventType", "PAYMENT_STATUS_CHANGED");
    };
  }

  private ObjectNode object(JsonNode schema) {
    var object = JSON.objectNode();
    var required = schema.path("required").toString();
    for (var property : schema.path("properties").properties()) {
      String name = property.getKey();
      // A time that is free depends on the clock; a device takes part of somebody else's.
      boolean optional = !required.contains("\"" + name + "\"");
      if (!(optional && (name.equals("pickupAt") || random.nextInt(3) == 0))
          || name.equals("optionIds")) {
        object.set(name, of(name, property.getValue()));
      }
    }
    return object;
  }

  private ArrayNode array(String name, JsonNode schema) {
    var array = JSON.arrayNode();
    int least = Math.max(1, schema.path("minItems").asInt());
    for (int i = 0; i < least; i++) {
      array.add(of(name, schema.path("items")));
    }
    return array;
  }

  private ArrayNode options() {
    var options = JSON.arrayNode();
    dish.options().forEach(options::add);
    return options;
  }

  private int number(String name, JsonNode schema) {
    if (name.equals("amount")) {
      return order.total();
    }
    int least = schema.path("minimum").asInt(1);
    return least
        + random.nextInt(Math.clamp(schema.path("maximum").asInt(least + 2) - least, 1, 3));
  }

  /** By its name, since no schema says what an id is of. */
  String text(String name) {
    return switch (name) {
      case "storeId" -> dish.store();
      case "menuId" -> dish.id();
      case "id", "orderId" -> order.id();
      case "Idempotency-Key" -> uuid();
      case "refreshToken" -> customer == null ? uuid() : customer.refreshToken();
      case "email" -> "hostile-%d@ojeomneo.test".formatted(random.nextInt(1_000_000));
      case "password" -> PASSWORD + random.nextInt(3);
      case "code" -> "%06d".formatted(random.nextInt(1_000_000));
      case "provider" -> List.of("kakao", "google", "apple").get(random.nextInt(3));
      case "redirectUri" -> "http://localhost:3000/login/kakao";
      case "codeVerifier" -> "v".repeat(43 + random.nextInt(80));
      case "sha256" -> "0123456789abcdef".repeat(4);
      // Nobody is called there: it belongs to none of the push services.
      case "endpoint" -> "https://push.example.com/" + uuid();
      case "If-Match" -> "*";
      case "version" -> "2026-01-0" + (1 + random.nextInt(9));
      case "cursor" -> "";
      case "status" -> "PENDING_PAYMENT";
      case "category" -> "korean";
      case "Last-Event-ID" -> String.valueOf(random.nextInt(100));
      case "deviceId", "device", "token" -> "hostile-device-" + random.nextInt(1000);
      default -> WORDS.get(random.nextInt(WORDS.size()));
    };
  }

  /** What a path asks for: an {@code id} is of what stands before it. */
  String segment(String path, String name) {
    if (name.equals("id") && path.contains("/stores/{id}")) {
      return dish.store();
    }
    return name.equals("id") && path.contains("/menus/{id}") ? dish.id() : text(name);
  }

  String uuid() {
    return new UUID(
            random.nextLong() & ~0xF000L | 0x4000L, random.nextLong() >>> 2 | Long.MIN_VALUE)
        .toString();
  }
}
