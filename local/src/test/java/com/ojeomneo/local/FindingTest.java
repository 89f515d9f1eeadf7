package com.ojeomneo.local;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.gson.JsonObject;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The back office by keyboard: real keys in a real browser on the whole stack. */
class FindingTest {
  @RegisterExtension static final BackOffice office = new BackOffice();

  @Test
  void aScreenIsAFewLettersAwayInEitherLanguage() throws Exception {
    office.onDesk(
        page -> {
          office.enter(page, office.access().owner(), "/menus");
          assertThat(heading(page, "메뉴")).isVisible();
          page.keyboard().press("Control+k");
          assertThat(box(page)).isFocused();
          compose(page, "ㅈㅁ");
          assertThat(options(page).first()).hasText("주문 현황");
          assertThat(options(page).first()).hasClass(Pattern.compile("Mui-focused"));
          Chromium.look(page, "palette");
          // The first Enter would end the composition; here it is over.
          box(page).fill("orders");
          assertThat(options(page).first()).hasText("주문");
          page.keyboard().press("Enter");
          assertThat(heading(page, "주문")).isFocused();
          assertThat(page).hasURL(Pattern.compile("#/orders"));

          page.keyboard().press("Control+k");
          page.keyboard().type("ehdrl");
          page.keyboard().press("Escape");
          assertThat(box(page)).hasCount(0);
          assertThat(heading(page, "주문")).isFocused();

          page.keyboard().press("Control+k");
          page.keyboard().insertText("영어");
          page.keyboard().press("Enter");
          assertThat(heading(page, "Orders")).isVisible();
          page.keyboard().press("Control+k");
          page.keyboard().insertText("메뉴");
          assertThat(options(page).first()).hasText("Dishes");
          Chromium.look(page, "palette-english");
        });
  }

  @Test
  void aRecordIsFoundOpenedAndSeenAgainUntilSomebodySignsOut() throws Exception {
    JsonNode dish = office.diner().get("/menus?limit=3").get("items").get(2);
    String name = dish.get("name").textValue();
    office.onDesk(
        page -> {
          page.navigate(office.access().admin() + "/#/notices");
          office.signIn(page, office.access().owner());
          assertThat(heading(page, "공지")).isVisible();
          page.keyboard().press("Control+k");
          page.keyboard().insertText(name);
          Locator found =
              options(page).filter(new Locator.FilterOptions().setHasText(name)).first();
          assertThat(found).isVisible();
          assertThat(found.locator("mark")).hasText(name);
          Chromium.look(page, "palette-records");
          Page beside = page.context().waitForPage(() -> page.keyboard().press("Control+Enter"));
          assertThat(heading(beside, name)).isVisible();
          beside.close();
          page.keyboard().press("Enter");
          assertThat(heading(page, name)).isFocused();

          page.keyboard().press("g");
          page.keyboard().press("m");
          assertThat(heading(page, "메뉴")).isVisible();
          page.keyboard().press("Control+k");
          assertThat(options(page).first()).containsText(name);
          Chromium.look(page, "palette-recent");
          assertThat(kept(page)).contains("/menus/" + dish.get("id").textValue());
          page.keyboard().insertText("로그아웃");
          assertThat(options(page).first()).hasText("로그아웃");
          page.keyboard().press("Enter");
          assertThat(BackOffice.button(page, "로그인")).isVisible();
          assertThat(kept(page)).doesNotContain("menus");
        });
  }

  @Test
  void aListIsWalkedARowOpenedEditedAndSavedWithoutAMouse() throws Exception {
    office.onDesk(
        page -> {
          office.enter(page, office.access().owner(), "/notices/create");
          page.getByLabel("제목").fill("nejk?/");
          assertThat(page.getByLabel("제목")).hasValue("nejk?/");
          assertThat(page).hasURL(Pattern.compile("/notices/create"));
          page.getByLabel("내용").fill("단축키로 고칠 공지");
          page.getByLabel("시작").fill("2026-11-25T10:00");
          page.keyboard().press("Control+s");
          assertThat(heading(page, "nejk?/")).isVisible();

          page.keyboard().press("g");
          page.keyboard().press("n");
          assertThat(heading(page, "공지")).isFocused();
          page.keyboard().press("/");
          assertThat(page.getByPlaceholder("공지 검색")).isFocused();
          page.keyboard().type("nejk");
          assertThat(page.locator("tbody tr")).hasCount(1);
          page.keyboard().press("Tab");
          page.keyboard().press("Tab");
          page.keyboard().press("j");
          assertThat(page.locator("tbody tr a").first()).isFocused();
          Chromium.look(page, "row-by-keyboard");
          page.keyboard().press("Enter");
          assertThat(heading(page, "nejk?/")).isFocused();

          page.keyboard().press("e");
          assertThat(page.getByLabel("제목")).isFocused();
          page.keyboard().press("End");
          page.keyboard().type(" !");
          page.keyboard().press("Control+s");
          assertThat(page.getByText("저장했어요.")).isVisible();
          assertThat(heading(page, "nejk?/ !")).isVisible();

          heading(page, "nejk?/ !").focus();
          page.keyboard().press("?");
          assertThat(page.getByRole(AriaRole.DIALOG)).containsText("단축키");
          Chromium.look(page, "shortcuts");
          page.keyboard().press("n");
          assertThat(page).hasURL(Pattern.compile("/notices/[0-9a-f-]{36}"));
          page.keyboard().press("Escape");
          assertThat(page.getByRole(AriaRole.DIALOG)).hasCount(0);
          assertThat(heading(page, "nejk?/ !")).isFocused();
        });
  }

  @Test
  void aNewVersionIsSaidAndNothingTypedIsLost() throws Exception {
    office.onDesk(
        page -> {
          office.enter(page, office.access().owner(), "/notices/create");
          page.getByLabel("제목").fill("아직 쓰는 중");
          String served =
              "<script type=\"module\" src=\"/assets/index-of-the-next-build.js\"></script>";
          page.route(
              office.access().admin() + "/",
              route -> {
                if (route.request().resourceType().equals("fetch")) {
                  route.fulfill(new Route.FulfillOptions().setBody(served));
                } else {
                  route.resume();
                }
              });
          page.evaluate("document.dispatchEvent(new Event('visibilitychange'))");
          assertThat(page.getByText("새 버전이 나왔어요.")).isVisible();
          Chromium.look(page, "new-version");
          assertThat(page.getByLabel("제목")).hasValue("아직 쓰는 중");

          // The browser asks, since something is not saved; here it is told to stay.
          page.onDialog(asked -> asked.dismiss());
          BackOffice.button(page, "새로 고침").click();
          assertThat(page.getByLabel("제목")).hasValue("아직 쓰는 중");
        });
  }

  @Test
  void onAPhoneThePaletteIsAButtonAway() throws Exception {
    office.onScreen(
        390,
        844,
        ColorScheme.DARK,
        page -> {
          office.enter(page, office.access().owner(), "/menus");
          BackOffice.button(page, "찾기").tap();
          assertThat(box(page)).isVisible();
          box(page).fill("ㅎㅂ");
          assertThat(options(page).first()).hasText("환불");
          Chromium.look(page, "palette-phone-dark");
          options(page).first().tap();
          assertThat(heading(page, "환불")).isVisible();
          assertThat(box(page)).hasCount(0);
        });
  }

  private static Locator box(Page page) {
    return page.getByRole(AriaRole.COMBOBOX, new GetByRoleOptions().setName("찾기").setExact(true));
  }

  private static Locator options(Page page) {
    return page.getByRole(AriaRole.DIALOG).getByRole(AriaRole.OPTION);
  }

  private static Locator heading(Page page, String name) {
    return page.getByRole(
        AriaRole.HEADING, new GetByRoleOptions().setName(name).setExact(true).setLevel(1));
  }

  /** As an input method does: what is typed is in the field, and not yet settled. */
  private static void compose(Page page, String text) {
    var composition = new JsonObject();
    composition.addProperty("text", text);
    composition.addProperty("selectionStart", text.length());
    composition.addProperty("selectionEnd", text.length());
    page.context().newCDPSession(page).send("Input.imeSetComposition", composition);
  }

  private static String kept(Page page) {
    return (String) page.evaluate("JSON.stringify(localStorage)");
  }
}
