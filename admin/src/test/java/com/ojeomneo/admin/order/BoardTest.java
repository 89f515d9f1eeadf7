package com.ojeomneo.admin.order;

import static com.ojeomneo.admin.order.Restaurant.OWNER;
import static com.ojeomneo.schema.jooq.enums.OrderStatus.ACCEPTED;
import static com.ojeomneo.schema.jooq.enums.OrderStatus.CANCELLED;
import static com.ojeomneo.schema.jooq.enums.OrderStatus.COMPLETED;
import static com.ojeomneo.schema.jooq.enums.OrderStatus.PREPARING;
import static com.ojeomneo.schema.jooq.enums.OrderStatus.READY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import com.ojeomneo.admin.AdminStack;
import com.ojeomneo.admin.Colleague;
import com.ojeomneo.admin.order.BoardStream.Event;
import com.ojeomneo.order.PlaceOrder;
import com.ojeomneo.platform.redis.Subscription;
import com.ojeomneo.schema.jooq.enums.StaffRole;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(AdminStack.class)
class BoardTest {
  private static final Duration A_SECOND = Duration.ofSeconds(1);

  @Inject Boards boards;
  @Inject Subscription subscription;

  private final Restaurant shop = Restaurant.open();
  private final UUID dish = shop.dish();

  @Test
  void aBoardBeginsWithEverythingThatIsLive() {
    Meal paid = meal();
    Meal ready = meal().moved(ACCEPTED, PREPARING, READY);
    meal().moved(CANCELLED);
    Meal.placed(shop, Meal.customer(), item());
    try (var board = BoardStream.of(cook())) {
      Event first = board.next();
      assertThat(first.name()).isEqualTo("snapshot");
      assertThat(first.data().getList("orders.id"))
          .containsExactly(paid.id().toString(), ready.id().toString());
      assertThat(first.data().getString("stores[0].id")).isEqualTo(shop.id().toString());
      assertThat(first.data().getBoolean("stores[0].paused")).isFalse();
      assertThat(first.data().getInt("settings.acceptMinutes")).isEqualTo(20);
      assertThat(first.data().getInt("settings.escalateMinutes")).isEqualTo(5);
      assertThat(first.data().getString("orders[0].items[0].name")).isEqualTo("비빔밥");
      assertThat(first.data().getString("orders[0].note")).isEqualTo("덜 맵게");
      Instant paidAt = Instant.parse(first.data().getString("orders[0].paidAt"));
      assertThat(first.data().getString("orders[0].acceptBy"))
          .isEqualTo(paidAt.plusSeconds(20 * 60).toString());
      assertThat(first.data().getString("orders[1].acceptBy")).isNull();
    }
  }

  @Test
  void whatAnyNodeChangesIsOnTheBoardWithinASecond() {
    Meal waiting = meal();
    try (var board = BoardStream.of(cook())) {
      board.next("snapshot");
      Meal fresh = meal();
      Instant changed = Instant.now();
      JsonPath order = board.next("order").data();
      assertThat(Instant.now()).isBefore(changed.plus(A_SECOND));
      assertThat(order.getString("id")).isEqualTo(fresh.id().toString());
      assertThat(order.getString("status")).isEqualTo("PAID");

      waiting.moved(ACCEPTED);
      assertThat(board.next("order").data().getString("status")).isEqualTo("ACCEPTED");
      waiting.moved(PREPARING);
      waiting.moved(READY);
      waiting.moved(COMPLETED);
      String last;
      do {
        last = board.next("order").data().getString("status");
      } while (!last.equals("COMPLETED"));
    }
  }

  @Test
  void whatAnyNodeChangesIsOnTheBoardWithinASecondAlsoWithoutRedis() throws Exception {
    Meal meal = meal();
    Colleague cook = cook();
    AdminStack.stopRedis();
    try (var board = BoardStream.of(cook)) {
      board.next("snapshot");
      meal.moved(ACCEPTED);
      Instant changed = Instant.now();
      assertThat(board.next("order").data().getString("status")).isEqualTo("ACCEPTED");
      assertThat(Instant.now()).isBefore(changed.plus(A_SECOND));
    } finally {
      AdminStack.startRedis();
    }
    await().untilAsserted(() -> assertThat(subscription.hearing()).isPositive());
  }

  @Test
  void whatIsOnlyPlacedIsNotTheKitchensBusiness() {
    try (var board = BoardStream.of(cook())) {
      board.next("snapshot");
      Meal.placed(shop, Meal.customer(), item());
      Meal paid = meal();
      assertThat(board.next("order").data().getString("id")).isEqualTo(paid.id().toString());
    }
  }

  @Test
  void shopStaffSeeTheirShopOnly() {
    Meal elsewhere = Meal.paid();
    try (var board = BoardStream.of(cook())) {
      JsonPath snapshot = board.next("snapshot").data();
      assertThat(snapshot.getList("orders")).isEmpty();
      assertThat(snapshot.getList("stores.id")).containsExactly(shop.id().toString());
      elsewhere.moved(ACCEPTED);
      Meal here = meal();
      assertThat(board.next("order").data().getString("id")).isEqualTo(here.id().toString());
    }
    try (var board = BoardStream.of(Colleague.hired(StaffRole.VIEWER).signIn())) {
      assertThat(board.next("snapshot").data().<String>getList("stores.id"))
          .contains(shop.id().toString(), elsewhere.shop().id().toString());
    }
  }

  @Test
  void aShopThatIsPausedIsSeenByAllWhoHaveIt() {
    Colleague cook = cook();
    try (var board = BoardStream.of(cook)) {
      board.next("snapshot");
      cook.acts()
          .body("{\"paused\":true}")
          .put("/api/stores/{id}/paused", shop.id())
          .then()
          .statusCode(200)
          .body("paused", equalTo(true));
      JsonPath store = board.next("store").data();
      assertThat(store.getString("id")).isEqualTo(shop.id().toString());
      assertThat(store.getBoolean("paused")).isTrue();
    }
  }

  @Test
  void aDishThatChangesIsToBeAskedForAgain() {
    try (var board = BoardStream.of(cook())) {
      board.next("snapshot");
      OWNER.execute("UPDATE menus SET sold_out = true WHERE id = ?", dish);
      assertThat(board.next("menus").data().getString("storeId")).isEqualTo(shop.id().toString());
    }
  }

  @Test
  void aBoardThatCountsDownToAnotherMomentBeginsAnew() throws Exception {
    Colleague cook = cook();
    try (var board = BoardStream.of(cook)) {
      board.next("snapshot");
      set("orders.acceptMinutes", 30);
      assertThat(board.endsWithin(Duration.ofSeconds(5))).isTrue();
      try (var anew = BoardStream.of(cook)) {
        assertThat(anew.next("snapshot").data().getInt("settings.acceptMinutes")).isEqualTo(30);
      }
    } finally {
      set("orders.acceptMinutes", 20);
    }
  }

  private static void set(String key, int minutes) {
    OWNER.execute("UPDATE app_settings SET value = to_jsonb(?) WHERE key = ?", minutes, key);
  }

  @Test
  void aBoardEndsWithItsSession() throws Exception {
    Colleague cook = cook();
    try (var board = BoardStream.of(cook)) {
      board.next("snapshot");
      cook.acts().delete("/api/session").then().statusCode(204);
      assertThat(board.endsWithin(Duration.ofMillis(1500))).isTrue();
    }
  }

  @Test
  void aBoardEndsWhenItsReaderLosesTheShop() throws Exception {
    Colleague cook = cook();
    try (var board = BoardStream.of(cook)) {
      board.next("snapshot");
      OWNER.execute(
          "UPDATE staff_roles SET store_id = ? WHERE staff_id = ?",
          Restaurant.open().id(),
          cook.id());
      assertThat(board.endsWithin(Duration.ofMillis(1500))).isTrue();
    }
  }

  @Test
  void aBoardMayNotBeBufferedOrStored() {
    try (var board = BoardStream.of(cook())) {
      var headers = board.response().headers();
      assertThat(headers.firstValue("Content-Type").orElse("")).startsWith("text/event-stream");
      assertThat(headers.firstValue("X-Accel-Buffering")).contains("no");
      assertThat(headers.firstValue("Cache-Control")).contains("no-store");
    }
  }

  @Test
  void whoLeavesIsForgotten() {
    Colleague cook = cook();
    var board = BoardStream.of(cook);
    board.next("snapshot");
    assertThat(boards.of(cook.id())).isEqualTo(1);
    board.close();
    await().untilAsserted(() -> assertThat(boards.of(cook.id())).isZero());
  }

  @Test
  void oneOrderIsReadAgainAndOnlyByWhoHasItsShop() {
    Meal meal = meal().moved(ACCEPTED, PREPARING);
    cook()
        .asks()
        .get("/api/orders/{id}/board", meal.id())
        .then()
        .statusCode(200)
        .body("status", equalTo("PREPARING"));
    var stranger = Colleague.hired(StaffRole.SHOP_STAFF, Restaurant.open().id()).signIn();
    stranger.asks().get("/api/orders/{id}/board", meal.id()).then().statusCode(404);
  }

  private Colleague cook() {
    return Colleague.hired(StaffRole.SHOP_STAFF, shop.id()).signIn();
  }

  private PlaceOrder.Portions item() {
    return new PlaceOrder.Portions(dish, 1, List.of());
  }

  private Meal meal() {
    return Meal.paid(shop, item());
  }
}
