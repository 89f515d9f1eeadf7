package com.ojeomneo.server.change;

import io.smallrye.mutiny.subscription.MultiEmitter;
import jakarta.ws.rs.sse.OutboundSseEvent;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * One app that listens. Nothing waits for it: who does not keep up is cut off, and asks for
 * everything again when it is back.
 */
final class ChangeStream {
  /** Events on their way to the reader. */
  static final int WINDOW = 16;

  private final MultiEmitter<? super OutboundSseEvent> out;
  private final AtomicInteger room = new AtomicInteger(WINDOW);

  ChangeStream(MultiEmitter<? super OutboundSseEvent> out) {
    this.out = out;
  }

  /** The reader has room for so many more. */
  void taken(long events) {
    room.updateAndGet(now -> (int) Math.min(now + events, WINDOW));
  }

  void send(OutboundSseEvent event) {
    if (room.getAndDecrement() > 0) {
      out.emit(event);
    } else {
      end();
    }
  }

  void end() {
    out.complete();
  }
}
