package com.ojeomneo.server.order;

import static com.ojeomneo.schema.jooq.Tables.DISH_SALES;
import static com.ojeomneo.schema.jooq.Tables.DISH_SALES_ENTRIES;
import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.notNullValue;

import com.ojeomneo.menu.DishSales;
import com.ojeomneo.platform.database.Database;
import com.ojeomneo.schema.jooq.enums.OrderStatus;
import com.ojeomneo.server.Customer;
import com.ojeomneo.server.Dish;
import com.ojeomneo.server.Race;
import com.ojeomneo.server.Shop;
import com.ojeomneo.server.TestStack;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(TestStack.class)
class PopularDishesTest {
  private static final String POPULAR = "/ojeomneo/v1/menus/popular";

  @Inject Database database;
  @Inject Clock clock;

  private final Shop shop = Shop.open();
  private final Dish bibimbap = shop.dish("비빔밥", 9000);
  private final Dish stew = shop.dish("김치찌개", 8500).dailyLimit(50);
  private final Dish noodles = shop.dish("칼국수", 8000);
  private int asked;

  @Test
  void theMostSoldComesFirstAndWhatNobodyBoughtNotAtAll() {
    sell(bibimbap, 2);
    sell(stew, 3);
    sell(bibimbap, 2);

    assertThat(names()).containsExactly("비빔밥", "김치찌개");
    given()
        .get(POPULAR + "?limit=1&storeId=" + shop.id())
        .then()
        .statusCode(200)
        .header("ETag", notNullValue())
        .header("Vary", containsString("Accept-Encoding"));
    assertThat(get(POPULAR + "?limit=100").jsonPath().<String>getList("items.id"))
        .contains(bibimbap.id().toString(), stew.id().toString())
        .doesNotContain(noodles.id().toString());
  }

  @Test
  void whatIsNotPaidDoesNotCountAndWhatIsCancelledCountsNoMore() {
    PlacedOrder.by(Customer.guest(), PlacedOrder.wish(noodles, 9));
    PlacedOrder regretted = sell(stew, 5);
    sell(bibimbap, 1);
    assertThat(names()).containsExactly("김치찌개", "비빔밥");

    regretted.cancel().then().statusCode(200);
    assertThat(names()).containsExactly("비빔밥");
    assertThat(counted(stew)).isZero();
  }

  /** Cancelled before it was paid, and picked up: neither takes anything back. */
  @Test
  void onlyWhatWasCountedIsTakenBack() {
    PlacedOrder.by(Customer.guest(), PlacedOrder.wish(noodles, 2)).cancel().then().statusCode(200);
    PlacedOrder eaten = sell(bibimbap, 2);
    Stored.sql().execute("UPDATE orders SET estimated_ready_at = now() WHERE id = ?", eaten.id());
    Stored.force(eaten.id(), OrderStatus.COMPLETED);

    assertThat(counted(noodles)).isZero();
    assertThat(counted(bibimbap)).isEqualTo(2);
  }

  @Test
  void whatCannotBeShownIsLeftOutAndWhatIsSoldOutSaysSo() {
    sell(bibimbap, 3);
    sell(stew, 2);
    sell(noodles, 1);
    bibimbap.inactive();
    stew.remaining(0);
    await()
        .untilAsserted(
            () -> {
              JsonPath answer = popular();
              assertThat(answer.getList("items.name")).containsExactly("김치찌개", "칼국수");
              assertThat(answer.getList("items.soldOut")).containsExactly(true, false);
            });

    shop.inactive();
    await().untilAsserted(() -> assertThat(names()).isEmpty());
  }

  @Test
  void whatIsHotIsServedWhileTheTablesCannotBeRead() {
    sell(bibimbap, 1);
    names();
    String hot = POPULAR + "?limit=7&storeId=" + shop.id();
    String before = get(hot).then().statusCode(200).extract().asString();
    String etag = get(hot).header("ETag");

    new Database(TestStack.owner())
        .transact(
            tx -> {
              tx.execute("LOCK TABLE menus, stores, dish_sales IN ACCESS EXCLUSIVE MODE");
              assertThat(get(hot).asString()).isEqualTo(before);
              given().header("If-None-Match", etag).get(hot).then().statusCode(304);
            });
  }

  @Test
  void daysThatNoLongerCountAreForgotten() {
    Instant now = clock.instant();
    Stored.sql()
        .insertInto(DISH_SALES)
        .values(noodles.id(), DishSales.firstDay(now).minusDays(1), 100)
        .execute();
    assertThat(names()).isEmpty();
    assertThat(counted(noodles)).isZero();
  }

  /** Sixteen who pay and three nodes that fold, at the same time. */
  @Test
  void nothingIsLostOrCountedTwiceWhileItIsFolded() {
    List<PlacedOrder> orders =
        IntStream.range(0, 16)
            .mapToObj(i -> PlacedOrder.by(Customer.guest(), PlacedOrder.wish(bibimbap, 1)))
            .toList();
    Race.of(
        19,
        i -> {
          if (i < 16) {
            return orders.get(i).paid().id();
          }
          for (int n = 0; n < 50; n++) {
            fold();
          }
          return shop.id();
        });
    assertThat(counted(bibimbap)).isEqualTo(16);
  }

  /** The lock of its row would be the queue of everybody's payments at noon. */
  @Test
  void whoPaysForADishDoesNotWaitForAnotherWhoPaysForIt() {
    PlacedOrder first = PlacedOrder.by(Customer.guest(), PlacedOrder.wish(bibimbap, 1));
    PlacedOrder second = PlacedOrder.by(Customer.guest(), PlacedOrder.wish(bibimbap, 1));
    new Database(TestStack.owner())
        .transact(
            tx -> {
              tx.execute("UPDATE orders SET status = 'PAID' WHERE id = ?", first.id());
              second.paid();
            });
    assertThat(counted(bibimbap)).isEqualTo(2);
  }

  @Test
  void aWrongShopOrLimitIsRefused() {
    for (String query : List.of("?limit=0", "?limit=101", "?storeId=x")) {
      get(POPULAR + query).then().statusCode(400);
    }
  }

  private PlacedOrder sell(Dish dish, int portions) {
    return PlacedOrder.by(Customer.guest(), PlacedOrder.wish(dish, portions)).paid();
  }

  private List<String> names() {
    return popular().getList("items.name");
  }

  /** Folded, and read anew: an answer of another limit is another answer. */
  private JsonPath popular() {
    await()
        .atMost(Duration.ofSeconds(10))
        .until(
            () -> {
              fold();
              return !Stored.sql()
                  .fetchExists(
                      DISH_SALES_ENTRIES,
                      DISH_SALES_ENTRIES.MENU_ID.in(bibimbap.id(), stew.id(), noodles.id()));
            });
    return get(POPULAR + "?storeId=" + shop.id() + "&limit=" + (20 + ++asked))
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }

  private void fold() {
    database.transact(tx -> DishSales.fold(tx, clock.instant()));
  }

  private int counted(Dish dish) {
    return (int)
        Stored.sql()
            .fetchValue(
                """
            SELECT coalesce(sum(portions), 0)::int FROM (
                SELECT menu_id, portions FROM dish_sales UNION ALL
                SELECT menu_id, portions FROM dish_sales_entries) counted
            WHERE menu_id = ?
            """,
                dish.id());
  }
}
