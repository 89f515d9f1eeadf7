package com.ojeomneo.server.order;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.ojeomneo.order.Actor;
import com.ojeomneo.order.OrderProgress;
import com.ojeomneo.schema.jooq.enums.OrderStatus;
import com.ojeomneo.server.Customer;
import com.ojeomneo.server.Dish;
import com.ojeomneo.server.Dish.Option;
import com.ojeomneo.server.Shop;
import com.ojeomneo.server.TestStack;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The order as DESIGN section 6 has it, to the letter. */
@QuarkusTest
@WithTestResource(TestStack.class)
class OrderContractTest {
  private static final List<String> ALWAYS =
      List.of(
          "id",
          "number",
          "storeId",
          "storeName",
          "status",
          "totalAmount",
          "items",
          "note",
          "pickupAt",
          "estimatedReadyAt",
          "createdAt",
          "expiresAt",
          "cancellable",
          "cancelReason",
          "refunds");

  @Inject OrderProgress progress;
  @Inject ObjectMapper json;

  @Test
  void anOrderIsTheSameWhereverItIsRead() {
    Dish dish = Shop.open().dish("비빔밥", 9000);
    Customer customer = Customer.guest();
    Response placed = PlacedOrder.post(customer, PlacedOrder.key(), PlacedOrder.wish(dish, 1));
    assertThat(placed.statusCode()).isEqualTo(201);
    String order = placed.asString();
    String id = placed.path("id");
    assertThat(customer.request().get("/orders/" + id).asString()).isEqualTo(order);
    assertThat(customer.request().get("/orders").asString())
        .isEqualTo("{\"items\":[" + order + "],\"nextCursor\":null}");
    try (var stream = EventStream.open(customer, "/orders/" + id + "/events")) {
      assertThat(stream.next().data()).isEqualTo(order);
    }
  }

  @Test
  void aPayableOrderSaysHowToPay() throws JsonProcessingException {
    Shop shop = Shop.open();
    Dish dish =
        shop.dish("비빔밥", 9000).withOptionGroup(0, 2, Option.of("계란", 500), Option.of("곱빼기", 2000));
    Dish soup = shop.dish("된장국", 3000);
    Instant slot = Stored.slot(shop);
    PlacedOrder placed =
        PlacedOrder.by(
            Customer.guest(),
            Map.of(
                "storeId",
                shop.id(),
                "pickupAt",
                slot.toString(),
                "note",
                "덜 맵게 \uD83C\uDF36",
                "items",
                List.of(
                    Map.of(
                        "menuId",
                        dish.id(),
                        "quantity",
                        2,
                        "optionIds",
                        List.of(dish.option("곱빼기"), dish.option("계란"))),
                    PlacedOrder.item(soup, 1))));
    JsonNode order = read(placed);

    assertThat(names(order)).containsExactlyElementsOf(with("payment"));
    assertThat(order.get("id").textValue()).hasSize(36);
    assertThat(order.get("number").textValue()).isEqualTo("A01");
    assertThat(order.get("storeId").textValue()).isEqualTo(shop.id().toString());
    assertThat(order.get("storeName").textValue()).isEqualTo(shop.name());
    assertThat(order.get("status").textValue()).isEqualTo("PENDING_PAYMENT");
    assertThat(order.get("totalAmount").isInt()).isTrue();
    assertThat(order.get("totalAmount").intValue()).isEqualTo(26_000);
    assertThat(order.get("note").textValue()).isEqualTo("덜 맵게 \uD83C\uDF36");
    assertThat(time(order, "pickupAt")).isEqualTo(slot);
    assertThat(order.get("estimatedReadyAt").isNull()).isTrue();
    assertThat(Duration.between(time(order, "createdAt"), time(order, "expiresAt")))
        .isEqualTo(Duration.ofMinutes(10));
    assertThat(order.get("cancellable").booleanValue()).isTrue();
    assertThat(order.get("cancelReason").isNull()).isTrue();
    assertThat(order.get("refunds")).isEmpty();

    assertThat(order.get("items").toString())
        .isEqualTo(
            """
            [{"menuId":"%s","name":"비빔밥","quantity":2,"unitPrice":9000,"options":[\
            {"id":"%s","name":"계란","price":500},{"id":"%s","name":"곱빼기","price":2000}],\
            "amount":23000},{"menuId":"%s","name":"된장국","quantity":1,"unitPrice":3000,\
            "options":[],"amount":3000}]"""
                .formatted(dish.id(), dish.option("계란"), dish.option("곱빼기"), soup.id()));

    JsonNode payment = order.get("payment");
    assertThat(names(payment))
        .containsExactly("provider", "clientKey", "orderId", "orderName", "amount", "checkoutUrl");
    assertThat(payment.get("orderId").textValue()).isEqualTo(order.get("id").textValue());
    assertThat(payment.get("orderName").textValue()).isEqualTo(shop.name() + " · 비빔밥 외 1건");
    assertThat(payment.get("amount").intValue()).isEqualTo(26_000);
  }

  @Test
  void anOrderThatIsNotPayableSaysNothingOfPaying() throws JsonProcessingException {
    PlacedOrder order = PlacedOrder.any().paid();
    assertThat(names(read(order))).containsExactlyElementsOf(ALWAYS);
    Instant before = Instant.now();
    progress.move(order.id(), OrderStatus.ACCEPTED, Actor.staff("kim"), null);
    JsonNode accepted = read(order);
    assertThat(time(accepted, "estimatedReadyAt")).isAfter(before);
    assertThat(accepted.get("cancellable").booleanValue()).isFalse();
  }

  @Test
  void anOrderWhoseTimeIsOverSaysNothingOfPaying() throws JsonProcessingException {
    PlacedOrder order = PlacedOrder.any();
    Stored.runOutOfTime(order);
    assertThat(read(order).has("payment")).isFalse();
  }

  @Test
  void aRefundIsShown() throws JsonProcessingException {
    PlacedOrder order = PlacedOrder.any().paid();
    order.cancel();
    order.awaitRefund("DONE");
    JsonNode cancelled = read(order);
    assertThat(cancelled.get("refunds").toString())
        .isEqualTo("[{\"amount\":9000,\"status\":\"DONE\",\"reason\":\"마음이 바뀌었어요\"}]");
    assertThat(cancelled.get("cancelReason").textValue()).isEqualTo("마음이 바뀌었어요");
    assertThat(cancelled.get("cancellable").booleanValue()).isFalse();
  }

  @Test
  void anOrderKeepsWhatItWasOrderedAt() {
    Dish dish = Shop.open().dish("비빔밥", 9000);
    PlacedOrder order = PlacedOrder.of(dish);
    String before = order.get().asString();
    dish.price(12_000).soldOut();
    assertThat(order.get().asString()).isEqualTo(before);
  }

  private JsonNode read(PlacedOrder order) throws JsonProcessingException {
    return json.readTree(order.get().then().statusCode(200).extract().asString());
  }

  private static Instant time(JsonNode order, String field) {
    return Instant.parse(order.get(field).textValue());
  }

  private static List<String> names(JsonNode object) {
    var names = new ArrayList<String>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }

  private static List<String> with(String more) {
    var names = new ArrayList<>(ALWAYS);
    names.add(more);
    return names;
  }
}
