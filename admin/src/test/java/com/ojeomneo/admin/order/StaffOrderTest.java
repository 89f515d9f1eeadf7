package com.ojeomneo.admin.order;

import static com.ojeomneo.admin.order.Restaurant.OWNER;
import static com.ojeomneo.schema.jooq.Tables.AUDIT_LOG;
import static com.ojeomneo.schema.jooq.Tables.ORDERS;
import static com.ojeomneo.schema.jooq.enums.OrderStatus.ACCEPTED;
import static com.ojeomneo.schema.jooq.enums.OrderStatus.CANCELLED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
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

/** Staff take orders, money and changes of mind. */
@QuarkusTest
@WithTestResource(AdminStack.class)
class StaffOrderTest {
  private final Restaurant shop = Restaurant.open();
  private final UUID dish = shop.dish("비빔밥", 9000, 10);
  private final UUID dear = shop.dish("갈비탕", 12000, null);
  private final UUID cheap = shop.dish("국수", 7000, null);
  private Colleague cook;
  private Colleague manager;

  /** Each of what staff do with an order that is there. */
  enum Deed {
    PAY,
    HAND_OVER,
    CHANGE,
    CORRECT,
    CANCEL
  }

  @BeforeEach
  void somebodyIsThere() {
    cook = Colleague.hired(StaffRole.SHOP_STAFF, shop.id()).signIn();
    manager = Colleague.hired(StaffRole.MANAGER).signIn();
  }

  @Test
  void theMenuIsWhatCanBeOrderedNow() {
    cook.acts()
        .get("/api/stores/{id}/counter", shop.id())
        .then()
        .statusCode(200)
        .body("open", equalTo(true))
        .body("dishes.name", containsInAnyOrder("비빔밥", "갈비탕", "국수"))
        .body("dishes.find { it.name == '비빔밥' }.remaining", equalTo(10))
        .body("dishes.find { it.name == '갈비탕' }.remaining", nullValue())
        .body("slots.size()", not(equalTo(0)));
    Restaurant elsewhere = Restaurant.open();
    cook.acts().get("/api/stores/{id}/counter", elsewhere.id()).then().statusCode(404);
    manager.acts().get("/api/stores/{id}/counter", UUID.randomUUID()).then().statusCode(404);
  }

  @Test
  void anOrderThatIsPaidForAtOnceIsOnTheBoard() {
    String id =
        take(cook, "one", order("COUNTER", cash(18000), portions(dish, 2)))
            .then()
            .statusCode(201)
            .body("number", matchesPattern("[A-Z][0-9]{2}"))
            .body("status", equalTo("PAID"))
            .body("channel", equalTo("COUNTER"))
            .body("customerName", equalTo("김 대리"))
            .extract()
            .path("id");
    cook.acts()
        .get("/api/orders/{id}/board", id)
        .then()
        .statusCode(200)
        .body("channel", equalTo("COUNTER"))
        .body("customerName", equalTo("김 대리"))
        .body("items[0].quantity", equalTo(2));
    dossier(id)
        .then()
        .body("order.channel", equalTo("COUNTER"))
        .body("payments[0].kind", equalTo("TILL"))
        .body("payments[0].paymentKey", nullValue())
        .body("payments[0].method", equalTo("현장 현금"))
        .body("payments[0].takenBy", equalTo("직원"))
        .body("events.actor", contains("staff:" + cook.id(), "system:till"));
    assertThat(log(id, AuditAction.CREATE))
        .singleElement()
        .satisfies(entry -> assertThat(entry.getStaffId()).isEqualTo(cook.id()))
        // Whose it is stands with the order, which forgets it.
        .satisfies(entry -> assertThat(entry.getAfter().data()).doesNotContain("김 대리"));
  }

  @Test
  void theSameKeyTakesOneOrder() {
    var wish = order("PHONE", null, portions(dish, 1));
    String id = take(cook, "one", wish).then().statusCode(201).extract().path("id");
    take(cook, "one", wish).then().statusCode(201).body("id", equalTo(id));
    take(cook, "one", order("PHONE", null, portions(dish, 2)))
        .then()
        .statusCode(422)
        .body("code", equalTo("IDEMPOTENCY_KEY_REUSED"));
    // Another's key is another's.
    take(manager, "one", wish).then().statusCode(201).body("id", not(equalTo(id)));
    assertThat(OWNER.fetchCount(ORDERS, ORDERS.STORE_ID.eq(shop.id()))).isEqualTo(2);
    assertThat(log(id, AuditAction.CREATE)).hasSize(1);
  }

  @Test
  void whatIsStillToBePaidForIsListed() {
    String id = phoned();
    cook.acts().get("/api/counter/orders").then().statusCode(200).body("id", contains(id));
    Colleague stranger = Colleague.hired(StaffRole.SHOP_STAFF, Restaurant.open().id()).signIn();
    stranger.acts().get("/api/counter/orders").then().statusCode(200).body("", hasSize(0));
    pay(cook, id, "CASH", 9000).then().statusCode(200).body("order.status", equalTo("PAID"));
    cook.acts().get("/api/counter/orders").then().body("", hasSize(0));
    pay(cook, id, "CASH", 9000).then().statusCode(200);
    pay(manager, id, "CASH", 9000).then().statusCode(409).body("code", equalTo("ALREADY_PAID"));
    assertThat(log(id, AuditAction.TILL)).hasSize(1);
  }

  @Test
  void nonsenseIsA400() {
    take(cook, "one", order("APP", null, portions(dish, 1))).then().statusCode(400);
    take(cook, "one", order("PHONE", null)).then().statusCode(400);
    take(cook, "one", order("PHONE", null, portions(dish, 0))).then().statusCode(400);
    take(cook, "one", order("PHONE", null, portions(UUID.randomUUID(), 1)))
        .then()
        .statusCode(400)
        .body("errors[0].field", equalTo("items[0].menuId"));
    take(cook, "one", order("PHONE", cash(0), portions(dish, 1))).then().statusCode(400);
    take(cook, "one", order("PHONE", cash(1), portions(dish, 1)))
        .then()
        .statusCode(409)
        .body("code", equalTo("AMOUNT_MISMATCH"));
    take(cook, "k".repeat(256), order("PHONE", null, portions(dish, 1))).then().statusCode(400);
    cook.acts()
        .body(order("PHONE", null, portions(dish, 1)))
        .post("/api/counter/orders")
        .then()
        .statusCode(400)
        .body("code", equalTo("IDEMPOTENCY_KEY_REQUIRED"));
    String id = phoned();
    pay(cook, id, "CHEQUE", 9000).then().statusCode(400);
    cook.acts()
        .body(Map.of("reason", " "))
        .post("/api/orders/{id}/cancellation", id)
        .then()
        .statusCode(400);
    cook.acts()
        .body(Map.of("note", "x".repeat(201)))
        .put("/api/orders/{id}/correction", id)
        .then()
        .statusCode(400);
    change(cook, id, "one", Map.of("difference", 0, "waived", false, "reason", "x"))
        .then()
        .statusCode(400);
    assertThat(OWNER.fetchCount(ORDERS, ORDERS.STORE_ID.eq(shop.id()))).isEqualTo(1);
  }

  @Test
  void nobodyTakesOrdersForAShopThatIsNotTheirs() {
    Colleague stranger = Colleague.hired(StaffRole.SHOP_STAFF, Restaurant.open().id()).signIn();
    take(stranger, "one", order("PHONE", null, portions(dish, 1))).then().statusCode(404);
    Colleague viewer = Colleague.hired(StaffRole.VIEWER).signIn();
    take(viewer, "one", order("PHONE", null, portions(dish, 1))).then().statusCode(403);
    assertThat(OWNER.fetchCount(ORDERS, ORDERS.STORE_ID.eq(shop.id()))).isZero();
  }

  @ParameterizedTest
  @EnumSource(Deed.class)
  void nobodyTouchesAnOrderThatIsNotTheirs(Deed deed) {
    String id = phoned();
    String before = dossier(id).asString();
    Colleague stranger = Colleague.hired(StaffRole.SHOP_STAFF, Restaurant.open().id()).signIn();
    does(stranger, deed, id).then().statusCode(404);
    Colleague viewer = Colleague.hired(StaffRole.VIEWER).signIn();
    does(viewer, deed, id).then().statusCode(403);
    does(manager, deed, UUID.randomUUID().toString()).then().statusCode(404);
    assertThat(dossier(id).asString()).isEqualTo(before);
  }

  @Test
  void somethingCheaperGoesBackTheWayItCame() {
    Meal meal = Meal.paid(shop, new PlaceOrder.Portions(dish, 2, List.of()));
    change(manager, meal.id().toString(), "one", instead(1, cheap, -2000, null, false))
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
    cook.acts()
        .get("/api/orders/{id}/board", meal.id())
        .then()
        .body("items.quantity", contains(1, 1))
        .body("items[1].replaces", equalTo(1));
  }

  @Test
  void somethingDearerIsPaidAtTheTillAndGoesBackThere() {
    Meal meal = Meal.paid(shop, new PlaceOrder.Portions(dish, 1, List.of()));
    String id = meal.id().toString();
    change(cook, id, "one", instead(1, dear, 3000, "CASH", false))
        .then()
        .statusCode(200)
        .body("order.totalAmount", equalTo(12000))
        .body("payments.amount", contains(9000, 3000))
        .body("payments.supplement", contains(false, true));
    change(cook, id, "one", instead(1, dear, 3000, "CASH", false))
        .then()
        .statusCode(200)
        .body("payments", hasSize(2));
    assertThat(log(id, AuditAction.UPDATE)).hasSize(1);
    meal.moved(ACCEPTED, CANCELLED);
    ServerNode.THE.refunds.payDue();
    assertThat(meal.kept()).isZero();
    String refund =
        dossier(id)
            .then()
            .body("refunds.status", contains("DONE", "PENDING"))
            .extract()
            .path("refunds[1].id");
    handOver(cook, id, refund)
        .then()
        .statusCode(200)
        .body("refunds.status", contains("DONE", "DONE"))
        .body("refunds[1].handedBy", equalTo("직원"));
    handOver(cook, id, refund).then().statusCode(200);
    assertThat(log(id, AuditAction.TILL)).hasSize(1);
  }

  @Test
  void whoMayNotGiveMoneyBackDoesNotGiveItAway() {
    Meal meal = Meal.paid(shop, new PlaceOrder.Portions(dish, 1, List.of()));
    String id = meal.id().toString();
    change(cook, id, "one", instead(1, cheap, -2000, null, false)).then().statusCode(403);
    change(cook, id, "two", instead(1, dear, 3000, null, true)).then().statusCode(403);
    dossier(id)
        .then()
        .body("lines", hasSize(1))
        .body("changes", hasSize(0))
        .body("order.totalAmount", equalTo(9000));
    change(manager, id, "three", instead(1, dear, 3000, null, true))
        .then()
        .statusCode(200)
        .body("order.totalAmount", equalTo(9000))
        .body("lines[1].waived", equalTo(3000));
  }

  @Test
  void whenItIsFetchedAndWhatTheKitchenIsToldIsCorrected() {
    String id = phoned();
    String slot = cook.acts().get("/api/stores/{id}/counter", shop.id()).path("slots[2].at");
    correct(cook, id, slot, "덜 맵게")
        .then()
        .statusCode(200)
        .body("order.pickupAt", equalTo(slot))
        .body("order.note", equalTo("덜 맵게"));
    correct(cook, id, slot, "덜 맵게").then().statusCode(200);
    assertThat(log(id, AuditAction.UPDATE))
        .singleElement()
        .satisfies(entry -> assertThat(entry.getAfter().data()).doesNotContain("덜 맵게"));
    correct(cook, id, "2020-01-01T00:00:00Z", null)
        .then()
        .statusCode(409)
        .body("code", equalTo("SLOT_FULL"));
  }

  @Test
  void whatNobodyPaidForIsCancelled() {
    String id = phoned();
    does(cook, Deed.CANCEL, id)
        .then()
        .statusCode(200)
        .body("order.status", equalTo("CANCELLED"))
        .body("order.cancelReason", equalTo("손님 취소"));
    does(cook, Deed.CANCEL, id).then().statusCode(409).body("code", equalTo("TRANSITION_REFUSED"));
    Meal meal = Meal.placed(shop, Meal.customer(), new PlaceOrder.Portions(dish, 1, List.of()));
    does(cook, Deed.CANCEL, meal.id().toString()).then().statusCode(409);
    // And nobody says of an order that it is paid for who has not taken the money.
    String unpaid = phoned();
    cook.acts()
        .body(Map.of("to", "PAID"))
        .post("/api/orders/{id}/transitions", unpaid)
        .then()
        .statusCode(409);
  }

  private Response does(Colleague who, Deed deed, String order) {
    return switch (deed) {
      case PAY -> pay(who, order, "CASH", 9000);
      case HAND_OVER -> handOver(who, order, UUID.randomUUID().toString());
      case CHANGE -> change(who, order, "key", instead(1, cheap, -2000, null, false));
      case CORRECT -> correct(who, order, null, "덜 맵게");
      case CANCEL ->
          who.acts().body(Map.of("reason", "손님 취소")).post("/api/orders/{id}/cancellation", order);
    };
  }

  private String phoned() {
    return take(cook, UUID.randomUUID().toString(), order("PHONE", null, portions(dish, 1)))
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }

  private static Response take(Colleague who, String key, Map<String, Object> order) {
    return who.acts().header("Idempotency-Key", key).body(order).post("/api/counter/orders");
  }

  private static Response pay(Colleague who, String order, String method, int amount) {
    return who.acts()
        .body(Map.of("method", method, "amount", amount))
        .post("/api/orders/{id}/till-payment", order);
  }

  private static Response handOver(Colleague who, String order, String refund) {
    return who.acts().post("/api/orders/{id}/refunds/{refund}/hand-over", order, refund);
  }

  private static Response change(
      Colleague who, String order, String key, Map<String, Object> wish) {
    return who.acts()
        .header("Idempotency-Key", key)
        .body(wish)
        .post("/api/orders/{id}/changes", order);
  }

  private static Response correct(Colleague who, String order, String pickupAt, String note) {
    var wish = new HashMap<String, String>();
    wish.put("pickupAt", pickupAt);
    wish.put("note", note);
    return who.acts().body(wish).put("/api/orders/{id}/correction", order);
  }

  private Response dossier(String order) {
    return manager.acts().get("/api/orders/{id}/dossier", order);
  }

  private Map<String, Object> order(String channel, Map<String, Object> paid, Object... items) {
    var wish =
        new HashMap<String, Object>(
            Map.of(
                "channel",
                channel,
                "customerName",
                "김 대리",
                "order",
                Map.of("storeId", shop.id(), "items", List.of(items))));
    if (paid != null) {
      wish.put("paid", paid);
    }
    return wish;
  }

  private static Map<String, Object> portions(UUID menu, int quantity) {
    return Map.of("menuId", menu, "quantity", quantity, "optionIds", List.of());
  }

  private static Map<String, Object> cash(int amount) {
    return Map.of("method", "CASH", "amount", amount);
  }

  private static Map<String, Object> instead(
      int line, UUID menu, int difference, String paid, boolean waived) {
    var wish =
        new HashMap<String, Object>(
            Map.of(
                "remove",
                Map.of("line", line, "quantity", 1, "toStock", false),
                "add",
                portions(menu, 1),
                "difference",
                difference,
                "waived",
                waived,
                "reason",
                "재료 소진"));
    wish.put("paid", paid);
    return wish;
  }

  private static List<AuditLogRecord> log(String order, AuditAction action) {
    return OWNER.fetch(AUDIT_LOG, AUDIT_LOG.RECORD.eq(order).and(AUDIT_LOG.ACTION.eq(action)));
  }
}
