package com.ojeomneo.local;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.EmulateMediaOptions;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * A phone beside the whole stack, and what a customer does on it. One stack serves all its tests.
 */
final class Phone implements AutoCloseable {
  private static final int WIDTH = 390;
  private static final int HEIGHT = 844;
  private static final Pattern ORDER = Pattern.compile(".*/orders/([0-9a-f-]{36})");
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Home home;
  private final RunningStack stack;
  private final Access access;
  private final Chromium chromium;

  private Phone(Path folder) throws Exception {
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
    try {
      access = stack.ready();
      chromium = Chromium.start();
    } catch (Exception | AssertionError e) {
      stack.close();
      throw e;
    }
  }

  /** Gives a test its phone: with {@code @ExtendWith}, a parameter of a test. */
  static final class Given implements ParameterResolver {
    private static final ExtensionContext.Namespace ALL =
        ExtensionContext.Namespace.create(Given.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
      return parameter.getParameter().getType() == Phone.class;
    }

    @Override
    public Phone resolveParameter(ParameterContext parameter, ExtensionContext test) {
      return test.getRoot().getStore(ALL).computeIfAbsent(Phone.class, _ -> open(), Phone.class);
    }

    private static Phone open() {
      try {
        return new Phone(Files.createTempDirectory("ojeomneo-phone"));
      } catch (Exception e) {
        throw new AssertionError(e);
      }
    }
  }

  Access access() {
    return access;
  }

  Kitchen kitchen() {
    return Kitchen.of(home);
  }

  void visit(Chromium.Visit visit) throws Exception {
    chromium.visit(WIDTH, HEIGHT, ColorScheme.LIGHT, visit);
  }

  void open(Page page, String path) {
    page.navigate(access.server() + path);
  }

  /** From the home page on, until what was chosen lies in the cart's page. */
  String fillACart(Page page) {
    open(page, "/");
    String dish = chooseADish(page, null);
    openCart(page);
    return dish;
  }

  /**
   * The first dish that a shop has now, with whatever has to be chosen for it.
   *
   * @param looks how the names of the pictures on the way begin; null for none
   * @return the dish's id
   */
  static String chooseADish(Page page, String looks) {
    page.locator("a.store:not(.off)").first().click();
    page.locator("a.dish:not(.off)").first().waitFor();
    if (looks != null) {
      look(page, looks + "shop");
    }
    page.locator("a.dish:not(.off)").first().click();
    page.waitForURL("**/menus/*");
    String dish = page.url().replaceAll(".*/", "");
    assertThat(page.getByText("수량").first()).isVisible();
    for (Locator group : page.locator("fieldset:has(.badge:text-is('필수'))").all()) {
      group.locator("input:enabled").first().check();
    }
    if (looks != null) {
      look(page, looks + "dish");
    }
    page.getByRole(AriaRole.BUTTON, matching("담기$")).click();
    return dish;
  }

  static void openCart(Page page) {
    page.getByRole(AriaRole.LINK, matching("장바구니 보기")).click();
    assertThat(page.getByText("총 결제 금액")).isVisible();
  }

  /** Orders what the cart holds and pays it. */
  static void pay(Page page) {
    button(page, "결제하기").click();
    decide(page, "approve");
    page.waitForURL(ORDER);
    assertThat(page.getByText("가게에서 확인하고 있어요")).isVisible();
  }

  /** On the provider's page. */
  static void decide(Page page, String decision) {
    page.locator("button[name=decision][value=%s]".formatted(decision)).click();
  }

  /**
   * Keeps a picture of a screen by day and one by night, and finds nothing that shuts somebody out.
   */
  static void look(Page page, String name) {
    Chromium.look(page, name);
    page.emulateMedia(new EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
    Chromium.look(page, name + "-dark");
    page.emulateMedia(new EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
  }

  static String orderOn(Page page) {
    var id = ORDER.matcher(page.url());
    assertThat(id.find()).as(page.url()).isTrue();
    return id.group(1);
  }

  /** The next request of that kind fails so. */
  void fault(Map<String, Object> fault) throws Exception {
    var request =
        HttpRequest.newBuilder(URI.create(access.sandbox() + "/sandbox/faults"))
            .POST(BodyPublishers.ofString(JSON.writeValueAsString(fault)))
            .build();
    try (var http = HttpClient.newHttpClient()) {
      var answer = http.send(request, BodyHandlers.ofString());
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    }
  }

  /** How many charges the provider has for an order. */
  int charges(String order) throws Exception {
    var request =
        HttpRequest.newBuilder(URI.create(access.sandbox() + "/sandbox/payments?orderId=" + order))
            .build();
    try (var http = HttpClient.newHttpClient()) {
      int charged = 0;
      var answer = http.send(request, BodyHandlers.ofString()).body();
      for (var payment : JSON.readTree(answer).get("payments")) {
        charged += payment.get("status").textValue().equals("DONE") ? 1 : 0;
      }
      return charged;
    }
  }

  /** Changes one row behind everybody's back. */
  void sql(String statement, Object... parameters) throws Exception {
    Access.Database database = access.postgres();
    String url =
        "jdbc:postgresql://127.0.0.1:%d/%s".formatted(database.port(), database.database());
    try (var connection = DriverManager.getConnection(url, database.user(), database.password());
        var update = connection.prepareStatement(statement)) {
      for (int i = 0; i < parameters.length; i++) {
        update.setObject(i + 1, parameters[i]);
      }
      assertThat(update.executeUpdate()).isOne();
    }
  }

  static Locator button(Page page, String name) {
    return page.getByRole(AriaRole.BUTTON, matching(name));
  }

  static Locator link(Page page, String name) {
    return page.getByRole(AriaRole.LINK, matching(name));
  }

  static Locator heading(Page page, String name) {
    return page.getByRole(AriaRole.HEADING, matching(name));
  }

  private static GetByRoleOptions matching(String name) {
    return new GetByRoleOptions().setName(Pattern.compile(name));
  }

  @Override
  public void close() {
    try {
      chromium.close();
    } catch (Exception e) {
      throw new AssertionError(e);
    } finally {
      stack.close();
    }
  }
}
