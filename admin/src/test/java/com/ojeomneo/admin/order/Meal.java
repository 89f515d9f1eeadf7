package com.ojeomneo.admin.order;

import static com.ojeomneo.admin.order.Restaurant.OWNER;
import static com.ojeomneo.schema.jooq.Tables.ORDERS;
import static com.ojeomneo.schema.jooq.Tables.USERS;

import com.github.f4b6a3.uuid.UuidCreator;
import com.ojeomneo.order.Actor;
import com.ojeomneo.order.OrderView;
import com.ojeomneo.order.PayOrder;
import com.ojeomneo.order.PlaceOrder;
import com.ojeomneo.schema.jooq.enums.OrderStatus;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** An order of a customer of a test's own, placed and paid as through the Server. */
record Meal(UUID id, UUID user, Restaurant shop, int total) {
  static Meal paid() {
    Restaurant shop = Restaurant.open();
    return paid(shop, new PlaceOrder.Portions(shop.dish(), 1, List.of()));
  }

  static Meal paid(Restaurant shop, PlaceOrder.Portions... items) {
    return placed(shop, customer(), items).pay();
  }

  static Meal placed(Restaurant shop, UUID user, PlaceOrder.Portions... items) {
    OrderView order =
        ServerNode.THE.checkout.place(
            user, new PlaceOrder(shop.id(), null, List.of(items), "덜 맵게"), (_, _) -> {});
    return new Meal(order.id(), user, shop, order.totalAmount().amount());
  }

  static UUID customer() {
    UUID id = UuidCreator.getTimeOrderedEpoch();
    OWNER
        .insertInto(USERS)
        .set(USERS.ID, id)
        .set(USERS.EMAIL, id + "@example.com")
        .set(USERS.PASSWORD_HASH, "none")
        .set(USERS.DISPLAY_NAME, "김손님")
        .set(USERS.GUEST, false)
        .set(USERS.CREATED_AT, Instant.now())
        .execute();
    return id;
  }

  Meal pay() {
    String url = ServerNode.THE.views.get(OWNER, id).payment().checkoutUrl();
    String key = ServerNode.THE.agree(url);
    ServerNode.THE.payment.pay(user, id, new PayOrder(key, total), UUID.randomUUID().toString());
    return this;
  }

  /** As by another node of the Server. */
  Meal moved(OrderStatus... states) {
    for (OrderStatus state : states) {
      ServerNode.THE.progress.move(id, state, Actor.staff("kim"), "재료 소진");
    }
    return this;
  }

  OrderStatus status() {
    return OWNER.select(ORDERS.STATUS).from(ORDERS).where(ORDERS.ID.eq(id)).fetchSingle().value1();
  }

  /** How much of it the provider still holds, KRW. */
  int kept() {
    return ServerNode.THE.kept(id);
  }
}
