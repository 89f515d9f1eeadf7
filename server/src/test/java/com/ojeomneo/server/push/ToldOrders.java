package com.ojeomneo.server.push;

import static com.ojeomneo.schema.jooq.Tables.PUSH_MESSAGES;
import static com.ojeomneo.schema.jooq.Tables.PUSH_SUBSCRIPTIONS;
import static org.awaitility.Awaitility.await;

import com.ojeomneo.order.Actor;
import com.ojeomneo.platform.database.Database;
import com.ojeomneo.server.Customer;
import com.ojeomneo.server.Dish;
import com.ojeomneo.server.Shop;
import com.ojeomneo.server.TestStack;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;

/** Orders of one shop whose customers are told, and what still waits to be. */
final class ToldOrders {
  static final Actor STAFF = Actor.staff("kim");
  static final Duration PATIENCE = Duration.ofSeconds(15);

  private final DSLContext sql = new Database(TestStack.owner()).sql();
  private final Dish dish = Shop.open().dish("비빔밥", 9000);

  DSLContext sql() {
    return sql;
  }

  String shop() {
    return dish.shop().name();
  }

  UUID menu() {
    return dish.id();
  }

  UUID paid(Customer by) {
    String id =
        by.request()
            .header("Idempotency-Key", UUID.randomUUID().toString())
            .body(
                Map.of(
                    "storeId", dish.shop().id(),
                    "items", List.of(Map.of("menuId", dish.id(), "quantity", 1))))
            .post("/orders")
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    sql.execute("UPDATE orders SET status = 'PAID' WHERE id = ?", UUID.fromString(id));
    return UUID.fromString(id);
  }

  void awaitNothingWaits(UUID order) {
    await().atMost(PATIENCE).until(() -> !waits(order));
  }

  boolean waits(UUID order) {
    return sql.fetchExists(PUSH_MESSAGES, PUSH_MESSAGES.ORDER_ID.eq(order));
  }

  int devices(Customer of) {
    return sql.fetchCount(PUSH_SUBSCRIPTIONS, PUSH_SUBSCRIPTIONS.USER_ID.eq(of.id()));
  }
}
