package com.ojeomneo.local;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Whoever takes lists along. */
class ExportDeskTest {
  @RegisterExtension static final BackOffice office = new BackOffice();

  @Test
  void aListForExcelIsMadeOnTheServerAndDownloadedLater() throws Exception {
    office.onDesk(
        page -> {
          office.enter(page, office.access().owner(), "/menus");
          BackOffice.button(page, "내보내기").click();
          page.getByLabel("파일 형식").click();
          page.getByRole(AriaRole.OPTION, new GetByRoleOptions().setName("엑셀 (.xlsx)")).click();
          page.getByLabel("서버에서 만들고 나중에 받기").check();
          Chromium.look(page, "export-dialog");
          BackOffice.button(page, "파일 만들기").click();
          page.getByLabel("내 계정").click();
          page.getByRole(AriaRole.MENUITEM, new GetByRoleOptions().setName("내보낸 파일")).click();
          assertThat(page.getByText("완료")).isVisible();
          Chromium.look(page, "exports");

          Download download =
              page.waitForDownload(
                  () ->
                      page.getByRole(
                              AriaRole.LINK, new GetByRoleOptions().setName("받기").setExact(true))
                          .click());
          assertThat(download.suggestedFilename()).startsWith("menus-").endsWith(".xlsx");
          assertThat(new String(Files.readAllBytes(download.path()), 0, 2)).isEqualTo("PK");
        });
    office.onScreen(
        390,
        844,
        ColorScheme.DARK,
        page -> {
          office.enter(page, office.access().owner(), "/exports");
          assertThat(page.getByText("완료")).isVisible();
          Chromium.look(page, "exports-phone");
          BackOffice.button(page, "지우기").click();
          assertThat(page.getByText("지웠어요.")).isVisible();
          assertThat(page.getByText("완료")).isHidden();
        });
  }
}
