package com.ojeomneo.server.push;

import static com.ojeomneo.schema.jooq.Tables.PUSH_MESSAGES;
import static com.ojeomneo.schema.jooq.Tables.PUSH_SUBSCRIPTIONS;
import static com.ojeomneo.server.push.ToldOrders.PATIENCE;
import static com.ojeomneo.server.push.ToldOrders.STAFF;
import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
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
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against Google and Apple as they are spoken to. */
@QuarkusTest
@WithTestResource(TestStack.class)
class PushDeviceResourceTest {
  private static final String DEVICE = "/users/me/push-device";

  @Inject OrderProgress progress;
  @Inject OrderPush push;

  private final ToldOrders orders = new ToldOrders();
  private Customer customer;
  private Firebase.Phone android;
  private Apple.Phone iphone;

  @BeforeEach
  void register() {
    customer = Customer.signUp();
    android = TestStack.firebase().phone();
    iphone = TestStack.apple().phone();
    put(customer, "ANDROID", android.token()).statusCode(204);
  }

  @Test
  void anyoneLearnsWhichPhonesMayRegister() {
    get(Customer.API + "/config/push")
        .then()
        .statusCode(200)
        .body("android", equalTo(true))
        .body("ios", equalTo(true))
        .body("publicKey", equalTo(TestStack.vapidPublicKey()));
  }

  @Test
  void anOrderIsToldOnEveryPhoneInItsLanguageOnce() {
    Customer other = customer.logInAgain();
    other
        .request()
        .header("Accept-Language", "en")
        .body(phone("IOS", iphone.token()))
        .put(DEVICE)
        .then()
        .statusCode(204);
    UUID order = orders.paid(customer);
    progress.move(order, OrderStatus.ACCEPTED, STAFF, null);
    Race.of(
        8,
        i -> {
          push.sendDue();
          return i;
        });
    awaitTold(android::statuses, "ACCEPTED");
    awaitTold(iphone::statuses, "ACCEPTED");
    progress.move(order, OrderStatus.PREPARING, STAFF, null);
    progress.move(order, OrderStatus.READY, STAFF, null);
    orders.awaitNothingWaits(order);
    awaitTold(android::statuses, "ACCEPTED", "READY");
    awaitTold(iphone::statuses, "ACCEPTED", "READY");

    JsonNode korean = android.received().getLast();
    assertThat(korean.at("/notification/title").asText()).endsWith("음식이 준비됐어요");
    assertThat(korean.at("/notification/body").asText()).startsWith(orders.shop());
    assertThat(korean.at("/android/notification/tag").asText()).isEqualTo("order-" + order);
    assertThat(korean.at("/data/url").asText()).isEqualTo("/orders/" + order);
    Apple.Received english = iphone.received().getLast();
    assertThat(english.payload().at("/aps/alert/title").asText()).endsWith("Your order is ready");
    assertThat(english.payload().at("/aps/alert/body").asText())
        .endsWith("Pick it up at the counter");
    assertThat(english.payload().at("/url").asText()).isEqualTo("/orders/" + order);
    assertThat(english.headers()).containsEntry("apns-collapse-id", "order-" + order);
  }

  @Test
  void aPhoneThatIsGoneIsForgotten() {
    Customer other = customer.logInAgain();
    put(other, "IOS", iphone.token()).statusCode(204);
    android.answering(404);
    iphone.answering(410, "Unregistered");
    UUID order = accepted(customer);
    orders.awaitNothingWaits(order);
    assertThat(orders.devices(customer)).isZero();
    assertThat(android.received()).isEmpty();
    assertThat(iphone.received()).isEmpty();
  }

  @Test
  void whatIsNotTakenIsToldLater() {
    Customer other = customer.logInAgain();
    put(other, "IOS", iphone.token()).statusCode(204);
    android.answering(503);
    iphone.answering(503, "ServiceUnavailable");
    accepted(customer);
    awaitTold(android::statuses, "ACCEPTED");
    awaitTold(iphone::statuses, "ACCEPTED");
  }

  @Test
  void whoAsksToBeLeftAloneIs() {
    android.retryAfter("600").answering(429);
    UUID order = accepted(customer);
    Instant inNineMinutes = Instant.now().plus(Duration.ofMinutes(9));
    await()
        .atMost(PATIENCE)
        .until(
            () ->
                orders
                    .sql()
                    .fetchExists(
                        PUSH_MESSAGES,
                        PUSH_MESSAGES.ORDER_ID.eq(order),
                        PUSH_MESSAGES.TRY_AT.gt(inNineMinutes)));
    assertThat(android.received()).isEmpty();
  }

  @Test
  void whoLogsOutIsToldNoMore() {
    UUID order = orders.paid(customer);
    customer.request().post("/auth/logout").then().statusCode(204);
    assertThat(orders.devices(customer)).isZero();
    progress.move(order, OrderStatus.ACCEPTED, STAFF, null);
    assertThat(orders.waits(order)).isFalse();
    put(customer, "ANDROID", android.token()).statusCode(401);
  }

  @Test
  void whoTurnsItOffIsToldNoMoreAndOnlyThere() {
    Customer other = customer.logInAgain();
    put(other, "IOS", iphone.token()).statusCode(204);
    for (int i = 0; i < 2; i++) {
      customer.request().delete(DEVICE).then().statusCode(204);
    }
    assertThat(orders.devices(customer)).isOne();
    accepted(customer);
    awaitTold(iphone::statuses, "ACCEPTED");
    assertThat(android.received()).isEmpty();
  }

  /** The same phone, after somebody else has logged in with it. */
  @Test
  void aPhoneIsToldOfTheOrdersOfWhoUsedItLast() {
    UUID order = orders.paid(customer);
    Customer next = Customer.guest();
    put(next, "ANDROID", android.token()).statusCode(204);
    assertThat(orders.devices(customer)).isZero();
    progress.move(order, OrderStatus.ACCEPTED, STAFF, null);
    UUID ofNext = accepted(next);
    orders.awaitNothingWaits(ofNext);
    assertThat(android.received())
        .extracting(message -> message.at("/data/orderId").asText())
        .containsExactly(ofNext.toString());
  }

  @Test
  void aLogInHasOneDeviceWhicheverWayItIsTold() {
    PushService browser = PushService.browser();
    customer
        .request()
        .body(browser.subscription())
        .put("/users/me/push-subscriptions")
        .then()
        .statusCode(204);
    put(customer, "IOS", iphone.token()).statusCode(204);
    accepted(customer);
    awaitTold(iphone::statuses, "ACCEPTED");
    assertThat(orders.devices(customer)).isOne();
    assertThat(browser.received()).isEmpty();
    assertThat(android.received()).isEmpty();
  }

  @Test
  void manyWhoNameOnePhoneLeaveItToOne() {
    List<Customer> many = List.of(customer, Customer.guest(), Customer.guest(), Customer.guest());
    Race.of(many.size(), i -> put(many.get(i), "IOS", iphone.token()).statusCode(204));
    assertThat(
            orders
                .sql()
                .fetchCount(PUSH_SUBSCRIPTIONS, PUSH_SUBSCRIPTIONS.ENDPOINT.eq(iphone.token())))
        .isOne();
  }

  @ParameterizedTest
  @CsvSource({
    "IOS, 0123456789abcdef, token",
    "IOS, ../../etc/passwd, token",
    "IOS, 'zzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzz', token",
    "ANDROID, '', token",
    "ANDROID, 'two words', token",
  })
  void aTokenThatIsNoneIsRefused(String platform, String token, String field) {
    put(customer, platform, token).statusCode(400).body("errors[0].field", equalTo(field));
  }

  @Test
  void nobodyRegistersWithoutALogIn() {
    given()
        .basePath(Customer.API)
        .contentType(ContentType.JSON)
        .body(phone("ANDROID", android.token()))
        .put(DEVICE)
        .then()
        .statusCode(401);
  }

  private UUID accepted(Customer by) {
    UUID order = orders.paid(by);
    progress.move(order, OrderStatus.ACCEPTED, STAFF, null);
    return order;
  }

  private static void awaitTold(Supplier<List<String>> phone, String... statuses) {
    await().atMost(PATIENCE).untilAsserted(() -> assertThat(phone.get()).containsExactly(statuses));
  }

  private static ValidatableResponse put(Customer by, String platform, String token) {
    return by.request().body(phone(platform, token)).put(DEVICE).then();
  }

  private static Map<String, String> phone(String platform, String token) {
    return Map.of("platform", platform, "token", token);
  }
}
