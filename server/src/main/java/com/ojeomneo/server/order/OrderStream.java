package com.ojeomneo.server.order;

import com.ojeomneo.order.OrderEvents.Recorded;
import com.ojeomneo.platform.security.AccessToken;
import io.smallrye.mutiny.subscription.MultiEmitter;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongFunction;
import java.util.function.ToLongFunction;

/**
 * One open stream: what it follows and how far it has got. Reading and sending happen under one
 * turn at a time, however many wake-ups arrive together.
 */
final class OrderStream {
  private static final Duration HEARTBEAT = Duration.ofSeconds(15);

  private final AccessToken token;
  private final MultiEmitter<? super OutboundSseEvent> out;
  private final Sse sse;
  private final ToLongFunction<Recorded> sequence;
  private final LongFunction<List<Recorded>> later;

  /** From the start somebody is at work: {@link #begin}. */
  private final AtomicInteger wakes = new AtomicInteger(1);

  private long last;
  private volatile Instant nextHeartbeat = Instant.MAX;

  /**
   * @param sequence which of an event's sequences this stream counts by
   * @param later reads the events after a sequence, oldest first
   */
  OrderStream(
      AccessToken token,
      MultiEmitter<? super OutboundSseEvent> out,
      Sse sse,
      ToLongFunction<Recorded> sequence,
      LongFunction<List<Recorded>> later) {
    this.token = token;
    this.out = out;
    this.sse = sse;
    this.sequence = sequence;
    this.later = later;
  }

  AccessToken token() {
    return token;
  }

  /** Begins after this sequence; a snapshot is sent as the event that it is of. */
  void begin(long after, List<Recorded> snapshot, Instant now) {
    last = after;
    comment("connected", now);
    snapshot.forEach(this::send);
    drain();
  }

  /** Sends what is new. Whoever finds another at work only leaves word that there is more. */
  void wake() {
    if (wakes.getAndIncrement() == 0) {
      drain();
    }
  }

  private void drain() {
    int seen;
    do {
      seen = wakes.get();
      List<Recorded> events;
      do {
        events = later.apply(last);
        events.forEach(this::send);
      } while (!events.isEmpty());
    } while (wakes.addAndGet(-seen) > 0);
  }

  void heartbeat(Instant now) {
    if (!now.isBefore(nextHeartbeat)) {
      comment("", now);
    }
  }

  void end() {
    out.complete();
  }

  private void send(Recorded event) {
    last = sequence.applyAsLong(event);
    out.emit(
        sse.newEventBuilder()
            .id(String.valueOf(last))
            .name("order")
            .mediaType(MediaType.TEXT_PLAIN_TYPE)
            .data(String.class, event.snapshot())
            .build());
  }

  private void comment(String text, Instant now) {
    out.emit(sse.newEventBuilder().comment(text).build());
    nextHeartbeat = now.plus(HEARTBEAT);
  }
}
