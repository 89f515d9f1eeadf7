package com.ojeomneo.admin.resource;

import static com.ojeomneo.admin.resource.Shelf.list;
import static com.ojeomneo.admin.resource.Shelf.owner;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import com.ojeomneo.admin.AdminStack;
import com.ojeomneo.admin.Town;
import com.ojeomneo.platform.database.Database;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lists of any resource: pages, order, filters, search. */
@QuarkusTest
@WithTestResource(AdminStack.class)
class ResourceListTest {
  private static Town town;

  @BeforeAll
  static void build() {
    town = Town.built();
  }

  @Test
  void aListNamesWhatItsRowsReferTo() {
    list("menus", "{\"id\":\"%s\"}".formatted(town.menu()))
        .body("items[0].name", equalTo("김치찌개"))
        .body("items[0].price", equalTo(9000))
        .body("items[0].titles.storeId", equalTo(town.name()))
        .body("items[0].titles.category", equalTo(town.name()));
  }

  /** Four of the seven cost the same: more than a page has. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "price | price, id",
        "-price | price DESC, id DESC",
        "price,-name | price, name DESC, id DESC",
        "-id | id DESC",
        "id | id"
      })
  void pagesFollowOneAnotherInTheirOrder(String sort, String order) {
    String category = dishes(7);
    sql(
        "UPDATE menus SET price = 1200 WHERE category = '%s' AND price BETWEEN 1100 AND 1400"
            .formatted(category));

    assertThat(paged("menus", "{\"category\":\"%s\"}".formatted(category), sort, 3, "id"))
        .hasSize(7)
        .isEqualTo(
            new Database(AdminStack.owner())
                .sql()
                .fetch("SELECT id::text FROM menus WHERE category = ? ORDER BY " + order, category)
                .getValues(0));
  }

  @Test
  void emptyValuesStandAfterAllOthersAndAreNotLost() {
    sql(Parcels.DDL);
    sql("TRUNCATE parcels");
    sql(
        """
        INSERT INTO parcels (id, name, weight)
        SELECT gen_random_uuid(), 'x', weight FROM unnest(ARRAY [2, NULL, 1, NULL, 3]) weight
        """);

    try {
      assertThat(paged("parcels", "{}", "weight", 2, "weight"))
          .isEqualTo(Arrays.asList(1, 2, 3, null, null));
      assertThat(paged("parcels", "{}", "-weight", 2, "weight"))
          .isEqualTo(Arrays.asList(null, null, 3, 2, 1));
    } finally {
      sql("TRUNCATE parcels");
    }
  }

  /**
   * @return this member of every row, page after page
   */
  private static List<Object> paged(
      String resource, String filter, String sort, int limit, String member) {
    var seen = new ArrayList<>();
    String cursor = null;
    do {
      var page =
          owner()
              .asks()
              .queryParam("filter", filter)
              .queryParam("sort", sort)
              .queryParam("limit", limit)
              .queryParam("cursor", cursor == null ? new Object[0] : new Object[] {cursor})
              .get("/api/" + resource)
              .then()
              .statusCode(200)
              .extract();
      seen.addAll(page.path("items." + member));
      cursor = page.path("nextCursor");
    } while (cursor != null);
    return seen;
  }

  @Test
  void whatIsEmptyIsFoundByThat() {
    String category = dishes(4);
    sql(
        "UPDATE menus SET daily_limit = NULL WHERE category = '%s' AND price %% 200 = 0"
            .formatted(category));

    list("menus", "{\"category\":\"%s\",\"dailyLimit\":null}".formatted(category))
        .body("items", hasSize(2));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"price\":{\"from\":1100,\"to\":1300}} | 3",
        "{\"price\":{\"from\":1100}} | 4",
        "{\"price\":1200} | 1",
        "{\"price\":[1200,1300]} | 2",
        "{\"price\":[]} | 0",
        "{\"soldOut\":false} | 5",
        "{\"soldOut\":true} | 0",
        "{\"q\":\"순두\"} | 5",
        "{\"q\":\"부찌개 3\"} | 1",
        "{\"q\":\"%\"} | 0",
        "{\"tags\":[\"매움\",\"인기\"]} | 5",
        "{\"tags\":\"없음\"} | 0",
        "{\"allergens\":[\"PORK\"]} | 0",
        "{\"createdAt\":{\"from\":\"2020-01-01T00:00:00Z\"}} | -1",
        "{} | 5"
      })
  void filtersNarrowAList(String filter, int expected) {
    String category = dishes(5);
    String whole = filter.equals("{}") ? "{" : filter.substring(0, filter.length() - 1) + ",";
    var answer =
        owner()
            .asks()
            .queryParam("filter", whole + "\"category\":\"%s\"}".formatted(category))
            .get("/api/menus")
            .then();
    if (expected < 0) {
      answer.statusCode(400).body("errors[0].field", equalTo("filter.createdAt"));
    } else {
      answer.statusCode(200).body("items", hasSize(expected));
    }
  }

  @Test
  void koreanIsFoundHoweverItWasTyped() {
    String decomposed = java.text.Normalizer.normalize("김치찌", java.text.Normalizer.Form.NFD);

    list("menus", "{\"q\":\"%s\",\"storeId\":\"%s\"}".formatted(decomposed, town.store()))
        .body("items.id", contains(town.menu().toString()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "filter=nonsense | filter",
        "filter=[] | filter",
        "filter={\"nothing\":1} | filter.nothing",
        "filter={\"price\":\"a\"} | filter.price",
        "filter={\"price\":{\"from\":1.5}} | filter.price",
        "filter={\"storeId\":\"x\"} | filter.storeId",
        "filter={\"soldOut\":\"yes\"} | filter.soldOut",
        "filter={\"q\":5} | filter.q",
        "filter={\"q\":\"\\u0000\"} | filter",
        "filter={\"tags\":\"a\\u0000\"} | filter",
        "sort=description | sort",
        "sort=nothing | sort",
        "limit=0 | limit",
        "limit=101 | limit",
        "cursor=abc | cursor",
        "cursor=W10 | cursor"
      })
  void whatCannotBeUnderstoodIsSaidWhere(String query, String field) {
    String[] parts = query.split("=", 2);
    owner()
        .asks()
        .queryParam(parts[0], parts[1])
        .get("/api/menus")
        .then()
        .statusCode(400)
        .body("code", equalTo("VALIDATION_FAILED"))
        .body("errors[0].field", equalTo(field));
  }

  @Test
  void unknownResourcesAndIdsAreNotFound() {
    owner().asks().get("/api/refresh_tokens").then().statusCode(404);
    owner().asks().get("/api/nothing").then().statusCode(404);
    owner().asks().get("/api/menus/not-an-id").then().statusCode(404);
    owner().asks().get("/api/menus/" + UUID.randomUUID()).then().statusCode(404);
    owner().asks().get("/api/daily_stock/" + town.menu()).then().statusCode(404);
    owner()
        .asks()
        .get("/api/daily_stock/{id}~2026-11-25", town.menu())
        .then()
        .statusCode(200)
        .body("remaining", equalTo(29));
  }

  @Test
  void aRowHasTheRowsWithinIt() {
    owner()
        .asks()
        .get("/api/menus/" + town.menu())
        .then()
        .body("optionGroups[0].name", equalTo("맵기"))
        .body("optionGroups[0].options[0].name", equalTo("아주 맵게"))
        .body("optionGroups[0].options[0].price", equalTo(500));
    owner()
        .asks()
        .get("/api/stores/" + town.store())
        .then()
        .body("storeHours[0].dayOfWeek", equalTo("1"))
        .body("storeHours[0].opensAt", equalTo("10:00"))
        .body("storeClosures[0].reason", equalTo("설"));
  }

  @Test
  void rowsAreFoundByIdWhateverTheirKeyIsCalled() {
    String id = list("menu_categories", "{}").extract().path("items[0].id");

    list("menu_categories", "{\"id\":[\"%s\"]}".formatted(id)).body("items.id", contains(id));
  }

  @Test
  void theLastPageHasNoCursor() {
    list("menus", "{\"id\":\"%s\"}".formatted(town.menu()))
        .body("nextCursor", nullValue())
        .body("estimatedTotal", equalTo(1));
  }

  /** Dishes from 1,000 won in steps of 100, in a category of their own. */
  private static String dishes(int count) {
    String category = "d" + UUID.randomUUID().toString().substring(0, 20);
    sql(
        """
        INSERT INTO menu_categories (code, name, position) VALUES ('%1$s', '%1$s', 9);
        INSERT INTO menus (id, store_id, category, name, price, daily_limit, tags, created_at)
        SELECT gen_random_uuid(), '%2$s', '%1$s', '순두부찌개 ' || n, 900 + n * 100, n, '{매움}', now()
          FROM generate_series(1, %3$d) n
        """
            .formatted(category, town.store(), count));
    return category;
  }

  private static void sql(String sql) {
    new Database(AdminStack.owner()).sql().execute(sql);
  }
}
