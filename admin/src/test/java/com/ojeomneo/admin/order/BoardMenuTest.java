package com.ojeomneo.admin.order;

import static com.ojeomneo.admin.order.Restaurant.OWNER;
import static com.ojeomneo.schema.jooq.Tables.AUDIT_LOG;
import static com.ojeomneo.schema.jooq.Tables.MENUS;
import static com.ojeomneo.schema.jooq.Tables.OUTBOX;
import static com.ojeomneo.schema.jooq.Tables.STORES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
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
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(AdminStack.class)
class BoardMenuTest {
  private final Restaurant shop = Restaurant.open();
  private Colleague cook;

  @BeforeEach
  void signIn() {
    cook = Colleague.hired(StaffRole.SHOP_STAFF, shop.id()).signIn();
  }

  @Test
  void theDishesAreThereWithWhatIsLeft() {
    UUID unlimited = shop.dish("국밥", 9000, null);
    UUID limited = shop.dish("비빔밥", 9000, 5);
    UUID untouched = shop.dish("칼국수", 9000, 7);
    Meal.paid(shop, new PlaceOrder.Portions(limited, 2, List.of()));
    cook.asks()
        .get("/api/orders/board/menus?storeId=" + shop.id())
        .then()
        .statusCode(200)
        .body("menuId", contains(unlimited.toString(), limited.toString(), untouched.toString()))
        .body("remaining", contains(null, 3, 7))
        .body("dailyLimit", contains(null, 5, 7))
        .body("[0].category", equalTo("korean"));
    cook.asks().get("/api/orders/board/menus").then().statusCode(200).body("size()", equalTo(3));
  }

  @Test
  void soldOutIsOneTouchAndCustomersAreToldOfIt() {
    UUID dish = shop.dish();
    int before = announced("menu:" + dish);
    soldOut(cook, dish, true).then().statusCode(200).body("soldOut", equalTo(true));
    soldOut(cook, dish, true).then().statusCode(200);
    assertThat(OWNER.fetchSingle(MENUS, MENUS.ID.eq(dish)).getVersion()).isEqualTo(2);
    assertThat(announced("menu:" + dish)).isEqualTo(before + 1);
    assertThat(log("menus", dish.toString()))
        .singleElement()
        .satisfies(
            entry -> {
              assertThat(entry.getAction()).isEqualTo(AuditAction.UPDATE);
              assertThat(entry.getStaffId()).isEqualTo(cook.id());
              assertThat(entry.getBefore().data()).isEqualTo("{\"soldOut\": false}");
              assertThat(entry.getAfter().data()).isEqualTo("{\"soldOut\": true}");
            });
    soldOut(cook, dish, false).then().statusCode(200).body("soldOut", equalTo(false));
  }

  @Test
  void aPausedShopIsInTheLogAndCustomersAreToldOfIt() {
    int before = announced("store:" + shop.id());
    cook.acts()
        .body(Map.of("paused", true))
        .put("/api/stores/{id}/paused", shop.id())
        .then()
        .statusCode(200)
        .body("paused", equalTo(true));
    assertThat(OWNER.fetchSingle(STORES, STORES.ID.eq(shop.id())).getVersion()).isEqualTo(2);
    assertThat(announced("store:" + shop.id())).isEqualTo(before + 1);
    assertThat(log("stores", shop.id().toString())).hasSize(1);
  }

  @Test
  void countingSetsWhatIsLeftOfTheDay() {
    UUID dish = shop.dish("비빔밥", 9000, 5);
    int before = announced("menu:" + dish);
    stock(cook, dish, 2, null).then().statusCode(200).body("remaining", equalTo(2));
    Meal.paid(shop, new PlaceOrder.Portions(dish, 2, List.of()));
    assertThat(announced("menu:" + dish)).isEqualTo(before + 1);
    stock(cook, dish, 4, null).then().statusCode(200).body("remaining", equalTo(4));
    assertThat(announced("menu:" + dish)).isEqualTo(before + 2);
    String today = LocalDate.now(ZoneId.of("Asia/Seoul")).toString();
    List<AuditLogRecord> log = log("daily_stock", dish + "~" + today);
    assertThat(log).extracting(AuditLogRecord::getAction).containsOnly(AuditAction.STOCK);
    assertThat(log.getLast().getBefore().data()).isEqualTo("{\"remaining\": 0}");
    assertThat(log.getLast().getAfter().data()).isEqualTo("{\"remaining\": 4}");
  }

  @Test
  void whatWasSoldSinceThePageWasReadStaysSold() {
    UUID dish = shop.dish("비빔밥", 9000, 5);
    Meal.paid(shop, new PlaceOrder.Portions(dish, 2, List.of()));
    stock(cook, dish, 8, 5).then().statusCode(200).body("remaining", equalTo(6));
    stock(cook, dish, 0, 8).then().statusCode(409).body("code", equalTo("STOCK_CHANGED"));
    stock(cook, dish, 0, 6).then().statusCode(200).body("remaining", equalTo(0));
  }

  @Test
  void aDishOfWhichAnyNumberIsSoldHasNoStock() {
    stock(cook, shop.dish(), 3, null)
        .then()
        .statusCode(409)
        .body("code", equalTo("NO_DAILY_LIMIT"));
  }

  @Test
  void nonsenseIsA400() {
    UUID dish = shop.dish("비빔밥", 9000, 5);
    for (Integer remaining : List.of(-1, 100_001)) {
      stock(cook, dish, remaining, null).then().statusCode(400);
    }
    stock(cook, dish, null, null).then().statusCode(400);
    cook.acts().body("{}").put("/api/menus/{id}/sold-out", dish).then().statusCode(400);
    cook.acts().body("{}").put("/api/stores/{id}/paused", shop.id()).then().statusCode(400);
    cook.asks().get("/api/orders/board/menus?storeId=x").then().statusCode(404);
  }

  @Test
  void anotherShopIsNotThere() {
    Restaurant other = Restaurant.open();
    UUID dish = other.dish("비빔밥", 9000, 5);
    soldOut(cook, dish, true).then().statusCode(404);
    stock(cook, dish, 0, null).then().statusCode(404);
    cook.acts()
        .body(Map.of("paused", true))
        .put("/api/stores/{id}/paused", other.id())
        .then()
        .statusCode(404);
    cook.asks().get("/api/orders/board/menus?storeId=" + other.id()).then().statusCode(404);
    assertThat(OWNER.fetchSingle(MENUS, MENUS.ID.eq(dish)).getSoldOut()).isFalse();
  }

  @Test
  void aViewerOnlyLooks() {
    UUID dish = shop.dish("비빔밥", 9000, 5);
    Colleague viewer = Colleague.hired(StaffRole.VIEWER).signIn();
    soldOut(viewer, dish, true).then().statusCode(403);
    stock(viewer, dish, 0, null).then().statusCode(403);
    viewer
        .acts()
        .body(Map.of("paused", true))
        .put("/api/stores/{id}/paused", shop.id())
        .then()
        .statusCode(403);
    viewer
        .asks()
        .get("/api/orders/board/menus?storeId=" + shop.id())
        .then()
        .statusCode(200)
        .body("[0].soldOut", equalTo(false));
  }

  @Test
  void aDishThatIsNoLongerForSaleIsNotThere() {
    UUID dish = shop.dish("비빔밥", 9000, 5);
    OWNER.execute("UPDATE menus SET active = false WHERE id = ?", dish);
    stock(cook, dish, 0, null).then().statusCode(404);
    cook.asks()
        .get("/api/orders/board/menus?storeId=" + shop.id())
        .then()
        .statusCode(200)
        .body("[0]", nullValue());
  }

  private static Response soldOut(Colleague who, UUID dish, boolean on) {
    return who.acts().body(Map.of("soldOut", on)).put("/api/menus/{id}/sold-out", dish);
  }

  private static Response stock(Colleague who, UUID dish, Integer remaining, Integer seen) {
    var body = new HashMap<String, Integer>();
    body.put("remaining", remaining);
    body.put("seen", seen);
    return who.acts().body(body).put("/api/menus/{id}/stock", dish);
  }

  /** How often the caches of customers were told of it. */
  private static int announced(String tag) {
    return OWNER.fetchCount(
        OUTBOX,
        OUTBOX
            .TOPIC
            .eq("cache")
            .and(OUTBOX.PAYLOAD.cast(String.class).contains("\"" + tag + "\"")));
  }

  private static List<AuditLogRecord> log(String resource, String record) {
    return OWNER
        .selectFrom(AUDIT_LOG)
        .where(AUDIT_LOG.RESOURCE.eq(resource), AUDIT_LOG.RECORD.eq(record))
        .orderBy(AUDIT_LOG.ID)
        .fetch();
  }
}
