package com.ojeomneo.local;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Whoever stands at the counter of a shop that never closes, and answers its telephone. */
class CounterDeskTest {
  private static final String KIMCHI = "깍두기 추가";
  private static final String BEEF = "수육 한 접시";

  @RegisterExtension static final BackOffice office = new BackOffice();

  @Test
  void anOrderPaidInCashIsOnTheBoardWithItsName() throws Exception {
    office.onDesk(
        page -> {
          standAtTheCounter(page);
          dish(page, "설렁탕").click();
          Locator options = page.getByRole(AriaRole.DIALOG);
          assertThat(on(options, "담기 · 12,000원")).isDisabled();
          options.getByLabel("보통").check();
          Chromium.look(page, "counter-options");
          page.setViewportSize(1280, 320);
          assertThat(on(options, "담기 · 12,000원")).isInViewport();
          page.setViewportSize(1280, 800);
          on(options, "담기 · 12,000원").click();
          dish(page, KIMCHI).click();
          dish(page, KIMCHI).click();
          page.getByLabel("부를 이름").fill("김민지");
          assertThat(page.getByText("17,000원", new Page.GetByTextOptions().setExact(true)))
              .isVisible();
          Chromium.look(page, "counter");

          BackOffice.button(page, "현금 받음").click();

          assertThat(page.getByText("주방으로 보냈어요.")).isVisible();
          Chromium.look(page, "counter-taken");
          page.navigate(office.access().admin() + "/#/board");
          Locator card =
              page.getByRole(AriaRole.ARTICLE)
                  .filter(new Locator.FilterOptions().setHasText("김민지"));
          assertThat(card).containsText("현장");
          assertThat(card).containsText(KIMCHI + " × 2");
        });
  }

  @Test
  void anOrderOnThePhoneIsPaidForLater() throws Exception {
    office.onScreen(
        390,
        844,
        ColorScheme.DARK,
        page -> {
          standAtTheCounter(page);
          BackOffice.button(page, "전화").click();
          dish(page, KIMCHI).click();
          page.getByLabel("부를 이름").fill("박서준");
          Chromium.look(page, "counter-phone");
          BackOffice.button(page, "나중에 결제").click();
          assertThat(page.getByText("2,500원을 아직 받지 않았어요.")).isVisible();
          BackOffice.button(page, "다음 주문").click();
          Locator waiting =
              page.getByRole(AriaRole.LISTITEM)
                  .filter(new Locator.FilterOptions().setHasText("박서준"));
          said(waiting, "결제 받기").click();
          Chromium.look(page, "counter-pay");

          on(page.getByRole(AriaRole.DIALOG), "카드 받음").click();

          assertThat(page.getByText("결제를 받았어요.")).isVisible();
          assertThat(waiting).isHidden();
        });
  }

  @Test
  void somethingDearerIsPaidInCashAndSomethingCheaperIsHandedBack() throws Exception {
    office.onDesk(
        page -> {
          standAtTheCounter(page);
          dish(page, KIMCHI).click();
          BackOffice.button(page, "현금 받음").click();
          page.getByText("주문 보기").click();

          replace(page, KIMCHI, BEEF, "손님이 요청했어요");
          Locator dialog = page.getByRole(AriaRole.DIALOG);
          assertThat(on(dialog, "바꾸기")).isDisabled();
          dialog.getByLabel("현금으로 받았어요").check();
          Chromium.look(page, "change");
          on(dialog, "바꾸기").click();
          assertThat(page.getByText("15,500원 더 받음")).isVisible();

          replace(page, BEEF, KIMCHI, "재료가 떨어졌어요");
          on(dialog, "바꾸기").click();
          assertThat(page.getByText("15,500원 돌려줌")).isVisible();
          assertThat(dialog).isHidden();
          Chromium.look(page, "order-changed");

          Locator handOver = said(page.locator("#main"), "돌려줬어요");
          for (int left = handOver.count(); left > 0; left--) {
            handOver.first().click();
            assertThat(handOver).hasCount(left - 1);
          }
          assertThat(page.getByText("건넴").first()).isVisible();
          assertThat(page.getByText("대신").first()).isVisible();
        });
  }

  private static void replace(Page page, String old, String by, String reason) {
    BackOffice.button(page, old + " 바꾸기").click();
    Locator dialog = page.getByRole(AriaRole.DIALOG);
    dialog.getByRole(AriaRole.COMBOBOX).fill(by);
    page.getByRole(AriaRole.OPTION).first().click();
    dialog.getByText(reason).click();
  }

  private static void standAtTheCounter(Page page) {
    office.enter(page, office.access().owner(), "/counter");
    page.getByRole(AriaRole.COMBOBOX, new GetByRoleOptions().setName("가게")).click();
    page.getByRole(AriaRole.OPTION, new GetByRoleOptions().setName("무교동 해장국 24시")).click();
    assertThat(dish(page, KIMCHI)).isVisible();
  }

  private static Locator dish(Page page, String name) {
    return said(page.locator("#main"), name);
  }

  /** By what stands on it, which is less than what is read out. */
  private static Locator said(Locator place, String words) {
    return place.getByRole(AriaRole.BUTTON).filter(new Locator.FilterOptions().setHasText(words));
  }

  private static Locator on(Locator place, String button) {
    return place.getByRole(
        AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(button).setExact(true));
  }
}
