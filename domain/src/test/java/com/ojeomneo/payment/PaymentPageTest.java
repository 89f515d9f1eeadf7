package com.ojeomneo.payment;

import static org.assertj.core.api.Assertions.assertThat;

import com.ojeomneo.money.Won;
import java.net.URI;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PaymentPageTest {
  private static final UUID ORDER = UUID.fromString("01975f6e-0000-7000-8000-000000000001");
  private static final URI PUBLIC = URI.create("https://ojeomneo.example");

  @Test
  void withTheRealProviderTheCustomerPaysOnOurOwnPage() {
    var page = new PaymentPage(URI.create("https://api.tosspayments.com"), PUBLIC, "live_ck");
    assertThat(page.urlFor(ORDER, "비빔밥", new Won(9000)))
        .isEqualTo("https://ojeomneo.example/checkout/" + ORDER);
  }

  @Test
  void withAStandInTheCustomerPaysOnItsPageAndComesBackToUs() {
    var page = new PaymentPage(URI.create("http://127.0.0.1:4000"), PUBLIC, "test_ck");
    assertThat(page.urlFor(ORDER, "밥 & 국 외 1건", new Won(9000)))
        .isEqualTo(
            "http://127.0.0.1:4000/checkout?clientKey=test_ck&orderId="
                + ORDER
                + "&orderName=%EB%B0%A5+%26+%EA%B5%AD+%EC%99%B8+1%EA%B1%B4&amount=9000"
                + "&successUrl=https%3A%2F%2Fojeomneo.example%2Fcheckout%2Freturn"
                + "&failUrl=https%3A%2F%2Fojeomneo.example%2Fcheckout%2Freturn");
  }

  @Test
  void whoPaysFromAnAppOfTheStoresComesBackByAnAddressOfOursToo() {
    var page = new PaymentPage(URI.create("http://127.0.0.1:4000"), PUBLIC, "test_ck");
    assertThat(page.standInFor(ORDER, "밥", new Won(9000), page.appReturnUrl()))
        .contains("&successUrl=https%3A%2F%2Fojeomneo.example%2Fcheckout%2Fapp-return&failUrl=")
        .endsWith("&failUrl=https%3A%2F%2Fojeomneo.example%2Fcheckout%2Fapp-return");
  }
}
