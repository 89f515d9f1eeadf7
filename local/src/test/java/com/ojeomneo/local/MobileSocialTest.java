package com.ojeomneo.local;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static com.ojeomneo.local.Phone.button;
import static com.ojeomneo.local.Phone.heading;
import static com.ojeomneo.local.Phone.link;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByLabelOptions;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Logging in at Kakao, Google and Apple, and what is agreed to before an order. */
@ExtendWith(Phone.Given.class)
class MobileSocialTest {
  private static final Pattern PROVIDER = Pattern.compile(".*[?&]code_challenge=.*");

  @Test
  void aGuestGoesOnWithKakaoAndKeepsTheOrders(Phone phone) throws Exception {
    phone.visit(
        page -> {
          phone.fillACart(page);
          Phone.pay(page);
          phone.open(page, "/signup");
          button(page, "카카오").click();
          page.waitForURL(PROVIDER);
          Phone.look(page, "sandbox-social");
          comeFrom(page, "kakao-guest@kakao.com", "김카카오");
          page.waitForURL("**/me");
          assertThat(page.getByLabel("이름")).hasValue("김카카오");
          phone.open(page, "/orders");
          assertThat(page.getByText("가게에서 확인하고 있어요")).isVisible();
          phone.open(page, "/me");
          link(page, "로그인 방법").click();
          assertThat(page.getByText("카카오", new Page.GetByTextOptions().setExact(true))).isVisible();
          Phone.look(page, "app-logins");
          button(page, "연결 끊기").click();
          assertThat(page.getByText("마지막 로그인 방법이라")).isVisible();
        });
  }

  @Test
  void whoseAddressHasAnAccountIsLedToIt(Phone phone) throws Exception {
    phone.visit(
        page -> {
          phone.open(page, "/login");
          button(page, "Google").click();
          comeFrom(page, "two-ways@gmail.com", "김구글");
          assertThat(page.getByText("two-ways@gmail.com")).isVisible();
          button(page, "^로그아웃$").click();
          assertThat(heading(page, "^가게$")).isVisible();
          phone.open(page, "/signup");
          button(page, "Apple").click();
          comeFrom(page, "two-ways@gmail.com", "");
          assertThat(page.getByText("two-ways@gmail.com")).isVisible();
          assertThat(page.getByLabel("이름")).hasValue("김구글");
        });
  }

  @Test
  void aGuestWhoHasAnAccountElsewhereIsAskedWhichToUse(Phone phone) throws Exception {
    phone.visit(
        page -> {
          phone.open(page, "/login");
          button(page, "Google").click();
          comeFrom(page, "was-here@gmail.com", "김구글");
          assertThat(page.getByText("was-here@gmail.com")).isVisible();
          button(page, "^로그아웃$").click();
          assertThat(heading(page, "^가게$")).isVisible();
          phone.fillACart(page);
          Phone.pay(page);
          phone.open(page, "/signup");
          button(page, "Google").click();
          comeFrom(page, "was-here@gmail.com", "김구글");
          assertThat(page.getByText("이미 다른 오점너 계정에")).isVisible();
          Phone.look(page, "app-social-taken");
          button(page, "Google").click();
          comeFrom(page, "was-here@gmail.com", "김구글");
          assertThat(page.getByText("was-here@gmail.com")).isVisible();
        });
  }

  @Test
  void whoThinksBetterOfItIsWhereTheyWere(Phone phone) throws Exception {
    phone.visit(
        page -> {
          phone.open(page, "/login");
          button(page, "카카오").click();
          Phone.decide(page, "decline");
          assertThat(page.getByText("로그인을 취소했어요")).isVisible();
          page.reload();
          assertThat(page.getByText("로그인이 끝까지 이어지지 않았어요")).isVisible();
          link(page, "다시 시도").click();
          assertThat(button(page, "카카오")).isVisible();
        });
  }

  @Test
  void whatHasToBeAgreedToIsAskedBeforeTheOrder(Phone phone) throws Exception {
    phone.sql(
        "INSERT INTO app_settings (key, value, public) VALUES ('termsVersion', '\"2026-11\"', true)");
    try {
      phone.visit(
          page -> {
            phone.fillACart(page);
            button(page, "결제하기").click();
            assertThat(heading(page, "주문 전에 동의해 주세요")).isVisible();
            Phone.look(page, "app-consent");
            assertThat(button(page, "동의하고 주문하기")).isDisabled();
            page.getByLabel("이용약관 동의", new GetByLabelOptions().setExact(true)).check();
            button(page, "동의하고 주문하기").click();
            Phone.decide(page, "approve");
            page.waitForURL(Pattern.compile(".*/orders/[0-9a-f-]{36}"));
          });
    } finally {
      phone.sql("DELETE FROM app_settings WHERE key = 'termsVersion'");
    }
  }

  private static void comeFrom(Page page, String email, String name) {
    // The app's own page has a field for an address, too.
    page.waitForURL(PROVIDER);
    page.locator("input[name=email]").fill(email);
    page.locator("input[name=name]").fill(name);
    Phone.decide(page, "approve");
  }
}
