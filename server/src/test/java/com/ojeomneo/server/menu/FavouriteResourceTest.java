package com.ojeomneo.server.menu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;

import com.ojeomneo.platform.database.Database;
import com.ojeomneo.server.Customer;
import com.ojeomneo.server.Dish;
import com.ojeomneo.server.Race;
import com.ojeomneo.server.Shop;
import com.ojeomneo.server.TestStack;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(TestStack.class)
class FavouriteResourceTest {
  private static final String FAVOURITES = "/users/me/favourites";

  private final Shop shop = Shop.open();
  private final Dish bibimbap = shop.dish("비빔밥", 9000);
  private final Dish stew = shop.dish("김치찌개", 8500);
  private Customer customer;

  @BeforeEach
  void enter() {
    customer = Customer.guest();
  }

  @Test
  void shopsAndDishesAreListedTheLastFirstAsTheyAreNow() {
    add(customer, "menus", bibimbap.id(), 204);
    add(customer, "stores", shop.id(), 204);
    add(customer, "menus", stew.id(), 204);
    stew.soldOut();

    JsonPath list = list("");
    assertThat(list.getList("items.kind")).containsExactly("MENU", "STORE", "MENU");
    assertThat(list.getString("items[0].menu.name")).isEqualTo("김치찌개");
    assertThat(list.getBoolean("items[0].menu.soldOut")).isTrue();
    assertThat(list.getString("items[1].store.name")).isEqualTo(shop.name());
    assertThat(list.getBoolean("items[1].store.acceptingOrders")).isTrue();
    assertThat(list.getMap("items[1]")).doesNotContainKey("menu");
    assertThat(list("?kind=STORE").getList("items.kind")).containsExactly("STORE");
    assertThat(list("?kind=MENU").getList("items.menu.name")).containsExactly("김치찌개", "비빔밥");
  }

  @Test
  void aLongListIsReadAPageAtATime() {
    List<UUID> dishes =
        List.of(bibimbap.id(), stew.id(), shop.dish("칼국수", 8000).id(), shop.dish("냉면", 9500).id());
    dishes.forEach(dish -> add(customer, "menus", dish, 204));

    JsonPath first = list("?limit=3");
    assertThat(first.getList("items.menu.name")).containsExactly("냉면", "칼국수", "김치찌개");
    JsonPath second = list("?limit=3&cursor=" + first.getString("nextCursor"));
    assertThat(second.getList("items.menu.name")).containsExactly("비빔밥");
    assertThat(second.getString("nextCursor")).isNull();
  }

  @Test
  void toAddOrRemoveTwiceIsToDoItOnce() {
    add(customer, "menus", bibimbap.id(), 204);
    add(customer, "menus", bibimbap.id(), 204);
    assertThat(list("").getList("items")).hasSize(1);

    for (int i = 0; i < 2; i++) {
      customer.request().delete(FAVOURITES + "/menus/{id}", bibimbap.id()).then().statusCode(204);
    }
    customer.request().delete(FAVOURITES + "/stores/{id}", shop.id()).then().statusCode(204);
    assertThat(list("").getList("items")).isEmpty();
  }

  @Test
  void nobodySeesOrTouchesAnothers() {
    add(customer, "stores", shop.id(), 204);
    Customer other = Customer.signUp();

    assertThat(other.request().get(FAVOURITES).jsonPath().getList("items")).isEmpty();
    other.request().delete(FAVOURITES + "/stores/{id}", shop.id()).then().statusCode(204);
    assertThat(list("").getList("items")).hasSize(1);
  }

  @Test
  void whatIsNotThereCannotBeAFavourite() {
    Dish gone = shop.dish("지난 메뉴", 7000).inactive();
    for (String path :
        List.of(
            "/menus/" + UUID.randomUUID(),
            "/menus/" + shop.id(),
            "/menus/" + gone.id(),
            "/stores/" + bibimbap.id(),
            "/stores/x")) {
      customer.request().put(FAVOURITES + path).then().statusCode(404);
    }
    customer.request().get(FAVOURITES + "?kind=shop").then().statusCode(400);
  }

  @Test
  void whatIsTakenOffTheMenuIsNotListedAndComesBack() {
    add(customer, "menus", bibimbap.id(), 204);
    add(customer, "stores", shop.id(), 204);
    bibimbap.inactive();
    assertThat(list("").getList("items.kind")).containsExactly("STORE");
    shop.inactive();
    assertThat(list("").getList("items")).isEmpty();
  }

  @Test
  void thereAreTwoHundredAtMostAlsoForWhoAddsManyAtOnce() {
    List<UUID> dishes =
        IntStream.range(0, 207).mapToObj(i -> shop.dish("메뉴 " + i, 5000).id()).toList();
    new Database(TestStack.owner())
        .sql()
        .execute(
            """
            INSERT INTO favourites (id, user_id, menu_id, created_at)
            SELECT gen_random_uuid(), ?, id, now() FROM unnest(?) AS of_menu (id)
            """,
            customer.id(),
            dishes.subList(0, 195).toArray(UUID[]::new));

    List<Integer> statuses =
        Race.of(
            12,
            i ->
                customer
                    .request()
                    .put(FAVOURITES + "/menus/{id}", dishes.get(195 + i))
                    .statusCode());
    assertThat(statuses.stream().filter(status -> status == 204)).hasSize(5);
    customer
        .request()
        .put(FAVOURITES + "/stores/{id}", shop.id())
        .then()
        .statusCode(409)
        .body("code", equalTo("FAVOURITES_FULL"));
    add(customer, "menus", dishes.get(195 + statuses.indexOf(204)), 204);
  }

  @Test
  void theyAreGoneWithTheAccount() {
    Customer leaving = Customer.signUp();
    add(leaving, "stores", shop.id(), 204);
    leaving.request().delete("/users/me").then().statusCode(204);
    assertThat(
            new Database(TestStack.owner())
                .sql()
                .fetchValue("SELECT count(*) FROM favourites WHERE user_id = ?", leaving.id()))
        .isEqualTo(0L);
  }

  @Test
  void aGuestWhoOpensAnAccountKeepsThem() {
    add(customer, "stores", shop.id(), 204);
    customer
        .request()
        .body(Map.of("email", Customer.newEmail(), "password", "점심 뭐 먹지 1!", "displayName", "김오점"))
        .post("/users/me/account")
        .then()
        .statusCode(200);
    customer.request().get(FAVOURITES).then().body("items.kind", hasItems("STORE"));
  }

  private JsonPath list(String query) {
    return customer.request().get(FAVOURITES + query).then().statusCode(200).extract().jsonPath();
  }

  private static void add(Customer by, String kind, UUID thing, int status) {
    by.request().put(FAVOURITES + "/" + kind + "/{id}", thing).then().statusCode(status);
  }
}
