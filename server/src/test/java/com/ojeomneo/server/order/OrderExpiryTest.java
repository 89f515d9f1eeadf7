package com.ojeomneo.server.order;

import static com.ojeomneo.schema.jooq.Tables.PAYMENT_ATTEMPTS;
import static org.assertj.core.api.Assertions.assertThat;

import com.ojeomneo.server.Customer;
import com.ojeomneo.server.Dish;
import com.ojeomneo.server.Shop;
import com.ojeomneo.server.TestStack;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.HashMap;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(TestStack.class)
class OrderExpiryTest {
  @Test
  void anOrderThatNobodyPaysGivesBackWhatItHeld() {
    Shop shop = Shop.open();
    Dish dish = shop.dish("비빔밥", 9000).dailyLimit(10);
    Instant slot = Stored.slot(shop);
    var wish = new HashMap<>(PlacedOrder.wish(dish, 4));
    wish.put("pickupAt", slot.toString());
    PlacedOrder order = PlacedOrder.by(Customer.guest(), wish);
    try (var stream = EventStream.of(order, "Last-Event-ID", "1")) {
      Stored.runOutOfTime(order);
      assertThat(stream.next().data()).isEqualTo(order.get().asString());
    }
    assertThat(order.status()).isEqualTo("EXPIRED");
    assertThat(order.get().<Boolean>path("cancellable")).isFalse();
    assertThat(Stored.remaining(dish)).isEqualTo(10);
    assertThat(Stored.taken(shop, slot)).isZero();
  }

  @Test
  void anOrderInTimeStays() {
    PlacedOrder inTime = PlacedOrder.any();
    PlacedOrder late = PlacedOrder.any();
    Stored.runOutOfTime(late);
    late.awaitStatus("EXPIRED");
    assertThat(inTime.status()).isEqualTo("PENDING_PAYMENT");
  }

  @Test
  void ordersInDoubtDoNotKeepOthersFromExpiring() {
    Dish dish = Shop.open().dish("비빔밥", 9000);
    PlacedOrder doubtful = PlacedOrder.of(dish);
    // More than one look takes, all older than the one that is to expire.
    Stored.sql()
        .execute(
            """
            WITH copies AS (
              INSERT INTO orders (id, user_id, store_id, store_name, business_day, number, status,
                                  total_amount, created_at, expires_at)
              SELECT gen_random_uuid(), user_id, store_id, store_name, business_day,
                     'Z' || n, status, total_amount, created_at - interval '2 days',
                     created_at - interval '1 day'
                FROM orders, generate_series(100, 250) n WHERE id = ?
              RETURNING id)
            INSERT INTO payment_attempts (id, order_id, payment_key, idempotency_key, amount,
                                          status, check_at, created_at)
            SELECT gen_random_uuid(), id, 'doubtful ' || id, 'x', 9000, 'OPEN',
                   now() + interval '1 day', now()
              FROM copies
            """,
            doubtful.id());
    try {
      PlacedOrder late = PlacedOrder.of(dish);
      Stored.runOutOfTime(late);
      late.awaitStatus("EXPIRED");
    } finally {
      Stored.sql()
          .deleteFrom(PAYMENT_ATTEMPTS)
          .where(PAYMENT_ATTEMPTS.PAYMENT_KEY.like("doubtful %"))
          .execute();
    }
  }
}
