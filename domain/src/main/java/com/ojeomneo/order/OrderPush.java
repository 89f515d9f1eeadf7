package com.ojeomneo.order;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.ojeomneo.order.PushMessages.Due;
import com.ojeomneo.order.PushMessages.Told;
import com.ojeomneo.platform.background.Batch;
import com.ojeomneo.platform.database.Database;
import com.ojeomneo.platform.push.Device;
import com.ojeomneo.platform.push.Outcome;
import com.ojeomneo.platform.push.PushMessage;
import com.ojeomneo.platform.push.PushNetwork;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Tells customers whose app is closed what became of their orders. A message is taken by one node
 * at a time and gone once those who deliver have it; when the node dies in between it is sent
 * again, and the device shows it in place of the first, because both have the order's tag.
 */
public final class OrderPush {
  /** Longer than one who delivers is waited for. */
  private static final Duration LEASE = Duration.ofSeconds(30);

  private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
  private static final int LONGEST_PAUSE_DOUBLINGS = 6;

  /** Lunch is over: nobody wants to know any more. */
  private static final Duration GOOD_FOR = Duration.ofMinutes(30);

  private static final int AT_ONCE = 50;

  private final Database database;
  private final PushNetwork network;
  private final ObjectMapper json;
  private final Clock clock;
  private final MeterRegistry metrics;

  public OrderPush(
      Database database,
      PushNetwork network,
      ObjectMapper json,
      Clock clock,
      MeterRegistry metrics) {
    this.database = database;
    this.network = network;
    this.json = json;
    this.clock = clock;
    this.metrics = metrics;
  }

  /** Sends what is due now. */
  public void sendDue() {
    Batch.each(PushMessages.takeDue(database.sql(), clock.instant(), LEASE, AT_ONCE), this::send);
  }

  private void send(Due due) {
    Instant end = due.createdAt().plus(GOOD_FOR);
    Duration left = Duration.between(clock.instant(), end);
    if (!left.isPositive()) {
      over(due, "given up");
      return;
    }
    Optional<Told> told = PushMessages.told(database.sql(), due);
    if (told.isEmpty()) {
      over(due, "unneeded");
      return;
    }
    Device device = told.get().to();
    switch (network.send(message(due.order(), told.get(), left), device)) {
      case Outcome.Sent _ -> over(due, "sent");
      case Outcome.Refused _ -> over(due, "refused");
      case Outcome.Gone _ -> {
        PushMessages.removeSubscription(database.sql(), due.session(), device);
        over(due, "gone");
      }
      case Outcome.Failed failed -> {
        count(due, "failed");
        Duration pause = Collections.max(List.of(pause(due.tries()), failed.atLeast()));
        Instant next = Collections.min(List.of(clock.instant().plus(pause), end));
        PushMessages.tryAgainAt(database.sql(), due, next);
      }
    }
  }

  private void over(Due due, String outcome) {
    count(due, outcome);
    PushMessages.remove(database.sql(), due);
  }

  private void count(Due due, String outcome) {
    metrics.counter("ojeomneo_push", "outcome", outcome, "way", due.way().label()).increment();
  }

  private PushMessage message(UUID order, Told told, Duration left) {
    try {
      OrderView as = json.readValue(told.snapshot(), OrderView.class);
      return PushText.valueOf(told.type()).about(as, told.language(), topic(order), left);
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
