package com.ojeomneo.server.order;

import static com.ojeomneo.schema.jooq.enums.OrderStatus.ACCEPTED;
import static com.ojeomneo.schema.jooq.enums.OrderStatus.COMPLETED;
import static com.ojeomneo.schema.jooq.enums.OrderStatus.PREPARING;
import static com.ojeomneo.schema.jooq.enums.OrderStatus.READY;
import static org.assertj.core.api.Assertions.assertThat;

import com.ojeomneo.order.Actor;
import com.ojeomneo.order.OrderProgress;
import com.ojeomneo.schema.jooq.enums.OrderStatus;
import com.ojeomneo.server.TestStack;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Lunch, from the order to the counter, as its customer sees it live. */
@QuarkusTest
@WithTestResource(TestStack.class)
class OrderJourneyTest {
  private static final Actor STAFF = Actor.staff("kim");

  @Inject OrderProgress progress;

  @Test
  void everyStepIsStreamedAsTheOrderIsAtThatMoment() {
    PlacedOrder order = PlacedOrder.any();
    try (var stream = EventStream.of(order)) {
      streams(stream, order, 1, "PENDING_PAYMENT");

      order.pay(order.authenticated()).then().statusCode(200);
      streams(stream, order, 2, "PAID");

      int seq = 3;
      for (OrderStatus next : List.of(ACCEPTED, PREPARING, READY, COMPLETED)) {
        progress.move(order.id(), next, STAFF, null);
        streams(stream, order, seq++, next.getLiteral());
      }
    }
    assertThat(Provider.charges(order.id())).isEqualTo(1);
    assertThat(Provider.kept(order.id())).isEqualTo(order.total());
  }

  private static void streams(EventStream stream, PlacedOrder order, int seq, String status) {
    String now = order.get().then().statusCode(200).extract().asString();
    assertThat(stream.next().lines())
        .containsExactlyInAnyOrder("id:" + seq, "event:order", "data:" + now);
    assertThat(order.status()).isEqualTo(status);
  }
}
