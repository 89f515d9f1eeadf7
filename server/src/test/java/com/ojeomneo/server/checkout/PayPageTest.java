package com.ojeomneo.server.checkout;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import com.ojeomneo.money.Won;
import com.ojeomneo.order.OrderView.PaymentLink;
import com.ojeomneo.payment.PaymentPage;
import com.ojeomneo.server.Customer;
import com.ojeomneo.server.Shop;
import com.ojeomneo.server.TestStack;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(TestStack.class)
class PayPageTest {
  private static final PaymentPage LIVE =
      new PaymentPage(
          URI.create("https://api.tosspayments.com"),
          URI.create("https://ojeomneo.kr"),
          "live_ck_1");

  @Test
  void aPayableOrderLeadsToTheStandInsPage() {
    assertThat(whereLeads("/checkout/" + order()))
        .startsWith(TestStack.provider() + "/checkout?")
        .endsWith("&failUrl=" + encoded("/checkout/return"));
  }

  @Test
  void whoPaysFromAnAppOfTheStoresComesBackThere() {
    assertThat(whereLeads("/checkout/" + order() + "?return=app"))
        .startsWith(TestStack.provider() + "/checkout?")
        .contains("&successUrl=" + encoded("/checkout/app-return"))
        .endsWith("&failUrl=" + encoded("/checkout/app-return"));
  }

  @Test
  void nobodySendsACustomerElsewhere() {
    assertThat(whereLeads("/checkout/" + order() + "?return=https://elsewhere.example"))
        .doesNotContain("elsewhere")
        .endsWith("&failUrl=" + encoded("/checkout/return"));
  }

  private static String order() {
    Shop shop = Shop.open();
    UUID dish = shop.dish("김밥", 4500).id();
    return Customer.guest()
        .request()
        .header("Idempotency-Key", UUID.randomUUID().toString())
        .contentType(ContentType.JSON)
        .body(
            "{\"storeId\":\"%s\",\"items\":[{\"menuId\":\"%s\",\"quantity\":1}]}"
                .formatted(shop.id(), dish))
        .post("/orders")
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }

  private static String whereLeads(String page) {
    return given()
        .redirects()
        .follow(false)
        .get(page)
        .then()
        .statusCode(303)
        .extract()
        .header("Location");
  }

  private static String encoded(String path) {
    return URLEncoder.encode("http://localhost:3000" + path, StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @ValueSource(strings = {"nonsense", "0197a3b2-7c11-7000-8000-000000000001"})
  void whatIsNoPayableOrderIsSaidKindly(String order) {
    given().get("/checkout/" + order).then().statusCode(404).body(containsString("결제할 주문이 아니에요"));
  }

  @Test
  void withTheRealProviderThePageOpensItsWindow() {
    UUID order = UUID.randomUUID();
    assertThat(LIVE.urlFor(order, "밥집 · 김밥", new Won(4500)))
        .isEqualTo("https://ojeomneo.kr/checkout/" + order);
    String html =
        new PayPage(null, null, LIVE)
            .page(
                new PaymentLink(
                    "toss", "live_ck_1", order.toString(), "<b>\"김밥\"</b>", new Won(4500), ""),
                LIVE.returnUrl())
            .render();
    assertThat(html)
        .contains("src=\"https://js.tosspayments.com/v2/standard\"")
        .contains("data-client-key=\"live_ck_1\"")
        .contains("data-order-id=\"" + order + "\"")
        .contains("data-amount=\"4500\"")
        .contains("data-return-url=\"https://ojeomneo.kr/checkout/return\"")
        .contains("data-order-name=\"&lt;b&gt;&quot;김밥&quot;&lt;/b&gt;\"")
        .contains("4,500원")
        .doesNotContain("<b>");
  }
}
