package com.ojeomneo.local;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.ojeomneo.local.Access.SignIn;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Whoever decides who works here, and those who come. */
class StaffDeskTest {
  private static final Pattern LINK = Pattern.compile("http://localhost:\\d+/#/password/[\\w-]+");
  private static final String CHOSEN = "a-password-of-my-own";

  @RegisterExtension static final BackOffice office = new BackOffice();

  @Test
  void whoIsInvitedChoosesAPasswordAndASecondFactorIfTheirRoleTakesOne() throws Exception {
    String email = "newcomer@example.com";
    office.onDesk(
        page -> {
          office.enter(page, office.access().owner(), "/staff_role_rules/SUPPORT");
          page.getByLabel("2단계 인증 필수").check();
          BackOffice.button(page, "저장").click();
          assertThat(page.getByText("저장했어요.")).isVisible();

          office.enter(page, office.access().owner(), "/staff");
          page.getByRole(AriaRole.LINK, new GetByRoleOptions().setName("직원 초대")).click();
          page.getByLabel("이메일").fill(email);
          page.getByLabel("이름").fill("새 상담원");
          page.getByRole(AriaRole.COMBOBOX, new GetByRoleOptions().setName("역할")).click();
          page.getByRole(AriaRole.OPTION, new GetByRoleOptions().setName("고객 상담")).click();
          Chromium.look(page, "invite");
          BackOffice.button(page, "초대 메일 보내기").click();
          assertThat(page.getByText("초대했지만 아직 들어오지 않았어요.")).isVisible();
          Chromium.look(page, "invited");
        });
    office.onScreen(
        390,
        844,
        ColorScheme.DARK,
        page -> {
          page.navigate(link(page, email));
          assertThat(page.getByText("새 상담원 님, 반가워요")).isVisible();
          assertThat(page).hasURL(office.access().admin() + "/#/");
          Chromium.look(page, "invitation-phone");
          choose(page);
          office.signIn(page, new SignIn(email, CHOSEN, ""));
          assertThat(page.getByText("2단계 인증이 필요해요")).isVisible();
          Chromium.look(page, "second-factor-first");
          BackOffice.button(page, "2단계 인증 켜기").click();
          page.getByLabel("지금 비밀번호").fill(CHOSEN);
          BackOffice.button(page, "다음").click();
          assertThat(page.getByAltText("인증 앱에 넣을 QR 코드")).isVisible();
        });
  }

  @Test
  void whoForgotTheirPasswordComesBackInAndIsSignedOutElsewhere() throws Exception {
    SignIn kitchen = office.access().staff();
    office.onDesk(
        page -> {
          office.enter(page, kitchen, "/profile");
          assertThat(page.getByText("지금 이 브라우저")).isVisible();
          Chromium.look(page, "profile");
          Page other = Chromium.beside(page).newPage();
          other.navigate(office.access().admin() + "/");
          BackOffice.button(other, "비밀번호를 잊었어요").click();
          other.getByLabel("이메일").fill(kitchen.email());
          BackOffice.button(other, "메일 보내기").click();
          assertThat(other.getByText("등록된 이메일이라면")).isVisible();

          other.navigate(link(other, kitchen.email()));
          choose(other);
          office.signIn(other, new SignIn(kitchen.email(), CHOSEN, ""));
          assertThat(other.getByLabel("비밀번호")).isHidden();

          page.reload();
          assertThat(BackOffice.button(page, "로그인")).isVisible();
        });
  }

  @Test
  void supportSeesWhatTheCustomerSeesAndChangesNothing() throws Exception {
    String customer = office.diner().get("/users/me").get("id").textValue();
    String name = office.diner().get("/users/me").get("displayName").textValue();
    office.onDesk(
        page -> {
          office.enter(page, office.access().owner(), "/users/" + customer);
          BackOffice.button(page, "고객 화면 보기").click();
          Locator dialog = page.getByRole(AriaRole.DIALOG);
          dialog.getByLabel("사유").fill("주문이 안 보인다는 문의");
          Chromium.look(page, "customer-view-reason");
          Page app =
              page.waitForPopup(
                  () ->
                      dialog
                          .getByRole(
                              AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("고객 화면 보기"))
                          .click());
          assertThat(app.getByText(name + " 님의 화면을 보고 있어요")).isVisible();
          assertThat(app).hasURL(office.access().server() + "/orders");
          Chromium.look(app, "customer-view");

          app.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("내 정보")).click();
          app.getByLabel("이름").fill("직원이 바꾼 이름");
          BackOffice.button(app, "저장").click();
          assertThat(app.getByText("고객 화면 보기에서는 읽기만 할 수 있어요.")).isVisible();

          app.reload();
          assertThat(app.getByText("님의 화면을 보고 있어요")).isHidden();
        });
    org.assertj.core.api.Assertions.assertThat(
            office.diner().get("/users/me").get("displayName").textValue())
        .isEqualTo(name);
  }

  private static void choose(Page page) {
    page.getByLabel("새 비밀번호").first().fill(CHOSEN);
    page.getByLabel("새 비밀번호 다시").fill(CHOSEN);
    BackOffice.button(page, "비밀번호 정하기").click();
    assertThat(page.getByText("비밀번호를 정했어요.")).isVisible();
    BackOffice.button(page, "로그인으로").click();
  }

  /** As a person finds it: on the page that shows the local stack's mail. */
  private static String link(Page page, String email) {
    Page mail = page.context().newPage();
    Locator text = mail.getByText(LINK).first();
    for (int looks = 0; looks < 20; looks++) {
      mail.navigate(office.access().mail() + "?to=" + email);
      try {
        text.waitFor(new Locator.WaitForOptions().setTimeout(1000));
        break;
      } catch (TimeoutError notYet) {
        // It is on its way: looked for again, and missed below if it never comes.
      }
    }
    var link = LINK.matcher(text.innerText());
    assertTrue(link.find());
    mail.close();
    return link.group();
  }
}
