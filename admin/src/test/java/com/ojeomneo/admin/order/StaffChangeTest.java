package com.ojeomneo.admin.order;

import static com.ojeomneo.admin.order.Counter.change;
import static com.ojeomneo.admin.order.Counter.correct;
import static com.ojeomneo.admin.order.Counter.handOver;
import static com.ojeomneo.admin.order.Counter.instead;
import static com.ojeomneo.admin.order.Counter.log;
import static com.ojeomneo.admin.order.Counter.portions;
import static com.ojeomneo.schema.jooq.enums.OrderStatus.ACCEPTED;
import static com.ojeomneo.schema.jooq.enums.OrderStatus.CANCELLED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import com.ojeomneo.admin.AdminStack;
import com.ojeomneo.order.PlaceOrder;
import com.ojeomneo.schema.jooq.enums.AuditAction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Staff change what an order holds, when it is fetched and what the kitchen is told. */
@QuarkusTest
@WithTestResource(AdminStack.class)
class StaffChangeTest {
  private Counter counter;

  @BeforeEach
  void somebodyIsThere() {
    counter = Counter.open();
  }

  @Test
  void somethingCheaperGoesBackTheWayItCame() {
    Meal meal = Meal.paid(counter.shop, new PlaceOrder.Portions(counter.dish, 2, List.of()));
    change(
            counter.manager,
            meal.id().toString(),
            "one",
            instead(1, counter.cheap, -2000, null, false))
        .then()
        .statusCode(200)
        .body("order.totalAmount", equalTo(16000))
        .body("lines.replacedQuantity", contains(1, 0))
        .body("lines[1].replaces", equalTo(1))
        .body("refunds[0].amount", equalTo(2000))
        .body("refunds[0].atTill", equalTo(false))
        .body("changes[0].settlement", equalTo("REFUNDED"))
        .body("changes[0].staffName", equalTo("직원"))
        .body("events.type", hasItem("CHANGED"));
    ServerNode.THE.refunds.payDue();
    assertThat(meal.kept()).isEqualTo(16000);
    counter
        .cook
        .acts()
        .get("/api/orders/{id}/board", meal.id())
        .then()
        .body("items.quantity", contains(1, 1))
        .body("items[1].replaces", equalTo(1));
  }

  @Test
  void somethingDearerIsPaidAtTheTillAndGoesBackThere() {
    Meal meal = Meal.paid(counter.shop, new PlaceOrder.Portions(counter.dish, 1, List.of()));
    String id = meal.id().toString();
    change(counter.cook, id, "one", instead(1, counter.dear, 3000, "CASH", false))
        .then()
        .statusCode(200)
        .body("order.totalAmount", equalTo(12000))
        .body("payments.amount", contains(9000, 3000))
        .body("payments.supplement", contains(false, true));
    change(counter.cook, id, "one", instead(1, counter.dear, 3000, "CASH", false))
        .then()
        .statusCode(200)
        .body("payments", hasSize(2));
    assertThat(log(id, AuditAction.UPDATE))
        .singleElement()
        .satisfies(entry -> assertThat(entry.getReason()).isEqualTo("재료 소진"));
    meal.moved(ACCEPTED, CANCELLED);
    ServerNode.THE.refunds.payDue();
    assertThat(meal.kept()).isZero();
    String refund =
        counter
            .dossier(id)
            .then()
            .body("refunds.status", contains("DONE", "PENDING"))
            .extract()
            .path("refunds[1].id");
    handOver(counter.cook, id, refund)
        .then()
        .statusCode(200)
        .body("refunds.status", contains("DONE", "DONE"))
        .body("refunds[1].handedBy", equalTo("직원"));
    handOver(counter.cook, id, refund).then().statusCode(200);
    assertThat(log(id, AuditAction.TILL)).hasSize(1);
  }

  @Test
  void whoMayNotGiveMoneyBackDoesNotGiveItAway() {
    Meal meal = Meal.paid(counter.shop, new PlaceOrder.Portions(counter.dish, 1, List.of()));
    String id = meal.id().toString();
    change(counter.cook, id, "one", instead(1, counter.cheap, -2000, null, false))
        .then()
        .statusCode(403);
    change(counter.cook, id, "two", instead(1, counter.dear, 3000, null, true))
        .then()
        .statusCode(403);
    counter
        .dossier(id)
        .then()
        .body("lines", hasSize(1))
        .body("changes", hasSize(0))
        .body("order.totalAmount", equalTo(9000));
    change(counter.manager, id, "three", instead(1, counter.dear, 3000, null, true))
        .then()
        .statusCode(200)
        .body("order.totalAmount", equalTo(9000))
        .body("lines[1].waived", equalTo(3000));
  }

  @Test
  void whenItIsFetchedAndWhatTheKitchenIsToldIsCorrected() {
    String id = counter.phoned();
    String slot =
        counter.cook.acts().get("/api/stores/{id}/counter", counter.shop.id()).path("slots[2].at");
    correct(counter.cook, id, slot, "덜 맵게")
        .then()
        .statusCode(200)
        .body("order.pickupAt", equalTo(slot))
        .body("order.note", equalTo("덜 맵게"));
    correct(counter.cook, id, slot, "덜 맵게").then().statusCode(200);
    assertThat(log(id, AuditAction.UPDATE))
        .singleElement()
        .satisfies(entry -> assertThat(entry.getAfter().data()).doesNotContain("덜 맵게"));
    correct(counter.cook, id, "2020-01-01T00:00:00Z", null)
        .then()
        .statusCode(409)
        .body("code", equalTo("SLOT_FULL"));
  }

  @Test
  void nonsenseChangesNothing() {
    String id = counter.phoned();
    String before = counter.dossier(id).asString();
    correct(counter.cook, id, null, "x".repeat(201)).then().statusCode(400);
    change(counter.cook, id, "one", Map.of("difference", 0, "waived", false, "reason", "x"))
        .then()
        .statusCode(400);
    change(counter.cook, id, "one", wrong("reason", " ")).then().statusCode(400);
    for (var add :
        List.of(
            portions(counter.cheap, 0),
            portions(counter.cheap, -1),
            Map.of("menuId", counter.cheap))) {
      change(counter.cook, id, "one", wrong("add", add))
          .then()
          .statusCode(400)
          .body("errors[0].field", equalTo("add.quantity"));
    }
    var all = Map.of("line", 1, "quantity", 1001, "toStock", false);
    change(counter.cook, id, "one", wrong("remove", all)).then().statusCode(400);
    change(counter.cook, id, "k".repeat(256), instead(1, counter.cheap, -2000, null, false))
        .then()
        .statusCode(400);
    assertThat(counter.dossier(id).asString()).isEqualTo(before);
  }

  private Map<String, Object> wrong(String what, Object how) {
    Map<String, Object> wish = instead(1, counter.cheap, -2000, null, false);
    wish.put(what, how);
    return wish;
  }
}
