package com.ojeomneo.local;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.ojeomneo.schema.jooq.enums.OrderStatus;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The app on a phone, against the whole stack: what a customer does between 11:40 and 12:30. */
class MobileTest {
  private static final Pattern ORDER = Pattern.compile(".*/orders/([0-9a-f-]{36})");

  @TempDir private static Path folder;
  private static Home home;
  private static RunningStack stack;
  private static Access access;
  private static Chromium chromium;

  @BeforeAll
  static void open() throws Exception {
    Chromium.require();
    home = TestHome.in(folder);
    stack =
        RunningStack.launch(
            home,
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
    try {
      if (chromium != null) {
        chromium.close();
      }
    } finally {
      if (stack != null) {
        stack.close();
      }
    }
  }

  @Test
  void lunchIsOrderedPaidAndWatchedUntilItIsReady() throws Exception {
    onPhone(
        page -> {
          page.navigate(access.server());
          assertThat(page.getByRole(AriaRole.HEADING, named("가게"))).isVisible();
          assertThat(page.getByText("주문 마감").first()).isVisible();
          Chromium.look(page, "app-home");
          chooseADish(page, "app-");
          page.getByRole(AriaRole.LINK, matching("장바구니 보기")).click();
          assertThat(page.getByText("총 결제 금액")).isVisible();
          Chromium.look(page, "app-cart");
          pay(page);
          assertThat(page.getByText("가게에서 확인하고 있어요")).isVisible();
          assertThat(page.getByText("장바구니 보기")).hasCount(0);
          var kitchen = Kitchen.of(home);
          String order = orderOn(page);
          kitchen.move(order, OrderStatus.ACCEPTED, null);
          assertThat(page.getByText("주문을 접수했어요")).isVisible();
          kitchen.move(order, OrderStatus.PREPARING, null);
          assertThat(page.getByText("만들고 있어요")).isVisible();
          Chromium.look(page, "app-order");
          kitchen.move(order, OrderStatus.READY, null);
          assertThat(page.getByText("준비됐어요! 찾으러 오세요")).isVisible();
          Chromium.look(page, "app-ready");
          page.reload();
          assertThat(page.getByText("준비됐어요! 찾으러 오세요")).isVisible();
          page.navigate(access.server() + "/orders");
          assertThat(page.getByText("준비됐어요! 찾으러 오세요")).isVisible();
          Chromium.look(page, "app-orders");
        });
  }

  @Test
  void aDeclinedPaymentLeavesTheOrderToBePaidAgain() throws Exception {
    onPhone(
        page -> {
          page.navigate(access.server());
          chooseADish(page, null);
          page.getByRole(AriaRole.LINK, matching("장바구니 보기")).click();
          button(page, "결제하기").click();
          page.locator("button[name=decision][value=decline]").click();
          assertThat(page.getByRole(AriaRole.HEADING, matching("결제(가 승인되지|를 마치지) 않았어요")))
              .isVisible();
          Chromium.look(page, "app-declined");
          page.getByRole(AriaRole.LINK, named("주문 보기")).click();
          assertThat(page.getByText("결제를 기다려요")).isVisible();
          page.getByRole(AriaRole.LINK, matching("결제하기")).click();
          page.locator("button[name=decision][value=approve]").click();
          assertThat(page.getByText("가게에서 확인하고 있어요")).isVisible();
        });
  }

  @Test
  void aPriceThatChangedMeanwhileIsSaidBeforeAnythingIsPaid() throws Exception {
    onPhone(
        page -> {
          page.navigate(access.server());
          String dish = chooseADish(page, null);
          page.getByRole(AriaRole.LINK, matching("장바구니 보기")).click();
          assertThat(page.getByText("총 결제 금액")).isVisible();
          sql("UPDATE menus SET price = price + 700 WHERE id = ?::uuid", dish);
          Locator changed = page.getByText("장바구니가 바뀌었어요");
          button(page, "결제하기").click();
          assertThat(changed).isVisible();
          Chromium.look(page, "app-changed");
          pay(page);
          assertThat(page.getByText("가게에서 확인하고 있어요")).isVisible();
        });
  }

  @Test
  void anOrderIsReadWithoutANetworkAndGoesOnAfterwards() throws Exception {
    onPhone(
        page -> {
          page.navigate(access.server());
          chooseADish(page, null);
          page.getByRole(AriaRole.LINK, matching("장바구니 보기")).click();
          pay(page);
          assertThat(page.getByText("가게에서 확인하고 있어요")).isVisible();
          page.evaluate("navigator.serviceWorker.ready");
          page.reload();
          assertThat(page.getByText("가게에서 확인하고 있어요")).isVisible();
          String order = orderOn(page);
          page.context().setOffline(true);
          page.reload();
          assertThat(page.getByText("인터넷에 연결되어 있지 않아요")).isVisible();
          assertThat(page.getByText("가게에서 확인하고 있어요")).isVisible();
          Chromium.look(page, "app-offline");
          Kitchen.of(home).move(order, OrderStatus.ACCEPTED, null);
          page.context().setOffline(false);
          assertThat(page.getByText("주문을 접수했어요")).isVisible();
        });
  }

  @Test
  void aGuestSignsUpAndKeepsTheOrdersAndLeavesAgain() throws Exception {
    onPhone(
        page -> {
          page.navigate(access.server());
          chooseADish(page, null);
          page.getByRole(AriaRole.LINK, matching("장바구니 보기")).click();
          pay(page);
          assertThat(page.getByText("가게에서 확인하고 있어요")).isVisible();
          page.navigate(access.server() + "/me");
          assertThat(page.getByText("손님으로 이용 중이에요")).isVisible();
          page.getByRole(AriaRole.LINK, named("가입하기")).click();
          page.getByLabel("이메일").fill("lunch@example.com");
          page.getByLabel("비밀번호").fill("점심은 비빔밥으로!");
          page.getByLabel("이름").fill("김점심");
          page.getByLabel("모두 동의").check();
          Chromium.look(page, "app-signup");
          button(page, "가입하기").click();
          assertThat(page.getByText("lunch@example.com")).isVisible();
          Chromium.look(page, "app-me");
          page.navigate(access.server() + "/orders");
          assertThat(page.getByText("가게에서 확인하고 있어요")).isVisible();
          page.navigate(access.server() + "/me");
          button(page, "탈퇴하기").click();
          button(page, "네, 탈퇴할게요").click();
          assertThat(page.getByRole(AriaRole.HEADING, named("가게"))).isVisible();
          page.navigate(access.server() + "/me");
          assertThat(page.getByText("손님으로 이용 중이에요")).isVisible();
          assertThat(page.evaluate("JSON.stringify(localStorage)").toString())
              .doesNotContain("lunch@example.com");
        });
  }

  @Test
  void theScreensAreReadableAtNightAndInEnglish() throws Exception {
    chromium.visit(
        390,
        844,
        ColorScheme.DARK,
        page -> {
          page.navigate(access.server());
          assertThat(page.getByText("주문 마감").first()).isVisible();
          Chromium.look(page, "app-home-dark");
          chooseADish(page, "app-dark-");
          page.navigate(access.server() + "/me");
          page.getByLabel("언어").selectOption("en");
          assertThat(page.getByText("You are a guest")).isVisible();
          page.navigate(access.server());
          assertThat(page.getByText("What is for lunch today?")).isVisible();
          Chromium.look(page, "app-home-english");
        });
  }

  /** The first dish that a shop has now, with whatever has to be chosen for it. */
  private static String chooseADish(Page page, String looks) {
    page.locator("a.store:not(.off)").first().click();
    page.locator("a.dish:not(.off)").first().waitFor();
    if (looks != null) {
      Chromium.look(page, looks + "shop");
    }
    page.locator("a.dish:not(.off)").first().click();
    page.waitForURL("**/menus/*");
    String dish = page.url().replaceAll(".*/", "");
    assertThat(page.getByText("수량").first()).isVisible();
    for (Locator group : page.locator("fieldset:has(.badge:text-is('필수'))").all()) {
      group.locator("input:enabled").first().check();
    }
    if (looks != null) {
      Chromium.look(page, looks + "dish");
    }
    page.getByRole(AriaRole.BUTTON, matching("담기$")).click();
    return dish;
  }

  private static void pay(Page page) {
    button(page, "결제하기").click();
    page.locator("button[name=decision][value=approve]").click();
    page.waitForURL(ORDER);
  }

  private static String orderOn(Page page) {
    var id = ORDER.matcher(page.url());
    assertThat(id.find()).isTrue();
    return id.group(1);
  }

  private static void sql(String statement, String parameter) throws SQLException {
    Access.Database database = access.postgres();
    String url =
        "jdbc:postgresql://127.0.0.1:%d/%s".formatted(database.port(), database.database());
    try (var connection = DriverManager.getConnection(url, database.user(), database.password());
        var update = connection.prepareStatement(statement)) {
      update.setString(1, parameter);
      assertThat(update.executeUpdate()).isOne();
    }
  }

  private static void onPhone(Chromium.Visit visit) throws Exception {
    chromium.visit(390, 844, ColorScheme.LIGHT, visit);
  }

  private static Locator button(Page page, String name) {
    return page.getByRole(AriaRole.BUTTON, matching(name));
  }

  private static GetByRoleOptions named(String name) {
    return new GetByRoleOptions().setName(name).setExact(true);
  }

  private static GetByRoleOptions matching(String name) {
    return new GetByRoleOptions().setName(Pattern.compile(name));
  }
}
