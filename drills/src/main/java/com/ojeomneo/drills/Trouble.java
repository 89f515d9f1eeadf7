package com.ojeomneo.drills;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/**
 * Makes the sandbox misbehave at random: answers that come too late or not at all, before or after
 * the money has moved, errors that say nothing about it, webhooks twice, late and out of order.
 */
final class Trouble {
  /** The longest that the sandbox sits on a request. */
  static final Duration LONGEST_HANG = Duration.ofSeconds(3);

  private static final ObjectMapper JSON = new ObjectMapper();

  private static final String CHAOS =
      """
      {"seed": %d,
       "confirm": {"delay": 0.1, "hang-before": 0.04, "hang-after": 0.06, "drop-after": 0.08,
                   "error": 0.08, "error-after": 0.08},
       "cancel": {"delay": 0.1, "hang-before": 0.04, "hang-after": 0.06, "drop-after": 0.08,
                  "error": 0.08, "error-after": 0.08},
       "lookup": {"delay": 0.1, "hang-before": 0.04, "error": 0.12},
       "delayMillis": [20, 500], "hangMillis": [2200, %d]}
      """;

  private static final String BAD_WEBHOOKS =
      "{\"copies\": 2, \"shuffle\": true, \"delayMillis\": 300, \"minuteMillis\": 500}";
  private static final String GOOD_WEBHOOKS =
      "{\"copies\": 1, \"shuffle\": false, \"delayMillis\": 0, \"minuteMillis\": 100}";

  private final HttpClient http;
  private final URI sandbox;
  private final long seed;

  Trouble(HttpClient http, URI sandbox, long seed) {
    this.http = http;
    this.sandbox = sandbox;
    this.seed = seed;
  }

  /** To be called again when the sandbox has been restarted: it forgets. */
  void begin() throws IOException, InterruptedException {
    send("/sandbox/chaos", put(CHAOS.formatted(seed, LONGEST_HANG.toMillis())));
    send("/sandbox/webhooks", put(BAD_WEBHOOKS));
  }

  /** From now on all is well, but for requests that hang already. */
  void end() throws IOException, InterruptedException {
    send("/sandbox/chaos", HttpRequest.newBuilder().DELETE());
    send("/sandbox/webhooks", put(GOOD_WEBHOOKS));
  }

  /**
   * Sends what waits to be sent.
   *
   * @return how many webhooks wait
   */
  int flush() throws IOException, InterruptedException {
    send("/sandbox/webhooks/flush", HttpRequest.newBuilder().POST(BodyPublishers.noBody()));
    return send("/sandbox/webhooks", HttpRequest.newBuilder().GET()).path("waiting").asInt();
  }

  private static HttpRequest.Builder put(String body) {
    return HttpRequest.newBuilder().PUT(BodyPublishers.ofString(body));
  }

  private JsonNode send(String path, HttpRequest.Builder request)
      throws IOException, InterruptedException {
    HttpResponse<String> answer =
        http.send(
            request.uri(sandbox.resolve(path)).timeout(Duration.ofSeconds(10)).build(),
            BodyHandlers.ofString());
    if (answer.statusCode() >= 300) {
      throw new IllegalStateException(path + ": " + answer.statusCode() + " " + answer.body());
    }
    return JSON.readTree(answer.body());
  }
}
