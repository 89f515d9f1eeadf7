package com.ojeomneo.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * Debian's Chromium. Playwright belongs to one thread; waiting for that thread is what bounds a
 * browser that is stuck.
 */
final class Chromium {
  private static final int PATIENCE_MILLIS = 20_000;
  private static final int TABLET = 600;
  private static final Path PROGRAM = Path.of("/usr/bin/chromium");
  private static final Path PICTURES = Path.of("target", "screenshots");

  /** Half faded in, a page is neither what people see nor what they can read. */
  private static final String AT_REST =
      """
      () => Promise.allSettled(document.getAnimations()
        .filter(each => each.effect.getComputedTiming().iterations !== Infinity)
        .map(each => each.finished))
      """;

  private static final Set<String> SERIOUS = Set.of("serious", "critical");
  private static final List<String> FLAGS =
      List.of(
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync");

  private final ExecutorService driver = Executors.newSingleThreadExecutor();
  private Playwright playwright;
  private Browser browser;

  static void require() {
    assumeTrue(
        Files.isExecutable(PROGRAM) || "true".equals(System.getenv("CI")),
        "needs Debian's package chromium");
  }

  static Chromium start() throws Exception {
    PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
    var chromium = new Chromium();
    chromium.drive(
        () -> {
          var environment = Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
          chromium.playwright =
              Playwright.create(new Playwright.CreateOptions().setEnv(environment));
          var launch = new BrowserType.LaunchOptions().setExecutablePath(PROGRAM).setArgs(FLAGS);
          chromium.browser = chromium.playwright.chromium().launch(launch);
        });
    return chromium;
  }

  /** What a person does on one screen. */
  interface Visit {
    void on(Page page) throws Exception;
  }

  private interface Work {
    void run() throws Exception;
  }

  /** A new browser of somebody who reads Korean. */
  void visit(int width, int height, ColorScheme scheme, Visit visit) throws Exception {
    drive(
        () -> {
          try (BrowserContext context = browser.newContext(korean(width, height, scheme))) {
            context.setDefaultTimeout(PATIENCE_MILLIS);
            follow(context.newPage(), visit);
          }
        });
  }

  /** What the page looked like when it did not go as expected is half of what went wrong. */
  private static void follow(Page page, Visit visit) throws Exception {
    List<String> said = new ArrayList<>();
    page.onConsoleMessage(message -> said.add(message.type() + ": " + message.text()));
    page.onPageError(said::add);
    try {
      visit.on(page);
    } catch (Exception | AssertionError failure) {
      picture(page, "failed-" + System.nanoTime());
      said.forEach(line -> failure.addSuppressed(new AssertionError(line)));
      failure.addSuppressed(new AssertionError("at " + page.url()));
      throw failure;
    }
  }

  /** Another browser beside that of a page, of somebody else or on another device. */
  static BrowserContext beside(Page page) {
    var size = page.viewportSize();
    BrowserContext context =
        page.context().browser().newContext(korean(size.width, size.height, ColorScheme.LIGHT));
    context.setDefaultTimeout(PATIENCE_MILLIS);
    return context;
  }

  private static Browser.NewContextOptions korean(int width, int height, ColorScheme scheme) {
    return new Browser.NewContextOptions()
        .setLocale("ko-KR")
        .setTimezoneId("Asia/Seoul")
        .setColorScheme(scheme)
        .setIsMobile(width < TABLET)
        .setHasTouch(width < TABLET)
        .setViewportSize(width, height);
  }

  static void picture(Page page, String name) {
    page.evaluate(AT_REST);
    page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve(name + ".png")));
  }

  /** Keeps a picture of the page, and finds nothing on it that shuts somebody out. */
  static void look(Page page, String name) {
    picture(page, name);
    var findings =
        new AxeBuilder(page)
            .analyze().getViolations().stream()
                .filter(rule -> SERIOUS.contains(rule.getImpact()))
                .map(rule -> "%s: %s".formatted(rule.getId(), rule.getNodes().getFirst().getHtml()))
                .toList();
    assertThat(findings).as("axe on " + name).isEmpty();
  }

  private void drive(Work work) throws Exception {
    Future<?> done =
        driver.submit(
            () -> {
              work.run();
              return null;
            });
    done.get(120, TimeUnit.SECONDS);
  }

  void close() throws Exception {
    try {
      if (playwright != null) {
        drive(playwright::close);
      }
    } finally {
      driver.shutdownNow();
    }
  }
}
