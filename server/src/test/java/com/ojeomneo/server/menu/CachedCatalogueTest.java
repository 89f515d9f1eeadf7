package com.ojeomneo.server.menu;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.ojeomneo.platform.cache.Cache;
import com.ojeomneo.platform.cache.CacheKey;
import com.ojeomneo.platform.cache.Caches;
import com.ojeomneo.platform.cache.Expiring;
import com.ojeomneo.platform.database.Database;
import com.ojeomneo.server.Customer;
import com.ojeomneo.server.Dish;
import com.ojeomneo.server.Race;
import com.ojeomneo.server.Shop;
import com.ojeomneo.server.TestStack;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.smallrye.common.vertx.VertxContext;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(TestStack.class)
class CachedCatalogueTest {
  private static final String API = "/ojeomneo/v1";

  @Inject MeterRegistry metrics;
  @Inject Caches caches;
  @Inject Vertx vertx;

  private final Shop shop = Shop.open();
  private final Dish dish = shop.dish("비빔밥", 9000).dailyLimit(1);
  private final String ofShop = API + "/menus?storeId=" + shop.id();
  private final String ofDish = API + "/menus/" + dish.id();
  private final String theShop = API + "/stores/" + shop.id();

  @Test
  void whatWasReadOnceIsServedWhileTheTablesCannotBeRead() {
    List<String> hot =
        List.of(
            ofShop, ofDish, theShop, API + "/menus", API + "/stores", API + "/menus/categories");
    hot.forEach(path -> get(path).then().statusCode(200));
    // Changes are told in their order: what other tests have changed is no news after this one.
    dish.price(9100);
    becomes(ofDish, answer -> answer.getInt("price") == 9100);
    becomes(ofShop, answer -> answer.getInt("items[0].price") == 9100);
    hot.forEach(path -> get(path).then().statusCode(200));
    Set<String> before = bodies(hot);

    new Database(TestStack.owner())
        .transact(
            tx -> {
              tx.execute(
                  "LOCK TABLE menus, stores, menu_categories, pickup_slots IN ACCESS EXCLUSIVE MODE");
              assertThat(bodies(hot)).isEqualTo(before);
            });
  }

  /** Once the shop is no longer news, which makes a second read necessary. */
  @Test
  void fiftyWhoAskAtOnceCostOneRead() {
    var limit = new AtomicInteger(1);
    await()
        .untilAsserted(
            () -> {
              String cold = ofShop + "&limit=" + limit.incrementAndGet();
              double before = reads("menus");
              var bodies = Race.of(50, i -> get(cold).then().statusCode(200).extract().asString());

              assertThat(Set.copyOf(bodies)).hasSize(1);
              assertThat(reads("menus") - before).isOne();
            });
  }

  /** That request goes on in its context meanwhile; two at a time in one answer with 500. */
  @Test
  void whoWaitsForAReadIsNotAnsweredInTheContextOfTheRequestThatReads() {
    Cache<String> cache = caches.create(String::new, String::length);
    var key = new CacheKey("test", "context", "test", Duration.ofMinutes(1), false);
    var context = new CompletableFuture<Optional<Context>>();
    var waits = new CompletableFuture<Void>();
    VertxContext.createNewDuplicatedContext(vertx.getOrCreateContext())
        .runOnContext(
            request -> {
              cache
                  .get(key, () -> Expiring.never(waits.thenApply(now -> "dish").join()))
                  .subscribe()
                  .with(
                      dish -> context.complete(Optional.ofNullable(Vertx.currentContext())),
                      context::completeExceptionally);
              waits.complete(null);
            });
    assertThat(context.join()).isEmpty();
  }

  @Test
  void aChangeOfStaffIsSeen() {
    assertThat(get(ofShop).path("items[0].price").toString()).isEqualTo("9000");
    dish.price(9500);
    becomes(ofShop, answer -> answer.getInt("items[0].price") == 9500);
    becomes(ofDish, answer -> answer.getInt("price") == 9500);

    dish.withOptionGroup(0, 1, Dish.Option.of("계란", 1000));
    becomes(ofDish, answer -> answer.getList("optionGroups").size() == 1);

    shop.paused();
    becomes(theShop, answer -> !answer.getBoolean("acceptingOrders"));
    becomes(
        API + "/stores?limit=100&cursor=" + cursorBefore(),
        answer -> !answer.getBoolean("items[0].acceptingOrders"));

    dish.inactive();
    await().untilAsserted(() -> get(ofDish).then().statusCode(404));
    becomes(ofShop, answer -> answer.getList("items").isEmpty());
  }

  @Test
  void theLastPortionThatIsSoldAndTheSlotThatIsTakenAreSeen() {
    assertThat(get(ofShop).path("items[0].soldOut").toString()).isEqualTo("false");
    JsonPath open = get(theShop).jsonPath();
    String slot = open.getString("slots[3].at");
    int remaining = open.getInt("slots[3].remaining");

    Customer.guest()
        .request()
        .header("Idempotency-Key", UUID.randomUUID().toString())
        .body(
            Map.of(
                "storeId", shop.id(),
                "pickupAt", slot,
                "items", List.of(Map.of("menuId", dish.id(), "quantity", 1))))
        .post("/orders")
        .then()
        .statusCode(201);

    becomes(ofShop, answer -> answer.getBoolean("items[0].soldOut"));
    becomes(ofDish, answer -> answer.getBoolean("soldOut"));
    becomes(
        theShop,
        answer ->
            answer.getInt("slots.find { it.at == '%s' }.remaining".formatted(slot))
                == remaining - 1);
  }

  @Test
  void whoeverAsksGetsTheSameAndWhatIsSomebodysOwnIsStoredNowhere() {
    Customer one = Customer.guest();
    Customer other = Customer.guest();
    String anonymous = get(ofShop).asString();

    for (Customer customer : List.of(one, other)) {
      assertThat(customer.request().get("/menus?storeId=" + shop.id()).asString())
          .isEqualTo(anonymous);
      for (String own : List.of("/users/me", "/orders")) {
        customer.request().get(own).then().statusCode(200).header("Cache-Control", "no-store");
      }
      assertThat(customer.request().get("/users/me").<String>path("id"))
          .isEqualTo(customer.id().toString());
    }
  }

  @Test
  void aBadTokenIsRefusedAlsoWhereTheAnswerIsReady() {
    get(ofShop).then().statusCode(200);
    given().auth().oauth2("not.a.token").get(ofShop).then().statusCode(401);
  }

  private static void becomes(String path, Predicate<JsonPath> as) {
    await(path).until(() -> as.test(get(path).then().statusCode(200).extract().jsonPath()));
  }

  /** So that the page begins with this shop. */
  private String cursorBefore() {
    var id = shop.id();
    var bytes = ByteBuffer.allocate(16);
    bytes.putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits() - 1);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
  }

  private static Set<String> bodies(List<String> paths) {
    return paths.stream()
        .map(path -> get(path).then().statusCode(200).extract().asString())
        .collect(Collectors.toSet());
  }

  private double reads(String entity) {
    return metrics.counter("ojeomneo_cache_requests", "entity", entity, "outcome", "miss").count();
  }
}
