package com.ojeomneo.local;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.ojeomneo.local.Access.SignIn;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import javax.crypto.spec.SecretKeySpec;
import org.apache.commons.codec.binary.Base32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The back office as those who work in it see it: a real browser on the whole stack. */
class BackOfficeTest {
  private static final Duration A_SECOND = Duration.ofSeconds(1);

  @RegisterExtension static final BackOffice office = new BackOffice();

  @Test
  void whoHasNoSessionSignsInAndGoesOnWhereTheyWere() throws Exception {
    office.onDesk(
        page -> {
          page.navigate(office.access().admin() + "/#/menus");
          assertThat(BackOffice.button(page, "로그인")).isVisible();
          Chromium.look(page, "sign-in");
          page.getByLabel("이메일").fill(office.access().owner().email());
          page.getByLabel("비밀번호").fill("wrong");
          BackOffice.button(page, "로그인").click();
          assertThat(page.getByRole(AriaRole.ALERT)).isVisible();

          office.signIn(page, office.access().owner());

          assertThat(page.getByRole(AriaRole.HEADING, new GetByRoleOptions().setName("메뉴")).first())
              .isVisible();
          page.getByRole(AriaRole.SEARCHBOX)
              .or(page.getByPlaceholder("메뉴 검색"))
              .first()
              .fill("김치찌개");
          assertThat(page.getByText("묵은지 김치찌개").first()).isVisible();
          Chromium.look(page, "menus");
        });
  }

  @Test
  void aSecondFactorIsTurnedOnAndAskedForFromThenOn() throws Exception {
    SignIn kitchen = office.access().staff();
    var secret = new String[1];
    office.onDesk(
        page -> {
          office.enter(page, kitchen, "/profile");
          BackOffice.button(page, "2단계 인증 켜기").click();
          page.getByLabel("지금 비밀번호").fill(kitchen.password());
          BackOffice.button(page, "다음").click();
          assertThat(page.getByAltText("인증 앱에 넣을 QR 코드")).isVisible();
          secret[0] =
              page.getByText(Pattern.compile("^([A-Z2-7]{4} ?){8}$")).innerText().replace(" ", "");
          page.getByLabel("앱에 보이는 6자리 코드").fill(code(secret[0], Instant.now()));
          BackOffice.button(page, "확인하고 켜기").click();
          assertThat(page.getByRole(AriaRole.LIST, new GetByRoleOptions().setName("복구 코드")))
              .isVisible();
          Chromium.look(page, "second-factor");
        });
    office.onDesk(
        page -> {
          page.navigate(office.access().admin() + "/#/menus");
          office.signIn(page, kitchen);
          Instant later = Instant.now().plusSeconds(30);
          page.getByLabel("인증 코드").fill(code(secret[0], later));
          BackOffice.button(page, "로그인").click();
          assertThat(page.getByText("메뉴").first()).isVisible();
          assertThat(BackOffice.button(page, "로그인")).isHidden();
        });
  }

  @Test
  void aPriceThatWasChangedIsInTheAppWithinASecond() throws Exception {
    JsonNode dish = office.diner().get("/menus?limit=1").get("items").get(0);
    office.onDesk(
        page -> {
          office.enter(page, office.access().owner(), "/menus/" + dish.get("id").textValue());
          page.getByRole(AriaRole.TAB, new GetByRoleOptions().setName("가격과 판매")).click();
          Chromium.look(page, "menu-price");
          priceOn(page).fill("12300");
          BackOffice.button(page, "저장").click();
          assertThat(page.getByText("저장했어요.")).isVisible();
          assertThat(page.getByText("저장하지 않은 변경 사항이 있어요.")).isHidden();
          Instant saved = Instant.now();
          while (office.diner().get("/menus/" + dish.get("id").textValue()).get("price").intValue()
              != 12_300) {
            assertThat(Instant.now()).isBefore(saved.plus(A_SECOND));
          }
          page.getByRole(AriaRole.TAB, new GetByRoleOptions().setName("기록")).click();
          assertThat(page.getByText("12,300").first()).isVisible();
          Chromium.look(page, "history");
        });
  }

  @Test
  void whoSavesSecondSeesBothValuesAndChooses() throws Exception {
    JsonNode dish = office.diner().get("/menus?limit=2").get("items").get(1);
    String path = "/menus/" + dish.get("id").textValue();
    office.onDesk(
        page -> {
          office.enter(page, office.access().owner(), path);
          page.getByRole(AriaRole.TAB, new GetByRoleOptions().setName("가격과 판매")).click();
          priceOn(page).fill("7100");
          Page other = page.context().newPage();
          other.navigate(office.access().admin() + "/#" + path);
          other.getByRole(AriaRole.TAB, new GetByRoleOptions().setName("가격과 판매")).click();
          priceOn(other).fill("7200");
          BackOffice.button(other, "저장").click();
          assertThat(other.getByText("저장했어요.")).isVisible();

          BackOffice.button(page, "저장").click();

          Locator dialog = page.getByRole(AriaRole.DIALOG);
          assertThat(dialog.getByText("그 사이 다른 사람이 수정했어요")).isVisible();
          assertThat(dialog.getByText("7,200")).isVisible();
          assertThat(dialog.getByText("7,100")).isVisible();
          Chromium.look(page, "conflict");
          assertThat(office.price(dish)).isEqualTo(7200);
          dialog.getByLabel(Pattern.compile("내가 입력한 값")).check();
          dialog
              .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("고른 값으로 저장"))
              .click();
          assertThat(dialog).isHidden();
          assertThat(office.price(dish)).isEqualTo(7100);
        });
  }

  @Test
  void aLostConnectionIsSaidAndTheBoardIsWholeAgainAfterwards() throws Exception {
    office.onDesk(
        page -> {
          office.enter(page, office.access().owner(), "/board");
          assertThat(page.getByText("새 주문").first()).isVisible();
          page.context().setOffline(true);
          assertThat(page.getByText(Pattern.compile("연결이 끊겼어요"))).isVisible();
          JsonNode order = office.diner().paidOrder();
          page.context().setOffline(false);
          assertThat(
                  page.getByRole(
                      AriaRole.ARTICLE,
                      new GetByRoleOptions().setName("주문 " + order.get("number").textValue())))
              .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(30_000));
          assertThat(page.getByText(Pattern.compile("연결이 끊겼어요"))).isHidden();
        });
  }

  @Test
  void aListIsTakenAwayAsAFile() throws Exception {
    office.onDesk(
        page -> {
          office.enter(page, office.access().owner(), "/stores");
          BackOffice.button(page, "내보내기").first().click();
          Download file = page.waitForDownload(() -> BackOffice.button(page, "파일 받기").click());
          assertThat(file.suggestedFilename()).startsWith("stores-").endsWith(".csv");
          assertThat(Files.readString(file.path())).startsWith("\uFEFF").contains("종로 김치찌개");
        });
  }

  @Test
  void theScreensFitATabletAPhoneAndTheNight() throws Exception {
    for (var screen : List.of("board", "orders", "menus", "stores", "users")) {
      office.onScreen(820, 1180, ColorScheme.DARK, page -> seen(page, screen, "tablet-dark"));
      office.onScreen(390, 844, ColorScheme.LIGHT, page -> seen(page, screen, "phone"));
    }
  }

  private static void seen(Page page, String screen, String how) {
    office.enter(page, office.access().owner(), "/" + screen);
    assertThat(page.getByRole(AriaRole.HEADING).first()).isVisible();
    assertThat(page.getByRole(AriaRole.PROGRESSBAR)).hasCount(0);
    Chromium.look(page, screen + "-" + how);
    Object width = page.evaluate("document.documentElement.scrollWidth - innerWidth");
    assertThat((Integer) width)
        .as("sideways scrolling on %s, %s", screen, how)
        .isLessThanOrEqualTo(0);
  }

  private static Locator priceOn(Page page) {
    return page.getByRole(AriaRole.TEXTBOX, new GetByRoleOptions().setName(Pattern.compile("^가격")));
  }

  private static String code(String secret, Instant at) throws Exception {
    var totp = new TimeBasedOneTimePasswordGenerator();
    return totp.generateOneTimePasswordString(
        new SecretKeySpec(new Base32().decode(secret), totp.getAlgorithm()), at);
  }
}
