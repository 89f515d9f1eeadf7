package com.ojeomneo.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class AnswerHeadersTest {
  private static final Vertx VERTX = Vertx.vertx();

  @AfterAll
  static void close() throws Exception {
    VERTX.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
  }

  @Test
  void whoCameByHttpsIsToldToComeByNothingElseAlsoWhenRefused() throws Exception {
    for (String path : new String[] {"/data", "/missing"}) {
      assertThat(answer("https://lunch.example.com", path).firstValue("Strict-Transport-Security"))
          .hasValue("max-age=31536000; includeSubDomains");
    }
  }

  @Test
  void overHttpNothingIsSaidOfHttps() throws Exception {
    assertThat(answer("http://localhost:3000", "/data").firstValue("Strict-Transport-Security"))
        .isEmpty();
  }

  @Test
  void anAnswerThatNamesNoPolicyAllowsNothing() throws Exception {
    assertThat(answer("http://localhost:3000", "/data").allValues("Content-Security-Policy"))
        .containsExactly(AnswerHeaders.NOTHING);
  }

  @Test
  void aPageKeepsItsOwnPolicy() throws Exception {
    assertThat(answer("http://localhost:3000", "/page").allValues("Content-Security-Policy"))
        .containsExactly("default-src 'self'");
  }

  private static java.net.http.HttpHeaders answer(String publicUrl, String path) throws Exception {
    var headers = new AnswerHeaders(URI.create(publicUrl));
    Router router = Router.router(VERTX);
    router.route().handler(headers::say);
    router.get("/data").handler(request -> request.end("{}"));
    router
        .get("/page")
        .handler(
            request -> {
              request.response().putHeader("Content-Security-Policy", "default-src 'self'");
              request.end("<p>");
            });
    var server =
        VERTX
            .createHttpServer()
            .requestHandler(router)
            .listen(0, "localhost")
            .toCompletionStage()
            .toCompletableFuture()
            .get(10, TimeUnit.SECONDS);
    try (HttpClient client = HttpClient.newHttpClient()) {
      URI address = URI.create("http://localhost:" + server.actualPort() + path);
      return client
          .send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.discarding())
          .headers();
    } finally {
      server.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
    }
  }
}
