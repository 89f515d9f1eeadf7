package com.ojeomneo.server.order;

import static com.ojeomneo.schema.jooq.Tables.ORDER_COUNTERS;
import static org.assertj.core.api.Assertions.assertThat;

import com.ojeomneo.server.Customer;
import com.ojeomneo.server.Dish;
import com.ojeomneo.server.Dish.Option;
import com.ojeomneo.server.Shop;
import com.ojeomneo.server.TestStack;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What a shop cannot serve is refused with the reason, and leaves nothing behind. */
@QuarkusTest
@WithTestResource(TestStack.class)
class OrderRefusalTest {
  private final Shop shop = Shop.open();
  private final Dish dish = shop.dish("비빔밥", 9000);

  @Test
  void aClosedShopTakesNoOrders() {
    shop.closed();
    refused("STORE_CLOSED");
  }

  @Test
  void aPausedShopTakesNoOrders() {
    shop.paused();
    refused("STORE_CLOSED");
  }

  @Test
  void nothingIsTakenAfterTheLastOrder() {
    shop.pastCutoff();
    refused("CUTOFF_PASSED");
  }

  @Test
  void aDishThatStaffTookOffIsSoldOut() {
    dish.soldOut();
    refused("SOLD_OUT");
  }

  @Test
  void moreThanTheDayHasLeftIsSoldOut() {
    dish.dailyLimit(10).remaining(1);
    refused("SOLD_OUT", PlacedOrder.wish(dish, 2));
    assertThat(Stored.remaining(dish)).isEqualTo(1);
  }

  @Test
  void moreThanTheDayEverHadIsSoldOut() {
    dish.dailyLimit(3);
    refused("SOLD_OUT", PlacedOrder.wish(dish, 4));
  }

  @Test
  void anOptionThatIsGoneIsSoldOut() {
    dish.withOptionGroup(0, 1, new Option("계란", 500, true));
    refused("SOLD_OUT", withOptions(dish.option("계란")));
  }

  @Test
  void theOptionRulesHold() {
    dish.withOptionGroup(1, 2, Option.of("밥", 0), Option.of("면", 500), Option.of("죽", 700));
    Dish other = shop.dish("국수", 8000).withOptionGroup(0, 1, Option.of("김치", 0));
    refused("OPTION_RULE", withOptions());
    refused("OPTION_RULE", withOptions(dish.option("밥"), dish.option("면"), dish.option("죽")));
    refused("OPTION_RULE", withOptions(dish.option("밥"), other.option("김치")));
    refused("OPTION_RULE", withOptions(dish.option("밥"), UUID.randomUUID()));
    refused("OPTION_RULE", withOptions(dish.option("밥"), dish.option("밥")));
  }

  @Test
  void aFullSlotTakesNoMore() {
    shop.slotCapacity(1);
    Instant slot = Stored.slot(shop);
    PlacedOrder.by(Customer.guest(), at(slot));
    code(409, "SLOT_FULL", place(at(slot)));
    assertThat(Stored.taken(shop, slot)).isEqualTo(1);
    assertThat(Stored.orders(shop)).isEqualTo(1);
  }

  @Test
  void whatIsNoSlotIsNotTaken() {
    Instant slot = Stored.slot(shop);
    refused("SLOT_FULL", at(slot.plusSeconds(60)));
    refused("SLOT_FULL", at(slot.plusMillis(1)));
    refused("SLOT_FULL", at(slot.minus(Duration.ofDays(1))));
    refused("SLOT_FULL", at(slot.plus(Duration.ofDays(3))));
  }

  @Test
  void anOrderHoldsNoMorePortionsThanTheShopAllows() {
    shop.maxQuantity(3);
    Dish second = shop.dish("국수", 8000);
    refused("QUANTITY_LIMIT", PlacedOrder.wish(dish, 4));
    refused("QUANTITY_LIMIT", PlacedOrder.wish(dish, Integer.MAX_VALUE));
    refused(
        "QUANTITY_LIMIT",
        wish(List.of(PlacedOrder.item(dish, 2), PlacedOrder.item(second, 2)), Map.of()));
  }

  @Test
  void aSumBeyondAllMoneyIsRefused() {
    shop.maxQuantity(1000);
    dish.price(1_000_000)
        .withOptionGroup(2, 2, Option.of("금", 1_000_000), Option.of("은", 1_000_000));
    var options = List.of(dish.option("금"), dish.option("은"));
    var item = Map.<String, Object>of("menuId", dish.id(), "quantity", 1000, "optionIds", options);
    refused("QUANTITY_LIMIT", wish(List.of(item), Map.of()));
  }

  @Test
  void theSecondDishIsRefusedWithTheFirstOnesStockUntouched() {
    dish.dailyLimit(5).remaining(5);
    Dish gone = shop.dish("국수", 8000).dailyLimit(5).remaining(0);
    Instant slot = Stored.slot(shop);
    refused(
        "SOLD_OUT",
        wish(
            List.of(PlacedOrder.item(dish, 1), PlacedOrder.item(gone, 1)),
            Map.of("pickupAt", slot.toString())));
    assertThat(Stored.remaining(dish)).isEqualTo(5);
    assertThat(Stored.taken(shop, slot)).isZero();
  }

  @Test
  void aFullSlotLeavesTheStockUntouched() {
    dish.dailyLimit(5);
    refused("SLOT_FULL", at(Stored.slot(shop).plusSeconds(60)));
    assertThat(PlacedOrder.of(dish).answer().getString("number")).isEqualTo("A01");
    assertThat(Stored.remaining(dish)).isEqualTo(4);
  }

  private void refused(String code) {
    refused(code, PlacedOrder.wish(dish, 1));
  }

  private void refused(String code, Map<String, Object> wish) {
    code(409, code, place(wish));
    assertThat(Stored.orders(shop)).isZero();
    assertThat(Stored.sql().fetchCount(ORDER_COUNTERS, ORDER_COUNTERS.STORE_ID.eq(shop.id())))
        .isZero();
  }

  private static void code(int status, String code, Response response) {
    assertThat(response.statusCode()).as(response.asString()).isEqualTo(status);
    assertThat(response.contentType()).startsWith("application/problem+json");
    assertThat(response.<String>path("code")).isEqualTo(code);
  }

  private static Response place(Map<String, Object> wish) {
    return PlacedOrder.post(Customer.guest(), PlacedOrder.key(), wish);
  }

  private Map<String, Object> at(Instant slot) {
    return wish(List.of(PlacedOrder.item(dish, 1)), Map.of("pickupAt", slot.toString()));
  }

  private Map<String, Object> withOptions(UUID... options) {
    return wish(
        List.of(Map.of("menuId", dish.id(), "quantity", 1, "optionIds", List.of(options))),
        Map.of());
  }

  private Map<String, Object> wish(List<Map<String, Object>> items, Map<String, Object> more) {
    var wish = new HashMap<>(more);
    wish.put("storeId", shop.id());
    wish.put("items", items);
    return wish;
  }
}
