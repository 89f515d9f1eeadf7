package com.ojeomneo.server.order;

import static com.ojeomneo.schema.jooq.Tables.DAILY_STOCK;
import static com.ojeomneo.schema.jooq.Tables.ORDERS;
import static com.ojeomneo.schema.jooq.Tables.PAYMENTS;
import static com.ojeomneo.schema.jooq.Tables.PAYMENT_ATTEMPTS;
import static com.ojeomneo.schema.jooq.Tables.PICKUP_SLOTS;

import com.ojeomneo.menu.Stores;
import com.ojeomneo.platform.database.Database;
import com.ojeomneo.schema.jooq.enums.OrderStatus;
import com.ojeomneo.server.Dish;
import com.ojeomneo.server.Shop;
import com.ojeomneo.server.TestStack;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;

/** What stands in the database, seen and changed as the owner of the tables. */
final class Stored {
  private Stored() {}

  static DSLContext sql() {
    return new Database(TestStack.owner()).sql();
  }

  /** Portions left of the dish, on the one day on which it was sold. */
  static int remaining(Dish dish) {
    return sql()
        .select(DAILY_STOCK.REMAINING)
        .from(DAILY_STOCK)
        .where(DAILY_STOCK.MENU_ID.eq(dish.id()))
        .fetchSingle()
        .value1();
  }

  /** One of the slots that the shop offers, not the next one. */
  static Instant slot(Shop shop) {
    return slots(shop).get(3);
  }

  static List<Instant> slots(Shop shop) {
    return Stores.find(sql(), shop.id()).orElseThrow().slots(Instant.now());
  }

  /** Orders in the shop's slot. */
  static int taken(Shop shop, Instant slot) {
    return sql()
        .select(PICKUP_SLOTS.TAKEN)
        .from(PICKUP_SLOTS)
        .where(PICKUP_SLOTS.STORE_ID.eq(shop.id()), PICKUP_SLOTS.AT.eq(slot))
        .fetchOptional()
        .map(row -> row.value1())
        .orElse(0);
  }

  static int orders(Shop shop) {
    return sql().fetchCount(ORDERS, ORDERS.STORE_ID.eq(shop.id()));
  }

  /** As if the order had been placed long ago. */
  static void runOutOfTime(PlacedOrder order) {
    Instant now = Instant.now();
    sql()
        .update(ORDERS)
        .set(ORDERS.CREATED_AT, now.minus(Duration.ofMinutes(11)))
        .set(ORDERS.EXPIRES_AT, now.minus(Duration.ofMinutes(1)))
        .where(ORDERS.ID.eq(order.id()))
        .execute();
  }

  /** As if this database had never known of the order's payment. */
  static void forgetPayment(UUID order) {
    sql().deleteFrom(PAYMENTS).where(PAYMENTS.ORDER_ID.eq(order)).execute();
    sql().deleteFrom(PAYMENT_ATTEMPTS).where(PAYMENT_ATTEMPTS.ORDER_ID.eq(order)).execute();
  }

  /** Past every rule. */
  static void force(UUID order, OrderStatus status) {
    sql().update(ORDERS).set(ORDERS.STATUS, status).where(ORDERS.ID.eq(order)).execute();
  }
}
