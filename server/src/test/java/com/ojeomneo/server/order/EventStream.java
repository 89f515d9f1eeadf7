package com.ojeomneo.server.order;

import com.ojeomneo.server.Customer;
import com.ojeomneo.server.openapi.ApiContract;
import io.restassured.RestAssured;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
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
import java.util.stream.IntStream;

/** Server-sent events as they come over the wire. */
final class EventStream implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final HttpClient http = HttpClient.newHttpClient();
  private final HttpResponse<InputStream> response;
  private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
  private final BlockingQueue<String> comments = new LinkedBlockingQueue<>();
  private final CountDownLatch ended = new CountDownLatch(1);

  /** One event, and the very lines it came in. */
  record Event(List<String> lines) {
    long id() {
      return Long.parseLong(field("id:"));
    }

    String data() {
      String data = field("data:");
      ApiContract.event(data);
      return data;
    }

    private String field(String name) {
      return lines.stream()
          .filter(line -> line.startsWith(name))
          .map(line -> line.substring(name.length()).stripLeading())
          .findFirst()
          .orElseThrow(() -> new AssertionError(name + " is missing in " + lines));
    }
  }

  private EventStream(HttpRequest request) throws IOException, InterruptedException {
    this.response = http.send(request, HttpResponse.BodyHandlers.ofInputStream());
    Thread.startVirtualThread(this::read);
  }

  /**
   * @param headers name, value, name, value
   */
  static EventStream open(Customer customer, String path, String... headers) {
    return open(customer.token(), path, headers);
  }

  static EventStream open(String token, String path, String... headers) {
    URI uri = URI.create(RestAssured.baseURI + ":" + RestAssured.port + Customer.API + path);
    var request =
        HttpRequest.newBuilder(uri)
            .timeout(PATIENCE)
            .header("Accept", "text/event-stream")
            .header("Authorization", "Bearer " + token);
    if (headers.length > 0) {
      request.headers(headers);
    }
    try {
      return new EventStream(request.build());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  static EventStream of(PlacedOrder order, String... headers) {
    return open(order.customer(), "/orders/" + order.id() + "/events", headers);
  }

  static EventStream ofAll(Customer customer, String... headers) {
    return open(customer, "/orders/events", headers);
  }

  HttpResponse<InputStream> response() {
    return response;
  }

  Event next() {
    return take(events);
  }

  List<Event> next(int count) {
    return IntStream.range(0, count).mapToObj(i -> next()).toList();
  }

  /** The next comment line, colon and all. */
  String nextComment() {
    return take(comments);
  }

  /** Whether anything came that nobody has taken yet. */
  boolean isSilent() {
    return events.isEmpty();
  }

  boolean endsWithin(Duration patience) {
    try {
      return ended.await(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  @Override
  public void close() {
    http.shutdownNow();
  }

  private static <T> T take(BlockingQueue<T> queue) {
    try {
      T next = queue.poll(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
      if (next == null) {
        throw new AssertionError("nothing came within " + PATIENCE);
      }
      return next;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private void read() {
    var block = new ArrayList<String>();
    try (var lines =
        new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
      String line;
      while ((line = lines.readLine()) != null) {
        if (line.startsWith(":")) {
          comments.add(line);
        } else if (!line.isEmpty()) {
          block.add(line);
        } else if (!block.isEmpty()) {
          events.add(new Event(List.copyOf(block)));
          block.clear();
        }
      }
    } catch (IOException closed) {
      // The end of the stream, as seen from here.
    } finally {
      ended.countDown();
    }
  }
}
