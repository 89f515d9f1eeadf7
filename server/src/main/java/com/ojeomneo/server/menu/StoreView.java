package com.ojeomneo.server.menu;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.ojeomneo.menu.Session;
import com.ojeomneo.menu.Store;
import com.ojeomneo.menu.Stores;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/**
 * A shop as customers see it at one moment.
 *
 * @param closesAt null while closed
 * @param cutoffAt from when on no order is taken; null while closed
 * @param goesOn true while the next opening follows without a pause, as at midnight around the
 *     clock: {@code closesAt} and {@code cutoffAt} are no end then; absent otherwise
 * @param opensAt the next opening; absent while open, and when none is known
 * @param slots the pickup slots that may be asked for; empty when no orders are taken
 * @param imageUrl null when it has no picture
 * @param changesAt when the clock changes some of this: ask again then; absent for never
 */
record StoreView(
    UUID id,
    String name,
    String description,
    boolean acceptingOrders,
    @Nullable Instant closesAt,
    @Nullable Instant cutoffAt,
    @JsonInclude(JsonInclude.Include.NON_NULL) Boolean goesOn,
    @JsonInclude(JsonInclude.Include.NON_NULL) Instant opensAt,
    List<Slot> slots,
    @Nullable String imageUrl,
    @JsonInclude(JsonInclude.Include.NON_NULL) Instant changesAt) {

  /**
   * @param remaining orders that still fit
   */
  record Slot(Instant at, int remaining) {}

  /** Each as it is now. */
  static List<StoreView> of(DSLContext sql, List<Store> stores, Instant now) {
    var taken = Stores.slotsTaken(sql, stores.stream().map(Store::id).toList(), now);
    return stores.stream()
        .map(store -> of(store, taken.getOrDefault(store.id(), Map.of()), now))
        .toList();
  }

  private static StoreView of(Store store, Map<Instant, Integer> taken, Instant now) {
    Session session = store.sessionAt(now).orElse(null);
    Instant change = store.nextChange(now);
    return new StoreView(
        store.id(),
        store.name(),
        store.description(),
        store.acceptsOrdersAt(now),
        session == null ? null : session.closesAt(),
        session == null ? null : store.cutoffOf(session),
        session != null && store.goesOn(session) ? true : null,
        session == null ? store.hours().nextOpening(now).orElse(null) : null,
        store.slots(now).stream()
            .map(at -> new Slot(at, Math.max(0, store.capacityAt(at) - taken.getOrDefault(at, 0))))
            .toList(),
        store.imageUrl(),
        change.equals(Instant.MAX) ? null : change);
  }
}
