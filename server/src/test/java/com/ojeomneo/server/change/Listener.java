package com.ojeomneo.server.change;

import com.ojeomneo.server.Customer;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
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
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** An open app, as far as it hears of changes. */
final class Listener implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final String DATA = "data:";

  private final HttpClient http = HttpClient.newHttpClient();
  private final HttpResponse<InputStream> response;
  private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();

  private Listener(String... headers) throws IOException, InterruptedException {
    URI uri = URI.create(RestAssured.baseURI + ":" + RestAssured.port + Customer.API + "/changes");
    var request = HttpRequest.newBuilder(uri).header("Accept", "text/event-stream");
    if (headers.length > 0) {
      request.headers(headers);
    }
    response = http.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
    Thread.startVirtualThread(this::read);
  }

  /** Once the line is there. */
  static Listener connected(String... headers) throws IOException, InterruptedException {
    var listener = new Listener(headers);
    if (listener.status() == 200) {
      listener.await(":connected");
    }
    return listener;
  }

  int status() {
    return response.statusCode();
  }

  /** The names of the next event. */
  List<String> next() throws InterruptedException {
    return JsonPath.from(await(DATA).substring(DATA.length())).getList("tags");
  }

  /** Passes over whatever else is told until this name is. */
  void awaitName(String name) throws InterruptedException {
    while (!next().contains(name)) {
      // What other tests left behind.
    }
  }

  private String await(String start) throws InterruptedException {
    while (true) {
      String line = lines.poll(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
      if (line == null) {
        throw new AssertionError(start + " did not come within " + PATIENCE);
      }
      if (line.startsWith(start)) {
        return line;
      }
    }
  }

  private void read() {
    try (var reader =
        new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
      reader.lines().forEach(lines::add);
    } catch (IOException | UncheckedIOException e) {
      // Closed by the test.
    }
  }

  @Override
  public void close() {
    http.shutdownNow();
  }
}
