package com.ojeomneo.local;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** How the day goes, as those who run the shops see it. */
class DashboardDeskTest {
  @RegisterExtension static final BackOffice office = new BackOffice();

  @Test
  void itIsTheFirstPageAndItsTablesSayWhatItsChartDraws() throws Exception {
    office.diner().paidOrder();
    office.onDesk(
        page -> {
          office.enter(page, office.access().owner(), "/");
          assertThat(page).hasURL(Pattern.compile(".*#/dashboard$"));
          assertThat(figures(page)).hasCount(6);
          assertThat(figures(page).first()).containsText(Pattern.compile("주문[1-9]"));
          assertThat(page.locator(".MuiLineChart-line").first()).isVisible();
          Chromium.look(page, "dashboard");
          BackOffice.button(page, "표로 보기").click();
          assertThat(
                  page.getByRole(AriaRole.REGION, new GetByRoleOptions().setName("시간대별 주문"))
                      .getByRole(AriaRole.ROW)
                      .first())
              .isVisible();
          Chromium.look(page, "dashboard-table");
        });
  }

  @Test
  void aShopLeadsToItsOrdersOfTheDay() throws Exception {
    office.diner().paidOrder();
    office.onDesk(
        page -> {
          office.enter(page, office.access().owner(), "/dashboard");
          page.getByRole(AriaRole.REGION, new GetByRoleOptions().setName("가게별"))
              .getByRole(AriaRole.LINK)
              .first()
              .click();
          assertThat(page).hasURL(Pattern.compile(".*#/orders\\?filter=.*storeId.*createdAt.*"));
          assertThat(page.getByRole(AriaRole.ROW).nth(1)).isVisible();
        });
  }

  @Test
  void aDayWithoutOrdersSaysSoOnAPhoneInTheDark() throws Exception {
    office.onScreen(
        390,
        844,
        ColorScheme.DARK,
        page -> {
          office.enter(page, office.access().owner(), "/dashboard?day=2020-01-01");
          assertThat(page.getByText("이날은 주문이 없었어요.")).isVisible();
          assertThat(page.getByLabel("날짜")).hasValue("2020-01-01");
          Chromium.look(page, "dashboard-phone");
        });
  }

  private static Locator figures(Page page) {
    return page.getByRole(AriaRole.LIST, new GetByRoleOptions().setName("한눈에 보기"))
        .getByRole(AriaRole.LISTITEM);
  }
}
