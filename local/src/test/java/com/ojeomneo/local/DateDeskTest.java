package com.ojeomneo.local;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Whoever looks for the orders of a day, from the year on. */
class DateDeskTest {
  private static final Pattern FILTERED = Pattern.compile("%22createdAt%22");

  @RegisterExtension static final BackOffice office = new BackOffice();

  @Test
  void theOrdersOfADayAreReachedByYearAndMonthAndTheAddressKeepsThem() throws Exception {
    JsonNode order = office.diner().paidOrder();
    LocalDate day = dayOf(order);
    office.onDesk(
        page -> {
          office.enter(page, office.access().owner(), "/orders");
          part(page, day.getYear() + "년").click();
          assertThat(page).hasURL(FILTERED);
          part(page, day.getMonthValue() + "월").click();
          assertThat(trail(page)).containsText(day.getYear() + "년");
          Locator that = part(page, day.getDayOfMonth() + "일");
          assertThat(that).isVisible();
          Chromium.look(page, "dates");
          that.focus();
          that.press("Enter");
          assertThat(trail(page)).containsText(day.getDayOfMonth() + "일");
          assertThat(row(page, order)).isVisible();

          page.reload();
          assertThat(trail(page)).containsText(day.getDayOfMonth() + "일");
          assertThat(row(page, order)).isVisible();
          BackOffice.button(page, day.getYear() + "년").click();
          assertThat(part(page, day.getMonthValue() + "월")).isVisible();
          BackOffice.button(page, "전체 기간").click();
          assertThat(page).not().hasURL(FILTERED);
          assertThat(part(page, day.getYear() + "년")).isVisible();
        });
  }

  @Test
  void onAPhoneToo() throws Exception {
    JsonNode order = office.diner().paidOrder();
    LocalDate day = dayOf(order);
    office.onScreen(
        390,
        844,
        ColorScheme.DARK,
        page -> {
          office.enter(page, office.access().owner(), "/payments");
          part(page, day.getYear() + "년").click();
          part(page, day.getMonthValue() + "월").click();
          assertThat(part(page, day.getDayOfMonth() + "일")).isVisible();
          Chromium.look(page, "dates-phone");
        });
  }

  /** Of a list that is counted. */
  private static Locator part(Page page, String name) {
    return ways(page)
        .getByRole(
            AriaRole.BUTTON,
            new Locator.GetByRoleOptions().setName(Pattern.compile("^" + name + ".*, [0-9,]+건$")));
  }

  private static Locator ways(Page page) {
    return page.getByRole(
        AriaRole.REGION, new GetByRoleOptions().setName(Pattern.compile("^날짜로 찾아보기")));
  }

  private static Locator trail(Page page) {
    return ways(page).getByRole(AriaRole.NAVIGATION);
  }

  private static Locator row(Page page, JsonNode order) {
    return page.locator("tbody a[href$='/orders/%s']".formatted(order.get("id").textValue()));
  }

  private static LocalDate dayOf(JsonNode order) {
    return OffsetDateTime.parse(order.get("createdAt").textValue())
        .atZoneSameInstant(ZoneId.of("Asia/Seoul"))
        .toLocalDate();
  }
}
