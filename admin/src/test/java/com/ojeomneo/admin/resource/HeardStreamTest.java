package com.ojeomneo.admin.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerResponse;
import java.io.ByteArrayOutputStream;
import java.net.Socket;
import java.nio.channels.ClosedChannelException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class HeardStreamTest {
  private static final Vertx VERTX = Vertx.vertx();

  @AfterAll
  static void close() throws Exception {
    VERTX.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
  }

  @Test
  void whoeverHungUpIsToldNothingMore() throws Exception {
    var written = new ByteArrayOutputStream();
    HeardStream stream;
    HttpServerResponse answer;
    var asked = new CompletableFuture<HttpServerResponse>();
    try (var reader = new Socket("localhost", listening(asked).actualPort())) {
      reader
          .getOutputStream()
          .write("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
      answer = asked.get(10, TimeUnit.SECONDS);
      stream = new HeardStream(written, answer);
      stream.write('a');
      stream.write(new byte[] {'b', 'c'});
    }
    await().until(answer::closed);

    assertThatThrownBy(() -> stream.write('d')).isInstanceOf(ClosedChannelException.class);
    assertThatThrownBy(() -> stream.write(new byte[1])).isInstanceOf(ClosedChannelException.class);
    assertThat(written.toString(StandardCharsets.US_ASCII)).isEqualTo("abc");
  }

  private static HttpServer listening(CompletableFuture<HttpServerResponse> asked)
      throws Exception {
    return VERTX
        .createHttpServer()
        .requestHandler(request -> asked.complete(request.response()))
        .listen(0, "localhost")
        .toCompletionStage()
        .toCompletableFuture()
        .get(10, TimeUnit.SECONDS);
  }
}
