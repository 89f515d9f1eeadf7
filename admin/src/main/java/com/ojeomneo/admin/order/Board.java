package com.ojeomneo.admin.order;

import com.ojeomneo.admin.session.SignedIn;
import com.ojeomneo.admin.staff.Reach;
import com.ojeomneo.schema.jooq.enums.OrderStatus;
import io.smallrye.mutiny.subscription.MultiEmitter;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * One open board: what its reader has been shown, and how much more they take. What is told before
 * the snapshot was read waits for it; what the snapshot has already is not told again. Nothing here
 * waits for a reader: one that does not keep up is let go, and begins anew with a snapshot.
 */
final class Board {
  /** Events on their way to the reader. */
  static final int WINDOW = 256;

  private static final Duration HEARTBEAT = Duration.ofSeconds(15);
  private static final Set<OrderStatus> LIVE =
      EnumSet.of(OrderStatus.PAID, OrderStatus.ACCEPTED, OrderStatus.PREPARING, OrderStatus.READY);

  private final SignedIn reader;
  private final Reach reach;
  private final Sse sse;
  private final Runnable cut;
  private final Map<UUID, Integer> shown = new HashMap<>();
  private final Map<UUID, BoardShop> shops = new HashMap<>();
  private List<News> early = new ArrayList<>();
  private Snapshot.Settings settings;
  private int room = WINDOW;
  private Instant nextHeartbeat = Instant.MAX;
  private MultiEmitter<? super OutboundSseEvent> out;

  /**
   * @param cut ends the connection, whatever is still on its way
   */
  Board(SignedIn reader, Reach reach, Sse sse, Runnable cut) {
    this.reader = reader;
    this.reach = reach;
    this.sse = sse;
    this.cut = cut;
  }

  SignedIn reader() {
    return reader;
  }

  Reach reach() {
    return reach;
  }

  /** To be called before anything else. */
  synchronized void sendTo(MultiEmitter<? super OutboundSseEvent> to) {
    out = to;
  }

  synchronized void begin(Snapshot snapshot, String json) {
    snapshot.orders().forEach(order -> shown.put(order.id(), order.seq()));
    snapshot.stores().forEach(shop -> shops.put(shop.id(), shop));
    settings = snapshot.settings();
    emit("snapshot", json);
    List<News> meanwhile = early;
    early = null;
    meanwhile.forEach(this::show);
    nextHeartbeat = snapshot.at().plus(HEARTBEAT);
  }

  /**
   * @return false when the reader does not keep up and is to be let go
   */
  synchronized boolean tell(News news) {
    if (!reach.includes(news.storeId())) {
      return true;
    }
    if (early != null) {
      early.add(news);
      return early.size() <= WINDOW;
    }
    show(news);
    return room > 0;
  }

  private void show(News news) {
    switch (news) {
      case News.OfOrder(BoardOrder order, String json) when isNew(order) -> emit("order", json);
      case News.OfShop(BoardShop shop, String json) when !shop.equals(shops.put(shop.id(), shop)) ->
          emit("store", json);
      case News.OfMenus(_, String json) -> emit("menus", json);
      default -> {
        // The reader has it.
      }
    }
  }

  /** Whether it counts down to the moments that now hold. */
  synchronized boolean goesBy(Snapshot.Settings now) {
    return settings == null || settings.equals(now);
  }

  /** Of what was never on this board nobody wants to hear that it is not. */
  private boolean isNew(BoardOrder order) {
    Integer before = shown.get(order.id());
    if (!LIVE.contains(order.status())) {
      return shown.remove(order.id()) != null;
    }
    if (before != null && before >= order.seq()) {
      return false;
    }
    shown.put(order.id(), order.seq());
    return true;
  }

  /** The reader has room for so many more. */
  synchronized void taken(long events) {
    room = (int) Math.min(WINDOW, room + Math.min(events, WINDOW));
  }

  synchronized void heartbeat(Instant now) {
    if (!now.isBefore(nextHeartbeat) && room > 0) {
      nextHeartbeat = now.plus(HEARTBEAT);
      emit(sse.newEventBuilder().comment("").build());
    }
  }

  /** Ends; the reader comes back after the pause. */
  synchronized void sendAway(Duration pause) {
    emit(sse.newEventBuilder().comment("moving").reconnectDelay(pause.toMillis()).build());
    end();
  }

  synchronized void end() {
    out.complete();
  }

  /** Ends without waiting for the reader to take what was sent. */
  void cut() {
    end();
    cut.run();
  }

  private void emit(String name, String json) {
    emit(sse.newEventBuilder().name(name).data(String.class, json).build());
  }

  private void emit(OutboundSseEvent event) {
    room--;
    out.emit(event);
  }
}
