package com.ojeomneo.server.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.ojeomneo.order.Actor;
import com.ojeomneo.order.OrderProgress;
import com.ojeomneo.platform.problem.Problem;
import com.ojeomneo.schema.jooq.enums.OrderStatus;
import com.ojeomneo.server.Customer;
import com.ojeomneo.server.Dish;
import com.ojeomneo.server.Shop;
import com.ojeomneo.server.TestStack;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@QuarkusTest
@WithTestResource(TestStack.class)
class OrderCancellationTest {
  private static final Actor STAFF = Actor.staff("kim");

  @Inject OrderProgress progress;

  private final Shop shop = Shop.open();
  private final Dish dish = shop.dish("비빔밥", 9000).dailyLimit(10);

  @Test
  void anUnpaidOrderIsCancelledAndGivesBackWhatItHeld() {
    Instant slot = Stored.slot(shop);
    var wish = new HashMap<>(PlacedOrder.wish(dish, 3));
    wish.put("pickupAt", slot.toString());
    PlacedOrder order = PlacedOrder.by(Customer.guest(), wish);
    assertThat(Stored.remaining(dish)).isEqualTo(7);
    assertThat(Stored.taken(shop, slot)).isEqualTo(1);

    order
        .cancel()
        .then()
        .statusCode(200)
        .body("status", equalTo("CANCELLED"))
        .body("cancelReason", equalTo("마음이 바뀌었어요"))
        .body("refunds.size()", equalTo(0));
    assertThat(Stored.remaining(dish)).isEqualTo(10);
    assertThat(Stored.taken(shop, slot)).isZero();
  }

  @Test
  void theSameDishTwiceIsGivenBackTwice() {
    var wish =
        Map.of(
            "storeId",
            shop.id(),
            "items",
            List.of(PlacedOrder.item(dish, 2), PlacedOrder.item(dish, 3)));
    PlacedOrder order = PlacedOrder.by(Customer.guest(), wish);
    assertThat(Stored.remaining(dish)).isEqualTo(5);
    order.cancel().then().statusCode(200);
    assertThat(Stored.remaining(dish)).isEqualTo(10);
  }

  @Test
  void aPaidOrderIsCancelledAndItsMoneyComesBack() {
    PlacedOrder order = PlacedOrder.of(dish).paid();
    try (var stream = EventStream.of(order, "Last-Event-ID", "2")) {
      order
          .cancel()
          .then()
          .statusCode(200)
          .body("status", equalTo("CANCELLED"))
          .body("refunds[0].amount", equalTo(9000))
          .body("refunds[0].status", equalTo("PENDING"));
      assertThat(stream.next().data()).contains("\"status\":\"PENDING\"");
      assertThat(stream.next().data()).contains("\"status\":\"DONE\"");
    }
    assertThat(order.get().jsonPath().getList("refunds.status")).containsExactly("DONE");
    assertThat(Provider.kept(order.id())).isZero();
    assertThat(Stored.remaining(dish)).isEqualTo(10);
  }

  @ParameterizedTest
  @EnumSource(names = {"ACCEPTED", "PREPARING", "READY", "COMPLETED", "CANCELLED", "EXPIRED"})
  void whatTheKitchenHasOrWhatIsOverIsNotCancellable(OrderStatus status) {
    PlacedOrder order = PlacedOrder.of(dish);
    bring(order, status);
    order.cancel().then().statusCode(409).body("code", equalTo("NOT_CANCELLABLE"));
    assertThat(order.status()).isEqualTo(status.getLiteral());
  }

  @ParameterizedTest
  @EnumSource(names = {"PAID", "ACCEPTED", "PREPARING", "READY"})
  void theShopCancelsWithAReasonAndTheMoneyComesBack(OrderStatus status) {
    PlacedOrder order = PlacedOrder.of(dish);
    bring(order, status);
    progress.move(order.id(), OrderStatus.CANCELLED, STAFF, "재료 소진");
    order.awaitRefund("DONE");
    assertThat(order.get().<String>path("cancelReason")).isEqualTo("재료 소진");
    assertThat(Provider.kept(order.id())).isZero();
    assertThat(Stored.remaining(dish)).isEqualTo(10);
  }

  @Test
  void theShopDoesNotCancelWithoutAReason() {
    PlacedOrder order = PlacedOrder.of(dish).paid();
    Assertions.assertThatThrownBy(
            () -> progress.move(order.id(), OrderStatus.CANCELLED, STAFF, " "))
        .isInstanceOf(Problem.class);
    assertThat(order.status()).isEqualTo("PAID");
  }

  @Test
  void aReasonIsRequired() {
    PlacedOrder order = PlacedOrder.of(dish);
    for (String body :
        List.of(
            "{}",
            "{\"reason\":\" \"}",
            "{\"reason\":null}",
            "{\"reason\":1}",
            "{\"reason\":\"" + "가".repeat(201) + "\"}")) {
      order
          .customer()
          .request()
          .body(body)
          .post("/orders/{id}/cancellation", order.id())
          .then()
          .statusCode(400)
          .body("code", equalTo("VALIDATION_FAILED"))
          .body("errors[0].field", equalTo("reason"));
    }
    assertThat(order.status()).isEqualTo("PENDING_PAYMENT");
  }

  private void bring(PlacedOrder order, OrderStatus status) {
    switch (status) {
      case CANCELLED -> order.cancel().then().statusCode(200);
      case EXPIRED -> {
        Stored.runOutOfTime(order);
        order.awaitStatus("EXPIRED");
      }
      default -> {
        order.paid();
        for (OrderStatus next :
            List.of(
                OrderStatus.ACCEPTED,
                OrderStatus.PREPARING,
                OrderStatus.READY,
                OrderStatus.COMPLETED)) {
          if (next.compareTo(status) <= 0) {
            progress.move(order.id(), next, STAFF, null);
          }
        }
      }
    }
  }
}
