package com.ojeomneo.local;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.ColorScheme;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What staff change is seen in an app that is open, by nobody who touches it. */
class LiveChangesTest {
  @RegisterExtension static final BackOffice office = new BackOffice();

  @Test
  void aNoticeComesAndGoesOnAnOpenHomePage() throws Exception {
    onPhone(
        (page, desk) -> {
          home(page);
          JsonNode notice =
              desk.make(
                  "notices",
                  Map.of(
                      "title", "오늘은 세 시까지", "body", "단체 주문", "startsAt", "2026-01-01T00:00:00Z"));
          assertThat(page.getByText("오늘은 세 시까지")).isVisible();
          desk.change(
              "notices/" + notice.get("id").asText(),
              Map.of("endsAt", Instant.now().minusSeconds(60).toString()));
          assertThat(page.getByText("오늘은 세 시까지")).isHidden();
        });
  }

  @Test
  void anAppThatMayNoLongerBeUsedSaysSoAtOnce() throws Exception {
    onPhone(
        (page, desk) -> {
          home(page);
          desk.change("app_versions/web", Map.of("minVersion", "9.0.0", "latestVersion", "9.0.0"));
          assertThat(page.getByText("새 버전이 필요해요")).isVisible();
          desk.change("app_versions/web", Map.of("minVersion", "1.0.0", "latestVersion", "1.0.0"));
          assertThat(page.getByText("새 버전이 필요해요")).isHidden();
        });
  }

  @Test
  void aPauseAPriceAndAClosureAreSeenOnAnOpenPageOfTheShop() throws Exception {
    onPhone(
        (page, desk) -> {
          JsonNode dish = office.diner().get("/menus?limit=1").get("items").get(0);
          String store = "stores/" + dish.get("storeId").asText();
          page.navigate(office.access().server() + "/" + store);
          Locator row =
              page.locator("a.dish[href='/menus/" + dish.get("id").asText() + "']").first();
          assertThat(row).isVisible();

          desk.change("menus/" + dish.get("id").asText(), Map.of("price", 12_340));
          assertThat(row).containsText("12,340");

          boolean open = page.locator("p.good").isVisible();
          desk.put(store + "/paused", Map.of("paused", true));
          assertThat(page.locator("p.bad")).isVisible();
          desk.put(store + "/paused", Map.of("paused", false));
          if (open) {
            assertThat(page.locator("p.good")).isVisible();
          }

          desk.change(
              store,
              Map.of(
                  "storeClosures",
                  List.of(Map.of("fromDay", "2026-01-01", "toDay", "2099-12-31", "reason", "공사"))));
          Locator state = page.locator("p.strong");
          assertThat(state).hasText("지금은 쉬는 시간이에요");
          desk.change(store, Map.of("storeClosures", List.of()));
          assertThat(state).not().hasText("지금은 쉬는 시간이에요");
        });
  }

  /** Nobody writes anything at that moment: the page knows when to ask. */
  @Test
  void aNoticeBeginsAndEndsByTheClockOnAnOpenPage() throws Exception {
    onPhone(
        (page, desk) -> {
          home(page);
          Instant begin = Instant.now().plusSeconds(5);
          desk.make(
              "notices",
              Map.of(
                  "title",
                  "곧 열려요",
                  "body",
                  "잠시만요",
                  "startsAt",
                  begin.toString(),
                  "endsAt",
                  begin.plusSeconds(4).toString()));
          Locator notice = page.getByText("곧 열려요");
          assertThat(notice).isHidden();
          assertThat(notice).isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(9_000));
          assertThat(notice).isHidden();
        });
  }

  @Test
  void aShopOpensByTheClockOnItsOpenPage() throws Exception {
    onPhone(
        (page, desk) -> {
          String store =
              "stores/"
                  + office.diner().get("/stores?limit=5").get("items").get(4).get("id").asText();
          LocalDateTime opens =
              LocalDateTime.now(ZoneId.of("Asia/Seoul")).plusSeconds(6).withNano(0);
          LocalDate day = opens.toLocalDate();
          desk.change(
              store,
              Map.of(
                  "storeHours",
                  List.of(),
                  "storeDays",
                  List.of(
                      Map.of(
                          "day",
                          day.toString(),
                          "cutoffMinutes",
                          0,
                          "hours",
                          List.of(
                              Map.of(
                                  "opensAt",
                                  time(opens),
                                  "closesAt",
                                  time(opens.plusHours(2))))))));
          page.navigate(office.access().server() + "/" + store);
          assertThat(page.locator("p.bad")).containsText("지금은 쉬는 시간이에요");
          assertThat(page.locator("p.good"))
              .containsText("주문 마감", new LocatorAssertions.ContainsTextOptions().setTimeout(9_000));
        });
  }

  private static String time(LocalDateTime moment) {
    return moment.toLocalTime().format(DateTimeFormatter.ISO_LOCAL_TIME);
  }

  private interface Visit {
    void on(Page page, AdminApi desk) throws Exception;
  }

  private static void onPhone(Visit visit) throws Exception {
    office.onScreen(
        390,
        844,
        ColorScheme.LIGHT,
        page -> visit.on(page, AdminApi.signedIn(page, office.access())));
  }

  private static void home(Page page) {
    page.navigate(office.access().server() + "/");
    assertThat(page.locator("a.store").first()).isVisible();
  }
}
