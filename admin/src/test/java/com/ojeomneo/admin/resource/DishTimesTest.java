package com.ojeomneo.admin.resource;

import static com.ojeomneo.admin.resource.Desk.count;
import static com.ojeomneo.admin.resource.Desk.edit;
import static com.ojeomneo.admin.resource.Desk.history;
import static com.ojeomneo.admin.resource.Desk.manager;
import static com.ojeomneo.admin.resource.Desk.revert;
import static com.ojeomneo.admin.resource.Desk.show;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.oneOf;

import com.ojeomneo.admin.AdminStack;
import com.ojeomneo.admin.Colleague;
import com.ojeomneo.admin.Town;
import com.ojeomneo.schema.jooq.enums.StaffRole;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What staff plan for a dish: prices to come, and when it is sold. */
@QuarkusTest
@WithTestResource(AdminStack.class)
class DishTimesTest {
  private static final String LUNCH =
      """
      {"menuAvailability": [{"days": ["1", "2", "3", "4", "5"], "sellsFrom": "11:00", "sellsUntil": "14:00"}],
       "soldFrom": "2026-12-01"}
      """;

  private final Instant tomorrow =
      Instant.now().plus(Duration.ofDays(1)).truncatedTo(ChronoUnit.MINUTES);
  private Town town;

  @BeforeEach
  void build() {
    town = Town.built();
  }

  @Test
  void pricesToComeAreChangedAndRemovedAndWhatWasIsNotTouched() {
    plan(1, tomorrow, 12_000)
        .statusCode(200)
        .body("menuPrices", hasSize(1))
        .body("menuPrices[0].price", equalTo(12_000));
    plan(2, tomorrow.plusSeconds(60), 13_000)
        .statusCode(200)
        .body("menuPrices.price", contains(13_000));
    assertThat(prices()).isEqualTo(2);
    edit("menus", town.menu(), 3, "{\"menuPrices\": []}")
        .statusCode(200)
        .body("menuPrices", empty());
    assertThat(prices()).isOne();
    history("menus", town.menu())
        .body("items", hasSize(3))
        .body("items[0].changes[0].column", equalTo("menuPrices"));
  }

  @Test
  void nothingIsPlannedForThePast() {
    plan(1, Instant.now().minusSeconds(60), 12_000)
        .statusCode(400)
        .body("errors[0].message", equalTo("이미 시작된 가격은 바꿀 수 없어요. 앞으로의 시각을 골라 주세요."));
    show("menus", town.menu()).body("version", equalTo(1));
  }

  @Test
  void twoPricesDoNotBeginAtOnce() {
    String twice =
        "{\"effectiveFrom\": \"%1$s\", \"price\": 12000}, {\"effectiveFrom\": \"%1$s\", \"price\": 13000}"
            .formatted(tomorrow);
    edit("menus", town.menu(), 1, "{\"menuPrices\": [" + twice + "]}")
        .statusCode(409)
        .body("code", equalTo("ALREADY_THERE"));
    assertThat(prices()).isOne();
  }

  /** What the log says of it is put back without it. */
  @Test
  void aPlanWhoseTimeHasPassedDoesNotComeBack() {
    Instant soon = Instant.now().plusSeconds(5).truncatedTo(ChronoUnit.SECONDS);
    plan(1, soon, 12_000).statusCode(200);
    edit("menus", town.menu(), 2, "{\"menuPrices\": [], \"soldOut\": true}").statusCode(200);
    String entry = history("menus", town.menu()).extract().path("items[0].id").toString();
    await().atMost(Duration.ofSeconds(15)).until(() -> Instant.now().isAfter(soon.plusSeconds(1)));
    revert(town.menu(), 3, "{\"entry\": \"%s\"}".formatted(entry))
        .statusCode(200)
        .body("soldOut", equalTo(false))
        .body("menuPrices", empty());
  }

  /** Nobody overwrites a plan that they have not seen. */
  @Test
  void ofTwoWhoPlanAtOnceTheSecondIsShownTheFirst() {
    plan(1, tomorrow, 12_000).statusCode(200);
    plan(1, tomorrow, 13_000).statusCode(412);
    show("menus", town.menu()).body("menuPrices.price", contains(12_000));
  }

  @Test
  void aPriceSetNowStandsInTheListOfPrices() {
    edit("menus", town.menu(), 1, "{\"price\": 7700}").statusCode(200);
    manager()
        .asks()
        .queryParam("filter", "{\"menuId\": \"%s\"}".formatted(town.menu()))
        .get("/api/menu_prices")
        .then()
        .statusCode(200)
        .body("items", hasSize(2))
        .body("items[0].price", equalTo(7700));
  }

  @Test
  void daysAndHoursOfSaleAreSavedWithTheDish() {
    edit("menus", town.menu(), 1, LUNCH)
        .statusCode(200)
        .body("menuAvailability[0].days", contains("1", "2", "3", "4", "5"))
        .body("menuAvailability[0].sellsFrom", equalTo("11:00"))
        .body("soldFrom", equalTo("2026-12-01"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"menuAvailability\": [{\"days\": [], \"sellsFrom\": \"11:00\", \"sellsUntil\": \"14:00\"}]}",
        "{\"menuAvailability\": [{\"days\": [\"8\"], \"sellsFrom\": \"11:00\", \"sellsUntil\": \"14:00\"}]}",
        "{\"menuAvailability\": [{\"days\": [\"1\"], \"sellsFrom\": \"25:00\", \"sellsUntil\": \"14:00\"}]}",
        "{\"menuAvailability\": [{\"days\": [\"1\"], \"sellsFrom\": \"11:00\"}]}",
        "{\"soldFrom\": \"2026-12-02\", \"soldUntil\": \"2026-12-01\"}",
        "{\"menuPrices\": [{\"effectiveFrom\": \"tomorrow\", \"price\": 9000}]}",
        "{\"menuPrices\": [{\"effectiveFrom\": \"2099-01-01T00:00:00Z\", \"price\": 99}]}"
      })
  void whatMakesNoSenseIsRefusedWhole(String body) {
    edit("menus", town.menu(), 1, body).statusCode(400);
    show("menus", town.menu()).body("version", equalTo(1));
  }

  @Test
  void aPreviewSaysWhetherItIsSoldThenAndForHowMuch() {
    plan(1, Instant.parse("2099-06-01T03:00:00Z"), 12_000).statusCode(200);
    edit("menus", town.menu(), 2, LUNCH).statusCode(200);
    int now = show("menus", town.menu()).extract().path("price");
    // A Monday, at noon and just before, and the evening of a Friday.
    sale(manager(), "2099-06-01T11:59:59+09:00")
        .statusCode(200)
        .body("inTime", equalTo(true))
        .body("price", equalTo(now))
        .body("nextPriceAt", equalTo("2099-06-01T03:00:00Z"));
    sale(manager(), "2099-06-01T12:00:00+09:00")
        .body("price", equalTo(12_000))
        .body("nextPriceAt", nullValue())
        .body("times.ko", equalTo("2026-12-01 ~ · 월–금 11:00–14:00"));
    sale(manager(), "2099-06-05T18:00:00+09:00")
        .body("inTime", equalTo(false))
        .body("nextSaleAt", equalTo("2099-06-08T02:00:00Z"));
    sale(manager(), "soon").statusCode(400).body("errors[0].field", equalTo("at"));
  }

  @Test
  void whoDoesNotReachTheShopSeesAndPlansNothing() {
    Town other = Town.built();
    Colleague cook = Colleague.hired(StaffRole.SHOP_STAFF, other.store()).signIn();
    sale(cook, "2099-06-01T12:00:00+09:00").statusCode(404);
    cook.asks()
        .queryParam("filter", "{\"menuId\": \"%s\"}".formatted(town.menu()))
        .get("/api/menu_prices")
        .then()
        .statusCode(200)
        .body("items", empty());
    cook.acts()
        .header("If-Match", "\"1\"")
        .body(LUNCH)
        .put("/api/menus/{id}", town.menu())
        .then()
        .statusCode(oneOf(403, 404));
    show("menus", town.menu()).body("version", equalTo(1));
  }

  @Test
  void aDishGoesWithItsPricesAndTimes() {
    plan(1, tomorrow, 12_000).statusCode(200);
    edit("menus", town.menu(), 2, LUNCH).statusCode(200);
    manager()
        .asks()
        .get("/api/menus/{id}/deletion", town.menu())
        .then()
        .body(
            "goes.resource.findAll { it == 'menu_prices' || it == 'menu_availability' }",
            hasSize(2));
  }

  private ValidatableResponse plan(int version, Instant from, int price) {
    return edit(
        "menus",
        town.menu(),
        version,
        "{\"menuPrices\": [{\"effectiveFrom\": \"%s\", \"price\": %d}]}".formatted(from, price));
  }

  private ValidatableResponse sale(Colleague someone, String at) {
    return someone.asks().queryParam("at", at).get("/api/menus/{id}/sale", town.menu()).then();
  }

  private int prices() {
    return count("SELECT count(*) FROM menu_prices WHERE menu_id = '" + town.menu() + "'");
  }
}
