package com.ojeomneo.drills;

import com.ojeomneo.local.TemporaryStack.Node;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** One of several Servers, asked directly. */
final class Side {
  private static final AtomicInteger ADDRESSES = new AtomicInteger();

  private final Node node;
  private final HttpClient http;
  private final URI base;
  private final Responses responses;

  Side(Node node, HttpClient http, Responses responses) {
    this.node = node;
    this.http = http;
    this.base = URI.create("http://localhost:" + node.port());
    this.responses = responses;
  }

  Node node() {
    return node;
  }

  /** An address that nobody else has: who asks from it has limits of his own. */
  static String newAddress() {
    int number = ADDRESSES.incrementAndGet();
    return "10.4.%d.%d".formatted(number / 250, 1 + number % 250);
  }

  Api from(String address) {
    return new Api(http, base, address, responses);
  }

  /** The sum of all that has this name and these labels. */
  double metric(String name, String... labels) throws IOException, InterruptedException {
    var request = HttpRequest.newBuilder(base.resolve("/metrics")).build();
    return http.send(request, BodyHandlers.ofString())
        .body()
        .lines()
        .filter(line -> line.startsWith(name + "{") || line.startsWith(name + " "))
        .filter(line -> Stream.of(labels).allMatch(line::contains))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .sum();
  }

  /** Redis is there, brings what is published, and knows of every change. */
  boolean hasRedis() throws IOException, InterruptedException {
    var ready = HttpRequest.newBuilder(base.resolve("/ojeomneo/v1/healthcheck/ready")).build();
    return http.send(ready, BodyHandlers.ofString()).body().contains("\"ok\"")
        && metric("ojeomneo_redis_subscribed") == 1
        && metric("ojeomneo_cache_untold") == 0;
  }

  @Override
  public String toString() {
    return node.name();
  }
}
