package com.ojeomneo.server.order;

import static com.ojeomneo.schema.jooq.Tables.ORDER_EVENTS;
import static org.assertj.core.api.Assertions.assertThat;

import com.ojeomneo.order.Actor;
import com.ojeomneo.order.OrderProgress;
import com.ojeomneo.schema.jooq.enums.OrderStatus;
import com.ojeomneo.server.Customer;
import com.ojeomneo.server.Shop;
import com.ojeomneo.server.TestStack;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What shops forget ends by itself. */
@QuarkusTest
@WithTestResource(TestStack.class)
class OrderForgottenTest {
  private static final Actor STAFF = Actor.staff("kim");

  @Inject OrderProgress progress;

  @Test
  void aPaidOrderThatNobodyAcceptsIsCancelledAndPaidBack() {
    PlacedOrder order = PlacedOrder.any().paid();
    happenedAgo(order, Duration.ofMinutes(19));
    progress.endForgotten();
    assertThat(order.status()).isEqualTo("PAID");
    happenedAgo(order, Duration.ofMinutes(21));
    progress.endForgotten();
    assertThat(order.status()).isEqualTo("CANCELLED");
    order.awaitRefund("DONE");
    assertThat(Provider.kept(order.id())).isZero();
  }

  @Test
  void aPaidOrderForLaterWaits() {
    Shop shop = Shop.open();
    var wish = new HashMap<>(PlacedOrder.wish(shop.dish("비빔밥", 9000), 1));
    Instant later = Stored.slots(shop).getLast();
    wish.put("pickupAt", later.toString());
    PlacedOrder order = PlacedOrder.by(Customer.guest(), wish).paid();
    happenedAgo(order, Duration.ofHours(1));
    progress.endForgotten();
    assertThat(order.status()).isEqualTo("PAID");
  }

  @Test
  void aReadyOrderCountsAsPickedUpAfterThreeHours() {
    PlacedOrder order = PlacedOrder.any().paid();
    for (OrderStatus next :
        List.of(OrderStatus.ACCEPTED, OrderStatus.PREPARING, OrderStatus.READY)) {
      progress.move(order.id(), next, STAFF, null);
    }
    happenedAgo(order, Duration.ofMinutes(179));
    progress.endForgotten();
    assertThat(order.status()).isEqualTo("READY");
    happenedAgo(order, Duration.ofMinutes(181));
    progress.endForgotten();
    assertThat(order.status()).isEqualTo("COMPLETED");
    assertThat(Provider.kept(order.id())).isEqualTo(order.total());
  }

  private static void happenedAgo(PlacedOrder order, Duration ago) {
    Stored.sql()
        .update(ORDER_EVENTS)
        .set(ORDER_EVENTS.CREATED_AT, Instant.now().minus(ago))
        .where(ORDER_EVENTS.ORDER_ID.eq(order.id()))
        .execute();
  }
}
