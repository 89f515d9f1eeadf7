package com.ojeomneo.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CheckoutPageTest {
  private static TestShop shop;

  private final String orderId = TestShop.newOrder();
  private final Map<String, String> query = TestShop.checkoutOf(orderId, 1_234_500);

  @BeforeAll
  static void open() throws Exception {
    shop = TestShop.open();
  }

  @AfterAll
  static void close() {
    shop.close();
  }

  @Test
  void itShowsWhatIsPaidAndThatNoMoneyMoves() throws Exception {
    Reply page = shop.open(query);

    assertThat(page.status()).isEqualTo(200);
    assertThat(page.header("Content-Type")).isEqualTo("text/html;charset=UTF-8");
    assertThat(page.body())
        .contains("<html lang=\"ko\">", "제육덮밥 외 1건", orderId, "1,234,500원")
        .contains("<button name=\"decision\" value=\"approve\">승인</button>")
        .contains("<button name=\"decision\" value=\"decline\" class=\"quiet\">거절</button>")
        .contains("실제로 돈이 빠져나가지 않습니다")
        .doesNotContain("{{");
  }

  @Test
  void itSpeaksEnglishToWhoAsksForIt() throws Exception {
    Reply byHeader = shop.open(query, "Accept-Language", "en-US,en;q=0.9,ko;q=0.8");
    Reply korean = shop.open(query, "Accept-Language", "ko-KR,ko;q=0.9,en;q=0.8");
    query.put("lang", "en");
    Reply byQuery = shop.open(query, "Accept-Language", "ko");

    assertThat(byHeader.body()).contains("<html lang=\"en\">", ">Approve<", "₩1,234,500");
    assertThat(byQuery.body()).contains("<html lang=\"en\">", ">Decline<");
    assertThat(korean.body()).contains("<html lang=\"ko\">");
  }

  @ParameterizedTest
  @ValueSource(strings = {"fr", "*", ";;;", "x"})
  void itIsKoreanInAnyOtherLanguage(String language) throws Exception {
    assertThat(shop.open(query, "Accept-Language", language).body()).contains("lang=\"ko\"");
  }

  @Test
  void itNeedsNoScriptAndAllowsNone() throws Exception {
    Reply page = shop.open(query);

    assertThat(page.body()).doesNotContain("<script", "<style", "style=", "javascript:");
    assertThat(page.header("Content-Security-Policy"))
        .contains("default-src 'none'", "style-src 'self'", "frame-ancestors 'none'")
        .doesNotContain("form-action", "unsafe");
    Reply style = shop.send(shop.request("/checkout.css"));
    assertThat(style.header("Content-Type")).startsWith("text/css");
    assertThat(style.body()).contains("prefers-color-scheme");
  }

  @Test
  void whatTheShopSendsNeverBecomesMarkup() throws Exception {
    query.put("orderName", "<b>\"덮밥\"</b> & '국' {{note}} $1");

    assertThat(shop.open(query).body())
        .contains("<dd>&lt;b&gt;&quot;덮밥&quot;&lt;/b&gt; &amp; &#39;국&#39; {{note}} $1</dd>");
  }

  @Test
  void approvingSendsThePaymentBackToTheShop() throws Exception {
    Reply reply = shop.decide(query, "decision=approve");

    assertThat(reply.status()).isEqualTo(303);
    var back = TestShop.parameters(URI.create(reply.header("Location")));
    assertThat(reply.header("Location")).startsWith(TestShop.RETURN + "/done?");
    assertThat(back).containsEntry("orderId", orderId).containsEntry("amount", "1234500");
    assertThat(back).containsOnlyKeys("paymentKey", "orderId", "amount");
    assertThat(shop.lookUp(back.get("paymentKey")).text("status")).isEqualTo("IN_PROGRESS");
  }

  @Test
  void everyApprovalIsAPaymentOfItsOwn() throws Exception {
    assertThat(shop.authenticate(orderId, 1_000)).isNotEqualTo(shop.authenticate(orderId, 1_000));
  }

  @Test
  void decliningSendsTheReasonBackAndMakesNoPayment() throws Exception {
    Reply reply = shop.decide(query, "decision=decline");

    assertThat(reply.status()).isEqualTo(303);
    assertThat(reply.header("Location")).startsWith(TestShop.RETURN + "/failed?");
    assertThat(TestShop.parameters(URI.create(reply.header("Location"))))
        .containsEntry("code", "PAY_PROCESS_CANCELED")
        .containsEntry("message", "사용자에+의해+결제가+취소되었습니다.")
        .containsEntry("orderId", orderId);
    assertThat(shop.lookUpOrder(orderId).status()).isEqualTo(404);
  }

  @ParameterizedTest
  @CsvSource({
    "https://shop.example/pay?tab=1, https://shop.example/pay?tab=1&paymentKey=",
    "https://shop.example/pay#top, https://shop.example/pay?paymentKey=",
    "http://127.0.0.1:3000, http://127.0.0.1:3000?paymentKey=",
    "ojeomneo://payment/done, ojeomneo://payment/done?paymentKey=",
    "com.ojeomneo.app://pay?o=1, com.ojeomneo.app://pay?o=1&paymentKey="
  })
  void theReturnAddressKeepsWhatItHad(String successUrl, String start) throws Exception {
    query.put("successUrl", successUrl);

    String location = shop.decide(query, "decision=approve").header("Location");

    assertThat(location).startsWith(start);
    assertThat(location.endsWith("#top")).isEqualTo(successUrl.endsWith("#top"));
  }

  @ParameterizedTest
  @CsvSource({
    "clientKey, test_ck_of_somebody_else",
    "orderId, short",
    "orderId, 띄어쓰기가-있는-번호",
    "orderName, ' '",
    "amount, 0",
    "amount, -100",
    "amount, 12.5",
    "amount, 9999999999999",
    "successUrl, /relative",
    "successUrl, javascript:alert(1)",
    "successUrl, javascript://shop.example/%0aalert(1)",
    "successUrl, 'data:text/html,hello'",
    "failUrl, https:shop.example",
    "failUrl, 'https://shop.example/a b'"
  })
  void aWrongParameterIsNamedOnAPage(String name, String value) throws Exception {
    query.put(name, value);

    for (Reply reply : new Reply[] {shop.open(query), shop.decide(query, "decision=approve")}) {
      assertThat(reply.status()).isEqualTo(400);
      assertThat(reply.header("Content-Type")).startsWith("text/html");
      assertThat(reply.body()).contains("결제를 시작할 수 없습니다", name + ":");
    }
    assertThat(shop.ledger(orderId).json().get("payments")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "decision=maybe", "decision=approve&card=gold"})
  void aWrongAnswerMakesNoPayment(String form) throws Exception {
    assertThat(shop.decide(query, form).status()).isEqualTo(400);
    assertThat(shop.ledger(orderId).json().get("payments")).isEmpty();
  }

  @Test
  void aPaidOrderCannotBePaidAgain() throws Exception {
    String paymentKey = shop.charged(orderId, 1_234_500);

    for (Reply reply : new Reply[] {shop.open(query), shop.decide(query, "decision=approve")}) {
      assertThat(reply.status()).isEqualTo(409);
      assertThat(reply.body()).contains("이미 결제된 주문입니다", TestShop.RETURN + "/failed?code=");
    }
    assertThat(shop.ledger(orderId).json().get("payments").findValuesAsText("paymentKey"))
        .containsExactly(paymentKey);
  }
}
