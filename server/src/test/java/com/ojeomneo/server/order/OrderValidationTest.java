package com.ojeomneo.server.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import com.ojeomneo.server.Customer;
import com.ojeomneo.server.Dish;
import com.ojeomneo.server.Shop;
import com.ojeomneo.server.TestStack;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is no order is a 400 that says where. */
@QuarkusTest
@WithTestResource(TestStack.class)
class OrderValidationTest {
  private Customer customer;
  private final Shop shop = Shop.open();
  private final Dish dish = shop.dish("비빔밥", 9000);

  @BeforeEach
  void prepare() {
    customer = Customer.guest();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {}                                                                      | storeId
          {"storeId": S}                                                          | items
          {"storeId": S, "items": []}                                             | items
          {"storeId": S, "items": [null]}                                         | items[0]
          {"storeId": S, "items": {}}                                             | items
          {"storeId": "x", "items": [{"menuId": M, "quantity": 1}]}               | storeId
          {"storeId": 1, "items": [{"menuId": M, "quantity": 1}]}                 | storeId
          {"storeId": S, "items": [{"quantity": 1}]}                              | items[0].menuId
          {"storeId": S, "items": [{"menuId": "x", "quantity": 1}]}               | items[0].menuId
          {"storeId": S, "items": [{"menuId": M}]}                                | items[0].quantity
          {"storeId": S, "items": [{"menuId": M, "quantity": 0}]}                 | items[0].quantity
          {"storeId": S, "items": [{"menuId": M, "quantity": -1}]}                | items[0].quantity
          {"storeId": S, "items": [{"menuId": M, "quantity": 1.5}]}               | items[0].quantity
          {"storeId": S, "items": [{"menuId": M, "quantity": "1"}]}               | items[0].quantity
          {"storeId": S, "items": [{"menuId": M, "quantity": 99999999999}]}       | items[0].quantity
          {"storeId": S, "items": [{"menuId": M, "quantity": 1, "optionIds": "x"}]} | items[0].optionIds
          {"storeId": S, "items": [{"menuId": M, "quantity": 1, "optionIds": [null]}]} | items[0].optionIds[0]
          {"storeId": S, "items": [{"menuId": M, "quantity": 1, "optionIds": ["x"]}]} | items[0].optionIds[0]
          {"storeId": S, "items": [{"menuId": M, "quantity": 1}], "note": 1}      | note
          {"storeId": S, "items": [{"menuId": M, "quantity": 1}], "note": "\\u0000"} | note
          {"storeId": S, "items": [{"menuId": M, "quantity": 1}], "pickupAt": "noon"} | pickupAt
          {"storeId": S, "items": [{"menuId": M, "quantity": 1}], "pickupAt": 1}  | pickupAt
          []                                                                      | body
          """)
  void whatIsMalformedIsNamed(String body, String field) {
    String json =
        body.replace("S,", quoted(shop.id()) + ",").replace("S}", quoted(shop.id()) + "}");
    place(json.replace("\"menuId\": M", "\"menuId\": " + quoted(dish.id())))
        .statusCode(400)
        .contentType("application/problem+json")
        .body("code", equalTo("VALIDATION_FAILED"))
        .body("errors.field", hasItem(field));
    assertThat(Stored.orders(shop)).isZero();
  }

  @Test
  void aMissingBodyIsRefused() {
    place("").statusCode(400).body("code", equalTo("VALIDATION_FAILED"));
    place("{").statusCode(400).body("code", equalTo("VALIDATION_FAILED"));
    place("null").statusCode(400).body("code", equalTo("VALIDATION_FAILED"));
  }

  @Test
  void aNoteHasTwoHundredCharacters() {
    place(wish(shop.id(), dish.id(), "가".repeat(200))).statusCode(201);
    place(wish(shop.id(), dish.id(), "가".repeat(201)))
        .statusCode(400)
        .body("errors.field", hasItem("note"));
  }

  @Test
  void aShopThatIsNotThereIsNamed() {
    place(wish(UUID.randomUUID(), dish.id(), ""))
        .statusCode(400)
        .body("errors[0].field", equalTo("storeId"));
    place(wish(Shop.open().inactive().id(), dish.id(), ""))
        .statusCode(400)
        .body("errors[0].field", equalTo("storeId"));
  }

  @Test
  void aDishThatTheShopDoesNotHaveIsNamed() {
    Dish elsewhere = Shop.open().dish("옆집", 9000);
    Dish off = shop.dish("내린 메뉴", 9000).inactive();
    for (UUID menu : List.of(UUID.randomUUID(), elsewhere.id(), off.id())) {
      var items = List.of(PlacedOrder.item(dish, 1), Map.of("menuId", menu, "quantity", 1));
      place(Map.of("storeId", shop.id(), "items", items))
          .statusCode(400)
          .body("errors[0].field", equalTo("items[1].menuId"));
    }
    assertThat(Stored.orders(shop)).isZero();
  }

  @Test
  void anUnknownFieldIsRefusedByName() {
    place(Map.of("storeId", shop.id(), "items", List.of(PlacedOrder.item(dish, 1)), "coupon", "x"))
        .statusCode(400)
        .body("errors.field", contains("coupon"));
    assertThat(Stored.orders(shop)).isZero();
  }

  @Test
  void theKeyIsAskedForBeforeTheBody() {
    for (String body : List.of("{", "", "{\"storeId\": 1}")) {
      customer
          .request()
          .body(body)
          .post("/orders")
          .then()
          .statusCode(400)
          .body("code", equalTo("IDEMPOTENCY_KEY_REQUIRED"));
      customer
          .request()
          .body(body)
          .post("/orders/{id}/payment", UUID.randomUUID())
          .then()
          .statusCode(400)
          .body("code", equalTo("IDEMPOTENCY_KEY_REQUIRED"));
    }
  }

  @Test
  void nobodyOrdersWithoutAToken() {
    var request = RestAssured.given().basePath(Customer.API).contentType(ContentType.JSON);
    request
        .body("{")
        .post("/orders")
        .then()
        .statusCode(401)
        .body("code", equalTo("UNAUTHENTICATED"));
    request
        .header("Authorization", "Bearer x")
        .get("/orders")
        .then()
        .statusCode(401)
        .contentType("application/problem+json");
  }

  private ValidatableResponse place(Object body) {
    return customer
        .request()
        .header(PlacedOrder.KEY, PlacedOrder.key())
        .body(body)
        .post("/orders")
        .then();
  }

  private static Map<String, Object> wish(UUID shop, UUID menu, String note) {
    return Map.of(
        "storeId", shop, "items", List.of(Map.of("menuId", menu, "quantity", 1)), "note", note);
  }

  private static String quoted(UUID id) {
    return '"' + id.toString() + '"';
  }
}
