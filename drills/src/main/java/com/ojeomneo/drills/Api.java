package com.ojeomneo.drills;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.Executors;

/**
 * The API as one app speaks it.
 *
 * @param address where this app is, as the proxy would say it: each customer has limits of their
 *     own
 */
record Api(HttpClient http, URI base, String address, Responses responses) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  /** Past it a stream that has no headers yet is given up; an open one lives on. */
  private static final Duration TO_OPEN = Duration.ofSeconds(10);

  static {
    // Seconds, and well below the shortest delay of a Server that stops, which then closes what
    // nobody has used meanwhile: a request sent at that moment is lost, and HTTP/1.1 has no word
    // against that.
    System.setProperty("jdk.httpclient.keepalive.timeout", "1");
  }

  Api(HttpClient http, URI base, String address) {
    this(http, base, address, new Responses());
  }

  /** Shared by all apps of a drill. */
  static HttpClient newClient() {
    return HttpClient.newBuilder()
        .version(HttpClient.Version.HTTP_1_1)
        .connectTimeout(Duration.ofSeconds(5))
        .executor(Executors.newVirtualThreadPerTaskExecutor())
        .build();
  }

  /**
   * @param body missing where it is no JSON
   */
  record Answer(int status, JsonNode body, HttpHeaders headers) {
    String code() {
      return body.path("code").asText();
    }

    /**
     * Whether an app takes it for an answer. 202, 429, 5xx and a request that still runs say: ask
     * again, with the same key.
     */
    boolean isFinal() {
      return status < 500
          && status != 202
          && status != 429
          && !code().equals("IDEMPOTENCY_KEY_IN_USE");
    }

    @Override
    public String toString() {
      return (status + " " + code()).strip();
    }
  }

  Answer get(String token, String path) throws IOException, InterruptedException {
    return send(request(token, path).GET());
  }

  /**
   * @param token null for what is public
   * @param key null for what needs none
   */
  Answer post(String token, String path, String key, Object body)
      throws IOException, InterruptedException {
    var request =
        request(token, path)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)));
    if (key != null) {
      request.header("Idempotency-Key", key);
    }
    return send(request);
  }

  /**
   * @param after the last event that was heard; null to begin with the present
   */
  HttpResponse<InputStream> stream(String token, String path, Long after)
      throws IOException, InterruptedException {
    var request = request(token, path).timeout(TO_OPEN).header("Accept", "text/event-stream");
    if (after != null) {
      request.header("Last-Event-ID", after.toString());
    }
    return http.send(request.GET().build(), BodyHandlers.ofInputStream());
  }

  private HttpRequest.Builder request(String token, String path) {
    var request =
        HttpRequest.newBuilder(base.resolve("/ojeomneo/v1" + path))
            .timeout(PATIENCE)
            .header("X-Forwarded-For", address);
    return token == null ? request : request.header("Authorization", "Bearer " + token);
  }

  private Answer send(HttpRequest.Builder request) throws IOException, InterruptedException {
    long began = System.nanoTime();
    try {
      HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
      responses.add(response.statusCode(), Duration.ofNanos(System.nanoTime() - began));
      return new Answer(response.statusCode(), json(response.body()), response.headers());
    } catch (IOException e) {
      responses.addLost();
      throw e;
    }
  }

  private static JsonNode json(String body) {
    try {
      return JSON.readTree(body);
    } catch (IOException isNone) {
      return MissingNode.getInstance();
    }
  }
}
