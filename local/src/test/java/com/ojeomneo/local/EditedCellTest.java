package com.ojeomneo.local;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Whoever edits a value where it stands in a list. */
class EditedCellTest {
  @RegisterExtension static final BackOffice office = new BackOffice();

  @Test
  void aPriceIsEditedInTheListByKeyboardAndPutBack() throws Exception {
    JsonNode dish = dish(0);
    int before = office.price(dish);
    office.onDesk(
        page -> {
          Locator field = open(page, dish);
          field.fill("%,d".formatted(before + 700));
          Chromium.look(page, "cell-price");
          field.press("Enter");
          assertThat(page.getByText("저장했어요.")).isVisible();
          assertThat(field).isHidden();
          assertThat(row(page, dish)).containsText("%,d".formatted(before + 700));
          assertThat(office.price(dish)).isEqualTo(before + 700);

          BackOffice.button(page, "되돌리기").click();
          assertThat(page.getByText("되돌렸어요.")).isVisible();
          assertThat(row(page, dish)).containsText("%,d".formatted(before));
          assertThat(office.price(dish)).isEqualTo(before);
        });
  }

  @Test
  void whatIsWrongIsSaidAndWhatIsLeftIsNotWritten() throws Exception {
    JsonNode dish = dish(1);
    int before = office.price(dish);
    office.onDesk(
        page -> {
          Locator field = open(page, dish);
          field.pressSequentially("1");
          assertThat(field).hasValue("1");
          field.press("Enter");
          assertThat(field).hasAttribute("aria-invalid", "true");
          assertThat(row(page, dish)).containsText("이상이어야 해요.");
          field.press("Escape");
          assertThat(field).isHidden();
          assertThat(office.price(dish)).isEqualTo(before);
        });
  }

  @Test
  void whoeverWasFasterIsSeenBeforeTheyAreOverwritten() throws Exception {
    JsonNode dish = dish(2);
    int before = office.price(dish);
    office.onDesk(
        page -> {
          Locator field = open(page, dish);
          field.fill(String.valueOf(before + 300));
          AdminApi other = AdminApi.signedIn(Chromium.beside(page).request(), office.access());
          other.change("menus/" + dish.get("id").textValue(), Map.of("price", before + 100));
          field.press("Enter");
          assertThat(page.getByText("그사이 다른 사람이 바꿨어요")).isVisible();
          Chromium.look(page, "cell-overtaken");
          assertThat(office.price(dish)).isEqualTo(before + 100);

          field.press("Enter");
          assertThat(page.getByText("저장했어요.")).isVisible();
          assertThat(office.price(dish)).isEqualTo(before + 300);
        });
  }

  private static JsonNode dish(int place) throws Exception {
    return office.diner().get("/menus?limit=5").get("items").get(place);
  }

  private static Locator open(Page page, JsonNode dish) {
    office.enter(
        page,
        office.access().owner(),
        "/menus?filter=%7B%22storeId%22%3A%22" + dish.get("storeId").textValue() + "%22%7D");
    Locator pen = row(page, dish).getByLabel(dish.get("name").textValue() + ": 가격 고치기");
    pen.focus();
    pen.press("Enter");
    return row(page, dish).getByRole(AriaRole.TEXTBOX);
  }

  private static Locator row(Page page, JsonNode dish) {
    return page.locator(
        "tbody tr",
        new Page.LocatorOptions()
            .setHas(page.locator("a[href$='/menus/%s']".formatted(dish.get("id").textValue()))));
  }
}
