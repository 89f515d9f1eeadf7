package com.ojeomneo.server.menu;

import static com.ojeomneo.schema.jooq.Tables.PICKUP_SLOTS;
import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import com.ojeomneo.platform.database.Database;
import com.ojeomneo.server.Pictures;
import com.ojeomneo.server.Shop;
import com.ojeomneo.server.TestStack;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(TestStack.class)
class StoreResourceTest {
  private static final String STORES = "/ojeomneo/v1/stores";

  @Test
  void anOpenShopSaysUntilWhenAndOffersSlotsOnItsGrid() {
    Shop shop = Shop.open().slotCapacity(3);

    JsonPath body =
        shown(shop)
            .body("id", equalTo(shop.id().toString()))
            .body("name", equalTo(shop.name()))
            .body("description", equalTo("점심 한 끼"))
            .body("acceptingOrders", equalTo(true))
            .body("closesAt", notNullValue())
            .body("cutoffAt", notNullValue())
            .body("$", not(hasKey("opensAt")))
            .body("goesOn", equalTo(true))
            .body("slots", hasSize(36))
            .body("slots[0].remaining", equalTo(3))
            .extract()
            .jsonPath();

    assertThat(Instant.parse(body.getString("changesAt")))
        .as("the first slot has become too near")
        .isAfter(Instant.now())
        .isBefore(Instant.now().plus(Duration.ofMinutes(11)));
    List<Instant> slots =
        body.getList("slots.at", String.class).stream().map(Instant::parse).toList();
    assertThat(slots.getFirst()).isAfter(Instant.now().plus(Duration.ofMinutes(9)));
    assertThat(slots).isSorted().allMatch(at -> at.getEpochSecond() % 600 == 0);
  }

  @Test
  void aSlotShowsWhatIsLeftOfItAndNeverLessThanNothing() {
    Shop shop = Shop.open().slotCapacity(3);
    List<String> slots = shown(shop).extract().jsonPath().getList("slots.at");
    take(shop, slots.get(4), 2);
    take(shop, slots.get(5), 4);

    await()
        .untilAsserted(
            () ->
                shown(shop)
                    .body(remaining(slots.get(4)), equalTo(1))
                    .body(remaining(slots.get(5)), equalTo(0))
                    .body(remaining(slots.get(6)), equalTo(3)));
  }

  @Test
  void aDayOfItsOwnIsShownWithinASecondOfItsRow() {
    Shop shop = Shop.open().slotCapacity(3);
    List<String> slots = shown(shop).extract().jsonPath().getList("slots.at");
    LocalDate day = LocalDate.ofInstant(Instant.parse(slots.get(4)), ZoneId.of("Asia/Seoul"));

    shop.specialDay(day, null, 1);

    await().untilAsserted(() -> shown(shop).body(remaining(slots.get(4)), equalTo(1)));
  }

  private static String remaining(String slot) {
    return "slots.find { it.at == '%s' }.remaining".formatted(slot);
  }

  @Test
  void aClosedShopSaysWhenItOpens() {
    Shop closed = Shop.open().closed();
    String opensAt =
        shown(closed)
            .body("acceptingOrders", equalTo(false))
            .body("$", hasKey("closesAt"))
            .body("closesAt", nullValue())
            .body("$", hasKey("cutoffAt"))
            .body("cutoffAt", nullValue())
            .body("slots", empty())
            .body("$", not(hasKey("goesOn")))
            .extract()
            .path("opensAt");

    shown(closed).body("changesAt", equalTo(opensAt));
    assertThat(Duration.between(Instant.now(), Instant.parse(opensAt)))
        .isBetween(Duration.ofMinutes(118), Duration.ofMinutes(120));
  }

  @Test
  void afterTheLastOrderAndWhilePausedNothingIsTaken() {
    for (Shop shop : List.of(Shop.open().pastCutoff(), Shop.open().paused())) {
      shown(shop)
          .body("acceptingOrders", equalTo(false))
          .body("closesAt", notNullValue())
          .body("slots", empty());
    }
  }

  @Test
  void aShopShowsItsPicture() {
    String sha256 = Pictures.add("<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 1 1'/>");

    shown(Shop.open().image(sha256)).body("imageUrl", equalTo("/ojeomneo/v1/images/" + sha256));
    shown(Shop.open()).body("$", hasKey("imageUrl")).body("imageUrl", nullValue());
  }

  @Test
  void theListIsReadPageByPageEachShopOnce() {
    List<String> mine =
        Stream.generate(Shop::open).limit(5).map(shop -> shop.id().toString()).toList();
    Shop hidden = Shop.open().inactive();

    var seen = new ArrayList<String>();
    String cursor = null;
    do {
      var request = given().queryParam("limit", 2);
      JsonPath page =
          (cursor == null ? request : request.queryParam("cursor", cursor))
              .get(STORES)
              .then()
              .statusCode(200)
              .body("$", hasKey("nextCursor"))
              .extract()
              .jsonPath();
      List<String> ids = page.getList("items.id");
      assertThat(ids).hasSizeLessThanOrEqualTo(2);
      seen.addAll(ids);
      cursor = page.getString("nextCursor");
    } while (cursor != null);

    assertThat(seen)
        .isSorted()
        .doesNotHaveDuplicates()
        .containsAll(mine)
        .doesNotContain(hidden.id().toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"limit=0", "limit=101", "limit=many", "limit=-1", "cursor=!", "cursor=abcd"})
  void aWrongPageIsRefused(String query) {
    get(STORES + "?" + query)
        .then()
        .statusCode(400)
        .body("code", equalTo("VALIDATION_FAILED"))
        .body("errors[0].field", equalTo(query.substring(0, query.indexOf('='))));
  }

  @Test
  void whatIsNotThereIsNotFound() {
    for (Object id : List.of(UUID.randomUUID(), Shop.open().inactive().id(), "not-an-id", "1")) {
      get(STORES + "/" + id).then().statusCode(404).body("code", equalTo("NOT_FOUND"));
    }
  }

  @Test
  void aBadTokenIsRefusedThoughNoneIsNeeded() {
    given()
        .header("Authorization", "Bearer not.a.token")
        .get(STORES)
        .then()
        .statusCode(401)
        .body("code", equalTo("TOKEN_INVALID"));
  }

  private static ValidatableResponse shown(Shop shop) {
    return get(STORES + "/" + shop.id()).then().statusCode(200);
  }

  private static void take(Shop shop, String at, int orders) {
    new Database(TestStack.owner())
        .sql()
        .insertInto(PICKUP_SLOTS)
        .set(PICKUP_SLOTS.STORE_ID, shop.id())
        .set(PICKUP_SLOTS.AT, Instant.parse(at))
        .set(PICKUP_SLOTS.TAKEN, orders)
        .execute();
  }
}
