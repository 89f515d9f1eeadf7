package com.ojeomneo.order.race;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/** The way of one node to the provider: stands still before the provider does its work. */
final class Relay implements AutoCloseable {
  private static final List<String> HEADERS =
      List.of("Authorization", "Content-Type", "Idempotency-Key");

  private final URI provider;
  private final Supplier<Pauses> pauses;
  private final HttpServer server;
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  Relay(URI provider, Supplier<Pauses> pauses) throws IOException {
    this.provider = provider;
    this.pauses = pauses;
    this.server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::forward);
    server.start();
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** An exchange that is closed without an answer is a lost connection for the one who asked. */
  private void forward(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readAllBytes();
      String path = exchange.getRequestURI().getRawPath();
      pauses.get().before(Step.call(exchange.getRequestMethod(), path));
      var request =
          HttpRequest.newBuilder(provider.resolve(path))
              .method(exchange.getRequestMethod(), HttpRequest.BodyPublishers.ofByteArray(body));
      for (String name : HEADERS) {
        String value = exchange.getRequestHeaders().getFirst(name);
        if (value != null) {
          request.header(name, value);
        }
      }
      HttpResponse<byte[]> answer =
          http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(answer.statusCode(), answer.body().length);
      exchange.getResponseBody().write(answer.body());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (Killed e) {
      // The process that asked is gone.
    }
  }

  @Override
  public void close() {
    server.stop(0);
    http.close();
  }
}
