package com.ojeomneo.admin.order;

import com.ojeomneo.admin.Colleague;
import com.ojeomneo.admin.openapi.Described;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** The board of somebody, as its events come over the wire. */
final class BoardStream implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final HttpClient http = HttpClient.newHttpClient();
  private final HttpResponse<InputStream> response;
  private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
  private final CountDownLatch ended = new CountDownLatch(1);

  record Event(String name, String json) {
    JsonPath data() {
      return JsonPath.from(json);
    }
  }

  private BoardStream(HttpRequest request) throws IOException, InterruptedException {
    this.response = http.send(request, HttpResponse.BodyHandlers.ofInputStream());
    Thread.startVirtualThread(this::read);
  }

  static BoardStream of(Colleague who) {
    URI uri = URI.create(RestAssured.baseURI + ":" + RestAssured.port + "/api/orders/live");
    try {
      return new BoardStream(
          HttpRequest.newBuilder(uri)
              .timeout(PATIENCE)
              .header("Accept", "text/event-stream")
              .header("Cookie", Colleague.COOKIE + "=" + who.cookie())
              .build());
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  HttpResponse<InputStream> response() {
    return response;
  }

  Event next() {
    try {
      Event next = events.poll(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
      if (next == null) {
        throw new AssertionError("nothing came within " + PATIENCE);
      }
      Described.event(next.name(), next.json());
      return next;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** The next event of this name; others are passed over. */
  Event next(String name) {
    Event event;
    do {
      event = next();
    } while (!event.name().equals(name));
    return event;
  }

  boolean endsWithin(Duration patience) throws InterruptedException {
    return ended.await(patience.toMillis(), TimeUnit.MILLISECONDS);
  }

  @Override
  public void close() {
    http.shutdownNow();
  }

  private void read() {
    var block = new ArrayList<String>();
    try (var lines =
        new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
      String line;
      while ((line = lines.readLine()) != null) {
        if (line.isEmpty()) {
          event(block);
          block.clear();
        } else {
          block.add(line);
        }
      }
    } catch (IOException closed) {
      // The end of the stream, as seen from here.
    } finally {
      ended.countDown();
    }
  }

  private void event(List<String> lines) {
    String name = "";
    for (String line : lines) {
      if (line.startsWith("event:")) {
        name = line.substring(6).strip();
      } else if (line.startsWith("data:")) {
        events.add(new Event(name, line.substring(5).strip()));
      }
    }
  }
}
