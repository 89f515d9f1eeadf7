package com.ojeomneo.admin.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.lessThanOrEqualTo;
import static org.hamcrest.Matchers.not;

import com.ojeomneo.admin.AdminStack;
import com.ojeomneo.admin.Colleague;
import com.ojeomneo.admin.Town;
import com.ojeomneo.platform.database.Database;
import com.ojeomneo.schema.jooq.enums.StaffRole;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.text.Normalizer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One search over everything, within what each person may see. */
@QuarkusTest
@WithTestResource(AdminStack.class)
class SearchTest {
  private static Town town;
  private static Town other;
  private static Colleague manager;
  private static Colleague viewer;
  private static Colleague kitchen;

  @BeforeEach
  void build() {
    if (manager != null) {
      return;
    }
    town = Town.built();
    other = Town.built();
    manager = Colleague.hired(StaffRole.MANAGER).signIn();
    viewer = Colleague.hired(StaffRole.VIEWER).signIn();
    kitchen = Colleague.hired(StaffRole.SHOP_STAFF, town.store()).signIn();
  }

  @Test
  void aNameFindsRecordsOfEveryKindThatHaveIt() {
    List<Map<String, Object>> items = found(manager, town.name());

    assertThat(items)
        .extracting(each -> each.get("resource") + " " + each.get("id"))
        .contains(
            "stores " + town.store(),
            "menu_categories " + town.category(),
            "notices " + town.store());
    assertThat(items).extracting(each -> each.get("resource")).doesNotContain("menus");
  }

  @Test
  void hangulIsFoundHoweverItIsComposed() {
    String decomposed = Normalizer.normalize(town.name(), Normalizer.Form.NFD);

    assertThat(ids(found(manager, decomposed))).contains(town.store().toString());
  }

  @Test
  void anOrderIsFoundByItsNumberWithItsShopAndItsTime() {
    String number = "Z907";
    rename(town, number);

    search(manager, number)
        .body("items", hasSize(1))
        .body("items[0].resource", equalTo("orders"))
        .body("items[0].title", equalTo(number))
        .body("items[0].of", equalTo(town.name()));
    assertThat((String) found(manager, number).getFirst().get("at")).endsWith("Z");
  }

  @Test
  void anIdFindsWhateverHasIt() {
    assertThat(found(manager, town.order().toString()))
        .extracting(each -> each.get("resource"))
        .contains("orders", "payments", "payment_attempts", "refunds", "payment_webhooks");
  }

  @Test
  void aKindShowsItsBestFewAndTheWholeNameFirst() {
    String name = "찾는 요리 " + town.menu().toString().substring(0, 8);
    for (int i = 0; i < 8; i++) {
      dish(name + " 곱빼기 " + i);
    }
    dish(name);

    List<Map<String, Object>> items = found(manager, name);

    assertThat(items).hasSize(5);
    assertThat(items.getFirst()).containsEntry("title", name).containsEntry("of", town.name());
  }

  @Test
  void shopStaffFindWhatIsInTheirShopOnly() {
    search(kitchen, town.menu().toString()).body("items.resource", contains("menus"));
    for (var theirs : List.of(other.menu(), other.order(), other.user())) {
      search(kitchen, theirs.toString()).body("items", hasSize(0));
    }
    // The notice has the id of the shop, and is for everybody.
    for (var shop : List.of(other.store().toString(), other.name())) {
      search(kitchen, shop).body("items.resource", not(hasItem("stores")));
    }
    String number = "Z417";
    rename(town, number);
    rename(other, number);
    search(kitchen, number).body("items.of", contains(town.name()));
  }

  @Test
  void customersAndStaffAreNotForThoseWhoDoNotSeeThem() {
    Colleague owner = Colleague.hired(StaffRole.OWNER).signIn();
    search(owner, manager.id().toString()).body("items.resource", contains("staff"));
    search(owner, manager.email()).body("items.resource", contains("staff"));

    assertThat(found(kitchen, town.user().toString())).isEmpty();
    assertThat(found(viewer, manager.id().toString())).isEmpty();
    assertThat(found(viewer, manager.email())).isEmpty();
  }

  @Test
  void whoSeesPersonalDataMaskedDoesNotFindItAndWhoFindsItSeesItMasked() {
    String email = town.user() + "@example.com";

    search(manager, "김손님").body("items.resource", hasItem("users"));
    assertThat(found(viewer, email)).isEmpty();
    assertThat(found(viewer, "김손님"))
        .extracting(each -> each.get("resource"))
        .doesNotContain("users");
    search(manager, email)
        .body("items", hasSize(1))
        .body("items[0].resource", equalTo("users"))
        .body("items[0].title", equalTo("김***"));
    assertThat(search(manager, town.user().toString()).extract().asString()).doesNotContain("김손님");
  }

  @Test
  void oneLetterMeansNoCustomerButASyllableIsThree() {
    search(manager, "님").body("items.resource", hasItem("users"));
    assertThat(found(manager, "1"))
        .extracting(each -> each.get("resource"))
        .doesNotContain("users");
  }

  @ParameterizedTest
  @ValueSource(strings = {"%", "_", "\\", "' OR 1=1 --", "🍜"})
  void signsOfPatternsAreLettersLikeAnyOther(String sign) {
    search(manager, sign).body("items.size()", lessThanOrEqualTo(100));
    search(manager, sign).body("items.resource", not(hasItem("stores")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  ", "a\0b"})
  void aTextThatMeansNothingIsRefused(String text) {
    manager
        .asks()
        .queryParam("q", text)
        .get("/api/search")
        .then()
        .statusCode(400)
        .body("code", equalTo("VALIDATION_FAILED"))
        .body("errors[0].field", equalTo("q"));
  }

  @Test
  void aTextMayHaveAHundredCharacters() {
    manager.asks().get("/api/search").then().statusCode(400);
    manager.asks().queryParam("q", "가".repeat(100)).get("/api/search").then().statusCode(200);
    manager.asks().queryParam("q", "가".repeat(101)).get("/api/search").then().statusCode(400);
  }

  private static ValidatableResponse search(Colleague who, String text) {
    return who.asks().queryParam("q", text).get("/api/search").then().statusCode(200);
  }

  private static List<Map<String, Object>> found(Colleague who, String text) {
    return search(who, text).extract().path("items");
  }

  private static List<Object> ids(List<Map<String, Object>> items) {
    return items.stream().map(each -> each.get("id")).toList();
  }

  private static void rename(Town of, String number) {
    new Database(AdminStack.owner())
        .sql()
        .execute("UPDATE orders SET number = ? WHERE id = ?", number, of.order());
  }

  private static void dish(String name) {
    new Database(AdminStack.owner())
        .sql()
        .execute(
            """
            INSERT INTO menus (id, store_id, category, name, price, created_at)
            VALUES (gen_random_uuid(), ?, ?, ?, 9000, now())
            """,
            town.store(),
            town.category(),
            name);
  }
}
