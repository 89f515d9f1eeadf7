package com.ojeomneo.local;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Mouse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Whoever puts rows in another order: by mouse, finger and keyboard. */
class DraggedRowsTest {
  private static final String LIST = "/menu_categories";
  private static final String SAVED = "순서를 저장했어요.";

  @RegisterExtension static final BackOffice office = new BackOffice();

  @Test
  void aCategoryIsDraggedInTheAppItStandsThereAndItIsPutBack() throws Exception {
    List<String> before = inTheApp();
    List<String> after = moved(before, 0, 2);
    office.onDesk(
        page -> {
          open(page, before);
          drag(page, before.get(0), before.get(2));
          assertThat(page.getByText(SAVED)).isVisible();
          assertShown(page, after);
          assertThat(page.url()).endsWith(LIST);
          Chromium.picture(page, "dragged");
          BackOffice.button(page, "되돌리기").click();
          assertThat(page.getByText("순서를 되돌렸어요.")).isVisible();
          assertShown(page, before);
          awaitInTheApp(before);
        });
  }

  @Test
  void itIsMovedByKeyboardAndHeard() throws Exception {
    List<String> before = inTheApp();
    List<String> after = moved(before, 0, 1);
    office.onDesk(
        page -> {
          open(page, before);
          carryDown(page, "Space", before);
          Chromium.look(page, "dragged-by-keyboard");
          page.keyboard().press("Escape");
          assertThat(heard(page, before.getFirst() + ": 그대로 두었어요.")).hasCount(1);
          assertShown(page, before);

          carryDown(page, "Enter", before);
          page.keyboard().press("Enter");
          assertThat(page.getByText(SAVED)).isVisible();
          assertThat(grip(page, before.getFirst())).isFocused();
          awaitInTheApp(after);
        });
  }

  @Test
  void itIsDraggedWithAFingerOnAPhone() throws Exception {
    List<String> before = inTheApp();
    List<String> after = moved(before, 1, 0);
    office.onScreen(
        390,
        844,
        ColorScheme.DARK,
        page -> {
          open(page, before);
          Chromium.look(page, "dragged-phone");
          slide(page, grip(page, before.get(1)), grip(page, before.get(0)));
          assertThat(page.getByText(SAVED)).isVisible();
          awaitInTheApp(after);
        });
  }

  @Test
  void whatSomebodyElseChangedMeanwhileIsNotOverrun() throws Exception {
    List<String> before = inTheApp();
    office.onDesk(
        page -> {
          open(page, before);
          AdminApi other = AdminApi.signedIn(Chromium.beside(page).request(), office.access());
          JsonNode last = other.row("menu_categories").get("items").get(before.size() - 1);
          other.change(
              "menu_categories/" + last.get("id").textValue(),
              Map.of("position", last.get("position").asInt() + 1));
          drag(page, before.get(0), before.get(1));

          assertThat(page.getByText("그 사이 목록이 바뀌어서")).isVisible();
          assertShown(page, before);
          assertThat(inTheApp()).isEqualTo(before);
        });
  }

  @Test
  void whereTheyCannotBeDraggedItIsSaidWhyAndWhereTheyCan() throws Exception {
    List<String> before = inTheApp();
    office.onDesk(
        page -> {
          office.enter(page, office.access().owner(), LIST + "?sort=name&order=ASC&page=1");
          assertThat(page.getByText("‘순서’ 순으로 보면")).isVisible();
          assertThat(page.getByLabel(before.getFirst() + " 옮기기")).hasCount(0);
          page.getByRole(AriaRole.LINK, new GetByRoleOptions().setName("그렇게 보기")).click();
          assertThat(grip(page, before.getFirst())).isVisible();
          assertThat(page.getByText("‘순서’ 순으로 보면")).isHidden();
        });
  }

  @Test
  void anOptionIsDraggedWithinTheFormOfItsDish() throws Exception {
    JsonNode dish = dishWithOptions();
    String path = "/menus/" + dish.get("id").textValue();
    List<String> before = options(dish);
    office.onDesk(
        page -> {
          office.enter(page, office.access().owner(), path + "?tab=options");
          carryDown(page, "Space", before);
          page.keyboard().press("Space");
          Chromium.look(page, "dragged-option");
          BackOffice.button(page, "저장").click();
          assertThat(page.getByText("저장했어요.")).isVisible();
          office.diner().await(path, shown -> options(shown).equals(moved(before, 0, 1)));
        });
  }

  private static void open(Page page, List<String> inOrder) {
    office.enter(page, office.access().owner(), LIST);
    assertShown(page, inOrder);
  }

  private static void assertShown(Page page, List<String> inOrder) {
    assertThat(page.locator("#main :is(tbody tr, ul > li) a[href*='menu_categories/']"))
        .containsText(inOrder.toArray(String[]::new));
  }

  /** Takes up the first, by one of the keys for it, and moves it by one. */
  private static void carryDown(Page page, String key, List<String> names) {
    Locator grip = grip(page, names.getFirst());
    grip.press(key);
    assertThat(grip).hasAttribute("aria-pressed", "true");
    page.keyboard().press("ArrowDown");
    assertThat(heard(page, "%s: %d개 중 2번째.".formatted(names.getFirst(), names.size()))).hasCount(1);
  }

  private static Locator grip(Page page, String name) {
    return page.getByLabel(name + " 옮기기", new Page.GetByLabelOptions().setExact(true)).first();
  }

  /** What a screen reader says. */
  private static Locator heard(Page page, String words) {
    return page.locator("[aria-live=assertive]").getByText(words);
  }

  private static void drag(Page page, String name, String to) {
    BoundingBox from = grip(page, name).boundingBox();
    BoundingBox there = grip(page, to).boundingBox();
    page.mouse().move(from.x + from.width / 2, from.y + from.height / 2);
    page.mouse().down();
    page.mouse()
        .move(
            there.x + there.width / 2,
            there.y + there.height / 2 + 4,
            new Mouse.MoveOptions().setSteps(12));
    page.mouse().up();
  }

  /** With one finger. */
  private static void slide(Page page, Locator what, Locator to) {
    BoundingBox from = what.boundingBox();
    BoundingBox there = to.boundingBox();
    double x = from.x + from.width / 2;
    double y = from.y + from.height / 2;
    CDPSession touch = page.context().newCDPSession(page);
    touch(touch, "touchStart", x, y);
    for (int step = 1; step <= 12; step++) {
      touch(touch, "touchMove", x, y + step * (there.y - from.y - 4) / 12);
    }
    JsonObject end = new JsonObject();
    end.addProperty("type", "touchEnd");
    end.add("touchPoints", new JsonArray());
    touch.send("Input.dispatchTouchEvent", end);
  }

  private static void touch(CDPSession session, String type, double x, double y) {
    JsonObject point = new JsonObject();
    point.addProperty("x", x);
    point.addProperty("y", y);
    JsonArray points = new JsonArray();
    points.add(point);
    JsonObject event = new JsonObject();
    event.addProperty("type", type);
    event.add("touchPoints", points);
    session.send("Input.dispatchTouchEvent", event);
  }

  private static List<String> moved(List<String> all, int from, int to) {
    var moved = new ArrayList<>(all);
    moved.add(to, moved.remove(from));
    return moved;
  }

  private static List<String> inTheApp() throws Exception {
    return categories(office.diner().get("/menus/categories"));
  }

  private static List<String> categories(JsonNode shown) {
    return shown.get("items").findValuesAsText("name");
  }

  private static void awaitInTheApp(List<String> names) throws Exception {
    office.diner().await("/menus/categories", shown -> categories(shown).equals(names));
  }

  private static JsonNode dishWithOptions() throws Exception {
    for (JsonNode dish : office.diner().get("/menus?limit=100").get("items")) {
      JsonNode whole = office.diner().get("/menus/" + dish.get("id").textValue());
      if (options(whole).size() > 1) {
        return whole;
      }
    }
    throw new AssertionError("no dish with options to choose from");
  }

  /** Of the first group. */
  private static List<String> options(JsonNode dish) {
    JsonNode groups = dish.get("optionGroups");
    return groups.isEmpty() ? List.of() : groups.get(0).get("options").findValuesAsText("name");
  }
}
