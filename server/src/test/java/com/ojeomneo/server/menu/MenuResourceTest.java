package com.ojeomneo.server.menu;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import com.ojeomneo.menu.Allergen;
import com.ojeomneo.server.Dish;
import com.ojeomneo.server.Dish.Option;
import com.ojeomneo.server.Pictures;
import com.ojeomneo.server.Shop;
import com.ojeomneo.server.TestStack;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.text.Normalizer;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(TestStack.class)
class MenuResourceTest {
  private static final String MENUS = "/ojeomneo/v1/menus";

  @Test
  void aDishIsShownWithItsOptionsInTheirOrder() {
    Dish dish =
        Shop.open()
            .dish("육회비빔밥", 13000)
            .withOptionGroup(1, 1, Option.of("보통", 0), Option.of("곱빼기", 3000))
            .withOptionGroup(0, 2, new Option("계란", 1000, true));

    get(MENUS + "/" + dish.id())
        .then()
        .statusCode(200)
        .body("id", equalTo(dish.id().toString()))
        .body("storeId", equalTo(dish.shop().id().toString()))
        .body("name", equalTo("육회비빔밥"))
        .body("description", equalTo(""))
        .body("category", equalTo("korean"))
        .body("categoryName", equalTo("한식"))
        .body("price", equalTo(13000))
        .body("$", hasKey("imageUrl"))
        .body("imageUrl", nullValue())
        .body("soldOut", equalTo(false))
        .body("tags", empty())
        .body("allergens", empty())
        .body("$", hasKey("origin"))
        .body("origin", nullValue())
        .body("optionGroups.minChoices", contains(1, 0))
        .body("optionGroups.maxChoices", contains(1, 2))
        .body("optionGroups[0].options.name", contains("보통", "곱빼기"))
        .body("optionGroups[0].options.price", contains(0, 3000))
        .body("optionGroups[0].options[1].id", equalTo(dish.option("곱빼기").toString()))
        .body("optionGroups[1].options[0].soldOut", equalTo(true));
  }

  @ParameterizedTest
  @CsvSource({"ko, 알류, 대두", "'en-US,en;q=0.9', Egg, Soy"})
  void allergensAreNamedInTheLanguageOfTheEater(String language, String first, String second) {
    Dish dish = Shop.open().dish("두부조림", 9000).contains("두부(대두: 국내산)", Allergen.EGG.name(), "SOY");

    given()
        .header("Accept-Language", language)
        .get(MENUS + "/" + dish.id())
        .then()
        .statusCode(200)
        .body("allergens.code", contains("EGG", "SOY"))
        .body("allergens.name", contains(first, second))
        .body("origin", equalTo("두부(대두: 국내산)"));
  }

  @Test
  void theDatabaseKnowsEveryAllergenAndNoOther() {
    String[] all = Stream.of(Allergen.values()).map(Enum::name).toArray(String[]::new);
    Dish dish = Shop.open().dish("모두 들어간 찌개", 9000).contains("쌀: 국내산", all);

    get(MENUS + "/" + dish.id()).then().body("allergens.code", contains(all));
    assertThatThrownBy(() -> dish.contains("쌀: 국내산", "SESAME"))
        .hasMessageContaining("menus_known_allergens");
  }

  @Test
  void aDishWithoutAPictureShowsThatOfItsCategory() {
    String sha256 = Pictures.add("<svg xmlns='http://www.w3.org/2000/svg'/>");
    Pictures.ofCategory("pictured", sha256);
    Shop shop = Shop.open();
    shop.dish("그림 있음", 4000).in("pictured", "그림").imageUrl("https://cdn.example/1.webp");
    shop.dish("그림 없음", 4000).in("pictured", "그림");
    String picture = "/ojeomneo/v1/images/" + sha256;

    get(MENUS + "?storeId=" + shop.id())
        .then()
        .body("items.imageUrl", contains("https://cdn.example/1.webp", picture));
    await()
        .untilAsserted(
            () ->
                get(MENUS + "/categories")
                    .then()
                    .body("items.find { it.id == 'pictured' }.imageUrl", equalTo(picture))
                    .body("items[0]", hasKey("imageUrl")));
    get(picture).then().statusCode(200);
  }

  @Test
  void aListHasTheDishesOfTheShopInTheOrderTheyWereAdded() {
    Shop shop = Shop.open();
    shop.dish("김밥", 4000);
    shop.dish("라면", 5000);
    shop.dish("치워진 메뉴", 5000).inactive();

    given()
        .queryParam("storeId", shop.id())
        .get(MENUS)
        .then()
        .statusCode(200)
        .body("items.name", contains("김밥", "라면"))
        .body("items[0]", not(hasKey("optionGroups")))
        .body("$", hasKey("nextCursor"))
        .body("nextCursor", nullValue());
  }

  @Test
  void pagesFollowOneAnother() {
    Shop shop = Shop.open();
    for (int i = 1; i <= 5; i++) {
      shop.dish("메뉴 " + i, 4000);
    }
    String query = MENUS + "?limit=2&storeId=" + shop.id();

    String second =
        get(query).then().body("items.name", contains("메뉴 1", "메뉴 2")).extract().path("nextCursor");
    String third =
        get(query + "&cursor=" + second)
            .then()
            .body("items.name", contains("메뉴 3", "메뉴 4"))
            .extract()
            .path("nextCursor");
    get(query + "&cursor=" + third)
        .then()
        .body("items.name", contains("메뉴 5"))
        .body("nextCursor", nullValue());
  }

  @Test
  void theMenuOfAShopThatIsGoneIsGone() {
    Dish dish = Shop.open().dish("김밥", 4000);
    dish.shop().inactive();

    get(MENUS + "/" + dish.id()).then().statusCode(404);
    get(MENUS + "?storeId=" + dish.shop().id()).then().statusCode(200).body("items", empty());
  }

  @Test
  void soldOutIsWhatStaffSayAndWhatIsLeftOfToday() {
    Shop shop = Shop.open();
    shop.dish("있음", 4000).dailyLimit(10);
    shop.dish("남음", 4000).dailyLimit(10).remaining(1);
    shop.dish("다 팔림", 4000).dailyLimit(10).remaining(0);
    shop.dish("내림", 4000).soldOut();
    shop.dish("제한이 풀림", 4000).remaining(0);

    get(MENUS + "?storeId=" + shop.id())
        .then()
        .body("items.soldOut", contains(false, false, true, true, false));
  }

  @Test
  void yesterdaysStockIsNotTodays() {
    Shop shop = Shop.open();
    Dish dish = shop.dish("다 팔림", 4000).dailyLimit(10).remaining(0);
    shop.closed();

    get(MENUS + "/" + dish.id()).then().body("soldOut", equalTo(false));
  }

  @ParameterizedTest
  @ValueSource(strings = {"비빔", "빔", "육회비빔밥", "밥 정식", "BIBIM", " 정식 "})
  void aDishIsFoundByAnyPartOfItsName(String q) {
    Shop shop = Shop.open();
    shop.dish("육회비빔밥 정식 (bibimbap)", 13000);
    shop.dish("김치찌개", 9000);

    for (var form : List.of(Normalizer.Form.NFC, Normalizer.Form.NFD)) {
      given()
          .queryParam("storeId", shop.id())
          .queryParam("q", Normalizer.normalize(q, form))
          .get(MENUS)
          .then()
          .statusCode(200)
          .body("items.name", contains("육회비빔밥 정식 (bibimbap)"));
    }
  }

  @Test
  void signsOfAPatternAreOrdinaryCharacters() {
    Shop shop = Shop.open();
    shop.dish("할인 50%", 4000);
    shop.dish("할인 50원", 4000);
    shop.dish("a_b\\c", 4000);

    assertThat(found(shop, "50%")).containsExactly("할인 50%");
    assertThat(found(shop, "a_b")).containsExactly("a_b\\c");
    assertThat(found(shop, "b\\c")).containsExactly("a_b\\c");
    assertThat(found(shop, "a%c")).isEmpty();
    assertThat(found(shop, "_")).containsExactly("a_b\\c");
    assertThat(found(shop, "' OR true --")).isEmpty();
  }

  @Test
  void aCategoryNarrowsTheListAndAnUnknownOneEmptiesIt() {
    Shop shop = Shop.open();
    shop.dish("비빔밥", 9000);
    shop.dish("초밥", 12000).in("japanese", "일식");
    String query = MENUS + "?storeId=" + shop.id() + "&category=";

    get(query + "japanese").then().body("items.name", contains("초밥"));
    for (String unknown : List.of("martian", "japanese%25")) {
      given()
          .urlEncodingEnabled(false)
          .get(query + unknown)
          .then()
          .statusCode(200)
          .body("items", empty());
    }
  }

  @Test
  void theCategoriesAreAListToo() {
    Shop.open().dish("초밥", 12000).in("japanese", "일식");

    await()
        .untilAsserted(
            () ->
                get(MENUS + "/categories")
                    .then()
                    .statusCode(200)
                    .header("ETag", notNullValue())
                    .body("items.id", hasItem("japanese"))
                    .body("items.find { it.id == 'japanese' }.name", equalTo("일식"))
                    .body("nextCursor", nullValue()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"q=%20", "category=%00", "q=%00", "storeId=1", "limit=0", "limit=1.5", "cursor=x"})
  void aMalformedQuestionIsRefused(String query) {
    given()
        .urlEncodingEnabled(false)
        .get(MENUS + "?" + query)
        .then()
        .statusCode(400)
        .contentType("application/problem+json")
        .body("code", equalTo("VALIDATION_FAILED"))
        .body("errors[0].field", equalTo(query.substring(0, query.indexOf('='))));
  }

  @Test
  void anEmptyParameterIsNoParameter() {
    Shop shop = Shop.open();
    shop.dish("비빔밥", 9000);

    get(MENUS + "?q=&category=&limit=&cursor=&storeId=" + shop.id())
        .then()
        .statusCode(200)
        .body("items.name", contains("비빔밥"));
  }

  @Test
  void fiftySyllablesAreAQuestionAndFiftyOneAreNot() {
    String fifty = Normalizer.normalize("가".repeat(50), Normalizer.Form.NFD);

    given().queryParam("q", fifty).get(MENUS).then().statusCode(200);
    given().queryParam("q", fifty + "가").get(MENUS).then().statusCode(400);
  }

  @Test
  void whatIsNotThereIsNotFound() {
    Dish gone = Shop.open().dish("치워진 메뉴", 5000).inactive();
    for (Object id : List.of(UUID.randomUUID(), gone.id(), "not-an-id")) {
      get(MENUS + "/" + id).then().statusCode(404).body("code", equalTo("NOT_FOUND"));
    }
    get(MENUS + "?storeId=" + UUID.randomUUID()).then().statusCode(200).body("items", empty());
  }

  private static List<String> found(Shop shop, String q) {
    return given()
        .queryParam("storeId", shop.id())
        .queryParam("q", q)
        .get(MENUS)
        .then()
        .statusCode(200)
        .extract()
        .path("items.name");
  }
}
