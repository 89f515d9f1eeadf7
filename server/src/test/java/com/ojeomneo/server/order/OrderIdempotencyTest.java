package com.ojeomneo.server.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.ojeomneo.server.Customer;
import com.ojeomneo.server.Dish;
import com.ojeomneo.server.Shop;
import com.ojeomneo.server.TestStack;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is sent twice counts once. */
@QuarkusTest
@WithTestResource(TestStack.class)
class OrderIdempotencyTest {
  private final String key = PlacedOrder.key();
  private Shop shop;
  private Dish dish;
  private Customer customer;

  @BeforeEach
  void prepare() {
    shop = Shop.open();
    dish = shop.dish("비빔밥", 9000);
    customer = Customer.guest();
  }

  @Test
  void fiftyAtOnceMakeOneOrder() {
    List<Response> answers = Crowd.of(50, () -> place(1));
    assertThat(answers)
        .allSatisfy(
            a -> {
              if (a.statusCode() != 201) {
                assertThat(a.statusCode()).as(a.asString()).isEqualTo(409);
                assertThat(a.<String>path("code")).isEqualTo("IDEMPOTENCY_KEY_IN_USE");
                assertThat(a.header("Retry-After")).isNotNull();
              }
            });
    Set<String> orders =
        answers.stream()
            .filter(a -> a.statusCode() == 201)
            .map(Response::asString)
            .collect(Collectors.toSet());
    assertThat(orders).hasSize(1);
    assertThat(Stored.orders(shop)).isEqualTo(1);
  }

  @Test
  void aRepeatIsAnsweredToTheByteAlsoWhenTheOrderHasMovedOn() {
    Response first = place(1);
    cancel(first.path("id"));
    Response again = place(1);
    assertThat(again.statusCode()).isEqualTo(201);
    assertThat(again.asString()).isEqualTo(first.asString());
    assertThat(again.contentType()).isEqualTo(first.contentType());
  }

  @Test
  void aRefusalIsRepeatedToo() {
    dish.soldOut();
    Response first = place(1);
    assertThat(first.statusCode()).isEqualTo(409);
    dish.price(8000);
    Stored.sql().execute("UPDATE menus SET sold_out = false WHERE id = ?", dish.id());
    Response again = place(1);
    assertThat(again.asString()).isEqualTo(first.asString());
    assertThat(again.contentType()).isEqualTo("application/problem+json");
    assertThat(Stored.orders(shop)).isZero();
  }

  @Test
  void aMalformedRequestDoesNotUseUpItsKey() {
    place(0).then().statusCode(400);
    place(1).then().statusCode(201);
  }

  @Test
  void oneKeyIsForOneRequest() {
    place(1).then().statusCode(201);
    place(2).then().statusCode(422).body("code", equalTo("IDEMPOTENCY_KEY_REUSED"));
    assertThat(Stored.orders(shop)).isEqualTo(1);
  }

  @Test
  void theSpellingOfTheBodyDoesNotMatter() {
    Response first = place(1);
    String spelled =
        "{ \"items\" : [ { \"quantity\":1, \"menuId\":\"%s\", \"optionIds\":[] } ], \"storeId\":\"%s\" }"
            .formatted(dish.id(), shop.id());
    assertThat(PlacedOrder.post(customer, key, spelled).asString()).isEqualTo(first.asString());
  }

  @Test
  void aKeyIsItsCallersOwn() {
    place(1).then().statusCode(201);
    PlacedOrder.post(Customer.guest(), key, PlacedOrder.wish(dish, 2)).then().statusCode(201);
    assertThat(Stored.orders(shop)).isEqualTo(2);
  }

  @Test
  void aKeyIsOfOneRoute() {
    Response placed = place(1);
    customer
        .request()
        .header(PlacedOrder.KEY, key)
        .body(Map.of("reason", "x"))
        .post("/orders/{id}/cancellation", placed.<String>path("id"))
        .then()
        .statusCode(200);
  }

  @Test
  void aKeyIsVisibleAscii() {
    for (String wrong : List.of("x".repeat(256), "with space", "tab\there")) {
      PlacedOrder.post(customer, wrong, PlacedOrder.wish(dish, 1))
          .then()
          .statusCode(400)
          .body("errors[0].field", equalTo("Idempotency-Key"));
    }
    PlacedOrder.post(customer, "x".repeat(255), PlacedOrder.wish(dish, 1)).then().statusCode(201);
  }

  @Test
  void aCancellationIsRepeated() {
    String id = place(1).path("id");
    Response first = cancel(id);
    assertThat(first.statusCode()).isEqualTo(200);
    assertThat(cancel(id).asString()).isEqualTo(first.asString());
  }

  @Test
  void aKeyWhoseHolderDiedIsFreeAfterItsLease() {
    place(1).then().statusCode(201);
    // As the crash of the holder leaves it: leased, without an answer.
    Stored.sql()
        .execute(
            "UPDATE idempotency_keys SET status = NULL, body = NULL, leased_until = now() +"
                + " interval '1 minute' WHERE caller = ?",
            customer.id());
    place(1).then().statusCode(409).body("code", equalTo("IDEMPOTENCY_KEY_IN_USE"));
    place(2).then().statusCode(422);
    Stored.sql()
        .execute(
            "UPDATE idempotency_keys SET leased_until = now() - interval '1 second' WHERE caller ="
                + " ?",
            customer.id());
    place(1).then().statusCode(201);
  }

  @Test
  void aKeyIsForgottenAfterADay() {
    Response first = place(1);
    Stored.sql()
        .execute(
            "UPDATE idempotency_keys SET created_at = now() - interval '25 hours' WHERE caller = ?",
            customer.id());
    Response anew = place(2);
    assertThat(anew.statusCode()).isEqualTo(201);
    assertThat(anew.<String>path("id")).isNotEqualTo(first.<String>path("id"));
  }

  private Response place(int portions) {
    return PlacedOrder.post(customer, key, PlacedOrder.wish(dish, portions));
  }

  private Response cancel(String id) {
    return customer
        .request()
        .header(PlacedOrder.KEY, "cancel")
        .body(Map.of("reason", "x"))
        .post("/orders/{id}/cancellation", id);
  }
}
