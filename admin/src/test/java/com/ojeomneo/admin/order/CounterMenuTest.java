package com.ojeomneo.admin.order;

import static com.ojeomneo.admin.order.Counter.portions;
import static com.ojeomneo.admin.order.Counter.take;
import static com.ojeomneo.admin.order.Restaurant.OWNER;
import static com.ojeomneo.schema.jooq.Tables.MENUS;
import static com.ojeomneo.schema.jooq.Tables.OPTIONS;
import static com.ojeomneo.schema.jooq.Tables.OPTION_GROUPS;
import static com.ojeomneo.schema.jooq.Tables.STORE_HOURS;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import com.ojeomneo.admin.AdminStack;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What whoever takes orders is shown is what the order will be held against. */
@QuarkusTest
@WithTestResource(AdminStack.class)
class CounterMenuTest {
  private Counter counter;

  @BeforeEach
  void somebodyIsThere() {
    counter = Counter.open();
  }

  @Test
  void theMenuIsWhatCanBeOrderedNow() {
    menu()
        .body("open", equalTo(true))
        .body("dishes.name", containsInAnyOrder("비빔밥", "갈비탕", "국수"))
        .body("dishes.find { it.name == '비빔밥' }.remaining", equalTo(10))
        .body("dishes.find { it.name == '갈비탕' }.remaining", nullValue())
        .body("dishes.onSale", equalTo(List.of(true, true, true)))
        .body("slots.size()", not(equalTo(0)));
    Restaurant elsewhere = Restaurant.open();
    counter.cook.acts().get("/api/stores/{id}/counter", elsewhere.id()).then().statusCode(404);
    counter
        .manager
        .acts()
        .get("/api/stores/{id}/counter", UUID.randomUUID())
        .then()
        .statusCode(404);
  }

  @Test
  void whatWasOrderedIsNotLeft() {
    String slot = menu().extract().path("slots[3].at");
    int room = menu().extract().path("slots.find { it.at == '%s' }.left".formatted(slot));
    take(counter.cook, "two", at(slot, 2)).then().statusCode(201);
    menu()
        .body("slots.find { it.at == '%s' }.left".formatted(slot), equalTo(room - 1))
        .body("dishes.find { it.name == '비빔밥' }.remaining", equalTo(8))
        .body("dishes.find { it.name == '비빔밥' }.soldOut", equalTo(false));
    take(counter.cook, "rest", at(slot, 8)).then().statusCode(201);
    menu()
        .body("dishes.find { it.name == '비빔밥' }.remaining", equalTo(0))
        .body("dishes.find { it.name == '비빔밥' }.soldOut", equalTo(true));
  }

  @Test
  void whatIsNotSoldNowIsMarkedAndWhatIsOffTheMenuIsNotThere() {
    LocalDate gone = LocalDate.parse("2020-01-01");
    OWNER.update(MENUS).set(MENUS.SOLD_UNTIL, gone).where(MENUS.ID.eq(counter.cheap)).execute();
    OWNER.update(MENUS).set(MENUS.ACTIVE, false).where(MENUS.ID.eq(counter.dear)).execute();
    menu()
        .body("dishes.name", containsInAnyOrder("비빔밥", "국수"))
        .body("dishes.find { it.name == '국수' }.onSale", equalTo(false));
  }

  @Test
  void aClosedShopPromisesNoTime() {
    OWNER.deleteFrom(STORE_HOURS).where(STORE_HOURS.STORE_ID.eq(counter.shop.id())).execute();
    menu().body("open", equalTo(false)).body("slots", empty());
  }

  @Test
  void howManyOptionsAreChosenIsSaid() {
    UUID group = UUID.randomUUID();
    OWNER
        .insertInto(OPTION_GROUPS)
        .set(OPTION_GROUPS.ID, group)
        .set(OPTION_GROUPS.MENU_ID, counter.dish)
        .set(OPTION_GROUPS.NAME, "곁들임")
        .set(OPTION_GROUPS.MIN_CHOICES, 1)
        .set(OPTION_GROUPS.MAX_CHOICES, 2)
        .set(OPTION_GROUPS.POSITION, 0)
        .execute();
    OWNER
        .insertInto(OPTIONS)
        .set(OPTIONS.ID, UUID.randomUUID())
        .set(OPTIONS.GROUP_ID, group)
        .set(OPTIONS.NAME, "달걀")
        .set(OPTIONS.PRICE, 500)
        .set(OPTIONS.SOLD_OUT, true)
        .set(OPTIONS.POSITION, 0)
        .execute();
    menu()
        .body("dishes.find { it.name == '비빔밥' }.groups[0].minChoices", equalTo(1))
        .body("dishes.find { it.name == '비빔밥' }.groups[0].maxChoices", equalTo(2))
        .body("dishes.find { it.name == '비빔밥' }.groups[0].options[0].price", equalTo(500))
        .body("dishes.find { it.name == '비빔밥' }.groups[0].options[0].soldOut", equalTo(true));
  }

  private ValidatableResponse menu() {
    return counter
        .cook
        .acts()
        .get("/api/stores/{id}/counter", counter.shop.id())
        .then()
        .statusCode(200);
  }

  private Map<String, Object> at(String slot, int quantity) {
    return Map.of(
        "channel",
        "PHONE",
        "order",
        Map.of(
            "storeId",
            counter.shop.id(),
            "pickupAt",
            slot,
            "items",
            List.of(portions(counter.dish, quantity))));
  }
}
