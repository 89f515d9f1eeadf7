package com.ojeomneo.payment;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;

/** A provider over real HTTP that answers whatever a test wants, or not at all. */
final class StubProvider implements AutoCloseable {
  static final String SECRET = "test_sk_secret";
  static final Duration TIMEOUT = Duration.ofMillis(500);

  private final HttpServer server;
  private final CountDownLatch closed = new CountDownLatch(1);
  private final BlockingQueue<Seen> seen = new LinkedBlockingQueue<>();

  /** A request as it arrived. */
  record Seen(String method, String path, String authorization, String key, String body) {}

  @FunctionalInterface
  interface Reply {
    void to(HttpExchange exchange) throws IOException, InterruptedException;
  }

  StubProvider(Reply reply) throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext(
        "/",
        exchange -> {
          seen.add(
              new Seen(
                  exchange.getRequestMethod(),
                  exchange.getRequestURI().getRawPath(),
                  exchange.getRequestHeaders().getFirst("Authorization"),
                  exchange.getRequestHeaders().getFirst("Idempotency-Key"),
                  new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
          try {
            reply.to(exchange);
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          } finally {
            exchange.close();
          }
        });
    server.start();
  }

  static StubProvider answering(int status, String body) throws IOException {
    return new StubProvider(
        exchange -> {
          byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
          exchange.getResponseBody().write(bytes);
        });
  }

  static StubProvider refusing(int status, String code) throws IOException {
    return answering(status, "{\"code\":\"%s\",\"message\":\"왜냐하면\"}".formatted(code));
  }

  static StubProvider silent() throws IOException {
    var provider = new StubProvider[1];
    provider[0] = new StubProvider(exchange -> provider[0].closed.await());
    return provider[0];
  }

  /** Headers and half a body, then nothing. */
  static StubProvider stalling() throws IOException {
    var provider = new StubProvider[1];
    provider[0] =
        new StubProvider(
            exchange -> {
              exchange.sendResponseHeaders(200, 1000);
              exchange.getResponseBody().write("{\"paymentKey\":".getBytes(StandardCharsets.UTF_8));
              exchange.getResponseBody().flush();
              provider[0].closed.await();
            });
    return provider[0];
  }

  TossPayments client() {
    return client(address());
  }

  static TossPayments client(URI address) {
    return new TossPayments(
        address,
        SECRET,
        TIMEOUT,
        new ObjectMapper().registerModule(new JavaTimeModule()),
        new SimpleMeterRegistry());
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  Seen next() throws InterruptedException {
    return seen.take();
  }

  @Override
  public void close() {
    closed.countDown();
    server.stop(0);
  }
}
