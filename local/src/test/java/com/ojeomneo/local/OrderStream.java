package com.ojeomneo.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** An order as its customer sees it live, from the state it is in on. */
final class OrderStream implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final String DATA = "data:";

  private final HttpClient http = HttpClient.newHttpClient();
  private final BlockingQueue<String> arrived = new LinkedBlockingQueue<>();

  OrderStream(HttpRequest request) {
    http.sendAsync(request, BodyHandlers.ofLines())
        .thenAccept(
            answer ->
                answer
                    .body()
                    .filter(line -> line.startsWith(DATA))
                    .map(line -> status(line.substring(DATA.length())))
                    .forEach(arrived::add));
  }

  /** The states that were told, up to this one. */
  List<String> until(String status) throws InterruptedException {
    var seen = new ArrayList<String>();
    while (!seen.contains(status)) {
      String next = arrived.poll(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
      if (next == null) {
        throw new AssertionError("no %s after %s".formatted(status, seen));
      }
      seen.add(next);
    }
    return seen;
  }

  private static String status(String data) {
    try {
      JsonNode order = JSON.readTree(data);
      return order.get("status").textValue();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    http.shutdownNow();
  }
}
