package com.ojeomneo.menu;

import static com.ojeomneo.schema.jooq.Tables.PICKUP_SLOTS;
import static com.ojeomneo.schema.jooq.Tables.STORES;
import static com.ojeomneo.schema.jooq.Tables.STORE_CLOSURES;
import static com.ojeomneo.schema.jooq.Tables.STORE_DAYS;
import static com.ojeomneo.schema.jooq.Tables.STORE_DAY_HOURS;
import static com.ojeomneo.schema.jooq.Tables.STORE_HOURS;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.noCondition;

import com.ojeomneo.schema.jooq.tables.records.StoresRecord;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jooq.DSLContext;

/** The SQL of shops: only active ones are seen, each with its hours. */
public final class Stores {
  private Stores() {}

  public static Optional<Store> find(DSLContext sql, UUID id) {
    return Optional.ofNullable(byId(sql, List.of(id)).get(id));
  }

  /** Also one that customers do not see. */
  public static Optional<Store> findHidden(DSLContext sql, UUID id) {
    return withHours(sql, sql.selectFrom(STORES).where(STORES.ID.eq(id)).fetch()).stream()
        .findFirst();
  }

  /** In the order of their ids. */
  public static List<Store> list(DSLContext sql, UUID after, int limit) {
    return withHours(
        sql,
        sql.selectFrom(STORES)
            .where(STORES.ACTIVE)
            .and(after == null ? noCondition() : STORES.ID.gt(after))
            .orderBy(STORES.ID)
            .limit(limit)
            .fetch());
  }

  public static Map<UUID, Store> byId(DSLContext sql, Collection<UUID> ids) {
    UUID[] wanted = ids.toArray(UUID[]::new);
    return withHours(
            sql, sql.selectFrom(STORES).where(STORES.ACTIVE).and(STORES.ID.eq(any(wanted))).fetch())
        .stream()
        .collect(Collectors.toMap(Store::id, Function.identity()));
  }

  /** How long the kitchen needs, also of a shop that has closed for good since. */
  public static Duration preparation(DSLContext sql, UUID id) {
    return Duration.ofMinutes(
        sql.select(STORES.PREP_MINUTES)
            .from(STORES)
            .where(STORES.ID.eq(id))
            .fetchSingle()
            .value1());
  }

  /** Orders already in each pickup slot that begins at {@code from} or later, by shop and slot. */
  public static Map<UUID, Map<Instant, Integer>> slotsTaken(
      DSLContext sql, Collection<UUID> ids, Instant from) {
    return sql
        .selectFrom(PICKUP_SLOTS)
        .where(PICKUP_SLOTS.STORE_ID.eq(any(ids.toArray(UUID[]::new))), PICKUP_SLOTS.AT.ge(from))
        .fetch()
        .intoGroups(PICKUP_SLOTS.STORE_ID)
        .entrySet()
        .stream()
        .collect(
            Collectors.toMap(
                Map.Entry::getKey, e -> e.getValue().intoMap(PICKUP_SLOTS.AT, PICKUP_SLOTS.TAKEN)));
  }

  private static List<Store> withHours(DSLContext sql, List<StoresRecord> rows) {
    UUID[] ids = rows.stream().map(StoresRecord::getId).toArray(UUID[]::new);
    Map<UUID, List<Opening>> openings =
        sql.select(
                STORE_HOURS.STORE_ID,
                STORE_HOURS.DAY_OF_WEEK,
                STORE_HOURS.OPENS_AT,
                STORE_HOURS.CLOSES_AT)
            .from(STORE_HOURS)
            .where(STORE_HOURS.STORE_ID.eq(any(ids)))
            .fetchGroups(
                STORE_HOURS.STORE_ID,
                row -> new Opening(DayOfWeek.of(row.value2()), row.value3(), row.value4()));
    Map<UUID, List<Closure>> closures =
        sql.select(STORE_CLOSURES.STORE_ID, STORE_CLOSURES.FROM_DAY, STORE_CLOSURES.TO_DAY)
            .from(STORE_CLOSURES)
            .where(STORE_CLOSURES.STORE_ID.eq(any(ids)))
            .fetchGroups(STORE_CLOSURES.STORE_ID, row -> new Closure(row.value2(), row.value3()));
    Map<UUID, Map<LocalDate, SpecialDay>> special = specialDays(sql, ids);
    return rows.stream()
        .map(
            row ->
                store(
                    row,
                    new OpeningHours(
                        openings.getOrDefault(row.getId(), List.of()),
                        closures.getOrDefault(row.getId(), List.of()),
                        special.getOrDefault(row.getId(), Map.of()))))
        .toList();
  }

  private static Map<UUID, Map<LocalDate, SpecialDay>> specialDays(DSLContext sql, UUID[] ids) {
    var special = new HashMap<UUID, Map<LocalDate, SpecialDay>>();
    sql.select(
            STORE_DAYS.STORE_ID,
            STORE_DAYS.DAY,
            STORE_DAYS.CUTOFF_MINUTES,
            STORE_DAYS.SLOT_CAPACITY,
            STORE_DAY_HOURS.OPENS_AT,
            STORE_DAY_HOURS.CLOSES_AT)
        .from(STORE_DAYS)
        .leftJoin(STORE_DAY_HOURS)
        .on(STORE_DAY_HOURS.DAY_ID.eq(STORE_DAYS.ID))
        .where(STORE_DAYS.STORE_ID.eq(any(ids)))
        .forEach(
            row ->
                special
                    .computeIfAbsent(row.value1(), store -> new HashMap<>())
                    .merge(
                        row.value2(),
                        new SpecialDay(
                            row.value5() == null
                                ? List.of()
                                : List.of(
                                    new Opening(
                                        row.value2().getDayOfWeek(), row.value5(), row.value6())),
                            row.value3(),
                            row.value4()),
                        SpecialDay::and));
    return special;
  }

  private static Store store(StoresRecord row, OpeningHours hours) {
    return new Store(
        row.getId(),
        row.getName(),
        row.getDescription(),
        Images.url(row.getImage()),
        row.getPaused(),
        row.getCutoffMinutes(),
        row.getPrepMinutes(),
        row.getSlotMinutes(),
        row.getSlotCapacity(),
        row.getMaxQuantity(),
        hours);
  }
}
