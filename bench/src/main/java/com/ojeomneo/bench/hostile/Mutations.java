package com.ojeomneo.bench.hostile;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** What is still HTTP, but nothing that an app would send. */
final class Mutations {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Random random;
  private final World world;

  Mutations(Random random, World world) {
    this.random = random;
    this.world = world;
  }

  /**
   * @return whether it still reaches the operation that it was made for
   */
  boolean mutate(Draft draft) {
    boolean known = true;
    for (int i = random.nextInt(4) == 0 ? 2 : 1; i > 0; i--) {
      int which = random.nextInt(draft.body == null ? 6 : 14);
      switch (which) {
        case 0 -> query(draft);
        case 1, 2 -> header(draft);
        case 3 -> known &= path(draft);
        case 4 -> token(draft);
        case 5 -> known &= method(draft);
        case 6 -> raw(draft);
        case 7 -> draft.header("Content-Type", one(Strings.CONTENT_TYPES));
        default -> json(draft);
      }
    }
    return known;
  }

  private void query(Draft draft) {
    String name =
        one(
            List.of(
                "cursor",
                "limit",
                "q",
                "status",
                "kind",
                "storeId",
                "category",
                "platform",
                "version",
                "unknown",
                "device",
                "%F0%9F"));
    String value =
        switch (random.nextInt(4)) {
          case 0 -> one(Strings.NUMBERS);
          case 1 -> "q".repeat(random.nextInt(6000));
          // A cursor is text in Base64.
          case 2 ->
              java.util.Base64.getUrlEncoder()
                  .withoutPadding()
                  .encodeToString(one(Strings.TEXTS).getBytes(StandardCharsets.UTF_8));
          default -> encoded(one(Strings.TEXTS));
        };
    String separator = draft.target.contains("?") ? "&" : "?";
    draft.target += separator + name + "=" + value;
    if (random.nextInt(4) == 0) {
      draft.target +=
          ("&" + name + "=" + value)
              .repeat(1 + random.nextInt(20))
              .substring(0, Math.min(5000, name.length() + value.length()));
    }
  }

  private void header(Draft draft) {
    List<String> header = one(Strings.HEADERS);
    String value = random.nextInt(5) == 0 ? latin(one(Strings.TEXTS)) : header.get(1);
    draft.headers.add(List.of(header.get(0), value));
    if (random.nextInt(6) == 0) {
      draft.headers.add(List.of(header.get(0), value));
    }
  }

  private boolean path(Draft draft) {
    String id = world.victim().order();
    draft.target =
        switch (random.nextInt(4)) {
          case 0 -> draft.target.replaceAll("[0-9a-f-]{36}", encoded(one(Strings.TEXTS)));
          case 1 -> draft.target.replaceAll("(?<=/orders/)[0-9a-f-]{36}", id);
          case 2 -> {
            String[] parts = draft.target.split("/", -1);
            parts[random.nextInt(parts.length - 1) + 1] += one(Strings.PATHS);
            yield String.join("/", parts);
          }
          default -> one(Strings.PATHS) + draft.target;
        };
    if (!draft.target.startsWith("/")) {
      draft.target = "/" + draft.target;
    }
    return false;
  }

  private void token(Draft draft) {
    String token = draft.customer.token();
    String changed =
        switch (random.nextInt(7)) {
          case 0 -> token.substring(0, random.nextInt(token.length()));
          case 1 -> token.replaceFirst("\\.[^.]*$", ".");
          case 2 -> world.victim().refreshToken();
          case 3 -> token + "." + token;
          case 4 -> latin(one(Strings.TEXTS));
          case 5 -> "a".repeat(random.nextInt(6000));
          default -> "";
        };
    draft.header("Authorization", one(List.of("Bearer ", "bearer ", "Basic ", "")) + changed);
  }

  private boolean method(Draft draft) {
    draft.method =
        one(List.of("GET", "HEAD", "OPTIONS", "POST", "PUT", "PATCH", "DELETE", "TRACE"));
    return false;
  }

  private void raw(Draft draft) {
    byte[] body = draft.body.clone();
    switch (random.nextInt(5)) {
      case 0 -> draft.body = java.util.Arrays.copyOf(body, random.nextInt(body.length));
      case 1 -> draft.body = one(Strings.BODIES).getBytes(StandardCharsets.ISO_8859_1);
      case 2 -> draft.body = new String(body).getBytes(StandardCharsets.UTF_16);
      default -> {
        for (int i = 0; i < 3; i++) {
          body[random.nextInt(body.length)] = (byte) random.nextInt(256);
        }
        draft.body = body;
      }
    }
    if (draft.body.length == 0) {
      draft.body = new byte[] {' '};
    }
  }

  /** One value of it, wherever it stands; or one name. */
  private void json(Draft draft) {
    try {
      JsonNode root = JSON.readTree(draft.body);
      var places = new ArrayList<JsonNode>();
      collect(root, places);
      if (places.isEmpty()) {
        return;
      }
      JsonNode place = one(places);
      JsonNode value = JSON.readTree(value());
      if (place instanceof ObjectNode object) {
        String name = one(names(object));
        switch (random.nextInt(8)) {
          case 0 -> object.remove(name);
          case 1 -> object.set(one(Strings.TEXTS), value);
          default -> object.set(name, value);
        }
      } else if (place instanceof ArrayNode array) {
        for (int i = random.nextInt(8) == 0 ? 120 : 1; i > 0; i--) {
          array.add(random.nextBoolean() && !array.isEmpty() ? array.get(0) : value);
        }
      }
      String text = JSON.writeValueAsString(root);
      // What no tree can hold: a name twice, and half of a pair of surrogates.
      if (random.nextInt(10) == 0 && text.startsWith("{\"")) {
        text = text.replaceFirst("\\{(\"[^\"]*\":)", "{$1null,$1");
      } else if (random.nextInt(10) == 0) {
        text = text.replaceFirst("\"([^\"]*)\"(?=[,}])", "\"\\\\ud83c\"");
      }
      draft.body = text.getBytes(StandardCharsets.UTF_8);
    } catch (JsonProcessingException changedBefore) {
      // It is what it is already.
    } catch (java.io.IOException impossible) {
      throw new java.io.UncheckedIOException(impossible);
    }
  }

  private String value() throws JsonProcessingException {
    return switch (random.nextInt(6)) {
      case 0 -> one(Strings.JSON_VALUES);
      case 1 -> one(Strings.NUMBERS_OF_JSON);
      case 2 -> "[".repeat(200) + "]".repeat(200);
      case 3 -> JSON.writeValueAsString(one(Strings.TEXTS).repeat(1 + random.nextInt(300)));
      default -> JSON.writeValueAsString(one(Strings.TEXTS));
    };
  }

  private static void collect(JsonNode node, List<JsonNode> into) {
    if (node.isContainerNode() && !node.isEmpty()) {
      into.add(node);
      node.forEach(child -> collect(child, into));
    }
  }

  private static List<String> names(ObjectNode object) {
    var names = new ArrayList<String>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }

  /** One octet a character, without what ends a line. */
  private static String latin(String text) {
    return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1)
        .replaceAll("[\\r\\n\\x00]", " ");
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private <T> T one(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }
}
