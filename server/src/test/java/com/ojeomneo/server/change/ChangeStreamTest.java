package com.ojeomneo.server.change;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.ojeomneo.platform.database.Database;
import com.ojeomneo.server.Customer;
import com.ojeomneo.server.Shop;
import com.ojeomneo.server.TestStack;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is committed with whatever tool is heard by who has the app open. */
@QuarkusTest
@WithTestResource(TestStack.class)
class ChangeStreamTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "UPDATE menus SET price = price + 100 WHERE store_id = '$store' | menus:$store",
        "UPDATE stores SET paused = true WHERE id = '$store' | menus:$store",
        "INSERT INTO store_closures VALUES ('$store', '2026-01-01', '2026-01-02') | menus:$store",
        "INSERT INTO store_days VALUES (gen_random_uuid(), '$store', '2026-01-01', 0, 0) | menus:$store",
        "DELETE FROM store_hours WHERE store_id = '$store' | menus:$store",
        "INSERT INTO notices VALUES (gen_random_uuid(), '공지', '', now(), null) | config",
        "INSERT INTO feature_flags (key, enabled) VALUES ('f$key', true) | config",
        "UPDATE app_versions SET latest_version = '1.0.0' | config",
        "INSERT INTO menu_categories VALUES ('c$key', 'c$key', 1) | all"
      })
  void whoHasTheAppOpenHearsWhatChanged(String statement, String name) throws Exception {
    Shop shop = Shop.open();
    shop.dish("김밥", 4000);
    try (Listener app = Listener.connected()) {
      settle(app);
      commit(filled(statement, shop));
      app.awaitName(filled(name, shop));
    }
  }

  /** The cache of the node hears first: to ask because of an event is never too early. */
  @Test
  void whoAsksBecauseTheyHeardGetsWhatIsTrueNow() throws Exception {
    Shop shop = Shop.open();
    assertThat(acceptsOrders(shop)).isTrue();
    try (Listener app = Listener.connected()) {
      settle(app);
      commit("UPDATE stores SET paused = true WHERE id = '%s'".formatted(shop.id()));
      app.awaitName("menus:" + shop.id());
      assertThat(acceptsOrders(shop)).isFalse();
    }
  }

  @Test
  void aSlotThatIsTakenIsNoNews() throws Exception {
    Shop shop = Shop.open();
    try (Listener app = Listener.connected()) {
      settle(app);
      commit("INSERT INTO pickup_slots VALUES ('%s', now(), 1)".formatted(shop.id()));
      commit("INSERT INTO notices VALUES (gen_random_uuid(), '공지', '', now(), null)");
      List<String> names;
      do {
        names = app.next();
        assertThat(names).doesNotContain("menus:" + shop.id());
      } while (!names.contains("config"));
    }
  }

  @Test
  void manyRowsAreToldTogether() throws Exception {
    Shop last = Shop.open();
    List<Shop> shops = List.of(Shop.open(), Shop.open(), Shop.open(), last);
    try (Listener app = Listener.connected()) {
      settle(app);
      new Database(TestStack.owner())
          .transact(
              tx ->
                  shops.forEach(
                      shop ->
                          tx.execute(
                              "UPDATE stores SET description = 'x' WHERE id = '%s'"
                                  .formatted(shop.id()))));
      int events = 1;
      while (!app.next().contains("menus:" + last.id())) {
        events++;
      }
      assertThat(events).isLessThanOrEqualTo(2);
    }
  }

  @Test
  void nobodyNeedsToBeSomebodyAndABadTokenIsRefused() throws Exception {
    try (Listener stranger = Listener.connected();
        Listener impostor = Listener.connected("Authorization", "Bearer x")) {
      assertThat(stranger.status()).isEqualTo(200);
      assertThat(impostor.status()).isEqualTo(401);
    }
  }

  /** Everything from before has been told: it comes in the order of its commits. */
  private static void settle(Listener app) throws InterruptedException {
    commit("UPDATE app_versions SET latest_version = latest_version WHERE platform = 'web'");
    app.awaitName("config");
  }

  private static boolean acceptsOrders(Shop shop) {
    return given().get(Customer.API + "/stores/" + shop.id()).path("acceptingOrders");
  }

  private static String filled(String text, Shop shop) {
    return text.replace("$store", shop.id().toString())
        .replace("$key", UUID.randomUUID().toString().replace("-", "").substring(0, 12));
  }

  private static void commit(String statement) {
    new Database(TestStack.owner()).transact(tx -> tx.execute(statement));
  }
}
