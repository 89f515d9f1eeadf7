package com.ojeomneo.admin.order;

import static com.ojeomneo.admin.order.Restaurant.OWNER;
import static com.ojeomneo.schema.jooq.Tables.ORDERS;
import static com.ojeomneo.schema.jooq.Tables.ORDER_EVENTS;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import com.ojeomneo.admin.AdminStack;
import com.ojeomneo.admin.Colleague;
import com.ojeomneo.order.PlaceOrder;
import com.ojeomneo.schema.jooq.enums.OrderStatus;
import com.ojeomneo.schema.jooq.enums.StaffRole;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Orders of the real domain, moved to days that are over, and what the dashboard adds up. */
@QuarkusTest
@WithTestResource(AdminStack.class)
class DashboardTest {
  private static final LocalDate DAY = LocalDate.of(2026, 3, 18);

  private static final class Viewer {
    static final Colleague OF_THE_TESTS = Colleague.hired(StaffRole.VIEWER).signIn();
  }

  @Test
  void anOrderCountsWhenItWasPaidForAndWhatWasPaidBackIsNoRevenue() {
    Restaurant shop = Restaurant.open();
    UUID dish = shop.dish();
    at(meal(shop, dish, 3).moved(OrderStatus.ACCEPTED), DAY, "12:00");
    at(meal(shop, dish, 1).moved(OrderStatus.CANCELLED), DAY, "12:10");
    at(placed(shop, dish), DAY, "12:20");
    Meal expired = placed(shop, dish);
    OWNER
        .update(ORDERS)
        .set(ORDERS.STATUS, OrderStatus.EXPIRED)
        .where(ORDERS.ID.eq(expired.id()))
        .execute();
    at(expired, DAY, "12:30");
    Meal partly = meal(shop, dish, 2).moved(OrderStatus.ACCEPTED);
    refundOne(partly);
    at(partly, DAY, "13:00");
    at(meal(shop, dish, 1), DAY.minusWeeks(1), "09:00");

    show(shop, DAY)
        .body("day", equalTo("2026-03-18"))
        .body("lastWeek", equalTo("2026-03-11"))
        .body("over", equalTo(true))
        .body("today.orders", equalTo(3))
        .body("today.cancelled", equalTo(1))
        .body("today.revenue", equalTo(36_000))
        .body("today.averageBasket", equalTo(18_000))
        .body("sameTime.orders", equalTo(1))
        .body("wholeDay.revenue", equalTo(9_000))
        .body("dishes", hasSize(1))
        .body("dishes[0].portions", equalTo(4))
        .body("dishes[0].portionsLastWeek", equalTo(1))
        .body("hours[12].orders", equalTo(2))
        .body("hours[13].revenue", equalTo(9_000))
        .body("hours[9].ordersLastWeek", equalTo(1))
        .body("stores.id", contains(shop.id().toString()))
        .body("stores[0].today.revenue", equalTo(36_000));
  }

  @Test
  void theDayIsThatOfSeoul() {
    Restaurant shop = Restaurant.open();
    UUID dish = shop.dish();
    at(meal(shop, dish, 1), DAY.minusDays(1), "23:59:59.999");
    at(meal(shop, dish, 1), DAY, "00:00");
    at(meal(shop, dish, 1), DAY, "23:59:59.999");
    at(meal(shop, dish, 1), DAY.plusDays(1), "00:00");

    show(shop, DAY)
        .body("today.orders", equalTo(2))
        .body("hours[0].orders", equalTo(1))
        .body("hours[23].orders", equalTo(1))
        .body("until", equalTo("2026-03-18T15:00:00Z"));
  }

  @Test
  void acceptanceIsFromPaidToAcceptedAndLateIsReadyAfterTheEstimate() {
    Restaurant shop = Restaurant.open();
    UUID dish = shop.dish();
    int[] seconds = {60, 120, 600};
    for (int waited : seconds) {
      Meal meal =
          meal(shop, dish, 1).moved(OrderStatus.ACCEPTED, OrderStatus.PREPARING, OrderStatus.READY);
      OffsetDateTime paid = at(meal, DAY, "11:00");
      tell(meal, "PAID", paid);
      tell(meal, "ACCEPTED", paid.plusSeconds(waited));
      tell(meal, "READY", paid.plusMinutes(15));
      estimate(meal, paid.plusMinutes(waited == 600 ? 14 : 15));
    }
    Meal forgotten = meal(shop, dish, 1).moved(OrderStatus.ACCEPTED);
    OffsetDateTime paid = at(forgotten, DAY, "11:00");
    tell(forgotten, "PAID", paid);
    tell(forgotten, "ACCEPTED", paid.plusSeconds(120));
    estimate(forgotten, paid.plusMinutes(10));

    show(shop, DAY)
        .body("today.acceptMedianSeconds", equalTo(120))
        .body("today.acceptP90Seconds", equalTo(456))
        .body("today.promised", equalTo(4))
        .body("today.late", equalTo(2))
        .body("sameTime.acceptMedianSeconds", nullValue());
  }

  @Test
  void ofTodayOnlyTheSameTimeOfLastWeekIsCompared() {
    Restaurant shop = Restaurant.open();
    UUID dish = shop.dish();
    LocalDate today = LocalDate.now(ZoneId.of("Asia/Seoul"));
    Instant now = Instant.now();
    meal(shop, dish, 1);
    placedAt(meal(shop, dish, 1), now.minusSeconds(7 * 86_400 + 1).atOffset(ZoneOffset.UTC));
    placedAt(meal(shop, dish, 1), now.minusSeconds(7 * 86_400 - 300).atOffset(ZoneOffset.UTC));

    show(shop, null)
        .body("day", equalTo(today.toString()))
        .body("over", equalTo(false))
        .body("today.orders", equalTo(1))
        .body("sameTime.orders", equalTo(1))
        .body("wholeDay.orders", equalTo(2));
  }

  @Test
  void shopStaffSeeTheirOwnShopOnly() {
    Restaurant mine = Restaurant.open();
    Restaurant other = Restaurant.open();
    at(meal(mine, mine.dish(), 1), DAY.plusDays(40), "12:00");
    at(meal(other, other.dish(), 2), DAY.plusDays(40), "12:00");
    Colleague cook = Colleague.hired(StaffRole.SHOP_STAFF, mine.id()).signIn();

    cook.asks()
        .get("/api/dashboard?day={d}", DAY.plusDays(40).toString())
        .then()
        .statusCode(200)
        .body("today.orders", equalTo(1))
        .body("stores.id", contains(mine.id().toString()))
        .body("dishes", hasSize(1));
    cook.asks().get("/api/dashboard?store={s}", other.id()).then().statusCode(404);
    Viewer.OF_THE_TESTS
        .asks()
        .get("/api/dashboard?day={d}", DAY.plusDays(40).toString())
        .then()
        .body("stores.id", hasItem(other.id().toString()));
  }

  @Test
  void aDayWithoutOrdersHasZeroesAndNothingToDivide() {
    show(Restaurant.open(), DAY)
        .body("today.orders", equalTo(0))
        .body("today.averageBasket", nullValue())
        .body("hours", hasSize(24))
        .body("hours.orders", not(hasItem(nullValue())))
        .body("dishes", empty())
        .body("stores", empty());
  }

  @Test
  void aDayThatIsNoneOrToComeIsRefused() {
    String tomorrow = LocalDate.now(ZoneId.of("Asia/Seoul")).plusDays(1).toString();
    for (String day : List.of("yesterday", "2026-02-30", tomorrow, "-9999-01-01")) {
      Viewer.OF_THE_TESTS.asks().get("/api/dashboard?day={d}", day).then().statusCode(400);
    }
    Viewer.OF_THE_TESTS.asks().get("/api/dashboard?store=x").then().statusCode(404);
  }

  private static ValidatableResponse show(Restaurant shop, LocalDate day) {
    String ofDay = day == null ? "" : "&day=" + day;
    return Viewer.OF_THE_TESTS
        .asks()
        .get("/api/dashboard?store=" + shop.id() + ofDay)
        .then()
        .statusCode(200);
  }

  private static Meal meal(Restaurant shop, UUID dish, int quantity) {
    return Meal.paid(shop, new PlaceOrder.Portions(dish, quantity, List.of()));
  }

  private static Meal placed(Restaurant shop, UUID dish) {
    return Meal.placed(shop, Meal.customer(), new PlaceOrder.Portions(dish, 1, List.of()));
  }

  private static void refundOne(Meal meal) {
    Colleague.hired(StaffRole.SUPPORT)
        .signIn()
        .acts()
        .header("Idempotency-Key", UUID.randomUUID())
        .body("{\"lines\": [{\"line\": 1, \"quantity\": 1}], \"reason\": \"하나 빠짐\"}")
        .post("/api/orders/{id}/refunds", meal.id())
        .then()
        .statusCode(202);
  }

  /** As if it had been placed then. */
  private static OffsetDateTime at(Meal meal, LocalDate day, String time) {
    return placedAt(meal, day.atTime(LocalTime.parse(time)).atOffset(ZoneOffset.ofHours(9)));
  }

  private static OffsetDateTime placedAt(Meal meal, OffsetDateTime time) {
    OWNER
        .update(ORDERS)
        .set(ORDERS.CREATED_AT, time.toInstant())
        .where(ORDERS.ID.eq(meal.id()))
        .execute();
    return time;
  }

  private static void tell(Meal meal, String type, OffsetDateTime time) {
    OWNER
        .update(ORDER_EVENTS)
        .set(ORDER_EVENTS.CREATED_AT, time.toInstant())
        .where(ORDER_EVENTS.ORDER_ID.eq(meal.id()), ORDER_EVENTS.TYPE.eq(type))
        .execute();
  }

  private static void estimate(Meal meal, OffsetDateTime time) {
    OWNER
        .update(ORDERS)
        .set(ORDERS.ESTIMATED_READY_AT, time.toInstant())
        .where(ORDERS.ID.eq(meal.id()))
        .execute();
  }
}
