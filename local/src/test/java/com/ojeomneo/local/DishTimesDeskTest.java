package com.ojeomneo.local;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.SelectOption;
import java.sql.DriverManager;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Staff say when a dish is sold and for how much; customers see it, and when it turns. */
class DishTimesDeskTest {
  private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");

  @RegisterExtension static final BackOffice office = new BackOffice();

  @Test
  void lunchOnlyIsOneClickAndThePreviewSaysWhenItIsSold() throws Exception {
    JsonNode dish = dish(0);
    office.onDesk(
        page -> {
          office.enter(page, office.access().owner(), "/menus/" + id(dish));
          tab(page, "판매 시간");
          BackOffice.button(page, "점심만").click();
          assertThat(page.getByLabel("부터")).hasValue("11:00");
          BackOffice.button(page, "저장").click();
          page.getByLabel(Pattern.compile("^이때 고객에게는")).fill(nextMonday() + "T12:00");
          assertThat(page.getByText(Pattern.compile("에 팔아요\\.$"))).isVisible();
          assertThat(page.getByText("파는 때: 월–금 11:00–14:00")).isVisible();
          Chromium.look(page, "admin-sale");
          page.getByLabel(Pattern.compile("^이때 고객에게는")).fill(nextMonday() + "T14:00");
          assertThat(page.getByText(Pattern.compile("에는 팔지 않아요"))).isVisible();
        });
    office
        .diner()
        .await(
            "/menus/" + id(dish),
            shown -> shown.at("/availability/windows/0/from").asText().equals("11:00"));
    office.onScreen(
        390,
        844,
        ColorScheme.DARK,
        page -> {
          office.enter(page, office.access().owner(), "/menus/" + id(dish));
          tab(page, "판매 시간");
          assertThat(page.getByText("미리 보기")).isVisible();
          Chromium.look(page, "admin-sale-phone-dark");
        });
  }

  @Test
  void whatThePreviewCannotSayIsSaidInItsPlaceAndLeavingItComplainsOfNothing() throws Exception {
    JsonNode dish = dish(0);
    office.onDesk(
        page -> {
          String about = "**/api/menus/*/sale**";
          page.route(about, route -> route.abort("connectionfailed"));
          office.enter(page, office.access().owner(), "/menus/" + id(dish));
          tab(page, "판매 시간");
          Locator preview =
              page.getByRole(AriaRole.REGION, new GetByRoleOptions().setName("미리 보기"));
          assertThat(preview.getByRole(AriaRole.ALERT)).containsText("서버에 연결할 수 없어요");

          page.unroute(about);
          List<Route> held = new CopyOnWriteArrayList<>();
          page.route(about, held::add);
          AtomicBoolean left = new AtomicBoolean();
          page.onRequestFailed(
              request -> left.compareAndSet(false, request.url().contains("/sale")));
          page.getByLabel(Pattern.compile("^이때 고객에게는")).fill(nextMonday() + "T12:00");
          page.waitForCondition(() -> !held.isEmpty());
          page.getByRole(AriaRole.LINK, new GetByRoleOptions().setName("감사 기록")).click();
          page.waitForCondition(left::get);
          assertThat(
                  page.getByRole(AriaRole.HEADING, new GetByRoleOptions().setName("감사 기록")).first())
              .isVisible();
          assertThat(page.getByRole(AriaRole.ALERT)).hasCount(0);
        });
  }

  /** Nobody touches the phone. */
  @Test
  void anOpenPageShowsTheNewPriceWhenItBegins() throws Exception {
    JsonNode dish = dish(0);
    onPhone(
        page -> {
          sql(
              "INSERT INTO menu_prices VALUES ('%s', now() + interval '6 seconds', 45600)"
                  .formatted(id(dish)));
          office.diner().await("/menus/" + id(dish), shown -> shown.hasNonNull("changesAt"));
          page.navigate(office.access().server() + "/menus/" + id(dish));
          assertThat(page.getByText("45,600원 담기")).isHidden();
          assertThat(page.getByText("45,600원", new Page.GetByTextOptions().setExact(true)))
              .isVisible();
        });
  }

  @Test
  void whatIsSoldLaterIsBookedForThenAndNotForNow() throws Exception {
    JsonNode dish = dish(2);
    ZonedDateTime from = ZonedDateTime.now(SEOUL).plusHours(1).truncatedTo(ChronoUnit.HOURS);
    sell(dish, "1,2,3,4,5,6,7", from.plusMinutes(30), from.plusHours(3));
    office.diner().await("/menus/" + id(dish), shown -> shown.hasNonNull("availability"));
    onPhone(
        page -> {
          page.navigate(office.access().server() + "/stores/" + dish.get("storeId").textValue());
          var row = page.locator("a.dish[href='/menus/%s']".formatted(id(dish)));
          assertThat(row.getByText("지금은 주문할 수 없어요")).isVisible();
          row.scrollIntoViewIfNeeded();
          Phone.look(page, "app-later");
          row.click();
          assertThat(page.getByText("그 시간에 찾는 주문으로 담아 둘 수 있어요.")).isVisible();
          Phone.look(page, "app-later-dish");
          page.getByRole(AriaRole.BUTTON, named("담기$")).click();
          Phone.openCart(page);
          assertThat(page.getByText("그 시간의 픽업을 골라 주세요.")).isVisible();
          assertThat(page.getByRole(AriaRole.BUTTON, named("결제하기$"))).isDisabled();
          Phone.look(page, "app-later-cart");
          page.getByLabel("픽업 시간").selectOption(new SelectOption().setIndex(1));
          Phone.pay(page);
        });
  }

  @Test
  void whatIsNotSoldTodayCannotBeBooked() throws Exception {
    JsonNode dish = dish(3);
    ZonedDateTime other = ZonedDateTime.now(SEOUL).plusDays(3);
    String day = String.valueOf(other.getDayOfWeek().getValue());
    sell(dish, day, other.withHour(11), other.withHour(14));
    office.diner().await("/menus/" + id(dish), shown -> shown.hasNonNull("availability"));
    onPhone(
        page -> {
          page.navigate(office.access().server() + "/menus/" + id(dish));
          assertThat(BackOffice.button(page, "지금은 주문할 수 없어요")).isDisabled();
        });
  }

  private static void onPhone(Chromium.Visit visit) throws Exception {
    office.onScreen(390, 844, ColorScheme.LIGHT, visit);
  }

  private static void tab(Page page, String name) {
    page.getByRole(AriaRole.TAB, new GetByRoleOptions().setName(name)).click();
  }

  private static GetByRoleOptions named(String name) {
    return new GetByRoleOptions().setName(Pattern.compile(name));
  }

  private static LocalDate nextMonday() {
    return LocalDate.now(SEOUL).with(TemporalAdjusters.next(DayOfWeek.MONDAY));
  }

  private static void sell(JsonNode dish, String days, ZonedDateTime from, ZonedDateTime until)
      throws Exception {
    sql(
        "INSERT INTO menu_availability VALUES (gen_random_uuid(), '%s', '{%s}', '%s', '%s', 1)"
            .formatted(
                id(dish),
                days,
                from.toLocalTime().truncatedTo(ChronoUnit.MINUTES),
                until.toLocalTime().truncatedTo(ChronoUnit.MINUTES)));
  }

  /** Of a shop that never closes, and nothing has to be chosen for it. */
  private static JsonNode dish(int number) throws Exception {
    int left = number;
    for (JsonNode shop : office.diner().get("/stores?limit=100").get("items")) {
      if (shop.get("name").textValue().equals("하루분식 24시")) {
        for (JsonNode dish :
            office.diner().get("/menus?limit=100&storeId=" + id(shop)).get("items")) {
          JsonNode whole = office.diner().get("/menus/" + id(dish));
          if (isPlain(whole) && left-- == 0) {
            return whole;
          }
        }
      }
    }
    throw new AssertionError("no such dish");
  }

  private static boolean isPlain(JsonNode dish) {
    for (JsonNode group : dish.get("optionGroups")) {
      if (group.get("minChoices").asInt() > 0) {
        return false;
      }
    }
    return !dish.get("soldOut").asBoolean() && !dish.has("availability");
  }

  private static String id(JsonNode thing) {
    return thing.get("id").textValue();
  }

  private static void sql(String statement) throws Exception {
    Access.Database database = office.access().postgres();
    String url =
        "jdbc:postgresql://127.0.0.1:%d/%s".formatted(database.port(), database.database());
    try (var connection = DriverManager.getConnection(url, database.user(), database.password());
        var open = connection.createStatement()) {
      assertThat(open.executeUpdate(statement)).isOne();
    }
  }
}
