package com.ojeomneo.local;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Whoever decides when a shop is open. */
class CalendarDeskTest {
  private static final String OVERLAPS = "다른 영업 시간과 겹쳐요.";

  @RegisterExtension static final BackOffice office = new BackOffice();

  @Test
  void aClosureIsAddedSeenInTheAppAndRemoved() throws Exception {
    String shop = shop(0);
    office.onDesk(
        page -> {
          office.enter(page, office.access().owner(), "/calendar?view=month&store=" + shop);
          assertThat(page.locator(".fc-daygrid-day").first()).isVisible();
          BackOffice.button(page, "휴무 추가").click();
          Locator dialog = page.getByRole(AriaRole.DIALOG);
          dialog.getByLabel("첫날").fill(today().toString());
          dialog.getByLabel("마지막 날").fill(today().plusDays(400).toString());
          dialog.getByLabel("이유").fill("내부 공사");
          Chromium.look(page, "calendar-closure");
          save(page);
          assertThat(page.locator(".closure").first()).containsText("내부 공사");
          Chromium.look(page, "calendar-month");
          office.diner().await("/stores/" + shop, store -> store.get("closesAt").isNull());

          page.locator(".closure").first().click();
          BackOffice.button(page, "휴무 지우기").click();
          assertThat(page.locator(".closure")).hasCount(0);
        });
  }

  @Test
  void hoursAreWrittenAndWhoEditedAnOlderShopIsTold() throws Exception {
    String shop = shop(2);
    office.onDesk(
        page -> {
          lunchOnly(page, shop);
          office.enter(page, office.access().owner(), "/calendar?store=" + shop);
          BackOffice.button(page, "영업 시간").click();
          Locator monday =
              page.getByRole(AriaRole.GROUP, new GetByRoleOptions().setName("월요일").setExact(true));
          for (Locator remove : monday.getByLabel("월요일 시간 지우기").all().reversed()) {
            remove.click();
          }
          monday.getByLabel("월요일 시간 추가").click();
          monday.getByLabel("여는 시각").fill("20:00");
          monday.getByLabel("닫는 시각").fill("02:00");
          Chromium.look(page, "calendar-hours");

          AdminApi other = AdminApi.signedIn(Chromium.beside(page).request(), office.access());
          other.change("stores/" + shop, Map.of("description", "그 사이"));
          BackOffice.button(page, "저장").click();
          assertThat(page.getByText("아무것도 저장하지 않았어요")).isVisible();
        });
  }

  @Test
  void sessionsThatOverlapAreSaidWhereTheyStandAndNotSaved() throws Exception {
    String shop = shop(2);
    office.onDesk(
        page -> {
          lunchOnly(page, shop);
          office.enter(page, office.access().owner(), "/calendar?store=" + shop);
          BackOffice.button(page, "영업 시간").click();
          Locator monday =
              page.getByRole(AriaRole.GROUP, new GetByRoleOptions().setName("월요일").setExact(true));
          monday.getByLabel("월요일 시간 추가").click();
          monday.getByLabel("여는 시각").last().fill("14:00");
          assertThat(monday.getByText(OVERLAPS)).hasCount(2);
          BackOffice.button(page, "저장").click();
          assertThat(page.getByRole(AriaRole.ALERT).getByText(OVERLAPS)).isVisible();
          Chromium.look(page, "calendar-overlap");
          monday.getByLabel("여는 시각").last().fill("15:00");
          assertThat(monday.getByText(OVERLAPS)).hasCount(0);
          save(page);

          BackOffice.button(page, "특별한 날").click();
          BackOffice.button(page, "다른 시간으로 열기").click();
          BackOffice.button(page, "다른 시간으로 열기").click();
          Locator special = page.getByRole(AriaRole.DIALOG);
          special.getByLabel("여는 시각").last().fill("14:00");
          assertThat(special.getByText(OVERLAPS)).hasCount(2);
          BackOffice.button(page, "저장").click();
          assertThat(page.getByRole(AriaRole.ALERT).getByText(OVERLAPS)).isVisible();
          BackOffice.button(page, "취소").click();

          office.enter(page, office.access().owner(), "/stores/" + shop + "?tab=hours");
          Locator hours =
              page.getByRole(
                  AriaRole.REGION, new GetByRoleOptions().setName("영업 시간").setExact(true));
          hours.getByLabel("여는 시각").nth(1).fill("14:00");
          BackOffice.button(page, "저장").click();
          assertThat(hours.getByText(OVERLAPS)).isVisible();
          Chromium.look(page, "form-overlap");
          hours.getByLabel("여는 시각").nth(1).fill("16:00");
          BackOffice.button(page, "저장").click();
          assertThat(BackOffice.button(page, "저장")).hasCount(0);
        });
  }

  @Test
  void anOrderThatAClosureWouldStrandIsNamedFirst() throws Exception {
    JsonNode order = office.diner().paidOrder();
    office.onDesk(
        page -> {
          office.enter(
              page, office.access().owner(), "/calendar?store=" + order.get("storeId").textValue());
          BackOffice.button(page, "휴무 추가").click();
          Locator dialog = page.getByRole(AriaRole.DIALOG);
          dialog.getByLabel("첫날").fill(today().minusDays(1).toString());
          dialog.getByLabel("마지막 날").fill(today().plusDays(1).toString());
          BackOffice.button(page, "저장").click();
          assertThat(
                  dialog.getByRole(
                      AriaRole.LINK,
                      new Locator.GetByRoleOptions().setName(order.get("number").textValue())))
              .isVisible();
          Chromium.look(page, "calendar-warning");
          BackOffice.button(page, "그래도 저장").click();
          assertThat(page.getByText("영업하지 않는 시간의 주문이")).isVisible();
          Chromium.look(page, "calendar-stranded");
        });
    office.diner().order(order.get("id").textValue());
  }

  @Test
  void aDayGetsHoursAndRoomOfItsOwnAndIsPutBack() throws Exception {
    String shop = shop(2);
    LocalDate day = today().plusDays(1);
    office.onDesk(
        page -> {
          lunchOnly(page, shop);
          office.enter(
              page,
              office.access().owner(),
              "/calendar?view=month&store=%s&day=%s".formatted(shop, day));
          page.locator(".fc-daygrid-day[data-date='%s'] .fc-daygrid-day-number".formatted(day))
              .click();
          Locator dialog = page.getByRole(AriaRole.DIALOG);
          assertThat(dialog.getByLabel("날짜")).hasValue(day.toString());
          BackOffice.button(page, "다른 시간으로 열기").click();
          dialog.getByLabel("여는 시각").fill("16:00");
          dialog.getByLabel("닫는 시각").fill("01:00");
          dialog.getByLabel("마감 전 주문 종료(분)").fill("45");
          dialog.getByLabel("픽업 간격당 주문").fill("7");
          Chromium.look(page, "calendar-special-day");
          save(page);
          Locator special = page.locator(".special");
          assertThat(special).containsText("16:00–01:00");
          Chromium.look(page, "calendar-special-month");
          BackOffice.button(page, "주").first().click();
          assertThat(page.locator(".fc-timegrid .session.unusual").first())
              .containsText("00:15 주문 마감");
          Chromium.look(page, "calendar-special-week");

          special.click();
          assertThat(dialog.getByLabel("픽업 간격당 주문")).hasValue("7");
          dialog.getByLabel("픽업 간격당 주문").fill("8");
          dialog.getByLabel("픽업 간격당 주문").press("Enter");
          saved(page);
          assertThat(special).containsText("간격당 8건");

          special.click();
          dialog.getByLabel("날짜").fill(day.plusYears(1).toString());
          assertThat(dialog.getByLabel("픽업 간격당 주문")).hasValue("");
          dialog.getByLabel("픽업 간격당 주문").fill("9");
          save(page);
          assertThat(special).containsText("간격당 8건");

          special.click();
          BackOffice.button(page, "평소대로 되돌리기").click();
          saved(page);
          assertThat(special).hasCount(0);
        });
  }

  @Test
  void aShopThatIsClosedTodayOpensForTodayInTheAppToo() throws Exception {
    String shop = shop(3);
    office.onDesk(
        page -> {
          AdminApi desk = AdminApi.signedIn(Chromium.beside(page).request(), office.access());
          desk.change("stores/" + shop, Map.of("storeHours", List.of()));
          office.diner().await("/stores/" + shop, store -> store.get("closesAt").isNull());
          office.enter(page, office.access().owner(), "/calendar?store=" + shop);
          BackOffice.button(page, "특별한 날").click();
          BackOffice.button(page, "다른 시간으로 열기").click();
          Locator dialog = page.getByRole(AriaRole.DIALOG);
          dialog.getByLabel("여는 시각").fill("00:00");
          dialog.getByLabel("닫는 시각").fill("00:00");
          dialog.getByLabel("픽업 간격당 주문").fill("0");
          save(page);
          office
              .diner()
              .await(
                  "/stores/" + shop,
                  store ->
                      !store.get("closesAt").isNull()
                          && store.findValues("remaining").stream().allMatch(n -> n.asInt() == 0));
        });
  }

  @Test
  void aPhoneShowsTheWeekAsAList() throws Exception {
    String shop = shop(1);
    office.onScreen(
        390,
        844,
        ColorScheme.DARK,
        page -> {
          office.enter(page, office.access().owner(), "/calendar?store=" + shop);
          assertThat(page.locator(".fc-list-event.session").first()).isVisible();
          Chromium.look(page, "calendar-phone");
          page.locator(".fc-list-event.session a").first().press("Enter");
          assertThat(page.getByLabel("픽업 시간")).isVisible();
          Chromium.look(page, "calendar-slots-phone");
          BackOffice.button(page, "이날만 바꾸기").click();
          page.getByRole(AriaRole.DIALOG).getByLabel("픽업 간격당 주문").fill("3");
          Chromium.look(page, "calendar-special-phone");
          save(page);
          assertThat(page.locator(".fc-list-event.special").first()).containsText("간격당 3건");
          Chromium.look(page, "calendar-special-list-phone");
        });
  }

  @Test
  void shopStaffLookAtTheirShopAndChangeNothing() throws Exception {
    office.onDesk(
        page -> {
          office.enter(page, office.access().staff(), "/calendar");
          assertThat(page.locator(".fc-timegrid .session").first()).isVisible();
          assertThat(BackOffice.button(page, "휴무 추가")).hasCount(0);
          Chromium.look(page, "calendar-week");
        });
  }

  /** Whichever shop it is: every day from 11 to 15. Only shop(2): others serve at night. */
  private static void lunchOnly(Page page, String shop) throws Exception {
    AdminApi.signedIn(Chromium.beside(page).request(), office.access())
        .change(
            "stores/" + shop,
            Map.of(
                "storeHours",
                IntStream.rangeClosed(1, 7)
                    .mapToObj(
                        day ->
                            Map.of(
                                "dayOfWeek",
                                String.valueOf(day),
                                "opensAt",
                                "11:00",
                                "closesAt",
                                "15:00"))
                    .toList()));
  }

  private static void save(Page page) {
    Locator saved = page.getByText("저장했어요.");
    BackOffice.button(page, "저장").click();
    Locator anyway = page.getByText(Pattern.compile("그래도 저장"));
    assertThat(saved.or(anyway).first()).isVisible();
    if (anyway.isVisible()) {
      anyway.click();
    }
    assertThat(page.getByRole(AriaRole.DIALOG)).hasCount(0);
  }

  private static void saved(Page page) {
    assertThat(page.getByRole(AriaRole.DIALOG)).hasCount(0);
  }

  private static String shop(int number) throws Exception {
    return office.diner().get("/stores?limit=5").get("items").get(number).get("id").textValue();
  }

  private static LocalDate today() {
    return LocalDate.now(ZoneId.of("Asia/Seoul"));
  }
}
