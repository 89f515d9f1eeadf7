package com.ojeomneo.order;

import static com.ojeomneo.schema.jooq.Tables.DAILY_STOCK;
import static com.ojeomneo.schema.jooq.Tables.ORDER_LINES;
import static com.ojeomneo.schema.jooq.Tables.PICKUP_SLOTS;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.sum;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jooq.DSLContext;

/**
 * The SQL of what can run out: portions of a business day and places in a pickup slot. Each is
 * taken by one conditional upsert, so the last one goes to one order whatever races.
 */
final class Stock {
  private Stock() {}

  /**
   * Takes portions; call in the order of menu ids, so that two orders never wait for each other.
   */
  static boolean take(DSLContext tx, UUID menu, LocalDate day, int dailyLimit, int quantity) {
    if (quantity > dailyLimit) {
      return false;
    }
    return tx.insertInto(DAILY_STOCK)
            .set(DAILY_STOCK.MENU_ID, menu)
            .set(DAILY_STOCK.BUSINESS_DAY, day)
            .set(DAILY_STOCK.REMAINING, dailyLimit - quantity)
            .onConflict(DAILY_STOCK.MENU_ID, DAILY_STOCK.BUSINESS_DAY)
            .doUpdate()
            .set(DAILY_STOCK.REMAINING, DAILY_STOCK.REMAINING.minus(quantity))
            .where(DAILY_STOCK.REMAINING.ge(quantity))
            .execute()
        == 1;
  }

  static boolean takeSlot(DSLContext tx, UUID store, Instant at, int capacity) {
    if (capacity < 1) {
      return false;
    }
    return tx.insertInto(PICKUP_SLOTS)
            .set(PICKUP_SLOTS.STORE_ID, store)
            .set(PICKUP_SLOTS.AT, at)
            .set(PICKUP_SLOTS.TAKEN, 1)
            .onConflict(PICKUP_SLOTS.STORE_ID, PICKUP_SLOTS.AT)
            .doUpdate()
            .set(PICKUP_SLOTS.TAKEN, PICKUP_SLOTS.TAKEN.plus(1))
            .where(PICKUP_SLOTS.TAKEN.lt(capacity))
            .execute()
        == 1;
  }

  /** Gives back what the order holds, to its own day; called once, on its way out. */
  static void giveBack(DSLContext tx, Order order) {
    // In the order of menu ids, as they were taken.
    tx.select(DAILY_STOCK.MENU_ID)
        .from(DAILY_STOCK)
        .where(
            DAILY_STOCK.BUSINESS_DAY.eq(order.businessDay()),
            DAILY_STOCK.MENU_ID.in(
                select(ORDER_LINES.MENU_ID)
                    .from(ORDER_LINES)
                    .where(ORDER_LINES.ORDER_ID.eq(order.id()), ORDER_LINES.TOOK_STOCK.isTrue())))
        .orderBy(DAILY_STOCK.MENU_ID)
        .forUpdate()
        .execute();
    var held =
        select(
                ORDER_LINES.MENU_ID,
                sum(ORDER_LINES.QUANTITY.minus(ORDER_LINES.RETURNED_QUANTITY))
                    .cast(Integer.class)
                    .as("portions"))
            .from(ORDER_LINES)
            .where(ORDER_LINES.ORDER_ID.eq(order.id()), ORDER_LINES.TOOK_STOCK.isTrue())
            .groupBy(ORDER_LINES.MENU_ID)
            .asTable("held");
    tx.update(DAILY_STOCK)
        .set(
            DAILY_STOCK.REMAINING,
            DAILY_STOCK.REMAINING.plus(held.field("portions", Integer.class)))
        .from(held)
        .where(
            DAILY_STOCK.MENU_ID.eq(held.field(ORDER_LINES.MENU_ID)),
            DAILY_STOCK.BUSINESS_DAY.eq(order.businessDay()))
        .execute();
    giveBackSlot(tx, order);
  }

  /** Gives back the place that the order holds; nothing when it is for as soon as possible. */
  static void giveBackSlot(DSLContext tx, Order order) {
    if (order.pickupAt() != null) {
      tx.update(PICKUP_SLOTS)
          .set(PICKUP_SLOTS.TAKEN, PICKUP_SLOTS.TAKEN.minus(1))
          .where(PICKUP_SLOTS.STORE_ID.eq(order.storeId()), PICKUP_SLOTS.AT.eq(order.pickupAt()))
          .execute();
    }
  }

  /** Gives back portions of one dish; those that nothing was ever taken of stay untouched. */
  static void giveBack(DSLContext tx, UUID menu, LocalDate day, int quantity) {
    tx.update(DAILY_STOCK)
        .set(DAILY_STOCK.REMAINING, DAILY_STOCK.REMAINING.plus(quantity))
        .where(DAILY_STOCK.MENU_ID.eq(menu), DAILY_STOCK.BUSINESS_DAY.eq(day))
        .execute();
  }
}
