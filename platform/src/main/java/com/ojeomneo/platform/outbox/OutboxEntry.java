package com.ojeomneo.platform.outbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * A committed row of the outbox.
 *
 * @param payload JSON
 */
public record OutboxEntry(long id, String topic, String payload) {

  /** Where the topic is published. */
  static String channel(String topic) {
    return "pubsub:" + topic;
  }

  /** As it is published: {@code {"id":17,"event":…}}. */
  String message() {
    return "{\"id\":%d,\"event\":%s}".formatted(id, payload);
  }

  /**
   * @throws IllegalArgumentException when it is no {@link #message}
   */
  static OutboxEntry of(String topic, String message, ObjectMapper json) {
    try {
      JsonNode parsed = json.readTree(message);
      if (!parsed.path("id").isIntegralNumber() || !parsed.has("event")) {
        throw new IllegalArgumentException("not an outbox entry");
      }
      return new OutboxEntry(parsed.get("id").longValue(), topic, parsed.get("event").toString());
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("not JSON", e);
    }
  }
}
