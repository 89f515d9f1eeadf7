package com.ojeomneo.server.order;

import static org.assertj.core.api.Assertions.assertThat;

import com.ojeomneo.server.Customer;
import com.ojeomneo.server.Dish;
import com.ojeomneo.server.Shop;
import com.ojeomneo.server.TestStack;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What can run out goes to as many as there is of it. */
@QuarkusTest
@WithTestResource(TestStack.class)
class OrderRaceTest {
  @Test
  void aHundredCustomersShareTheLastTenPortions() {
    Shop shop = Shop.open();
    Dish dish = shop.dish("비빔밥", 9000).dailyLimit(10);
    List<Response> answers =
        Crowd.of(
            IntStream.range(0, 100)
                .<Callable<Response>>mapToObj(
                    i -> {
                      Customer customer = Customer.guest();
                      return () -> place(customer, PlacedOrder.wish(dish, 1));
                    })
                .toList());
    assertThat(answers).filteredOn(a -> a.statusCode() == 201).hasSize(10);
    assertThat(answers)
        .filteredOn(a -> a.statusCode() != 201)
        .allSatisfy(a -> assertThat(a.<String>path("code")).isEqualTo("SOLD_OUT"));
    assertThat(answers.stream().filter(a -> a.statusCode() == 201).map(a -> a.path("number")))
        .containsExactlyInAnyOrderElementsOf(
            IntStream.rangeClosed(1, 10).<Object>mapToObj("A%02d"::formatted).toList());
    assertThat(Stored.remaining(dish)).isZero();
    assertThat(Stored.orders(shop)).isEqualTo(10);
  }

  @Test
  void aSlotTakesExactlyItsCapacity() {
    Shop shop = Shop.open().slotCapacity(7);
    Instant slot = Stored.slot(shop);
    var wish = new HashMap<>(PlacedOrder.wish(shop.dish("비빔밥", 9000), 1));
    wish.put("pickupAt", slot.toString());
    Customer customer = Customer.guest();
    List<Response> answers = Crowd.of(30, () -> place(customer, wish));
    assertThat(answers).filteredOn(a -> a.statusCode() == 201).hasSize(7);
    assertThat(answers)
        .filteredOn(a -> a.statusCode() != 201)
        .allSatisfy(a -> assertThat(a.<String>path("code")).isEqualTo("SLOT_FULL"));
    assertThat(Stored.taken(shop, slot)).isEqualTo(7);
  }

  @Test
  void aSlotOfASpecialDayTakesExactlyTheCapacityOfThatDay() {
    Shop shop = Shop.open().slotCapacity(20);
    Instant slot = Stored.slot(shop);
    shop.specialDay(LocalDate.ofInstant(slot, ZoneId.of("Asia/Seoul")), null, 6);
    var wish = new HashMap<>(PlacedOrder.wish(shop.dish("비빔밥", 9000), 1));
    wish.put("pickupAt", slot.toString());
    Customer customer = Customer.guest();
    List<Response> answers = Crowd.of(30, () -> place(customer, wish));
    assertThat(answers).filteredOn(a -> a.statusCode() == 201).hasSize(6);
    assertThat(answers)
        .filteredOn(a -> a.statusCode() != 201)
        .allSatisfy(a -> assertThat(a.<String>path("code")).isEqualTo("SLOT_FULL"));
    assertThat(Stored.taken(shop, slot)).isEqualTo(6);
  }

  @Test
  void placesThatCancellationsReturnAreSoldAgainAndNoOthers() {
    Shop shop = Shop.open().slotCapacity(5);
    Instant slot = Stored.slot(shop);
    var wish = new HashMap<>(PlacedOrder.wish(shop.dish("비빔밥", 9000).dailyLimit(5), 1));
    wish.put("pickupAt", slot.toString());
    List<PlacedOrder> full =
        Stream.generate(() -> PlacedOrder.by(Customer.guest(), wish)).limit(5).toList();
    var deeds = new ArrayList<Callable<Response>>();
    full.forEach(order -> deeds.add(() -> cancel(order.customer(), order.id().toString())));
    for (int i = 0; i < 25; i++) {
      Customer customer = Customer.guest();
      // Half of them change their mind at once, and return what others may already want.
      boolean fickle = i % 2 == 0;
      deeds.add(
          () -> {
            Response placed = place(customer, wish);
            return fickle && placed.statusCode() == 201
                ? cancel(customer, placed.path("id"))
                : placed;
          });
    }
    List<Response> answers = Crowd.of(deeds);
    assertThat(answers)
        .allSatisfy(a -> assertThat(a.statusCode()).as(a.asString()).isIn(200, 201, 409));
    int kept = (int) answers.stream().filter(a -> a.statusCode() == 201).count();
    assertThat(Stored.taken(shop, slot)).isEqualTo(kept).isLessThanOrEqualTo(5);
    for (int free = 5 - kept; free > 0; free--) {
      assertThat(place(Customer.guest(), wish).statusCode()).isEqualTo(201);
    }
    assertThat(place(Customer.guest(), wish).statusCode()).isEqualTo(409);
    assertThat(Stored.taken(shop, slot)).isEqualTo(5);
  }

  @Test
  void ordersForTheSameDishesInAnyOrderNeverWaitInARing() {
    Shop shop = Shop.open().maxQuantity(1000);
    List<Dish> dishes =
        IntStream.range(0, 6).mapToObj(i -> shop.dish("메뉴 " + i, 1000).dailyLimit(1000)).toList();
    List<Response> answers =
        Crowd.of(
            40,
            () -> {
              var items =
                  Stream.generate(() -> dishes.get(ThreadLocalRandom.current().nextInt(6)))
                      .limit(6)
                      .map(dish -> PlacedOrder.item(dish, 1))
                      .toList();
              Customer customer = Customer.guest();
              Response placed = place(customer, Map.of("storeId", shop.id(), "items", items));
              return placed.statusCode() != 201
                  ? placed
                  : customer
                      .request()
                      .body(Map.of("reason", "x"))
                      .post("/orders/{id}/cancellation", placed.<String>path("id"));
            });
    assertThat(answers).allSatisfy(a -> assertThat(a.statusCode()).isEqualTo(200));
    for (Dish dish : dishes) {
      assertThat(Stored.remaining(dish)).isEqualTo(1000);
    }
  }

  @Test
  void aUsersEventsHaveNoGapsHoweverManyOrdersTheyPlaceAtOnce() {
    Customer customer = Customer.guest();
    Dish dish = Shop.open().dish("비빔밥", 9000);
    try (var stream = EventStream.ofAll(customer)) {
      stream.nextComment();
      Crowd.of(20, () -> place(customer, PlacedOrder.wish(dish, 1)));
      assertThat(stream.next(20))
          .extracting(EventStream.Event::id)
          .containsExactlyElementsOf(IntStream.rangeClosed(1, 20).mapToObj(Long::valueOf).toList());
    }
  }

  private static Response cancel(Customer customer, String order) {
    return customer.request().body(Map.of("reason", "x")).post("/orders/{id}/cancellation", order);
  }

  private static Response place(Customer customer, Map<String, Object> wish) {
    return PlacedOrder.post(customer, PlacedOrder.key(), wish);
  }
}
