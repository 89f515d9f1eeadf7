package com.ojeomneo.local;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.ojeomneo.local.Access.SignIn;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The back office as those who work in it see it: a real browser on the whole stack. */
class BackOfficeTest {
  @TempDir private static Path folder;

  private static RunningStack stack;
  private static Access access;
  private static Chromium chromium;

  @BeforeAll
  static void open() throws Exception {
    Chromium.require();
    stack =
        RunningStack.launch(
            TestHome.in(folder),
            "--server-port",
            String.valueOf(Ports.anyFree()),
            "--admin-port",
            String.valueOf(Ports.anyFree()),
            "--sandbox-port",
            String.valueOf(Ports.anyFree()));
    access = stack.ready();
    chromium = Chromium.start();
  }

  @AfterAll
  static void close() throws Exception {
    if (chromium != null) {
      chromium.close();
    }
    if (stack != null) {
      stack.close();
    }
  }

  @Test
  void whoHasNoSessionSignsIn() throws Exception {
    chromium.visit(
        1280,
        800,
        ColorScheme.LIGHT,
        page -> {
          page.navigate(access.admin() + "/#/menus");
          assertThat(button(page, "로그인")).isVisible();
          Chromium.look(page, "sign-in");
          page.getByLabel("이메일").fill(access.owner().email());
          page.getByLabel("비밀번호").fill("wrong");
          button(page, "로그인").click();
          assertThat(page.getByRole(AriaRole.ALERT)).isVisible();

          signIn(page, access.owner());

          assertThat(page.getByText("김치찌개").first()).isVisible();
          Chromium.look(page, "menus");
        });
  }

  private static void signIn(Page page, SignIn who) {
    page.getByLabel("이메일").fill(who.email());
    page.getByLabel("비밀번호").fill(who.password());
    button(page, "로그인").click();
  }

  private static Locator button(Page page, String name) {
    return page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName(name));
  }
}
