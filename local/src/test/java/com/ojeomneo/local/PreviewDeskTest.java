package com.ojeomneo.local;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Who sees what is looked at before it is saved. */
class PreviewDeskTest {
  private static final String OPEN = "앱에서 보일 모습 미리보기";

  @RegisterExtension static final BackOffice office = new BackOffice();

  @Test
  void aFlagForAPartOfTheDevicesSaysForHowMany() throws Exception {
    office.onDesk(
        page -> {
          office.enter(page, office.access().owner(), "/");
          AdminApi.signedIn(page, office.access())
              .make("feature_flags", Map.of("key", "groupOrder", "enabled", true));
          office.enter(page, office.access().owner(), "/feature_flags/groupOrder");
          page.getByLabel("대상 기기(%)").fill("30");
          BackOffice.button(page, OPEN).click();
          Locator changes = changes(page);
          assertThat(changes).containsText("기능 groupOrder");
          assertThat(changes).containsText("꺼짐");
          assertThat(page.getByText("임의의 기기 번호 1000개로 계산했어요")).isVisible();
          Chromium.look(page, "preview-flag");
        });
  }

  @Test
  void aNewFlagIsForEveryPlatformUnlessSomethingElseIsChosen() throws Exception {
    office.onDesk(
        page -> {
          office.enter(page, office.access().owner(), "/feature_flags/create");
          page.getByLabel("키").fill("newFlag");
          page.getByLabel("켜짐").check();
          page.getByLabel("대상 기기(%)").fill("30");
          BackOffice.button(page, OPEN).click();
          assertThat(page.getByText("임의의 기기 번호 1000개로 계산했어요")).isVisible();
          BackOffice.button(page, "만들기").click();
          assertThat(page.getByText("만들었어요.")).isVisible();
          for (String platform : new String[] {"아이폰", "안드로이드"}) {
            assertThat(page.getByText(platform, new Page.GetByTextOptions().setExact(true)))
                .isVisible();
          }
        });
  }

  @Test
  void aNoticeIsSeenAsTheAppShowsItInItsTimeOnly() throws Exception {
    office.onScreen(
        390,
        844,
        ColorScheme.DARK,
        page -> {
          office.enter(page, office.access().owner(), "/notices/create");
          page.getByLabel("제목").fill("성탄절 쉬어요");
          page.getByLabel("내용").fill("25일은 모든 가게가 쉬어요.");
          page.getByLabel("시작").fill("2030-12-25T00:00");
          BackOffice.button(page, OPEN).click();
          assertThat(page.getByText("이 앱이 받는 것은 그대로예요.")).isVisible();
          page.getByLabel("시각", new Page.GetByLabelOptions().setExact(true))
              .fill("2030-12-25T12:00");
          assertThat(changes(page)).containsText("성탄절 쉬어요");
          Chromium.look(page, "preview-notice-phone");
        });
  }

  @Test
  void aNewOldestVersionSaysWhoMustUpdate() throws Exception {
    office.onDesk(
        page -> {
          office.enter(page, office.access().owner(), "/app_versions/ios");
          page.getByLabel("최소 버전").fill("1.2.0");
          page.getByLabel("최신 버전").fill("1.3.0");
          BackOffice.button(page, OPEN).click();
          Locator versions = page.getByRole(AriaRole.TABLE, new GetByRoleOptions().setName("버전별"));
          assertThat(versions).containsText("꼭 업데이트");
          assertThat(versions).containsText("업데이트 권유");
          Chromium.look(page, "preview-version");
        });
  }

  private static Locator changes(Page page) {
    return page.getByRole(AriaRole.TABLE, new GetByRoleOptions().setName("달라지는 것"));
  }
}
