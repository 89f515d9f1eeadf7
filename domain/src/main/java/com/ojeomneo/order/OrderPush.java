package com.ojeomneo.order;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.ojeomneo.order.PushMessages.Due;
import com.ojeomneo.order.PushMessages.Told;
import com.ojeomneo.platform.background.Batch;
import com.ojeomneo.platform.database.Database;
import com.ojeomneo.platform.push.WebPush;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/**
 * Tells customers whose app is closed what became of their orders. A message is taken by one node
 * at a time and gone once the push service has it; when the node dies in between it is sent again,
 * and the browser shows it in place of the first, because both have the order's tag.
 */
public final class OrderPush {
  /** Longer than a push service is waited for. */
  private static final Duration LEASE = Duration.ofSeconds(30);

  private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
  private static final int LONGEST_PAUSE_DOUBLINGS = 6;

  /** Lunch is over: nobody wants to know any more. */
  private static final Duration GOOD_FOR = Duration.ofMinutes(30);

  private static final int AT_ONCE = 50;

  private final Database database;
  private final WebPush push;
  private final ObjectMapper json;
  private final Clock clock;
  private final MeterRegistry metrics;

  public OrderPush(
      Database database, WebPush push, ObjectMapper json, Clock clock, MeterRegistry metrics) {
    this.database = database;
    this.push = push;
    this.json = json;
    this.clock = clock;
    this.metrics = metrics;
  }

  /**
   * @param tag of the notification: the next one about this order takes its place
   * @param url where a tap leads
   */
  record Notification(
      UUID orderId, String status, String title, String body, String tag, String url) {}

  /** Sends what is due now. */
  public void sendDue() {
    Batch.each(PushMessages.takeDue(database.sql(), clock.instant(), LEASE, AT_ONCE), this::send);
  }

  private void send(Due due) {
    Duration left = Duration.between(clock.instant(), due.createdAt().plus(GOOD_FOR));
    if (left.isNegative()) {
      over(due, "given up");
      return;
    }
    Optional<Told> told = PushMessages.told(database.sql(), due);
    if (told.isEmpty()) {
      over(due, "unneeded");
      return;
    }
    var message = new WebPush.Message(body(told.get()), topic(due.order()), left);
    switch (push.send(message, told.get().to())) {
      case SENT -> over(due, "sent");
      case REFUSED -> over(due, "refused");
      case GONE -> {
        PushMessages.removeSubscription(database.sql(), due.session(), told.get().to().endpoint());
        over(due, "gone");
      }
      case FAILED -> {
        metrics.counter("ojeomneo_push", "outcome", "failed").increment();
        Instant next = clock.instant().plus(pause(due.tries()));
        PushMessages.tryAgainAt(database.sql(), due, next);
      }
    }
  }

  private void over(Due due, String outcome) {
    metrics.counter("ojeomneo_push", "outcome", outcome).increment();
    PushMessages.remove(database.sql(), due);
  }

  private byte[] body(Told told) {
    try {
      OrderView order = json.readValue(told.snapshot(), OrderView.class);
      return json.writeValueAsBytes(PushText.valueOf(told.type()).about(order, told.language()));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an event that cannot be read", e);
    }
  }

  /** 22 characters of base64url. */
  private static String topic(UUID order) {
    byte[] id =
        ByteBuffer.allocate(16)
            .putLong(order.getMostSignificantBits())
            .putLong(order.getLeastSignificantBits())
            .array();
    return Base64.getUrlEncoder().withoutPadding().encodeToString(id);
  }

  private static Duration pause(int tries) {
    return FIRST_PAUSE.multipliedBy(1L << Math.min(tries - 1, LONGEST_PAUSE_DOUBLINGS));
  }
}
