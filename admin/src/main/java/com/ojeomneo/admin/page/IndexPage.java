package com.ojeomneo.admin.page;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The one page: never kept by a browser, since it names the files of this build. Those carry a hash
 * of their content in the name and are kept for a year.
 */
@Singleton
class IndexPage {
  private static final String FILE = "META-INF/resources/index.html";

  /** As in {@code vite.config.ts}. */
  private static final String PLACEHOLDER = "CSP_NONCE";

  private static final String YEAR = "public, max-age=31536000, immutable";
  private static final int NONCE_BYTES = 16;

  private final SecureRandom random = new SecureRandom();
  private final String page;
  private final String policy;

  IndexPage(@ConfigProperty(name = "ojeomneo.admin.page-policy") String policy) {
    this.page = read();
    this.policy = policy;
  }

  /** Before the files themselves, which are served with what was said last. */
  void register(@Observes Router router) {
    router.get("/").order(0).handler(this::send);
    router.get("/index.html").order(0).handler(this::send);
    router.get("/assets/*").order(0).handler(IndexPage::keepWhatIsThere);
  }

  private void send(RoutingContext request) {
    byte[] bytes = new byte[NONCE_BYTES];
    random.nextBytes(bytes);
    String nonce = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    request
        .response()
        .putHeader("Content-Type", "text/html; charset=utf-8")
        .putHeader("Cache-Control", "no-cache")
        .putHeader("Content-Security-Policy", policy.replace(PLACEHOLDER, nonce))
        .end(page.replace(PLACEHOLDER, nonce));
  }

  /** While a new version is rolled out a file may be on one node only: its absence is not kept. */
  private static void keepWhatIsThere(RoutingContext request) {
    request.addHeadersEndHandler(
        done -> {
          int status = request.response().getStatusCode();
          boolean there = status == 200 || status == 304;
          request.response().putHeader("Cache-Control", there ? YEAR : "no-store");
        });
    request.next();
  }

  private static String read() {
    try (InputStream file =
        Thread.currentThread().getContextClassLoader().getResourceAsStream(FILE)) {
      if (file == null) {
        throw new IllegalStateException("this build has no pages: " + FILE + " is missing");
      }
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
