package com.ojeomneo.admin.order;

import static com.ojeomneo.admin.order.Counter.handOver;
import static com.ojeomneo.admin.order.Counter.log;
import static com.ojeomneo.admin.order.Counter.pay;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import com.ojeomneo.admin.AdminStack;
import com.ojeomneo.admin.Colleague;
import com.ojeomneo.schema.jooq.enums.AuditAction;
import com.ojeomneo.schema.jooq.enums.StaffRole;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Staff take money, and hand it back. */
@QuarkusTest
@WithTestResource(AdminStack.class)
class StaffTillTest {
  private Counter counter;

  @BeforeEach
  void somebodyIsThere() {
    counter = Counter.open();
  }

  @Test
  void whatIsStillToBePaidForIsListed() {
    String id = counter.phoned();
    counter.cook.acts().get("/api/counter/orders").then().statusCode(200).body("id", contains(id));
    Colleague stranger = Colleague.hired(StaffRole.SHOP_STAFF, Restaurant.open().id()).signIn();
    stranger.acts().get("/api/counter/orders").then().statusCode(200).body("", hasSize(0));
    pay(counter.cook, id, "CASH", 9000)
        .then()
        .statusCode(200)
        .body("order.status", equalTo("PAID"));
    counter.cook.acts().get("/api/counter/orders").then().body("", hasSize(0));
    pay(counter.cook, id, "CASH", 9000).then().statusCode(200);
    pay(counter.manager, id, "CASH", 9000)
        .then()
        .statusCode(409)
        .body("code", equalTo("ALREADY_PAID"));
    assertThat(log(id, AuditAction.TILL)).hasSize(1);
  }

  @Test
  void nobodyPaysByCheque() {
    pay(counter.cook, counter.phoned(), "CHEQUE", 9000).then().statusCode(400);
  }

  @Test
  void whatEndsFirstIsListedFirst() {
    String one = counter.phoned();
    String two = counter.phoned();
    counter.cook.acts().get("/api/counter/orders").then().body("id", contains(one, two));
  }

  @Test
  void moneyIsHandedOverByWhoWorksThere() {
    String id = counter.phoned();
    pay(counter.cook, id, "CASH", 9000).then().statusCode(200);
    counter
        .cook
        .acts()
        .body(Map.of("to", "CANCELLED", "reason", "재료 소진"))
        .post("/api/orders/{id}/transitions", id)
        .then()
        .statusCode(200);
    String refund = counter.dossier(id).path("refunds[0].id");
    Restaurant elsewhere = Restaurant.open();
    Colleague stranger = Colleague.hired(StaffRole.SHOP_STAFF, elsewhere.id()).signIn();
    handOver(stranger, id, refund).then().statusCode(404);
    handOver(Colleague.hired(StaffRole.VIEWER).signIn(), id, refund).then().statusCode(403);
    counter.dossier(id).then().body("refunds.status", contains("PENDING"));
    // No order lends its name to another's money.
    handOver(counter.cook, counter.phoned(), refund).then().statusCode(404);
    handOver(counter.cook, id, refund).then().body("refunds.status", contains("DONE"));
  }
}
