package com.ojeomneo.local;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import com.ojeomneo.local.Access.SignIn;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The whole stack, a customer with the app, and a browser in the back office: for one class. */
final class BackOffice implements BeforeAllCallback, AfterAllCallback {
  private final Map<String, List<Cookie>> signedIn = new ConcurrentHashMap<>();
  private Path folder;
  private RunningStack stack;
  private Access access;
  private Diner diner;
  private Chromium chromium;

  @Override
  public void beforeAll(ExtensionContext of) throws Exception {
    Chromium.require();
    folder = Files.createTempDirectory("back-office");
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
    diner = Diner.signedIn(access);
    chromium = Chromium.start();
  }

  Access access() {
    return access;
  }

  Diner diner() {
    return diner;
  }

  void onDesk(Chromium.Visit visit) throws Exception {
    onScreen(1280, 800, ColorScheme.LIGHT, visit);
  }

  void onScreen(int width, int height, ColorScheme scheme, Chromium.Visit visit) throws Exception {
    chromium.visit(width, height, scheme, visit);
  }

  /** Signs in the first time only: more often than ten times a minute the Admin refuses. */
  void enter(Page page, SignIn who, String path) {
    List<Cookie> kept = signedIn.get(who.email());
    if (kept != null) {
      page.context().addCookies(kept);
      page.navigate(access.admin() + "/#" + path);
      return;
    }
    page.navigate(access.admin() + "/#" + path);
    signIn(page, who);
    assertThat(page.getByLabel("비밀번호")).isHidden();
    signedIn.put(who.email(), page.context().cookies());
  }

  void signIn(Page page, SignIn who) {
    page.getByLabel("이메일").fill(who.email());
    page.getByLabel("비밀번호").fill(who.password());
    button(page, "로그인").click();
  }

  static Locator button(Page page, String name) {
    return page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName(name).setExact(true));
  }

  /** What PostgreSQL has, whatever pages and caches say. */
  int price(JsonNode dish) throws SQLException {
    Access.Database database = access.postgres();
    String url =
        "jdbc:postgresql://127.0.0.1:%d/%s".formatted(database.port(), database.database());
    try (var connection = DriverManager.getConnection(url, database.user(), database.password());
        var query = connection.prepareStatement("SELECT price FROM menus WHERE id = ?::uuid")) {
      query.setString(1, dish.get("id").textValue());
      var row = query.executeQuery();
      assertThat(row.next()).isTrue();
      return row.getInt(1);
    }
  }

  /** Also after a beginning that failed half-way. */
  @Override
  public void afterAll(ExtensionContext of) throws Exception {
    try {
      if (chromium != null) {
        chromium.close();
      }
    } finally {
      if (stack != null) {
        stack.close();
      }
      if (folder != null) {
        TarXz.delete(folder);
      }
    }
  }
}
