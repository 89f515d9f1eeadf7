package com.ojeomneo.admin.resource;

import static com.ojeomneo.admin.resource.Shelf.colleague;
import static com.ojeomneo.admin.resource.Shelf.owner;
import static org.hamcrest.Matchers.anEmptyMap;
import static org.hamcrest.Matchers.equalTo;

import com.ojeomneo.admin.AdminStack;
import com.ojeomneo.admin.Colleague;
import com.ojeomneo.admin.Town;
import com.ojeomneo.platform.database.Database;
import com.ojeomneo.schema.jooq.enums.StaffRole;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a choice of a filter would leave. */
@QuarkusTest
@WithTestResource(AdminStack.class)
class FacetTest {
  private static Town town;
  private static Town other;

  @BeforeAll
  static void build() {
    town = Town.built();
    other = Town.built();
    new Database(AdminStack.owner())
        .sql()
        .execute(
            """
            INSERT INTO menus (id, store_id, category, name, price, sold_out, created_at)
            SELECT gen_random_uuid(), store_id, category, '메뉴 ' || n, n * 1000, n > 3, now()
              FROM menus, generate_series(1, 5) n WHERE id = ?
            """,
            town.menu());
  }

  @Test
  void eachChoiceIsCountedBesideTheOtherFilters() {
    facets(owner(), "menus", "soldOut", ofTown())
        .body("counts", equalTo(Map.of("false", 4, "true", 2)));
    facets(
            owner(),
            "menus",
            "soldOut",
            "{\"storeId\":\"%s\",\"price\":{\"from\":4000}}".formatted(town.store()))
        .body("counts", equalTo(Map.of("false", 1, "true", 2)));
    facets(owner(), "orders", "status", ofTown()).body("counts", equalTo(Map.of("PAID", 1)));
  }

  @Test
  void nobodyLearnsHowManyAnotherShopHas() {
    Colleague neighbour = colleague(StaffRole.SHOP_STAFF, other);

    facets(neighbour, "menus", "soldOut", ofTown()).body("counts", anEmptyMap());
    facets(neighbour, "menus", "soldOut", "{}").body("counts", equalTo(Map.of("false", 1)));
  }

  @ParameterizedTest
  @CsvSource({
    "menus,price,400",
    "menus,nothing,400",
    "menus,allergens,400",
    "users,email,400",
    "nowhere,active,404"
  })
  void nothingElseIsCounted(String resource, String column, int status) {
    owner()
        .asks()
        .queryParam("column", column)
        .get("/api/resources/" + resource + "/facets")
        .then()
        .statusCode(status);
  }

  @Test
  void whatIsNotThisPersonsIsNotCounted() {
    colleague(StaffRole.SHOP_STAFF, town)
        .asks()
        .queryParam("column", "guest")
        .get("/api/resources/users/facets")
        .then()
        .statusCode(403);
  }

  private static String ofTown() {
    return "{\"storeId\":\"%s\"}".formatted(town.store());
  }

  private static ValidatableResponse facets(
      Colleague who, String resource, String column, String filter) {
    return who.asks()
        .queryParam("column", column)
        .queryParam("filter", filter)
        .get("/api/resources/" + resource + "/facets")
        .then()
        .statusCode(200);
  }
}
