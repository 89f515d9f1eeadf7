package com.ojeomneo.local;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Whoever keeps the menu, and what they do with it before lunch. */
class CatalogueDeskTest {
  private static final int WIDTH = 320;

  @RegisterExtension static final BackOffice office = new BackOffice();

  @Test
  void aDeletedDishIsBroughtBackFromItsPageAndFromTheList() throws Exception {
    JsonNode dish = dish(0);
    String name = dish.get("name").textValue();
    office.onDesk(
        page -> {
          office.enter(page, office.access().owner(), pathOf(dish));
          delete(page);
          page.getByRole(AriaRole.LINK, new GetByRoleOptions().setName("되살리기")).click();
          assertThat(page.getByText("이 항목은 삭제됐어요.")).isVisible();
          Chromium.look(page, "deleted");
          revive(page);
          assertThat(page.getByRole(AriaRole.HEADING, new GetByRoleOptions().setName(name)).first())
              .isVisible();
          assertThat(BackOffice.button(page, "삭제")).isVisible();
          awaitOnTheMenu(dish, true);

          delete(page);
          awaitOnTheMenu(dish, false);
          page.getByRole(AriaRole.LINK, new GetByRoleOptions().setName("삭제한 항목")).click();
          assertThat(page.getByRole(AriaRole.LINK, new GetByRoleOptions().setName(name)))
              .isVisible();
          Chromium.look(page, "deleted-list");
          revive(page);
          assertThat(page.getByRole(AriaRole.HEADING, new GetByRoleOptions().setName(name)).first())
              .isVisible();
          awaitOnTheMenu(dish, true);

          office.enter(page, office.access().owner(), "/audit_log");
          page.getByRole(AriaRole.ROW).nth(1).getByRole(AriaRole.LINK).click();
          assertThat(page.getByRole(AriaRole.LINK, new GetByRoleOptions().setName("항목 열기")))
              .isVisible();
          Chromium.look(page, "log-entry");
        });
  }

  @Test
  void aPictureIsUploadedInTheFormAndIsInTheApp() throws Exception {
    JsonNode dish = dish(1);
    office.onDesk(
        page -> {
          office.enter(page, office.access().owner(), pathOf(dish));
          page.locator("input[type=file]")
              .setInputFiles(new FilePayload("dish.png", "image/png", picture()));
          assertThat(page.locator("img[src^='/api/images/']").first())
              .hasJSProperty("naturalWidth", WIDTH);
          Chromium.look(page, "menu-form");
          save(page);
          String url =
              office
                  .diner()
                  .await(
                      "/menus/" + dish.get("id").textValue(),
                      shown -> shown.get("imageUrl").asText().matches(".*/images/[0-9a-f]{64}.*"))
                  .get("imageUrl")
                  .textValue();
          assertThat(
                  page.request()
                      .get(URI.create(office.access().server()).resolve(url).toString())
                      .ok())
              .isTrue();
        });
  }

  @Test
  void optionsAreInTheOrderThatTheyWereGiven() throws Exception {
    JsonNode dish = dishWithOptions();
    List<String> before = options(dish);
    office.onDesk(
        page -> {
          office.enter(page, office.access().owner(), pathOf(dish) + "?tab=options");
          Locator options =
              page.getByRole(AriaRole.REGION, new GetByRoleOptions().setName("옵션").setExact(true))
                  .first();
          options.getByLabel("위로 옮기기").nth(1).click();
          Chromium.look(page, "options");
          save(page);
          office
              .diner()
              .await(
                  "/menus/" + dish.get("id").textValue(),
                  shown ->
                      options(shown).get(0).equals(before.get(1))
                          && options(shown).get(1).equals(before.get(0)));
        });
  }

  @Test
  void nobodyIsShutOutOfTheOtherScreens() throws Exception {
    office.onDesk(
        page -> {
          for (var screen : List.of("profile", "audit_log", "app_settings", "staff", "refunds")) {
            office.enter(page, office.access().owner(), "/" + screen);
            assertThat(page.getByRole(AriaRole.HEADING).first()).isVisible();
            assertThat(page.getByRole(AriaRole.PROGRESSBAR)).hasCount(0);
            Chromium.look(page, screen);
          }
        });
  }

  private static void delete(Page page) {
    BackOffice.button(page, "삭제").click();
    Locator dialog = page.getByRole(AriaRole.DIALOG);
    dialog
        .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("삭제").setExact(true))
        .click();
    assertThat(page.getByText("삭제했어요.")).isVisible();
  }

  private static void revive(Page page) {
    BackOffice.button(page, "되살리기").click();
    page.getByRole(AriaRole.DIALOG).getByText("확인").click();
    assertThat(page.getByText("되살렸어요.")).isVisible();
  }

  private static void save(Page page) {
    BackOffice.button(page, "저장").click();
    assertThat(page.getByText("저장했어요.")).isVisible();
  }

  private static void awaitOnTheMenu(JsonNode dish, boolean there) throws Exception {
    office
        .diner()
        .await(
            "/menus?limit=100&storeId=" + dish.get("storeId").textValue(),
            found -> found.get("items").findValuesAsText("id").contains(idOf(dish)) == there);
  }

  private static JsonNode dish(int number) throws Exception {
    return office.diner().get("/menus?limit=2").get("items").get(number);
  }

  private static JsonNode dishWithOptions() throws Exception {
    for (JsonNode dish : office.diner().get("/menus?limit=100").get("items")) {
      JsonNode whole = office.diner().get("/menus/" + idOf(dish));
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

  private static String idOf(JsonNode dish) {
    return dish.get("id").textValue();
  }

  private static String pathOf(JsonNode dish) {
    return "/menus/" + idOf(dish);
  }

  private static byte[] picture() throws IOException {
    var bytes = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(WIDTH, 240, BufferedImage.TYPE_INT_RGB), "png", bytes);
    return bytes.toByteArray();
  }
}
