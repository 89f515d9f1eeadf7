package com.ojeomneo.sandbox;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The pages in a real browser on a phone, without JavaScript. */
class PagesBrowserTest {
  private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
  private static final List<String> FLAGS =
      List.of(
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync");

  /** The only thread that may touch Playwright; waiting for it is what bounds a stuck browser. */
  private static final ExecutorService DRIVER = Executors.newSingleThreadExecutor();

  private static TestShop shop;
  private static HttpServer returns;
  private static Playwright playwright;
  private static Browser browser;

  private final String orderId = TestShop.newOrder();

  @BeforeAll
  static void open() throws Exception {
    assumeTrue(
        Files.isExecutable(CHROMIUM) || "true".equals(System.getenv("CI")),
        "needs Debian's package chromium");
    shop = TestShop.open();
    returns = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    returns.createContext("/", PagesBrowserTest::welcomeBack);
    returns.start();
    drive(
        () -> {
          var environment = Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
          playwright = Playwright.create(new Playwright.CreateOptions().setEnv(environment));
          var launch = new BrowserType.LaunchOptions().setExecutablePath(CHROMIUM).setArgs(FLAGS);
          browser = playwright.chromium().launch(launch);
        });
  }

  @AfterAll
  static void close() throws Exception {
    if (shop != null) {
      shop.close();
      returns.stop(0);
    }
    if (playwright != null) {
      drive(playwright::close);
    }
    DRIVER.shutdownNow();
  }

  @Test
  void theCustomerSeesWhatIsPaidAndApproves() throws Exception {
    onPhone(
        "ko-KR",
        ColorScheme.LIGHT,
        page -> {
          page.navigate(checkout());
          assertThat(page.getByText("테스트 결제")).isVisible();
          assertThat(page.getByText("제육덮밥 외 1건")).isVisible();
          assertThat(page.getByText("12,000원")).isVisible();
          assertThat(page.getByText(orderId)).isVisible();
          assertThat(page.getByText("실제로 돈이 빠져나가지 않습니다")).isVisible();
          assertThat(page.getByLabel("정상 카드")).isChecked();
          picture(page, "checkout-ko");

          button(page, "승인").click();

          var back = returned(page, "/done");
          assertThat(back).containsEntry("orderId", orderId).containsEntry("amount", "12000");
          assertThat(shop.lookUp(back.get("paymentKey")).text("status")).isEqualTo("IN_PROGRESS");
        });
  }

  @Test
  void theCustomerDeclines() throws Exception {
    onPhone(
        "ko-KR",
        ColorScheme.DARK,
        page -> {
          page.navigate(checkout());
          picture(page, "checkout-ko-dark");

          button(page, "거절").click();

          assertThat(returned(page, "/failed"))
              .containsEntry("code", "PAY_PROCESS_CANCELED")
              .containsEntry("orderId", orderId);
        });
  }

  @Test
  void aCardThatWillBeRefusedCanBeChosenByKeyboard() throws Exception {
    onPhone(
        "en-US",
        ColorScheme.LIGHT,
        page -> {
          page.navigate(checkout());
          page.getByLabel("Working card").focus();
          page.keyboard().press("ArrowDown");
          assertThat(page.getByLabel("Card over its limit")).isChecked();
          page.keyboard().press("Tab");
          assertThat(button(page, "Approve")).isFocused();
          picture(page, "checkout-en");

          page.keyboard().press("Enter");

          String paymentKey = returned(page, "/done").get("paymentKey");
          assertThat(shop.confirm(paymentKey, orderId, 12_000).code())
              .isEqualTo("REJECT_CARD_PAYMENT");
        });
  }

  @Test
  void aPageThatCannotPaySaysWhy() throws Exception {
    onPhone(
        "ko-KR",
        ColorScheme.LIGHT,
        page -> {
          page.navigate(checkout().replace("amount=12000", "amount=-1"));

          assertThat(page.getByRole(AriaRole.HEADING)).hasText("결제를 시작할 수 없습니다");
          assertThat(page.getByText("1원 이상의 정수")).isVisible();
          picture(page, "malformed-ko");
        });
  }

  @Test
  void aPaidOrderLeadsBackToTheShop() throws Exception {
    shop.charged(orderId, 12_000);
    onPhone(
        "ko-KR",
        ColorScheme.LIGHT,
        page -> {
          page.navigate(checkout());
          assertThat(page.getByRole(AriaRole.HEADING)).hasText("이미 결제된 주문입니다");
          picture(page, "paid-ko");

          page.getByRole(AriaRole.LINK).click();

          assertThat(returned(page, "/failed")).containsEntry("orderId", orderId);
        });
  }

  @Test
  void aPaymentIsCancelledInPartOnTheSandboxsOwnPage() throws Exception {
    String paymentKey = shop.charged(orderId, 12_000);
    onPhone(
        "ko-KR",
        ColorScheme.LIGHT,
        page -> {
          page.navigate(shop.address() + "/");
          Locator payment =
              page.locator("article")
                  .filter(new Locator.FilterOptions().setHasText(orderId))
                  .first();
          payment.getByText("결제 취소").click();
          payment.getByLabel("취소 사유").fill("늦음");
          payment.getByLabel("금액").fill("2000");
          picture(page, "console-ko");

          payment.getByText("취소하기").click();

          assertThat(payment.getByText("−2,000원 · 늦음")).isVisible();
          assertThat(shop.lookUp(paymentKey).number("balanceAmount")).isEqualTo(10_000);
        });
  }

  private interface Task {
    void run() throws Exception;
  }

  private interface Visit {
    void to(Page page) throws Exception;
  }

  private static void drive(Task task) throws Exception {
    Future<Void> done =
        DRIVER.submit(
            () -> {
              task.run();
              return null;
            });
    done.get(60, TimeUnit.SECONDS);
  }

  private static void onPhone(String language, ColorScheme colours, Visit visit) throws Exception {
    var phone =
        new Browser.NewPageOptions()
            .setJavaScriptEnabled(false)
            .setLocale(language)
            .setColorScheme(colours)
            .setViewportSize(390, 780)
            .setDeviceScaleFactor(2);
    drive(
        () -> {
          try (Page page = browser.newPage(phone)) {
            page.setDefaultTimeout(15_000);
            visit.to(page);
          }
        });
  }

  private String checkout() {
    var query = TestShop.checkoutOf(orderId, 12_000);
    String base = "http://127.0.0.1:" + returns.getAddress().getPort();
    query.put("successUrl", base + "/done");
    query.put("failUrl", base + "/failed");
    return shop.address() + "/checkout?" + TestShop.encoded(query);
  }

  private static Locator button(Page page, String name) {
    return page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName(name).setExact(true));
  }

  /** What the shop is told once the browser is back there. */
  private static Map<String, String> returned(Page page, String path) {
    page.waitForURL("**" + path + "?**");
    assertThat(page).hasTitle("the shop");
    return TestShop.parameters(URI.create(page.url()));
  }

  private static void picture(Page page, String name) {
    var file = Path.of("target", "screenshots", name + ".png");
    page.screenshot(new ScreenshotOptions().setPath(file).setFullPage(true));
  }

  private static void welcomeBack(HttpExchange exchange) throws IOException {
    byte[] body = "<title>the shop</title>".getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "text/html");
    exchange.sendResponseHeaders(200, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }
}
