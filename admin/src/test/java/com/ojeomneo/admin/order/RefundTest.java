package com.ojeomneo.admin.order;

import static com.ojeomneo.admin.order.Restaurant.OWNER;
import static com.ojeomneo.schema.jooq.Tables.AUDIT_LOG;
import static com.ojeomneo.schema.jooq.Tables.PAYMENT_CHECKS;
import static com.ojeomneo.schema.jooq.enums.OrderStatus.ACCEPTED;
import static com.ojeomneo.schema.jooq.enums.OrderStatus.CANCELLED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import com.ojeomneo.admin.AdminStack;
import com.ojeomneo.admin.Colleague;
import com.ojeomneo.order.PlaceOrder;
import com.ojeomneo.schema.jooq.enums.AuditAction;
import com.ojeomneo.schema.jooq.enums.StaffRole;
import com.ojeomneo.schema.jooq.tables.records.AuditLogRecord;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@QuarkusTest
@WithTestResource(AdminStack.class)
class RefundTest {
  private final Restaurant shop = Restaurant.open();
  private Colleague helper;
  private Meal meal;

  /** Two at 9,000 and one at 4,000 won. */
  @BeforeEach
  void somebodyHasEaten() {
    helper = Colleague.hired(StaffRole.SUPPORT).signIn();
    meal =
        Meal.paid(
            shop,
            new PlaceOrder.Portions(shop.dish("비빔밥", 9000, null), 2, List.of()),
            new PlaceOrder.Portions(shop.dish("식혜", 4000, null), 1, List.of()));
  }

  @Test
  void aLineIsPaidBackAndThenTheRest() {
    meal.moved(ACCEPTED);
    refund(helper, meal, "one", line(1, 1))
        .then()
        .statusCode(202)
        .body("order.status", equalTo("ACCEPTED"))
        .body("order.refundable", equalTo(13000))
        .body("lines[0].refundedQuantity", equalTo(1))
        .body("lines[0].refundedAmount", equalTo(9000))
        .body("refunds[0].amount", equalTo(9000))
        .body("refunds[0].status", equalTo("PENDING"))
        .body("refunds[0].lines[0].line", equalTo(1))
        .body("events.type", hasItem("REFUND_REQUESTED"));
    ServerNode.THE.refunds.payDue();
    assertThat(meal.kept()).isEqualTo(13000);
    assertThat(meal.status()).isEqualTo(ACCEPTED);

    rest(helper, meal, "rest").then().statusCode(202).body("refunds[1].amount", equalTo(13000));
    ServerNode.THE.refunds.payDue();
    assertThat(meal.kept()).isZero();
    dossier(helper, meal).then().body("refunds.status", contains("DONE", "DONE"));

    List<AuditLogRecord> log = log(AuditAction.REFUND);
    assertThat(log).hasSize(2).extracting(AuditLogRecord::getReason).containsOnly("재료 소진");
    assertThat(log.getFirst().getStaffId()).isEqualTo(helper.id());
    assertThat(log.getFirst().getAfter().data()).contains("9000");
  }

  @Test
  void aCancellationAfterAPartialRefundPaysBackTheRest() {
    refund(helper, meal, "one", line(2, 1)).then().statusCode(202);
    meal.moved(CANCELLED);
    ServerNode.THE.refunds.payDue();
    assertThat(meal.kept()).isZero();
    refund(helper, meal, "two", line(1, 1))
        .then()
        .statusCode(409)
        .body("code", equalTo("NOTHING_TO_REFUND"));
  }

  @Test
  void twoClicksAreOneRefund() {
    refund(helper, meal, "one", line(1, 1)).then().statusCode(202);
    refund(helper, meal, "one", line(1, 1)).then().statusCode(202).body("refunds", hasSize(1));
    refund(helper, meal, "one", line(1, 2))
        .then()
        .statusCode(422)
        .body("code", equalTo("IDEMPOTENCY_KEY_REUSED"));
    assertThat(log(AuditAction.REFUND)).hasSize(1);
  }

  @Test
  void moreThanWasOrderedIsRefused() {
    refund(helper, meal, "one", line(1, 3))
        .then()
        .statusCode(409)
        .body("code", equalTo("REFUND_TOO_LARGE"));
    assertThat(log(AuditAction.REFUND)).isEmpty();
    dossier(helper, meal).then().body("order.refundable", equalTo(22000));
  }

  @Test
  void nonsenseIsA400() {
    refund(helper, meal, "one", line(7, 1)).then().statusCode(400);
    refund(helper, meal, "one", line(1, 0)).then().statusCode(400);
    refund(helper, meal, "one", line(1, 1), line(1, 1)).then().statusCode(400);
    refund(helper, meal, "one").then().statusCode(400);
    refund(helper, meal, "k".repeat(256), line(1, 1)).then().statusCode(400);
    helper
        .acts()
        .header("Idempotency-Key", "one")
        .body(Map.of("reason", " "))
        .post("/api/orders/{id}/refunds", meal.id())
        .then()
        .statusCode(400)
        .body("errors[0].field", equalTo("reason"));
    helper
        .acts()
        .body(Map.of("reason", "재료 소진"))
        .post("/api/orders/{id}/refunds", meal.id())
        .then()
        .statusCode(400)
        .body("code", equalTo("IDEMPOTENCY_KEY_REQUIRED"));
    dossier(helper, meal).then().body("refunds", hasSize(0));
  }

  @ParameterizedTest
  @EnumSource(
      value = StaffRole.class,
      names = {"SHOP_STAFF", "VIEWER"})
  void whoMayNotGiveMoneyBackDoesNot(StaffRole role) {
    UUID where = role == StaffRole.SHOP_STAFF ? shop.id() : null;
    Colleague other = Colleague.hired(role, where).signIn();
    refund(other, meal, "one", line(1, 1)).then().statusCode(403);
    lookUp(other, meal).then().statusCode(403);
    dossier(other, meal).then().statusCode(200).body("refunds", hasSize(0));
  }

  @ParameterizedTest
  @EnumSource(
      value = StaffRole.class,
      names = {"OWNER", "MANAGER"})
  void whoMayGiveMoneyBackDoes(StaffRole role) {
    Colleague other = Colleague.hired(role).signIn();
    refund(other, meal, "one", line(1, 1)).then().statusCode(202);
    lookUp(other, meal).then().statusCode(202);
  }

  @Test
  void anotherShopsOrderIsNotThere() {
    var stranger = Colleague.hired(StaffRole.SHOP_STAFF, Restaurant.open().id()).signIn();
    dossier(stranger, meal).then().statusCode(404);
    helper
        .acts()
        .header("Idempotency-Key", "one")
        .body(Map.of("reason", "재료 소진"))
        .post("/api/orders/{id}/refunds", UUID.randomUUID())
        .then()
        .statusCode(404);
    helper.acts().post("/api/orders/{id}/look-ups", UUID.randomUUID()).then().statusCode(404);
  }

  @Test
  void aLookIsAskedForHereAndMadeByAServer() {
    lookUp(helper, meal).then().statusCode(202).body("check.askedAt", notNullValue());
    lookUp(helper, meal).then().statusCode(202);
    assertThat(OWNER.fetchCount(PAYMENT_CHECKS, PAYMENT_CHECKS.ORDER_ID.eq(meal.id()))).isOne();
    assertThat(log(AuditAction.LOOK_UP)).hasSize(2);
    ServerNode.THE.reconciler.checkDue();
    dossier(helper, meal).then().body("check", nullValue());
  }

  @Test
  void theDossierHoldsTheOrderWholeAndItsCustomerMasked() {
    Restaurant elsewhere = Restaurant.open();
    Meal other =
        Meal.placed(
            elsewhere, meal.user(), new PlaceOrder.Portions(elsewhere.dish(), 1, List.of()));
    dossier(helper, meal)
        .then()
        .statusCode(200)
        .body("order.number", notNullValue())
        .body("lines.name", contains("비빔밥", "식혜"))
        .body("lines.amount", contains(18000, 4000))
        .body("events.type", contains("PENDING_PAYMENT", "PAID"))
        .body("attempts[0].status", equalTo("DONE"))
        .body("payments[0].amount", equalTo(22000))
        .body("payments[0].paysOrder", equalTo(true))
        .body("customer.displayName", equalTo("김***"))
        .body("customer.email", equalTo(meal.user().toString().charAt(0) + "***@example.com"))
        .body("otherOrders.id", contains(other.id().toString()));
    // Whoever works in one shop does not hear where else its customers eat.
    Colleague cook = Colleague.hired(StaffRole.SHOP_STAFF, shop.id()).signIn();
    dossier(cook, meal).then().statusCode(200).body("otherOrders", hasSize(0));
  }

  @Test
  void whoDidWhatIsThereByName() {
    Colleague cook = Colleague.hired(StaffRole.SHOP_STAFF, shop.id()).signIn();
    cook.acts()
        .body(Map.of("to", "ACCEPTED"))
        .post("/api/orders/{id}/transitions", meal.id())
        .then()
        .statusCode(200);
    dossier(helper, meal)
        .then()
        .body("events[2].actor", equalTo("staff:" + cook.id()))
        .body("events[2].actorName", equalTo("직원"));
  }

  /** As it goes into the request. */
  private record Line(int line, int quantity) {}

  private static Line line(int line, int quantity) {
    return new Line(line, quantity);
  }

  private static Response refund(Colleague who, Meal meal, String key, Line... lines) {
    var body = new HashMap<String, Object>(Map.of("reason", "재료 소진"));
    body.put("lines", lines);
    return post(who, meal, key, body);
  }

  private static Response rest(Colleague who, Meal meal, String key) {
    return post(who, meal, key, Map.of("reason", "재료 소진"));
  }

  private static Response post(Colleague who, Meal meal, String key, Map<String, ?> body) {
    return who.acts()
        .header("Idempotency-Key", key)
        .body(body)
        .post("/api/orders/{id}/refunds", meal.id());
  }

  private static Response lookUp(Colleague who, Meal meal) {
    return who.acts().post("/api/orders/{id}/look-ups", meal.id());
  }

  private static Response dossier(Colleague who, Meal meal) {
    return who.asks().get("/api/orders/{id}/dossier", meal.id());
  }

  private List<AuditLogRecord> log(AuditAction action) {
    return OWNER
        .selectFrom(AUDIT_LOG)
        .where(AUDIT_LOG.RESOURCE.eq("orders"), AUDIT_LOG.RECORD.eq(meal.id().toString()))
        .and(AUDIT_LOG.ACTION.eq(action))
        .orderBy(AUDIT_LOG.ID)
        .fetch();
  }
}
