package com.ojeomneo.server.push;

import static com.ojeomneo.schema.jooq.Tables.PUSH_MESSAGES;
import static com.ojeomneo.server.push.ToldOrders.PATIENCE;
import static com.ojeomneo.server.push.ToldOrders.STAFF;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import com.ojeomneo.order.OrderProgress;
import com.ojeomneo.order.OrderPush;
import com.ojeomneo.schema.jooq.enums.OrderStatus;
import com.ojeomneo.server.Customer;
import com.ojeomneo.server.Race;
import com.ojeomneo.server.TestStack;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against a push service that reads what it gets as a browser does. */
@QuarkusTest
@WithTestResource(TestStack.class)
class PushResourceTest {
  private static final String SUBSCRIPTIONS = "/users/me/push-subscriptions";

  @Inject OrderProgress progress;
  @Inject OrderPush push;

  private final ToldOrders orders = new ToldOrders();
  private final DSLContext sql = orders.sql();
  private Customer customer;
  private PushService browser;

  @BeforeEach
  void subscribe() {
    customer = Customer.signUp();
    browser = PushService.browser();
    subscribe(customer, browser).statusCode(204);
  }

  @Test
  void theKeyToSubscribeWithIsPublic() {
    given()
        .get(Customer.API + "/config/push")
        .then()
        .statusCode(200)
        .body("publicKey", equalTo(TestStack.vapidPublicKey()));
  }

  @Test
  void acceptedAndReadyAreToldAndNothingInBetween() {
    UUID order = orders.paid(customer);
    for (var to : List.of(OrderStatus.ACCEPTED, OrderStatus.PREPARING)) {
      progress.move(order, to, STAFF, null);
    }
    awaitTold("ACCEPTED");
    progress.move(order, OrderStatus.READY, STAFF, null);
    progress.move(order, OrderStatus.COMPLETED, STAFF, null);
    awaitTold("ACCEPTED", "READY");
    orders.awaitNothingWaits(order);

    PushService.Received accepted = browser.received().getFirst();
    PushService.Received ready = browser.received().getLast();
    assertThat(accepted.topic()).hasSize(22).isEqualTo(ready.topic());
    assertThat(ready.timeToLive()).isBetween(1700L, 1800L);
    assertThat(ready.message().path("orderId").asText()).isEqualTo(order.toString());
    assertThat(ready.message().path("title").asText()).endsWith("음식이 준비됐어요");
    assertThat(ready.message().path("body").asText()).startsWith(orders.shop());
    assertThat(ready.message().path("tag").asText()).isEqualTo("order-" + order);
    assertThat(ready.message().path("url").asText()).isEqualTo("/orders/" + order);
    assertThat(accepted.message().path("body").asText()).containsPattern("[0-9]{2}:[0-9]{2}쯤");
  }

  @Test
  void aCancellationIsToldWithItsReasonOnEveryDeviceInItsLanguage() {
    Customer tablet = customer.logInAgain();
    PushService english = PushService.browser();
    tablet
        .request()
        .header("Accept-Language", "en")
        .body(english.subscription())
        .put(SUBSCRIPTIONS)
        .then()
        .statusCode(204);
    UUID order = orders.paid(customer);
    progress.move(order, OrderStatus.CANCELLED, STAFF, "재료가 떨어졌어요");

    awaitTold("CANCELLED");
    await().atMost(PATIENCE).until(() -> english.received().size() == 1);
    assertThat(browser.received().getFirst().message().path("body").asText()).endsWith("재료가 떨어졌어요");
    assertThat(english.received().getFirst().message().path("title").asText())
        .endsWith("Your order was cancelled");
  }

  @Test
  void manyNodesTellOnce() {
    List<UUID> placed =
        List.of(orders.paid(customer), orders.paid(customer), orders.paid(customer));
    placed.forEach(order -> progress.move(order, OrderStatus.ACCEPTED, STAFF, null));
    Race.of(
        8,
        i -> {
          push.sendDue();
          return i;
        });
    placed.forEach(orders::awaitNothingWaits);
    assertThat(browser.statuses()).containsExactly("ACCEPTED", "ACCEPTED", "ACCEPTED");
  }

  @Test
  void whatAPushServiceDoesNotTakeIsToldLater() {
    browser.answering(500, 429);
    progress.move(orders.paid(customer), OrderStatus.ACCEPTED, STAFF, null);
    awaitTold("ACCEPTED");
  }

  @Test
  void oldNewsIsNotToldAfterTheNew() {
    browser.answering(503, 503);
    UUID order = orders.paid(customer);
    progress.move(order, OrderStatus.ACCEPTED, STAFF, null);
    await()
        .atMost(PATIENCE)
        .until(
            () ->
                sql.fetchExists(
                    PUSH_MESSAGES, PUSH_MESSAGES.ORDER_ID.eq(order), PUSH_MESSAGES.TRIES.ge(1)));
    progress.move(order, OrderStatus.PREPARING, STAFF, null);
    progress.move(order, OrderStatus.READY, STAFF, null);
    orders.awaitNothingWaits(order);
    assertThat(browser.statuses()).containsExactly("READY");
  }

  @ParameterizedTest
  @ValueSource(ints = {404, 410})
  void aBrowserThatIsGoneIsForgotten(int status) {
    browser.answering(status);
    UUID order = orders.paid(customer);
    progress.move(order, OrderStatus.ACCEPTED, STAFF, null);
    orders.awaitNothingWaits(order);
    assertThat(orders.devices(customer)).isZero();
    assertThat(browser.received()).isEmpty();
  }

  @Test
  void whatNobodyTakesIsGivenUp() {
    browser.answering(500, 500, 500, 500);
    UUID order = orders.paid(customer);
    progress.move(order, OrderStatus.ACCEPTED, STAFF, null);
    sql.update(PUSH_MESSAGES)
        .set(PUSH_MESSAGES.CREATED_AT, Instant.now().minus(Duration.ofHours(1)))
        .set(PUSH_MESSAGES.TRY_AT, Instant.now())
        .where(PUSH_MESSAGES.ORDER_ID.eq(order))
        .execute();
    orders.awaitNothingWaits(order);
    assertThat(browser.received()).isEmpty();
  }

  @Test
  void whoLogsOutIsToldNoMore() {
    UUID order = orders.paid(customer);
    Customer elsewhere = customer.logInAgain();
    customer.request().post("/auth/logout").then().statusCode(204);
    assertThat(orders.devices(customer)).isZero();
    progress.move(order, OrderStatus.ACCEPTED, STAFF, null);
    orders.awaitNothingWaits(order);
    assertThat(browser.received()).isEmpty();

    subscribe(elsewhere, browser).statusCode(204);
    elsewhere.request().delete("/users/me").then().statusCode(204);
    assertThat(orders.devices(elsewhere)).isZero();
  }

  @Test
  void whoTurnsItOffIsToldNoMore() {
    for (int i = 0; i < 2; i++) {
      customer.request().delete(SUBSCRIPTIONS).then().statusCode(204);
    }
    UUID order = orders.paid(customer);
    progress.move(order, OrderStatus.ACCEPTED, STAFF, null);
    assertThat(orders.waits(order)).isFalse();
  }

  /** The same browser, after somebody else has logged in with it. */
  @Test
  void aBrowserIsToldOfTheOrdersOfWhoUsedItLast() {
    UUID order = orders.paid(customer);
    Customer next = Customer.guest();
    subscribe(next, browser).statusCode(204);
    assertThat(orders.devices(customer)).isZero();

    progress.move(order, OrderStatus.ACCEPTED, STAFF, null);
    UUID ofNext = orders.paid(next);
    progress.move(ofNext, OrderStatus.ACCEPTED, STAFF, null);
    awaitTold("ACCEPTED");
    assertThat(browser.received().getFirst().message().path("orderId").asText())
        .isEqualTo(ofNext.toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://127.0.0.1:9/push",
        "https://10.0.0.1/push",
        "https://169.254.169.254/latest/meta-data",
        "https://localhost/push",
        "https://[::1]/push",
        "https://push.example.com/x",
        "https://fcm.googleapis.com@10.0.0.1/x",
        "https://fcm.googleapis.com:8443/x",
        "https://fcm.googleapis.com.example.com/x",
        "http://fcm.googleapis.com/x",
        "ftp://fcm.googleapis.com/x",
        "/push",
        "no address at all",
      })
  void onlyKnownPushServicesAreEverCalled(String endpoint) {
    var subscription = new HashMap<>(browser.subscription());
    subscription.put("endpoint", endpoint);
    put(customer, subscription).statusCode(400).body("errors[0].field", equalTo("endpoint"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "AAAA",
        "!",
        "BAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
      })
  void aKeyThatIsNoneIsRefused(String key) {
    put(
            customer,
            Map.of(
                "endpoint", browser.endpoint(),
                "keys", Map.of("p256dh", key, "auth", "BTBZMqHH6r4Tts7J_aSIgg")))
        .statusCode(400)
        .body("errors[0].field", equalTo("keys.p256dh"));
  }

  @Test
  void nobodySubscribesWithoutALogIn() {
    given()
        .basePath(Customer.API)
        .contentType(ContentType.JSON)
        .body(browser.subscription())
        .put(SUBSCRIPTIONS)
        .then()
        .statusCode(401);
  }

  private void awaitTold(String... statuses) {
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(browser.statuses()).containsExactly(statuses));
  }

  private static ValidatableResponse subscribe(Customer by, PushService browser) {
    return put(by, browser.subscription());
  }

  private static ValidatableResponse put(Customer by, Map<String, ?> subscription) {
    return by.request().body(subscription).put(SUBSCRIPTIONS).then();
  }
}
