package com.ojeomneo.local;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Whoever keeps the menu in a spreadsheet. */
class ImportDeskTest {
  @RegisterExtension static final BackOffice office = new BackOffice();

  private static final Charset MS949 = Charset.forName("x-windows-949");

  @Test
  void aListIsTakenAlongEditedInASpreadsheetAndBroughtBack() throws Exception {
    JsonNode dish = office.diner().get("/menus?limit=1").get("items").get(0);
    int before = office.price(dish);
    office.onDesk(
        page -> {
          office.enter(page, office.access().owner(), "/menus");
          page.getByRole(AriaRole.LINK, new GetByRoleOptions().setName("가져오기")).click();
          Download download =
              page.waitForDownload(
                  () ->
                      page.getByRole(AriaRole.LINK, new GetByRoleOptions().setName("고칠 파일 받기"))
                          .click());
          String exported = Files.readString(download.path());
          choose(page, exported.getBytes(StandardCharsets.UTF_8));
          assertThat(page.getByText("바뀌는 것이 없어요.")).isVisible();

          choose(page, edited(exported, dish, before).getBytes(MS949));
          assertThat(page.getByText("MS949")).isVisible();
          assertThat(page.getByText("고치기 1건")).isVisible();
          assertThat(page.getByText("새로 만들기 1건")).isVisible();
          Chromium.look(page, "import-preview");
          assertThat(office.price(dish)).isEqualTo(before);

          BackOffice.button(page, "2건 가져오기").click();
          assertThat(page.getByText("2건을 가져왔어요.")).isVisible();
          assertThat(office.price(dish)).isEqualTo(before + 300);
          assertThat(page.getByText("가져온 새 메뉴").first()).isVisible();
        });
  }

  /** One dish costs more, and one line without an id is new; the others are left out. */
  private static String edited(String exported, JsonNode dish, int price) {
    String[] lines = exported.split("\r?\n");
    String row =
        exported
            .lines()
            .filter(line -> line.contains(dish.get("id").textValue()))
            .findFirst()
            .orElseThrow();
    String dearer = row.replace("," + price + ",", "," + (price + 300) + ",");
    String made =
        dearer
            .replaceFirst("^[^,]*,[^,]*,", ",,")
            .replace(dish.get("name").textValue(), "가져온 새 메뉴");
    return lines[0].replace("\uFEFF", "") + "\r\n" + dearer + "\r\n" + made + "\r\n";
  }

  private static void choose(Page page, byte[] file) {
    page.locator("input[type=file]").setInputFiles(new FilePayload("dishes.csv", "text/csv", file));
  }
}
