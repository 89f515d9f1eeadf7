package com.ojeomneo.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.ojeomneo.sandbox.SandboxSettings.Database;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class WebhookTest {
  private final String orderId = TestShop.newOrder();
  private Database database;
  private TestReceiver receiver;
  private TestShop shop;

  @BeforeEach
  void open() throws Exception {
    database = TestPostgres.emptyDatabase();
    receiver = new TestReceiver();
    shop = TestShop.open(database);
    set("'url':'" + receiver.url() + "'");
  }

  @AfterEach
  void close() {
    shop.close();
    receiver.close();
  }

  @Test
  void everyChangeOfAPaymentIsToldWithThePaymentAsOfThen() throws Exception {
    String paymentKey = shop.charged(orderId, 12_000);
    shop.cancel(paymentKey, 2_000);
    shop.cancelAll(paymentKey);

    Eventually.is(() -> receiver.received().size() == 3);

    assertThat(receiver.told(orderId)).containsExactly("DONE", "PARTIAL_CANCELED", "CANCELED");
    JsonNode second = receiver.received().get(1).json();
    assertThat(second.get("eventType").asText()).isEqualTo("PAYMENT_STATUS_CHANGED");
    assertThat(second.get("createdAt").asText()).isEqualTo("2026-03-02T11:30:00.500000");
    assertThat(second.at("/data/paymentKey").asText()).isEqualTo(paymentKey);
    assertThat(second.at("/data/balanceAmount").asLong()).isEqualTo(10_000);
    assertThat(second.at("/data/cancels")).hasSize(1);
  }

  @Test
  void aRefusedCardIsToldAndARefusedRequestIsNot() throws Exception {
    String paymentKey = shop.authenticate(orderId, 12_000, "decision=approve&card=refused");
    shop.confirm(paymentKey, orderId, 12_000);
    String wrong = TestShop.newOrder();
    shop.confirm(shop.authenticate(wrong, 12_000), wrong, 11_000);
    String last = TestShop.newOrder();
    shop.charged(last, 1_000);

    // Two deliveries may overtake each other.
    Eventually.is(() -> !receiver.told(last).isEmpty() && !receiver.told(orderId).isEmpty());

    assertThat(receiver.told(orderId)).containsExactly("ABORTED");
    assertThat(receiver.told(wrong)).isEmpty();
  }

  @Test
  void aPaymentThatNobodyConfirmsInTimeIsToldAsExpired() throws Exception {
    String paymentKey = shop.authenticate(orderId, 12_000);
    shop.clock.pass(Duration.ofMinutes(10));

    Eventually.is(() -> receiver.told(orderId).equals(List.of("EXPIRED")));

    assertThat(shop.lookUp(paymentKey).text("status")).isEqualTo("EXPIRED");
    assertThat(shop.confirm(paymentKey, orderId, 12_000).code())
        .isEqualTo("NOT_FOUND_PAYMENT_SESSION");
  }

  @Test
  void aChargeThatTheShopWasToldAnErrorOfIsToldAllTheSame() throws Exception {
    shop.fault(orderId, "'operation':'confirm','effect':'error','after':true");
    shop.charged(orderId, 12_000);

    Eventually.is(() -> receiver.told(orderId).equals(List.of("DONE")));
  }

  @ParameterizedTest
  @ValueSource(ints = {201, 302, 404, 503})
  void allButA200IsTriedAgainSevenTimesInThreeDaysAndNineteenHours(int status) throws Exception {
    receiver.answers(status);
    shop.charged(orderId, 12_000);
    Eventually.is(() -> tries() == 1);

    for (long minutes : LongStream.iterate(1, each -> each * 4).limit(7).toArray()) {
      int before = tries();
      shop.clock.pass(Duration.ofMinutes(minutes).minusMillis(1));
      assertThat(delivery().get("nextTryAt").asText())
          .isEqualTo(shop.clock.instant().plusMillis(1).toString());
      shop.clock.pass(Duration.ofMillis(1));
      Eventually.is(() -> tries() == before + 1);
    }

    assertThat(receiver.received()).hasSize(8);
    assertThat(delivery().get("nextTryAt").isNull()).isTrue();
    assertThat(delivery().get("lastResponse").asText()).isEqualTo(Integer.toString(status));
    var last = receiver.received().getLast();
    assertThat(last.header("Tosspayments-webhook-transmission-retried-count")).isEqualTo("7");
    assertThat(last.header("Tosspayments-webhook-transmission-id"))
        .isEqualTo(delivery().get("transmissionId").asText());
  }

  @Test
  void aShopThatCameBackIsToldOnceMoreAndThenNotAgain() throws Exception {
    set("'minuteMillis':10");
    receiver.answers(503);
    shop.charged(orderId, 12_000);
    Eventually.is(() -> tries() == 1);
    receiver.answers(200);
    shop.clock.pass(Duration.ofMillis(10));
    Eventually.is(() -> tries() == 2);

    shop.clock.pass(Duration.ofDays(10));
    String other = TestShop.newOrder();
    shop.charged(other, 1_000);
    Eventually.is(() -> !receiver.told(other).isEmpty());

    assertThat(receiver.told(orderId)).containsExactly("DONE", "DONE");
  }

  @Test
  void aDelayedWebhookWaits() throws Exception {
    set("'delayMillis':5000");
    shop.charged(orderId, 12_000);
    set("'delayMillis':0");
    String other = TestShop.newOrder();
    shop.charged(other, 1_000);
    Eventually.is(() -> !receiver.told(other).isEmpty());
    assertThat(receiver.told(orderId)).isEmpty();

    shop.clock.pass(Duration.ofSeconds(5));

    Eventually.is(() -> receiver.told(orderId).equals(List.of("DONE")));
  }

  @Test
  void aFlushSendsWhatWaitsAtOnceInItsOrder() throws Exception {
    set("'delayMillis':60000");
    String paymentKey = shop.charged(orderId, 12_000);
    shop.clock.pass(Duration.ofSeconds(1));
    shop.cancelAll(paymentKey);

    Reply flushed = shop.control("POST", "/sandbox/webhooks/flush", "");

    assertThat(flushed.number("flushed")).isEqualTo(2);
    Eventually.is(() -> receiver.told(orderId).equals(List.of("DONE", "CANCELED")));
  }

  @Test
  void copiesAreSentUnderOneTransmission() throws Exception {
    set("'copies':3");
    shop.charged(orderId, 12_000);

    Eventually.is(() -> receiver.received().size() == 3);

    assertThat(receiver.received())
        .extracting(each -> each.header("Tosspayments-webhook-transmission-id"))
        .hasSize(3)
        .containsOnly(delivery().get("transmissionId").asText());
  }

  @Test
  void shuffledAsTheyAreTheNewerChangeIsToldFirst() throws Exception {
    set("'shuffle':true");
    String paymentKey = shop.charged(orderId, 12_000);
    shop.cancel(paymentKey, 2_000);
    shop.cancelAll(paymentKey);
    shop.clock.pass(Duration.ofSeconds(10));

    Eventually.is(() -> receiver.received().size() == 3);

    assertThat(receiver.told(orderId).getFirst()).isEqualTo("CANCELED");
    assertThat(receiver.told(orderId)).contains("DONE", "PARTIAL_CANCELED");
  }

  @Test
  void aSilentShopHoldsUpNeitherTheApiNorLaterWebhooks() throws Exception {
    set("'url':'" + receiver.silentUrl() + "'");
    for (int i = 0; i < 20; i++) {
      assertThat(shop.lookUp(shop.charged(TestShop.newOrder(), 1_000)).status()).isEqualTo(200);
    }
    set("'url':'" + receiver.url() + "'");

    shop.charged(orderId, 12_000);

    Eventually.is(() -> receiver.told(orderId).equals(List.of("DONE")));
  }

  @Test
  void aClosedPortIsTriedAgain() throws Exception {
    set("'url':'http://127.0.0.1:1/'");
    shop.charged(orderId, 12_000);
    Eventually.is(() -> tries() == 1);
    assertThat(delivery().get("lastResponse").asText()).isEqualTo("ConnectException");

    set("'url':'" + receiver.url() + "'");
    shop.clock.pass(Duration.ofMinutes(1));

    Eventually.is(() -> receiver.told(orderId).equals(List.of("DONE")));
  }

  @Test
  void withoutAnAddressNothingIsKept() throws Exception {
    set("'url':null");
    shop.charged(orderId, 12_000);

    assertThat(shop.control("GET", "/sandbox/webhooks", "").json().get("deliveries")).isEmpty();
  }

  @Test
  void whatWaitsOutlivesTheSandboxAndIsSharedByTwo() throws Exception {
    set("'delayMillis':60000");
    var orders = new ArrayList<String>();
    for (int i = 0; i < 20; i++) {
      orders.add(TestShop.newOrder());
      shop.charged(orders.getLast(), 1_000);
    }
    shop.close();

    try (var one = TestShop.open(database);
        var other = TestShop.open(database)) {
      for (TestShop each : List.of(one, other)) {
        each.clock.pass(Duration.ofMinutes(2));
        each.control("PUT", "/sandbox/webhooks", "{'url':'" + receiver.url() + "'}");
      }
      Eventually.is(() -> one.control("GET", "/sandbox/webhooks", "").number("waiting") == 0);
    }

    assertThat(receiver.received())
        .extracting(TestReceiver.Received::orderId)
        .containsExactlyInAnyOrderElementsOf(orders);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'url':'ftp://127.0.0.1/'",
        "'url':'/webhooks'",
        "'url':'http://me:secret@127.0.0.1/'",
        "'minuteMillis':0",
        "'delayMillis':-1",
        "'copies':0",
        "'copies':1.5",
        "'copies':21",
        "'shuffle':'yes'",
        "'suffle':true"
      })
  void aSwitchThatCannotBeIsRefused(String fields) throws Exception {
    assertThat(set(fields).code()).isEqualTo("INVALID_REQUEST");
  }

  @Test
  void aSwitchLeavesTheOthersAsTheyAre() throws Exception {
    set("'copies':2,'delayMillis':30");
    set("'shuffle':true");

    assertThat(shop.control("GET", "/sandbox/webhooks", "").json().get("settings"))
        .isEqualTo(
            Json.object(
                """
                {"url": "%s", "minuteMillis": 60000, "delayMillis": 30, "copies": 2,
                 "shuffle": true}
                """
                    .formatted(receiver.url())));
  }

  private Reply set(String fields) throws Exception {
    return shop.control("PUT", "/sandbox/webhooks", "{" + fields + "}");
  }

  private JsonNode delivery() throws Exception {
    return shop.control("GET", "/sandbox/webhooks", "").json().at("/deliveries/0");
  }

  private int tries() throws Exception {
    return delivery().path("tries").asInt();
  }
}
