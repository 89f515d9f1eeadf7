package com.ojeomneo.local;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.KeyboardModifier;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Whoever keeps the menu, with many dishes at once. */
class ManyRowsDeskTest {
  @RegisterExtension static final BackOffice office = new BackOffice();

  @Test
  void theChosenDishesAreLookedAtFirstAndThenCostMore() throws Exception {
    JsonNode dish = office.diner().get("/menus?limit=1").get("items").get(0);
    int before = office.price(dish);
    office.onDesk(
        page -> {
          office.enter(
              page,
              office.access().owner(),
              "/menus?filter=%7B%22storeId%22%3A%22" + dish.get("storeId").textValue() + "%22%7D");
          Locator boxes = page.locator("tbody").getByRole(AriaRole.CHECKBOX);
          boxes.nth(0).click();
          boxes
              .nth(2)
              .click(new Locator.ClickOptions().setModifiers(List.of(KeyboardModifier.SHIFT)));
          assertThat(page.getByText("3건 골랐어요")).isVisible();
          page.getByLabel("이 쪽 모두 고르기").check();

          BackOffice.button(page, "값 바꾸기").click();
          choose(page, "바꿀 열", "가격");
          choose(page, "바꾸는 방법", "더하기·빼기");
          Locator dialog = page.getByRole(AriaRole.DIALOG);
          dialog.getByLabel("값", new Locator.GetByLabelOptions().setExact(true)).fill("500");
          BackOffice.button(page, "미리보기").click();
          assertThat(dialog.getByText("바뀌어요.")).isVisible();
          Chromium.look(page, "bulk-preview");
          assertThat(office.price(dish)).isEqualTo(before);

          dialog.locator("button[type=submit]").click();
          assertThat(page.getByText("건을 바꿨어요.")).isVisible();
          assertThat(dialog).isHidden();
          assertThat(office.price(dish)).isEqualTo(before + 500);
          Chromium.look(page, "bulk-done");
        });
  }

  @Test
  void dishesAreChosenOnAPhoneToo() throws Exception {
    office.onScreen(
        390,
        844,
        ColorScheme.DARK,
        page -> {
          office.enter(page, office.access().owner(), "/menus");
          Locator boxes = page.getByRole(AriaRole.LISTITEM).getByRole(AriaRole.CHECKBOX);
          boxes.nth(0).check();
          boxes.nth(1).check();
          assertThat(page.getByText("2건 골랐어요")).isVisible();
          Chromium.look(page, "bulk-phone");

          BackOffice.button(page, "값 바꾸기").click();
          assertThat(page.getByRole(AriaRole.DIALOG)).isVisible();
        });
  }

  @Test
  void aDishIsDuplicatedWithItsOptionsAndIsNotOnSale() throws Exception {
    JsonNode dish = office.diner().get("/menus?limit=2").get("items").get(1);
    String name = dish.get("name").textValue();
    office.onDesk(
        page -> {
          office.enter(page, office.access().owner(), "/menus/" + dish.get("id").textValue());
          page.getByRole(AriaRole.LINK, new GetByRoleOptions().setName("복제")).click();
          assertThat(page.getByLabel("이름").first()).hasValue(name + " (복사)");
          Chromium.look(page, "copy");
          BackOffice.button(page, "만들기").click();
          assertThat(
                  page.getByRole(AriaRole.HEADING, new GetByRoleOptions().setName(name + " (복사)"))
                      .first())
              .isVisible();
          page.getByRole(AriaRole.TAB, new GetByRoleOptions().setName("가격과 판매")).click();
          assertThat(page.getByLabel("판매", new Page.GetByLabelOptions().setExact(true)))
              .not()
              .isChecked();
        });
  }

  @Test
  void aListIsSavedAsAViewAndOpenedByAColleague() throws Exception {
    String name = "만 원 아래";
    office.onDesk(
        page -> {
          office.enter(
              page,
              office.access().owner(),
              "/menus?filter=%7B%22price%22%3A%7B%22to%22%3A10000%7D%7D&sort=price&order=DESC&page=1");
          BackOffice.button(page, "보기").click();
          menuItem(page, "지금 모습을 새 보기로 저장").click();
          Locator dialog = page.getByRole(AriaRole.DIALOG);
          dialog.getByLabel("이름").fill(name);
          dialog.getByLabel("다른 직원도 볼 수 있게").check();
          Chromium.look(page, "view-dialog");
          BackOffice.button(page, "저장").click();
          assertThat(page.getByText("보기를 저장했어요.")).isVisible();
          assertThat(BackOffice.button(page, name)).isVisible();
        });
    office.onDesk(
        page -> {
          office.enter(page, office.access().staff(), "/menus");
          BackOffice.button(page, "보기").click();
          Chromium.look(page, "views");
          menuItem(page, name).click();
          assertThat(page).hasURL(Pattern.compile("sort=price&order=DESC"));
          assertThat(page.getByText("가격: ").first()).isVisible();
          BackOffice.button(page, name).click();
          assertThat(menuItem(page, "보기 지우기")).isHidden();
        });
  }

  private static Locator menuItem(Page page, String name) {
    return page.getByRole(AriaRole.MENUITEM, new GetByRoleOptions().setName(name));
  }

  private static void choose(Page page, String label, String option) {
    page.getByRole(AriaRole.DIALOG)
        .getByLabel(label, new Locator.GetByLabelOptions().setExact(true))
        .click();
    page.getByRole(AriaRole.OPTION, new GetByRoleOptions().setName(option).setExact(true)).click();
  }
}
