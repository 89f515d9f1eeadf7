package com.ojeomneo.admin.order;

import static com.ojeomneo.admin.order.Counter.cancel;
import static com.ojeomneo.admin.order.Counter.cash;
import static com.ojeomneo.admin.order.Counter.log;
import static com.ojeomneo.admin.order.Counter.portions;
import static com.ojeomneo.admin.order.Counter.take;
import static com.ojeomneo.admin.order.Restaurant.OWNER;
import static com.ojeomneo.schema.jooq.Tables.ORDERS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import com.ojeomneo.admin.AdminStack;
import com.ojeomneo.order.PlaceOrder;
import com.ojeomneo.schema.jooq.enums.AuditAction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Staff take orders, and cancel what nobody paid for. */
@QuarkusTest
@WithTestResource(AdminStack.class)
class StaffOrderTest {
  private Counter counter;

  @BeforeEach
  void somebodyIsThere() {
    counter = Counter.open();
  }

  @Test
  void anOrderThatIsPaidForAtOnceIsOnTheBoard() {
    String id =
        take(counter.cook, "one", counter.order("COUNTER", cash(18000), portions(counter.dish, 2)))
            .then()
            .statusCode(201)
            .body("number", matchesPattern("[A-Z][0-9]{2}"))
            .body("status", equalTo("PAID"))
            .body("channel", equalTo("COUNTER"))
            .body("customerName", equalTo("김 대리"))
            .extract()
            .path("id");
    counter
        .cook
        .acts()
        .get("/api/orders/{id}/board", id)
        .then()
        .statusCode(200)
        .body("channel", equalTo("COUNTER"))
        .body("customerName", equalTo("김 대리"))
        .body("items[0].quantity", equalTo(2));
    counter
        .dossier(id)
        .then()
        .body("order.channel", equalTo("COUNTER"))
        .body("payments[0].kind", equalTo("TILL"))
        .body("payments[0].paymentKey", nullValue())
        .body("payments[0].method", equalTo("현장 현금"))
        .body("payments[0].takenBy", equalTo("직원"))
        .body("events.actor", contains("staff:" + counter.cook.id(), "system:till"));
    assertThat(log(id, AuditAction.CREATE))
        .singleElement()
        .satisfies(entry -> assertThat(entry.getStaffId()).isEqualTo(counter.cook.id()))
        // Whose it is stands with the order, which forgets it.
        .satisfies(entry -> assertThat(entry.getAfter().data()).doesNotContain("김 대리"));
  }

  @Test
  void theSameKeyTakesOneOrder() {
    var wish = counter.order("PHONE", null, portions(counter.dish, 1));
    String id = take(counter.cook, "one", wish).then().statusCode(201).extract().path("id");
    take(counter.cook, "one", wish).then().statusCode(201).body("id", equalTo(id));
    take(counter.cook, "one", counter.order("PHONE", null, portions(counter.dish, 2)))
        .then()
        .statusCode(422)
        .body("code", equalTo("IDEMPOTENCY_KEY_REUSED"));
    // Another's key is another's.
    take(counter.manager, "one", wish).then().statusCode(201).body("id", not(equalTo(id)));
    assertThat(OWNER.fetchCount(ORDERS, ORDERS.STORE_ID.eq(counter.shop.id()))).isEqualTo(2);
    assertThat(log(id, AuditAction.CREATE)).hasSize(1);
  }

  @Test
  void nonsenseIsNoOrder() {
    take(counter.cook, "one", counter.order("APP", null, portions(counter.dish, 1)))
        .then()
        .statusCode(400);
    take(counter.cook, "one", counter.order("PHONE", null)).then().statusCode(400);
    take(counter.cook, "one", counter.order("PHONE", null, portions(counter.dish, 0)))
        .then()
        .statusCode(400);
    take(counter.cook, "one", counter.order("PHONE", null, portions(UUID.randomUUID(), 1)))
        .then()
        .statusCode(400)
        .body("errors[0].field", equalTo("items[0].menuId"));
    var named = counter.order("PHONE", null, portions(counter.dish, 1));
    named.put("customerName", "김".repeat(41));
    take(counter.cook, "one", named).then().statusCode(400);
    take(counter.cook, "one", counter.order("PHONE", cash(0), portions(counter.dish, 1)))
        .then()
        .statusCode(400);
    take(counter.cook, "one", counter.order("PHONE", cash(1), portions(counter.dish, 1)))
        .then()
        .statusCode(409)
        .body("code", equalTo("AMOUNT_MISMATCH"));
    take(counter.cook, "k".repeat(256), counter.order("PHONE", null, portions(counter.dish, 1)))
        .then()
        .statusCode(400);
    counter
        .cook
        .acts()
        .body(counter.order("PHONE", null, portions(counter.dish, 1)))
        .post("/api/counter/orders")
        .then()
        .statusCode(400)
        .body("code", equalTo("IDEMPOTENCY_KEY_REQUIRED"));
    assertThat(OWNER.fetchCount(ORDERS, ORDERS.STORE_ID.eq(counter.shop.id()))).isZero();
  }

  @Test
  void whatNobodyPaidForIsCancelled() {
    String id = counter.phoned();
    cancel(counter.cook, id, " ").then().statusCode(400);
    cancel(counter.cook, id, "손님 취소")
        .then()
        .statusCode(200)
        .body("order.status", equalTo("CANCELLED"))
        .body("order.cancelReason", equalTo("손님 취소"));
    assertThat(log(id, AuditAction.TRANSITION))
        .singleElement()
        .satisfies(entry -> assertThat(entry.getReason()).isEqualTo("손님 취소"));
    cancel(counter.cook, id, "손님 취소")
        .then()
        .statusCode(409)
        .body("code", equalTo("TRANSITION_REFUSED"));
    Meal meal =
        Meal.placed(
            counter.shop, Meal.customer(), new PlaceOrder.Portions(counter.dish, 1, List.of()));
    cancel(counter.cook, meal.id().toString(), "손님 취소").then().statusCode(409);
    // And nobody says of an order that it is paid for who has not taken the money.
    String unpaid = counter.phoned();
    counter
        .cook
        .acts()
        .body(Map.of("to", "PAID"))
        .post("/api/orders/{id}/transitions", unpaid)
        .then()
        .statusCode(409);
  }
}
