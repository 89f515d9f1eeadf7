package com.ojeomneo.server.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.ojeomneo.server.Customer;
import com.ojeomneo.server.Dish;
import com.ojeomneo.server.Shop;
import com.ojeomneo.server.TestStack;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(TestStack.class)
class OrderListTest {
  private Customer customer;
  private final Dish dish = Shop.open().dish("비빔밥", 9000);

  @BeforeEach
  void prepare() {
    customer = Customer.guest();
  }

  @Test
  void theListHoldsOnlyOnesOwnOrdersNewestFirst() {
    PlacedOrder.of(dish);
    List<String> placed = place(3);
    Collections.reverse(placed);
    assertThat(list("").getList("items.id")).isEqualTo(placed);
    assertThat(list("").getString("nextCursor")).isNull();
  }

  @Test
  void whoHasNeverOrderedHasAnEmptyList() {
    assertThat(list("").getList("items")).isEmpty();
  }

  @Test
  void pagesMeetWithoutGapOrRepeat() {
    List<String> placed = place(5);
    Collections.reverse(placed);
    var seen = new ArrayList<String>();
    String cursor = "";
    int pages = 0;
    do {
      JsonPath page = list("?limit=2" + cursor);
      seen.addAll(page.getList("items.id"));
      cursor = page.getString("nextCursor") == null ? null : "&cursor=" + page.get("nextCursor");
      pages++;
    } while (cursor != null);
    assertThat(seen).isEqualTo(placed);
    assertThat(pages).isEqualTo(3);
  }

  @Test
  void aFullLastPageHasNoCursor() {
    place(2);
    assertThat(list("?limit=2").getString("nextCursor")).isNull();
  }

  @Test
  void theListIsFilteredByStatus() {
    List<String> placed = place(2);
    customer
        .request()
        .body("{\"reason\":\"x\"}")
        .post("/orders/{id}/cancellation", placed.getFirst())
        .then()
        .statusCode(200);
    assertThat(list("?status=CANCELLED").getList("items.id")).containsExactly(placed.getFirst());
    assertThat(list("?status=PENDING_PAYMENT").getList("items.id"))
        .containsExactly(placed.getLast());
    assertThat(list("?status=READY").getList("items")).isEmpty();
  }

  @Test
  void whatIsNoListIsRefused() {
    for (String wrong : List.of("limit=0", "limit=101", "limit=x", "limit=-1", "limit=1.0")) {
      refused(wrong, "limit");
    }
    for (String wrong : List.of("status=paid", "status=NONE")) {
      refused(wrong, "status");
    }
    for (String wrong : List.of("cursor=x", "cursor=" + UUID.randomUUID())) {
      refused(wrong, "cursor");
    }
  }

  private void refused(String query, String field) {
    customer
        .request()
        .get("/orders?" + query)
        .then()
        .statusCode(400)
        .body("code", equalTo("VALIDATION_FAILED"))
        .body("errors[0].field", equalTo(field));
  }

  private JsonPath list(String query) {
    return customer.request().get("/orders" + query).then().statusCode(200).extract().jsonPath();
  }

  private List<String> place(int orders) {
    var placed = new ArrayList<String>();
    for (int i = 0; i < orders; i++) {
      placed.add(PlacedOrder.by(customer, PlacedOrder.wish(dish, 1)).id().toString());
    }
    return placed;
  }
}
