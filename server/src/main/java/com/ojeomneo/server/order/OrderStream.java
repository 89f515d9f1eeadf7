package com.ojeomneo.server.order;

import com.ojeomneo.order.OrderEvents.Recorded;
import com.ojeomneo.platform.security.AccessToken;
import io.smallrye.mutiny.subscription.MultiEmitter;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongFunction;
import java.util.function.ToLongFunction;
import org.jboss.logging.Logger;

/**
 * One open stream: what it follows and how far it has got. Reading and sending happen under one
 * turn at a time, however many wake-ups arrive together. No more is sent than the reader has room
 * for; the rest waits in the database, so that a long absence is caught up whole and a slow reader
 * costs one page of memory.
 */
final class OrderStream {
  /** The most that {@code later} returns at once: fewer means that there are no more. */
  static final int PAGE = 100;

  /** Events on their way to the reader. */
  static final int WINDOW = 64;

  private static final Logger LOG = Logger.getLogger(OrderStream.class);
  private static final Duration HEARTBEAT = Duration.ofSeconds(15);

  private final AccessToken token;
  private final Sse sse;
  private final ToLongFunction<Recorded> sequence;
  private final LongFunction<List<Recorded>> later;

  /** From the start somebody is at work: {@link #begin}. */
  private final AtomicInteger wakes = new AtomicInteger(1);

  /** How many more events the reader takes now. */
  private final AtomicInteger room = new AtomicInteger(WINDOW);

  private final Queue<Recorded> page = new ArrayDeque<>();
  private long last;
  private volatile MultiEmitter<? super OutboundSseEvent> out;
  private volatile boolean waitsForRoom;
  private volatile Instant nextHeartbeat = Instant.MAX;

  /**
   * @param sequence which of an event's sequences this stream counts by
   * @param later reads the events after a sequence, oldest first, at most {@link #PAGE}
   */
  OrderStream(
      AccessToken token,
      Sse sse,
      ToLongFunction<Recorded> sequence,
      LongFunction<List<Recorded>> later) {
    this.token = token;
    this.sse = sse;
    this.sequence = sequence;
    this.later = later;
  }

  AccessToken token() {
    return token;
  }

  /** To be called before anything else. */
  void sendTo(MultiEmitter<? super OutboundSseEvent> reader) {
    out = reader;
  }

  /** Begins after this sequence; a snapshot is sent as the event that it is of. */
  void begin(long after, List<Recorded> snapshot, Instant now) {
    last = after;
    take(snapshot);
    comment("connected", now);
    drain();
  }

  /** Sends what is new. Whoever finds another at work only leaves word that there is more. */
  void wake() {
    if (wakes.getAndIncrement() == 0) {
      drain();
    }
  }

  /** The reader has room for so many more. Does not block. */
  void taken(long events) {
    room.addAndGet((int) Math.min(events, WINDOW));
    if (waitsForRoom) {
      Thread.startVirtualThread(this::wake);
    }
  }

  void heartbeat(Instant now) {
    if (!now.isBefore(nextHeartbeat) && room.get() > 0) {
      comment("", now);
    }
  }

  void end() {
    out.complete();
  }

  /**
   * Ends, and the reader comes back after the pause, to another node. What it has not been sent is
   * after its {@code Last-Event-ID} there.
   */
  void sendAway(Duration pause) {
    emit(sse.newEventBuilder().comment("moving").reconnectDelay(pause.toMillis()).build());
    end();
  }

  private void drain() {
    try {
      int seen;
      do {
        seen = wakes.get();
        waitsForRoom = false;
        sendLater();
      } while (wakes.addAndGet(-seen) > 0);
    } catch (RuntimeException e) {
      // A silent stream would be believed. One that ends is opened again where it was.
      LOG.warnf(e, "a stream cannot be read on and ends");
      end();
    }
  }

  private void sendLater() {
    boolean more = true;
    while (true) {
      while (!page.isEmpty()) {
        if (!hasRoom()) {
          return;
        }
        send(page.remove());
      }
      if (!more) {
        return;
      }
      List<Recorded> events = later.apply(last);
      take(events);
      more = events.size() >= PAGE;
    }
  }

  private void take(List<Recorded> events) {
    if (!events.isEmpty()) {
      page.addAll(events);
      last = sequence.applyAsLong(events.getLast());
    }
  }

  /** Asked twice: room that is made in between finds nobody waiting. */
  private boolean hasRoom() {
    if (room.get() > 0) {
      return true;
    }
    waitsForRoom = true;
    return room.get() > 0;
  }

  private void send(Recorded event) {
    emit(
        sse.newEventBuilder()
            .id(String.valueOf(sequence.applyAsLong(event)))
            .name("order")
            .data(String.class, event.snapshot())
            .build());
  }

  private void comment(String text, Instant now) {
    emit(sse.newEventBuilder().comment(text).build());
    nextHeartbeat = now.plus(HEARTBEAT);
  }

  private void emit(OutboundSseEvent event) {
    room.decrementAndGet();
    out.emit(event);
  }
}
