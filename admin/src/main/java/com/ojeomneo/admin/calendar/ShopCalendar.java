package com.ojeomneo.admin.calendar;

import static com.ojeomneo.schema.jooq.Tables.ORDERS;
import static com.ojeomneo.schema.jooq.Tables.STORE_CLOSURES;
import static com.ojeomneo.schema.jooq.enums.OrderStatus.ACCEPTED;
import static com.ojeomneo.schema.jooq.enums.OrderStatus.PAID;
import static com.ojeomneo.schema.jooq.enums.OrderStatus.PREPARING;
import static com.ojeomneo.schema.jooq.enums.OrderStatus.READY;
import static org.jooq.impl.DSL.coalesce;

import com.ojeomneo.menu.Session;
import com.ojeomneo.menu.Store;
import com.ojeomneo.menu.Stores;
import com.ojeomneo.platform.problem.Problem;
import com.ojeomneo.schema.jooq.enums.OrderStatus;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/**
 * Some days of a shop.
 *
 * @param name of the shop
 * @param days business days, in order
 * @param stranded orders that are paid for and not handed out yet, and whose time is outside the
 *     opening hours, whatever the day; the first {@value #MOST_STRANDED}
 */
record ShopCalendar(String name, List<Day> days, List<Stranded> stranded) {
  static final int MOST_STRANDED = 100;

  /**
   * @param closed no session is held, whatever the weekly hours say
   * @param reason of the closure; may be empty
   * @param taken orders with a pickup slot on this day
   */
  record Day(
      LocalDate day,
      boolean closed,
      @Nullable String reason,
      int taken,
      List<CalendarSession> sessions) {}

  /**
   * @param cutoffAt from when on no order is taken; null when the next session follows without a
   *     pause: it has no last order
   * @param capacity orders of a slot; that at the very end of the session has it, too
   */
  record CalendarSession(
      Instant opensAt,
      Instant closesAt,
      @Nullable Instant cutoffAt,
      int capacity,
      List<Slot> slots) {}

  record Slot(Instant at, int taken) {}

  /**
   * @param pickupAt null for as soon as possible
   */
  record Stranded(
      UUID id, String number, OrderStatus status, @Nullable Instant pickupAt, Instant createdAt) {
    /** As soon as possible is when it was asked for. */
    private Instant time() {
      return pickupAt == null ? createdAt : pickupAt;
    }
  }

  /**
   * @throws Problem 404
   */
  static ShopCalendar of(DSLContext sql, UUID id, Period period) {
    Store store = Stores.findHidden(sql, id).orElseThrow(Problem::notFound);
    var taken =
        new TreeMap<Instant, Integer>(
            Stores.slotsTaken(sql, List.of(id), period.begin()).getOrDefault(id, Map.of()));
    var reasons = reasons(sql, id, period);
    return new ShopCalendar(
        store.name(),
        period.days().map(day -> day(store, day, reasons, taken)).toList(),
        stranded(sql, store));
  }

  private static Day day(
      Store store, LocalDate day, Map<LocalDate, String> reasons, TreeMap<Instant, Integer> taken) {
    List<CalendarSession> sessions =
        store.hours().sessionsOn(day).stream().map(s -> session(store, s, taken)).toList();
    int all =
        sessions.stream().flatMap(session -> session.slots().stream()).mapToInt(Slot::taken).sum();
    return new Day(day, reasons.containsKey(day), reasons.get(day), all, sessions);
  }

  private static CalendarSession session(
      Store store, Session session, TreeMap<Instant, Integer> taken) {
    var slots = new TreeMap<Instant, Integer>();
    // Taken before the length of a slot was changed: no longer offered, and still to be cooked.
    taken.subMap(session.opensAt(), session.closesAt()).entrySet().stream()
        .filter(slot -> slot.getValue() > 0)
        .forEach(slot -> slots.put(slot.getKey(), slot.getValue()));
    store.slotsOf(session).forEach(at -> slots.put(at, taken.getOrDefault(at, 0)));
    return new CalendarSession(
        session.opensAt(),
        session.closesAt(),
        store.goesOn(session) ? null : store.cutoffOf(session),
        store.capacityOf(session),
        slots.entrySet().stream().map(s -> new Slot(s.getKey(), s.getValue())).toList());
  }

  private static Map<LocalDate, String> reasons(DSLContext sql, UUID id, Period period) {
    var reasons = new TreeMap<LocalDate, String>();
    sql.selectFrom(STORE_CLOSURES)
        .where(STORE_CLOSURES.STORE_ID.eq(id))
        .and(STORE_CLOSURES.FROM_DAY.le(period.last()))
        .and(STORE_CLOSURES.TO_DAY.ge(period.first()))
        .orderBy(STORE_CLOSURES.FROM_DAY)
        .forEach(
            closure ->
                period
                    .days()
                    .filter(
                        d -> !d.isBefore(closure.getFromDay()) && !d.isAfter(closure.getToDay()))
                    .forEach(d -> reasons.putIfAbsent(d, closure.getReason())));
    return reasons;
  }

  private static List<Stranded> stranded(DSLContext sql, Store store) {
    try (Stream<Stranded> live =
        sql.select(ORDERS.ID, ORDERS.NUMBER, ORDERS.STATUS, ORDERS.PICKUP_AT, ORDERS.CREATED_AT)
            .from(ORDERS)
            .where(ORDERS.STORE_ID.eq(store.id()))
            .and(ORDERS.STATUS.in(PAID, ACCEPTED, PREPARING, READY))
            .orderBy(coalesce(ORDERS.PICKUP_AT, ORDERS.CREATED_AT), ORDERS.ID)
            .fetchStream()
            .map(
                row ->
                    new Stranded(
                        row.value1(), row.value2(), row.value3(), row.value4(), row.value5()))) {
      return live.filter(order -> !store.isPickupTime(order.time())).limit(MOST_STRANDED).toList();
    }
  }
}
