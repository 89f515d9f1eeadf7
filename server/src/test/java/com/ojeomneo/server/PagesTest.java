package com.ojeomneo.server;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(TestStack.class)
class PagesTest {
  private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
  private static final Pattern ROUTE = Pattern.compile("<Route path=\"([^\"]+)\"");
  private static final Pattern LINK = Pattern.compile("(?:href|src)=\"(/[^\"]*)\"");

  @TestHTTPResource URI server;

  @Test
  void theFrontDoorIsTheAppWithNothingInlineWhoseFilesAreAllThere() {
    String page =
        get("/")
            .then()
            .statusCode(200)
            .contentType("text/html")
            .header("Content-Security-Policy", containsString("default-src 'self'"))
            .header("Cache-Control", equalTo("no-cache"))
            .body(not(containsString("<script>")))
            .body(not(containsString("style=")))
            .extract()
            .asString();

    var links = LINK.matcher(page).results().map(link -> link.group(1)).toList();
    assertThat(links).contains("/icon.svg").containsOnlyOnce("/manifest.webmanifest");
    assertThat(links).allSatisfy(link -> get(link).then().statusCode(200));
    assertThat(links.stream().filter(link -> link.startsWith("/assets/")))
        .isNotEmpty()
        .allSatisfy(
            link ->
                get(link)
                    .then()
                    .header("Cache-Control", equalTo("public, max-age=31536000, immutable"))
                    .header("Content-Encoding", equalTo("gzip")));
  }

  /** As the app itself declares them, with something for each parameter. */
  static List<String> screens() throws IOException {
    String routes = Files.readString(Path.of("../mobile/src/App.tsx"));
    return ROUTE
        .matcher(routes)
        .results()
        .map(route -> route.group(1).replaceAll(":[a-z]+", "a") + "?paymentKey=b")
        .toList();
  }

  @ParameterizedTest
  @MethodSource("screens")
  void everyScreenOfTheAppIsItsOnePage(String address) {
    get(address)
        .then()
        .statusCode(200)
        .contentType("text/html")
        .header("Cache-Control", equalTo("no-cache"))
        .header("Content-Security-Policy", containsString("frame-ancestors 'none'"))
        .body(containsString("<div id=\"app\">"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/sw.js", "/push.js", "/manifest.webmanifest", "/icon.svg"})
  void aNewVersionOfTheAppIsFoundAtOnce(String file) {
    get(file).then().statusCode(200).header("Cache-Control", equalTo("no-cache"));
  }

  @Test
  void whatIsTextNamesItsCharset() {
    for (String file : List.of("/", "/sw.js", "/manifest.webmanifest", "/icon.svg")) {
      get(file).then().header("Content-Type", containsString("charset=utf-8"));
    }
  }

  @Test
  void anAnswerThatIsNoPageMayRunNothing() {
    for (String address :
        List.of("/ojeomneo/v1/stores", "/ojeomneo/v1/users/me", "/nothing.here")) {
      get(address)
          .then()
          .header(
              "Content-Security-Policy",
              allOf(containsString("default-src 'none'"), containsString("frame-ancestors 'none'")))
          // The tests' own address is http.
          .header("Strict-Transport-Security", nullValue());
    }
  }

  @Test
  void ourFilesBesideTheAppHaveOnePolicyEach() {
    for (String address : List.of("/checkout.js", "/ojeomneo/v1/docs/")) {
      assertThat(get(address).then().statusCode(200).extract().headers())
          .filteredOn(header -> header.getName().equals("Content-Security-Policy"))
          .singleElement()
          .satisfies(
              policy ->
                  assertThat(policy.getValue()).contains("object-src 'none'", "base-uri 'none'"));
    }
  }

  @Test
  void theFirstVisitLoadsAtMost60KilobytesOfScriptAndStyle() {
    var seen = new HashSet<String>();
    int bytes = 0;
    var waiting = new ArrayDeque<>(List.of("/"));
    while (!waiting.isEmpty()) {
      String file = waiting.poll();
      var answer = get(file).then().statusCode(200).extract();
      String text = answer.asString();
      if (!file.equals("/")) {
        bytes += gzipped(text);
      }
      STATIC
          .matcher(text)
          .results()
          .map(match -> "/assets/" + match.group(1))
          .filter(seen::add)
          .forEach(waiting::add);
    }
    assertThat(seen).hasSizeGreaterThan(2);
    assertThat(bytes).as("gzip bytes of %s", seen).isBetween(5_000, 60_000);
  }

  /** What a page or a module loads for certain: links, scripts, and imports that are not lazy. */
  private static final Pattern STATIC =
      Pattern.compile(
          "(?:href=\"/assets/|src=\"/assets/|from\"\\./|import\"\\./)([^\"]+\\.(?:js|css))\"");

  private static int gzipped(String text) {
    var bytes = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(bytes)) {
      gzip.write(text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.size();
  }

  @Test
  void theDocumentSaysWhatNeedsAToken() {
    get("/ojeomneo/v1/openapi.json")
        .then()
        .statusCode(200)
        .body("openapi", containsString("3."))
        .body("servers.url", hasItem("/"))
        .body("components.securitySchemes.bearer.scheme", equalTo("bearer"))
        .body("security", hasItem(hasKey("bearer")))
        .body("paths.'/ojeomneo/v1/menus'.get.security", empty())
        .body("paths.'/ojeomneo/v1/auth/login'.post.security", empty())
        .body("paths.'/ojeomneo/v1/orders'.post", not(hasKey("security")))
        .body("paths.'/ojeomneo/v1/menus'.get", not(hasKey("requestBody")))
        .body(
            "paths.'/ojeomneo/v1/menus'.get.responses.'200'.content.'application/json'.schema.$ref",
            equalTo("#/components/schemas/MenuPage"))
        .body("components.schemas.Won.type", equalTo("integer"))
        .body("components.schemas.MenuDetail.properties", hasKey("optionGroups"));
  }

  @Test
  void aBrowserShowsTheDocumentation(@TempDir Path profile) throws Exception {
    assumeTrue(
        Files.isExecutable(CHROMIUM) || "true".equals(System.getenv("CI")),
        "needs Debian's package chromium");

    assertThat(shown(server.resolve("/ojeomneo/v1/docs/"), profile))
        .contains("오점너", "opblock-get", "/ojeomneo/v1/menus/categories");
  }

  @Test
  void metricsAreForTheClusterOnly() {
    get("/metrics").then().statusCode(200).body(containsString("jvm_memory_used_bytes"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "X-Forwarded-For",
        "Forwarded",
        "X-Real-IP",
        "X-Forwarded-Host",
        "X-Forwarded-Proto",
        "Via"
      })
  void whoeverComesThroughAProxyFindsNoMetrics(String header) {
    for (String path : new String[] {"/metrics", "/metrics/", "//metrics", "/x/../metrics"}) {
      given()
          .urlEncodingEnabled(false)
          .header(header, "10.0.0.1")
          .get(path)
          .then()
          .statusCode(404)
          .body(not(containsString("jvm_")));
    }
  }

  /** The page as it stands once its scripts have run. */
  private static String shown(URI page, Path profile) throws IOException, InterruptedException {
    Path dom = profile.resolve("page.html");
    Process browser =
        new ProcessBuilder(
                CHROMIUM.toString(),
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--user-data-dir=" + profile.resolve("profile"),
                "--virtual-time-budget=10000",
                "--dump-dom",
                page.toString())
            .redirectOutput(dom.toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      assertThat(browser.waitFor(60, TimeUnit.SECONDS)).isTrue();
      return Files.readString(dom);
    } finally {
      browser.descendants().forEach(ProcessHandle::destroyForcibly);
      browser.destroyForcibly();
    }
  }
}
