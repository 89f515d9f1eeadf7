package com.ojeomneo.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConsoleTest {
  private final String orderId = TestShop.newOrder();
  private TestShop shop;

  @BeforeEach
  void open() throws Exception {
    shop = TestShop.open();
  }

  @AfterEach
  void close() {
    shop.close();
  }

  @Test
  void itShowsPaymentsCancelsFaultsChaosAndWebhooks() throws Exception {
    shop.control("PUT", "/sandbox/webhooks", "{'url':'http://127.0.0.1:1/','delayMillis':60000}");
    shop.cancel(shop.charged(orderId, 1_234_500), 4_500);
    shop.fault(orderId, "'operation':'cancel','effect':'drop-after'");
    shop.control("PUT", "/sandbox/chaos", "{'seed':42,'lookup':{'delay':0.1}}");

    for (String path : new String[] {"/", "/sandbox"}) {
      Reply page = shop.send(shop.request(path));

      assertThat(page.status()).isEqualTo(200);
      assertThat(page.body())
          .contains("<html lang=\"ko\">", "결제 샌드박스", orderId, "1,234,500원", "PARTIAL_CANCELED")
          .contains("−4,500원 · 재료 소진", "drop-after", "&quot;seed&quot;:42", "http://127.0.0.1:1/")
          .contains("발송 0")
          .doesNotContain("<script", "style=", "NOT_FOUND");
      assertThat(page.header("Content-Security-Policy")).contains("default-src 'none'");
    }
  }

  @Test
  void itSpeaksEnglishToWhoAsksForIt() throws Exception {
    assertThat(shop.send(shop.request("/sandbox?lang=en")).body())
        .contains("<html lang=\"en\">", "Payment sandbox", "Misbehave");
  }

  @Test
  void aPaymentIsCancelledInPartAndThenWholly() throws Exception {
    String paymentKey = shop.charged(orderId, 12_000);

    submit("action=cancel&paymentKey=" + paymentKey + "&reason=late&amount=2000");
    assertThat(shop.lookUp(paymentKey).number("balanceAmount")).isEqualTo(10_000);
    submit("action=cancel&paymentKey=" + paymentKey + "&reason=late&amount=");

    assertThat(shop.lookUp(paymentKey).text("status")).isEqualTo("CANCELED");
  }

  @ParameterizedTest
  @ValueSource(strings = {"reason=&amount=1", "reason=late&amount=12001", "reason=late&amount=x"})
  void aCancelThatCannotBeSaysWhy(String fields) throws Exception {
    String paymentKey = shop.charged(orderId, 12_000);

    Reply reply = submit("action=cancel&paymentKey=" + paymentKey + "&" + fields);

    assertThat(reply.header("Location")).contains("&problem=");
    assertThat(shop.send(shop.request(reply.header("Location"))).body()).contains("role=\"alert\"");
    assertThat(shop.lookUp(paymentKey).text("status")).isEqualTo("DONE");
  }

  @Test
  void aFaultIsQueuedAndCleared() throws Exception {
    submit(
        "action=add-fault&operation=confirm&effect=error-after&code=COMMON_ERROR&orderId="
            + orderId
            + "&times=2&millis=");
    assertThat(shop.faults().json().at("/faults/0"))
        .isEqualTo(
            Json.object(
                """
                {"operation": "confirm", "orderId": "%s", "effect": "error", "status": 500,
                 "code": "COMMON_ERROR", "after": true, "times": 2, "millis": 0}
                """
                    .formatted(orderId)));

    submit("action=clear-faults");

    assertThat(shop.faults().json().get("faults")).isEmpty();
  }

  @Test
  void chaosIsStartedAndStopped() throws Exception {
    submit("action=misbehave&seed=3&delay=20&hang-after=&drop-after=5&error=0&error-after=10");
    var chaos = shop.control("GET", "/sandbox/chaos", "").json().get("chaos");
    assertThat(chaos.get("seed").asInt()).isEqualTo(3);
    assertThat(chaos.at("/lookup/delay").asDouble()).isEqualTo(0.2);
    assertThat(chaos.at("/confirm/error-after").asDouble()).isEqualTo(0.1);

    submit("action=behave");

    assertThat(shop.control("GET", "/sandbox/chaos", "").json().get("chaos").isNull()).isTrue();
  }

  @Test
  void theWebhookSwitchesAreSetAndTheBacklogIsFlushed() throws Exception {
    submit("action=set-webhooks&url=&minuteMillis=100&delayMillis=5&copies=2&shuffle=on");

    assertThat(shop.control("GET", "/sandbox/webhooks", "").json().get("settings"))
        .isEqualTo(
            Json.object(
                """
                {"url": null, "minuteMillis": 100, "delayMillis": 5, "copies": 2, "shuffle": true}
                """));
    assertThat(submit("action=flush").header("Location")).isEqualTo("/sandbox?lang=ko");
  }

  @Test
  void aFormOfAnotherSiteDoesNothing() throws Exception {
    String paymentKey = shop.charged(orderId, 12_000);
    String form = "action=cancel&reason=evil&paymentKey=" + paymentKey;
    for (String origin : new String[] {"null", "http://localhost:1", "https://evil.example"}) {
      var request = shop.request("/sandbox").header("Origin", origin);
      assertThat(shop.send(request.POST(BodyPublishers.ofString(form))).status()).isEqualTo(403);
    }

    assertThat(shop.lookUp(paymentKey).text("status")).isEqualTo("DONE");
  }

  private Reply submit(String form) throws Exception {
    var request = shop.request("/sandbox").header("Origin", shop.address().toString());
    Reply reply = shop.send(request.POST(BodyPublishers.ofString(form)));
    assertThat(reply.status()).isEqualTo(303);
    return reply;
  }
}
