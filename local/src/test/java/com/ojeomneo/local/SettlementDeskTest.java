package com.ojeomneo.local;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Whoever hands in what the shops took. */
class SettlementDeskTest {
  @RegisterExtension static final BackOffice office = new BackOffice();

  @Test
  void thisMonthIsReadByDayAndTakenAlong() throws Exception {
    office.diner().paidOrder();
    office.onDesk(
        page -> {
          office.enter(page, office.access().owner(), "/settlement");
          Locator rows = table(page).getByRole(AriaRole.ROW);
          assertThat(rows.nth(1)).containsText(Pattern.compile("합계[1-9]"));
          assertThat(rows.nth(2)).containsText("₩");
          Chromium.look(page, "settlement");

          Download download = page.waitForDownload(() -> BackOffice.button(page, "엑셀로 받기").click());
          assertThat(download.suggestedFilename()).startsWith("settlement-").endsWith(".xlsx");
          assertThat(new String(Files.readAllBytes(download.path()), 0, 2)).isEqualTo("PK");
          Download text = page.waitForDownload(() -> BackOffice.button(page, "CSV로 받기").click());
          assertThat(Files.readString(text.path())).contains("결제 수단", "합계");
        });
  }

  @Test
  void daysThatAreRefusedSaySoAndCanBeChosenAnew() throws Exception {
    office.onScreen(
        390,
        844,
        ColorScheme.DARK,
        page -> {
          office.enter(page, office.access().owner(), "/settlement?from=2026-01-01&to=2026-08-01");
          assertThat(page.getByText("한 번에 92일까지 볼 수 있어요.")).isVisible();
          BackOffice.button(page, "이번 달").click();
          assertThat(page.getByText("한 번에 92일까지 볼 수 있어요.")).isHidden();
          assertThat(page.getByLabel("시작일")).hasValue(Pattern.compile("-01$"));
          Chromium.look(page, "settlement-phone");
          // One after the other, before the page can follow.
          page.evaluate(
              """
              days => document.querySelectorAll('input[type=date]').forEach((input, index) => {
                Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')
                  .set.call(input, days[index]);
                input.dispatchEvent(new Event('input', {bubbles: true}));
              })
              """,
              List.of("2020-01-01", "2020-01-31"));
          assertThat(page.getByText("이 기간에 오간 돈이 없어요.")).isVisible();
        });
  }

  private static Locator table(Page page) {
    return page.getByRole(AriaRole.REGION, new GetByRoleOptions().setName("날짜와 가게별"));
  }
}
