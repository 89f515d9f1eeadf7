package com.ojeomneo.drills;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * {@code drill streams}: what an open event stream costs a Server. Half of the streams follow one
 * order, half all orders of a customer. The cost is the growth of the Server's own memory between
 * two full collections, before the streams and while they are open; the Server has served some
 * streams before, so that what it loads and compiles for the first ones is no part of it.
 */
@Command(name = "streams", description = "알림 훈련 · what open event streams cost in memory.")
final class StreamDrill implements Callable<Integer> {
  private static final Pattern STRING = Pattern.compile("\"(\\w+)\":\"([^\"]*)\"");
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @Option(names = "--server", paramLabel = "URL", defaultValue = "http://127.0.0.1:3000")
  private URI server;

  @Option(
      names = "--pid",
      paramLabel = "PID",
      required = true,
      description = "the Server's process")
  private long pid;

  @Option(names = "--streams", paramLabel = "N", defaultValue = "2000")
  private int streams;

  @Option(names = "--customers", paramLabel = "N", defaultValue = "100")
  private int customers;

  @Option(names = "--limit", paramLabel = "BYTES", defaultValue = "20480")
  private long limit;

  private final HttpClient http = HttpClient.newHttpClient();

  private record Customer(String token, String order) {}

  @Override
  public Integer call() throws Exception {
    List<Customer> all = new ArrayList<>();
    for (int i = 0; i < customers; i++) {
      all.add(customer());
    }
    try (var few = open(all, streams / 20)) {
      few.awaitEvents(1, PATIENCE);
    }
    awaitClosed();
    JavaMemory before = JavaMemory.of(pid);
    try (var open = open(all, streams)) {
      open.awaitEvents(1, PATIENCE);
      JavaMemory cost = JavaMemory.of(pid).minus(before);
      long each = Math.max(cost.liveHeap(), cost.anonymous()) / streams;
      System.out.printf(
          "스트림 %,d개 · %,d streams: live heap %,d B each, own memory (RssAnon) %,d B each%n",
          streams, streams, cost.liveHeap() / streams, cost.anonymous() / streams);
      System.out.printf("%s 한도 · limit %,d B each%n", each <= limit ? "✔" : "✘", limit);
      return each <= limit ? 0 : 1;
    }
  }

  private OpenStreams open(List<Customer> all, int count) throws IOException {
    var open = new OpenStreams(server);
    for (int i = 0; i < count; i++) {
      Customer customer = all.get(i / 2 % all.size());
      open.open(
          customer.token(),
          i % 2 == 0 ? "/orders/events" : "/orders/%s/events".formatted(customer.order()));
      if (i % 50 == 49) {
        open.awaitEvents(1, PATIENCE);
      }
    }
    return open;
  }

  /** The Server notices a reader that left when it looks. */
  private void awaitClosed() throws IOException, InterruptedException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!get("/metrics").lines().anyMatch("ojeomneo_order_streams 0.0"::equals)) {
      if (System.nanoTime() > deadline) {
        throw new IllegalStateException("streams stay open");
      }
      Thread.sleep(100);
    }
  }

  /** Somebody with one order in the first shop that takes it. */
  private Customer customer() throws IOException, InterruptedException {
    String token = string("accessToken", post(null, "/auth/guest", "{\"deviceId\":\"drill\"}"));
    String menus = get("/ojeomneo/v1/menus?limit=100");
    var dishes = Pattern.compile("\"id\":\"([^\"]+)\",\"storeId\":\"([^\"]+)\"").matcher(menus);
    while (dishes.find()) {
      String order =
          post(
              token,
              "/orders",
              """
              {"storeId":"%s","items":[{"menuId":"%s","quantity":1,"optionIds":[]}]}"""
                  .formatted(dishes.group(2), dishes.group(1)));
      if (order.contains("\"number\"")) {
        return new Customer(token, string("id", order));
      }
    }
    throw new IllegalStateException("no shop takes an order now");
  }

  private String get(String path) throws IOException, InterruptedException {
    return http.send(HttpRequest.newBuilder(server.resolve(path)).build(), BodyHandlers.ofString())
        .body();
  }

  private String post(String token, String path, String body)
      throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(server.resolve("/ojeomneo/v1" + path))
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", UUID.randomUUID().toString())
            .POST(BodyPublishers.ofString(body));
    if (token != null) {
      request.header("Authorization", "Bearer " + token);
    }
    return http.send(request.build(), BodyHandlers.ofString()).body();
  }

  private static String string(String field, String json) {
    return STRING
        .matcher(json)
        .results()
        .filter(found -> found.group(1).equals(field))
        .map(found -> found.group(2))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no " + field + " in the answer"));
  }
}
