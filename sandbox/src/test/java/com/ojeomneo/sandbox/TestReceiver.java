package com.ojeomneo.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.IntSupplier;

/** A shop's address for webhooks: keeps what it is sent and answers as it is told. */
final class TestReceiver implements AutoCloseable {
  /** One request to it. */
  record Received(Map<String, List<String>> headers, JsonNode json) {
    String header(String name) {
      return headers.get(name).getFirst();
    }

    String status() {
      return json.at("/data/status").asText();
    }

    String orderId() {
      return json.at("/data/orderId").asText();
    }
  }

  private final List<Received> received = new CopyOnWriteArrayList<>();
  private final CountDownLatch closed = new CountDownLatch(1);
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final HttpServer server;
  private volatile IntSupplier answer = () -> 200;

  TestReceiver() throws IOException {
    server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    server.setExecutor(threads);
    server.createContext("/webhooks", this::receive);
    server.createContext("/silent", this::beSilent);
    server.start();
  }

  String url() {
    return address("/webhooks");
  }

  /** Where nothing is ever answered. */
  String silentUrl() {
    return address("/silent");
  }

  private String address(String path) {
    return "http://127.0.0.1:" + server.getAddress().getPort() + path;
  }

  void answers(int status) {
    answer = () -> status;
  }

  /** Takes what comes, and does not say so. */
  void answersNothing() {
    answer =
        () -> {
          beSilent();
          return 200;
        };
  }

  List<Received> received() {
    return received;
  }

  /** The statuses that it was told of an order, in their order. */
  List<String> told(String orderId) {
    return received.stream()
        .filter(each -> each.orderId().equals(orderId))
        .map(Received::status)
        .toList();
  }

  private void receive(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    received.add(new Received(Map.copyOf(exchange.getRequestHeaders()), Json.object(body)));
    exchange.sendResponseHeaders(answer.getAsInt(), -1);
    exchange.close();
  }

  private void beSilent(HttpExchange exchange) {
    beSilent();
    exchange.close();
  }

  private void beSilent() {
    try {
      closed.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    closed.countDown();
    server.stop(0);
    threads.shutdownNow();
  }
}
