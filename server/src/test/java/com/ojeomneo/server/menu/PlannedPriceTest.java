package com.ojeomneo.server.menu;

import static io.restassured.RestAssured.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;

import com.ojeomneo.server.Customer;
import com.ojeomneo.server.Dish;
import com.ojeomneo.server.Shop;
import com.ojeomneo.server.TestStack;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A price that is planned holds from its moment on, also where the answer was kept before. */
@QuarkusTest
@WithTestResource(TestStack.class)
class PlannedPriceTest {
  private static final String MENUS = "/ojeomneo/v1/menus";

  private final Shop shop = Shop.open();
  private final Dish dish = shop.dish("비빔밥", 9000);
  private final String ofShop = MENUS + "?storeId=" + shop.id();
  private final String ofDish = MENUS + "/" + dish.id();

  @Test
  void aDishWhosePriceStaysSaysNothingOfIt() {
    get(ofDish).then().statusCode(200).body("$", not(hasKey("changesAt")));
  }

  @Test
  void listsAndOrdersTurnAtTheMomentAndNotBefore() {
    get(ofDish).then().body("price", equalTo(9000));
    Instant turn = Instant.now().plusSeconds(4).truncatedTo(ChronoUnit.SECONDS);
    dish.priceFrom(turn, 9900);
    await()
        .atMost(Duration.ofSeconds(2))
        .untilAsserted(() -> get(ofDish).then().body("changesAt", equalTo(turn.toString())));
    await()
        .pollInterval(Duration.ofMillis(50))
        .until(
            () -> {
              Instant before = Instant.now();
              int shown = get(ofShop).path("items[0].price");
              assertThat(shown).isIn(9000, 9900);
              if (shown == 9900) {
                // The clocks of this machine's processes are one.
                assertThat(Instant.now()).isAfterOrEqualTo(turn);
                assertThat(before).isBefore(turn.plusSeconds(1));
              }
              return shown == 9900;
            });
    get(ofDish).then().body("price", equalTo(9900)).body("$", not(hasKey("changesAt")));
    order().statusCode(201).body("totalAmount", equalTo(9900));
  }

  @Test
  void aPlanThatIsTakenBackNeverHolds() {
    dish.priceFrom(Instant.now().plusSeconds(3600).truncatedTo(ChronoUnit.SECONDS), 9900);
    await().untilAsserted(() -> get(ofDish).then().body("$", hasKey("changesAt")));
    dish.noPlannedPrices();
    await().untilAsserted(() -> get(ofDish).then().body("$", not(hasKey("changesAt"))));
  }

  /** What the lists of the back office sort by. */
  @Test
  void theDishItselfFollowsWithinSeconds() {
    dish.priceFrom(Instant.now().plusSeconds(1), 9900);
    await().untilAsserted(() -> assertThat(dish.column("price")).isEqualTo(9900));
  }

  @Test
  void whatIsNotSoldAtThisTimeIsShownAsSuchAndNotOrdered() {
    get(ofShop).then().body("items[0].soldOut", equalTo(false));
    dish.notSoldNow();
    await()
        .atMost(Duration.ofSeconds(2))
        .untilAsserted(() -> get(ofShop).then().body("items[0].soldOut", equalTo(true)));
    get(ofDish)
        .then()
        .body("soldOut", equalTo(true))
        .body("availability.now", equalTo(false))
        .body("availability.soldOut", equalTo(false))
        .body("availability.windows[0].from", equalTo("11:00"))
        .body("availability.windows[0].days", hasSize(1))
        .body("availability", hasKey("nextAt"))
        .body("availability", not(hasKey("until")));
    order().statusCode(409).body("code", equalTo("NOT_ON_SALE"));
    order("en")
        .statusCode(409)
        .body("detail", matchesPattern("비빔밥: sold [A-Z][a-z][a-z] 11:00–14:00\\."));
  }

  private ValidatableResponse order() {
    return order("ko");
  }

  private ValidatableResponse order(String language) {
    return Customer.guest()
        .request()
        .header("Accept-Language", language)
        .header("Idempotency-Key", UUID.randomUUID().toString())
        .body(
            Map.of(
                "storeId", shop.id(), "items", List.of(Map.of("menuId", dish.id(), "quantity", 1))))
        .post("/orders")
        .then();
  }
}
