package com.ojeomneo.server.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.ojeomneo.server.Customer;
import com.ojeomneo.server.Dish;
import com.ojeomneo.server.Shop;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** An order that somebody placed over HTTP, and what they do with it next. */
public final class PlacedOrder {
  static final String KEY = "Idempotency-Key";
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final Customer customer;
  private final JsonPath answer;
  private final UUID id;

  private PlacedOrder(Customer customer, JsonPath answer) {
    this.customer = customer;
    this.answer = answer;
    this.id = UUID.fromString(answer.getString("id"));
  }

  /** One portion, by somebody new, in a shop of its own. */
  static PlacedOrder any() {
    return of(Shop.open().dish("비빔밥", 9000));
  }

  static PlacedOrder of(Dish dish) {
    return by(Customer.guest(), wish(dish, 1));
  }

  public static PlacedOrder by(Customer customer, Map<String, Object> wish) {
    Response response = post(customer, key(), wish);
    assertThat(response.statusCode()).as(response.asString()).isEqualTo(201);
    return new PlacedOrder(customer, response.jsonPath());
  }

  static Response post(Customer customer, String key, Object wish) {
    return customer.request().header(KEY, key).body(wish).post("/orders");
  }

  /** The body of an order for one dish without options. */
  public static Map<String, Object> wish(Dish dish, int portions) {
    return Map.of("storeId", dish.shop().id(), "items", List.of(item(dish, portions)));
  }

  static Map<String, Object> item(Dish dish, int portions) {
    return Map.of("menuId", dish.id(), "quantity", portions);
  }

  static String key() {
    return UUID.randomUUID().toString();
  }

  Customer customer() {
    return customer;
  }

  UUID id() {
    return id;
  }

  /** As it was answered when it was placed. */
  JsonPath answer() {
    return answer;
  }

  int total() {
    return answer.getInt("totalAmount");
  }

  /** The customer says yes on the provider's page. */
  public String authenticated() {
    return Provider.approve(answer.getString("payment.checkoutUrl"));
  }

  public Response pay(String paymentKey) {
    return pay(paymentKey, total(), key());
  }

  Response pay(String paymentKey, int amount, String key) {
    return customer
        .request()
        .header(KEY, key)
        .body(Map.of("paymentKey", paymentKey, "amount", amount))
        .post("/orders/{id}/payment", id);
  }

  PlacedOrder paid() {
    pay(authenticated()).then().statusCode(200);
    return this;
  }

  Response cancel() {
    return customer
        .request()
        .body(Map.of("reason", "마음이 바뀌었어요"))
        .post("/orders/{id}/cancellation", id);
  }

  Response get() {
    return customer.request().get("/orders/{id}", id);
  }

  String status() {
    return get().then().statusCode(200).extract().path("status");
  }

  void awaitStatus(String status) {
    await().atMost(PATIENCE).untilAsserted(() -> assertThat(status()).isEqualTo(status));
  }

  void awaitRefund(String status) {
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                assertThat(get().jsonPath().<String>getList("refunds.status"))
                    .containsExactly(status));
  }
}
