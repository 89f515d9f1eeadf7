package com.ojeomneo.admin.order;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.ojeomneo.order.OrderEvents;
import com.ojeomneo.platform.outbox.OutboxEntry;
import com.ojeomneo.platform.outbox.OutboxFeed;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;

/** What the outbox named since somebody last looked, each once. */
final class BoardChanges {
  private static final String CACHE = "cache";

  private final ObjectMapper json;
  private Taken named = Taken.nothing();

  BoardChanges(ObjectMapper json) {
    this.json = json;
  }

  /**
   * @param shops that may have been paused or resumed
   * @param menus shops whose dishes changed
   * @param settings whether any setting of the product may have
   */
  record Taken(Set<UUID> orders, Set<UUID> shops, Set<UUID> menus, boolean settings) {
    static Taken nothing() {
      return new Taken(new LinkedHashSet<>(), new LinkedHashSet<>(), new LinkedHashSet<>(), false);
    }

    boolean isEmpty() {
      return orders.isEmpty() && shops.isEmpty() && menus.isEmpty() && !settings;
    }
  }

  /**
   * @param nobody whether there is nobody to tell
   */
  void follow(OutboxFeed outbox, Runnable wake, BooleanSupplier nobody) {
    outbox.listen(OrderEvents.TOPIC, entry -> hear(entry, wake, nobody));
    outbox.listen(CACHE, entry -> hear(entry, wake, nobody));
  }

  private void hear(OutboxEntry entry, Runnable wake, BooleanSupplier nobody) {
    if (nobody.getAsBoolean()) {
      return;
    }
    try {
      if (entry.topic().equals(CACHE)) {
        json.readTree(entry.payload()).path("tags").forEach(this::tag);
      } else {
        order(json.readValue(entry.payload(), OrderEvents.Wake.class).orderId());
      }
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("not an event of ours", e);
    }
    wake.run();
  }

  private synchronized void order(UUID id) {
    named.orders().add(id);
  }

  private synchronized void tag(JsonNode tag) {
    String[] parts = tag.asText().split(":", 2);
    switch (parts[0]) {
      case "store" -> named.shops().add(UUID.fromString(parts[1]));
      case "menus" -> {
        if (parts.length == 2) {
          named.menus().add(UUID.fromString(parts[1]));
        }
      }
      case "config" -> named = new Taken(named.orders(), named.shops(), named.menus(), true);
      default -> {
        // Shown on no board.
      }
    }
  }

  synchronized Taken take() {
    Taken all = named;
    named = Taken.nothing();
    return all;
  }
}
