package com.ojeomneo.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class AccessLogTest {
  private static final int FAR_TOO_MANY = 150_000;

  private final AtomicInteger lost = new AtomicInteger();
  private final ByteArrayOutputStream written = new ByteArrayOutputStream();

  @Test
  void aLineIsWrittenWithoutAnotherThatPushesIt() {
    var access = log(written);
    access.add(line("/ojeomneo/v1/menus"));
    Instant end = Instant.now().plusSeconds(10);
    while (written.size() == 0) {
      assertThat(Instant.now()).isBefore(end);
      Thread.onSpinWait();
    }
    assertThat(text()).contains(" INFO  [access] 0af7 GET /ojeomneo/v1/menus 200 321B 4 ms\n");
    access.close();
  }

  @Test
  void allIsWrittenInItsOrderBeforeTheEnd() {
    var access = log(written);
    for (int i = 0; i < 1000; i++) {
      access.add(line("/" + i));
    }
    access.close();
    access.add(line("/after"));

    List<String> lines = text().lines().toList();
    assertThat(lines).hasSize(1001);
    assertThat(lines.get(0)).contains(" /0 ");
    assertThat(lines.get(999)).contains(" /999 ");
    assertThat(lines.getLast()).contains(" /after ");
    assertThat(lost).hasValue(0);
  }

  @Test
  void whatCannotBeWrittenHoldsNobodyUpAndIsCounted() {
    var open = new CountDownLatch(1);
    var access =
        log(
            new OutputStream() {
              @Override
              public void write(int b) {
                throw new AssertionError("bytes come in one call");
              }

              @Override
              public void write(byte[] bytes, int from, int count) {
                try {
                  open.await();
                } catch (InterruptedException e) {
                  throw new AssertionError(e);
                }
                written.write(bytes, from, count);
              }
            });
    for (int i = 0; i < FAR_TOO_MANY; i++) {
      access.add(line("/" + i));
    }
    assertThat(lost.get()).isPositive();
    open.countDown();
    access.close();
    assertThat(text().lines().count() + lost.get()).isEqualTo(FAR_TOO_MANY);
  }

  @Test
  void aPathCannotForgeALine() {
    var text = new StringBuilder();
    line("/menus\n2026 INFO  [access] \u2028\u00e9").appendTo(text);
    assertThat(text.toString().lines()).hasSize(1);
    assertThat(text)
        .contains(" /menus?2026?INFO??[access]??? ")
        .containsPattern("^[\\x20-\\x7e]+\n$");
  }

  @Test
  void itsTimeHasAnOffset() {
    var text = new StringBuilder();
    line("/menus").appendTo(text);
    String time = text.substring(0, text.indexOf(" "));
    assertThat(OffsetDateTime.parse(time).toInstant())
        .isEqualTo(Instant.parse("2026-11-25T03:00:00.123Z"));
  }

  @Test
  void whoIsRefusedIsNamedByTheirIdAndWhyByItsCode() throws Exception {
    UUID somebody = UUID.randomUUID();
    assertThat(logged(403, request -> AccessLog.isOf(somebody, request)))
        .endsWith(" ms TESTED " + somebody + "\n");
    assertThat(logged(401, request -> {})).endsWith(" ms TESTED -\n");
  }

  @Test
  void whoIsServedIsNotNamed() throws Exception {
    UUID somebody = UUID.randomUUID();
    assertThat(logged(200, request -> AccessLog.isOf(somebody, request)))
        .contains(" GET /somewhere 200 ")
        .endsWith(" ms\n");
  }

  private String logged(int status, Consumer<RoutingContext> before) throws Exception {
    written.reset();
    var access = log(written);
    Vertx vertx = Vertx.vertx();
    try (HttpClient client = HttpClient.newHttpClient()) {
      Router router = Router.router(vertx);
      router.route().handler(access::follow);
      router
          .route()
          .handler(
              request -> {
                before.accept(request);
                AccessLog.isRefusedFor("TESTED", request);
                request.response().setStatusCode(status).end();
              });
      var server =
          vertx
              .createHttpServer()
              .requestHandler(router)
              .listen(0, "localhost")
              .toCompletionStage()
              .toCompletableFuture()
              .get(10, TimeUnit.SECONDS);
      URI address = URI.create("http://localhost:" + server.actualPort() + "/somewhere");
      client.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.discarding());
      Instant end = Instant.now().plusSeconds(10);
      while (written.size() == 0) {
        assertThat(Instant.now()).isBefore(end);
        Thread.onSpinWait();
      }
      return text();
    } finally {
      access.close();
      vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
    }
  }

  private AccessLog log(OutputStream out) {
    return new AccessLog(
        List.of(), Clock.systemUTC(), lost::incrementAndGet, new PrintStream(out, false));
  }

  private String text() {
    return written.toString(StandardCharsets.UTF_8);
  }

  private static AccessLine line(String path) {
    return new AccessLine(
        Instant.parse("2026-11-25T03:00:00.123Z"),
        "0af7",
        "GET",
        path,
        200,
        321,
        Duration.ofMillis(4),
        null);
  }
}
