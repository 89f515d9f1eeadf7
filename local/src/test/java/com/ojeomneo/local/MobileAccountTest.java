package com.ojeomneo.local;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static com.ojeomneo.local.Phone.button;
import static com.ojeomneo.local.Phone.heading;
import static com.ojeomneo.local.Phone.link;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Who uses the app: guests, accounts, several tabs and several devices. */
@ExtendWith(Phone.Given.class)
class MobileAccountTest {
  private static final Pattern CODE = Pattern.compile("\\b\\d{6}\\b");
  private static final String PASSWORD = "점심은 비빔밥으로!";

  @Test
  void aGuestSignsUpAndKeepsTheOrdersAndLeavesAgain(Phone phone) throws Exception {
    phone.visit(
        page -> {
          phone.fillACart(page);
          Phone.pay(page);
          phone.open(page, "/me");
          assertThat(page.getByText("손님으로 이용 중이에요")).isVisible();
          link(page, "가입하기").click();
          fillSignUp(page, "lunch@example.com");
          Phone.look(page, "app-signup");
          button(page, "가입하기").click();
          assertThat(page.getByText("lunch@example.com")).isVisible();
          Phone.look(page, "app-me");
          phone.open(page, "/orders");
          assertThat(page.getByText("가게에서 확인하고 있어요")).isVisible();
          phone.open(page, "/me");
          button(page, "탈퇴하기").click();
          button(page, "네, 탈퇴할게요").click();
          assertThat(heading(page, "^가게$")).isVisible();
          phone.open(page, "/me");
          assertThat(page.getByText("손님으로 이용 중이에요")).isVisible();
          assertNothingIsLeftOf(page, "lunch@example.com");
        });
  }

  @Test
  void aDeviceIsLoggedOutFromAnother(Phone phone) throws Exception {
    phone.visit(
        page -> {
          signUp(phone, page, "two-phones@example.com");
          try (var other = Chromium.beside(page)) {
            Page elsewhere = other.newPage();
            logIn(phone, elsewhere, "two-phones@example.com");
            link(page, "로그인한 기기").click();
            assertThat(page.getByText("이 기기")).hasCount(1);
            assertThat(button(page, "^로그아웃$")).hasCount(2);
            Phone.look(page, "app-devices");
            page.locator("li:not(:has(.badge))").getByText("로그아웃").click();
            assertThat(button(page, "^로그아웃$")).hasCount(1);
            phone.open(elsewhere, "/me");
            assertThat(elsewhere.getByText("손님으로 이용 중이에요")).isVisible();
          }
          phone.open(page, "/me");
          assertThat(page.getByText("two-phones@example.com")).isVisible();
        });
  }

  @Test
  void anAccountThatWasDeletedElsewhereLeavesAGuest(Phone phone) throws Exception {
    phone.visit(
        page -> {
          signUp(phone, page, "leaving@example.com");
          try (var other = Chromium.beside(page)) {
            Page elsewhere = other.newPage();
            logIn(phone, elsewhere, "leaving@example.com");
            button(elsewhere, "탈퇴하기").click();
            button(elsewhere, "네, 탈퇴할게요").click();
            assertThat(heading(elsewhere, "^가게$")).isVisible();
          }
          // The page still believes in its token: the next answer tells it.
          link(page, "^주문$").click();
          assertThat(page.getByText("아직 주문이 없어요")).isVisible();
          link(page, "내 정보").click();
          assertThat(page.getByText("손님으로 이용 중이에요")).isVisible();
          assertNothingIsLeftOf(page, "leaving@example.com");
        });
  }

  @Test
  void anAddressIsVerifiedWithACodeFromItsMail(Phone phone) throws Exception {
    phone.visit(
        page -> {
          signUp(phone, page, "newcomer@example.com");
          page.getByText("아직 확인하지 않은 이메일이에요").click();
          button(page, "코드 받기").click();
          page.getByLabel("확인 코드").fill(codeFor(phone, page, "newcomer@example.com"));
          Phone.look(page, "app-verify");
          button(page, "확인하기").click();
          assertThat(page.getByText("newcomer@example.com")).isVisible();
          assertThat(page.getByText("아직 확인하지 않은 이메일이에요")).hasCount(0);
        });
  }

  @Test
  void whoForgotThePasswordGetsBackInWithACodeFromTheirMail(Phone phone) throws Exception {
    phone.visit(
        page -> {
          signUp(phone, page, "forgetful@example.com");
          button(page, "^로그아웃$").click();
          phone.open(page, "/login");
          Phone.look(page, "app-login");
          link(page, "다시 정하기").click();
          page.getByLabel("이메일").fill("forgetful@example.com");
          Phone.look(page, "app-password");
          button(page, "코드 받기").click();
          assertThat(page.getByText("코드를 보냈어요")).isVisible();
          page.getByLabel("확인 코드").fill("0000000");
          page.getByLabel("새 비밀번호").fill("내일은 국밥으로!");
          button(page, "비밀번호 바꾸기").click();
          assertThat(page.locator(".bad").first()).isVisible();
          page.getByLabel("확인 코드").fill(codeFor(phone, page, "forgetful@example.com"));
          Phone.look(page, "app-password-code");
          button(page, "비밀번호 바꾸기").click();
          assertThat(page.getByText("forgetful@example.com")).isVisible();
        });
  }

  @Test
  void twoTabsThatRefreshAtOnceStayLoggedInAndLogOutTogether(Phone phone) throws Exception {
    phone.visit(
        page -> {
          List<Integer> refusals = new ArrayList<>();
          signUp(phone, page, "two-tabs@example.com");
          Page other = page.context().newPage();
          phone.open(other, "/me");
          assertThat(other.getByText("two-tabs@example.com")).isVisible();
          page.context()
              .onResponse(
                  answer -> {
                    if (answer.url().endsWith("/auth/web/refresh") && answer.status() != 200) {
                      refusals.add(answer.status());
                    }
                  });
          for (int i = 0; i < 5; i++) {
            page.evaluate("setTimeout(() => location.reload())");
            other.evaluate("setTimeout(() => location.reload())");
            assertThat(page.getByText("two-tabs@example.com")).isVisible();
            assertThat(other.getByText("two-tabs@example.com")).isVisible();
          }
          assertThat(refusals).isEmpty();
          button(page, "^로그아웃$").click();
          assertThat(heading(page, "^가게$")).isVisible();
          assertThat(other.getByText("손님으로 이용 중이에요")).isVisible();
        });
  }

  /** As a person finds it: on the page that shows the local stack's mail. */
  private static String codeFor(Phone phone, Page page, String email) {
    Page mail = page.context().newPage();
    mail.navigate(phone.access().mail() + "?to=" + email);
    Locator text = mail.getByText(CODE).first();
    while (!text.isVisible()) {
      mail.reload();
    }
    var code = CODE.matcher(text.innerText());
    assertThat(code.find()).isTrue();
    mail.close();
    return code.group();
  }

  private static void signUp(Phone phone, Page page, String email) {
    phone.open(page, "/signup");
    fillSignUp(page, email);
    button(page, "가입하기").click();
    assertThat(page.getByText(email)).isVisible();
  }

  private static void fillSignUp(Page page, String email) {
    page.getByLabel("이메일").fill(email);
    page.getByLabel("비밀번호").fill(PASSWORD);
    page.getByLabel("이름").fill("김점심");
    page.getByLabel("모두 동의").check();
  }

  private static void logIn(Phone phone, Page page, String email) {
    phone.open(page, "/login");
    page.getByLabel("이메일").fill(email);
    page.getByLabel("비밀번호").fill(PASSWORD);
    button(page, "^로그인$").click();
    assertThat(page.getByText(email)).isVisible();
  }

  private static void assertNothingIsLeftOf(Page page, String email) {
    assertThat(page.evaluate("JSON.stringify(localStorage)").toString()).doesNotContain(email);
    assertThat(page.evaluate("caches.has('orders')")).isEqualTo(false);
  }
}
