package com.ojeomneo.drills;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Random;

/**
 * Makes the sandbox misbehave at random: answers that come too late or not at all, before or after
 * the money has moved, and errors that say nothing about it.
 */
final class Trouble {
  /** The longest that the sandbox sits on a request. */
  static final Duration LONGEST_HANG = Duration.ofSeconds(3);

  private static final List<String> AMBIGUOUS =
      List.of(
          "ALREADY_PROCESSED_PAYMENT",
          "PROVIDER_ERROR",
          "IDEMPOTENT_REQUEST_PROCESSING",
          "FORBIDDEN_CONSECUTIVE_REQUEST",
          "FAILED_PAYMENT_INTERNAL_SYSTEM_PROCESSING",
          "UNKNOWN_PAYMENT_ERROR",
          "COMMON_ERROR");

  private final HttpClient http;
  private final URI faults;
  private final Counts counts;
  private final Random random;

  Trouble(HttpClient http, URI sandbox, Counts counts, Random random) {
    this.http = http;
    this.faults = sandbox.resolve("/sandbox/faults");
    this.counts = counts;
    this.random = random;
  }

  /** One more fault, for the next request that it fits. */
  void makeOne() throws InterruptedException {
    String operation = oneOf(List.of("confirm", "confirm", "cancel", "lookup"));
    String effect =
        switch (random.nextInt(5)) {
          case 0 -> effect("hang-before") + seconds();
          case 1 -> effect("hang-after") + seconds();
          case 2 -> effect("drop-after");
          default ->
              effect("error")
                  + ",\"code\":\"%s\",\"after\":%b"
                      .formatted(oneOf(AMBIGUOUS), random.nextBoolean());
        };
    String fault = "{\"operation\":\"%s\",%s}".formatted(operation, effect);
    if (send(HttpRequest.newBuilder(faults).POST(BodyPublishers.ofString(fault))) == 201) {
      counts.faults.increment();
    }
  }

  /** From now on all is well, but for requests that hang already. */
  void end() throws InterruptedException {
    while (send(HttpRequest.newBuilder(faults).DELETE()) != 204) {
      Thread.sleep(100);
    }
  }

  private int send(HttpRequest.Builder request) throws InterruptedException {
    try {
      return http.send(request.timeout(Duration.ofSeconds(5)).build(), BodyHandlers.discarding())
          .statusCode();
    } catch (IOException restarting) {
      return 0;
    }
  }

  private String effect(String name) {
    return "\"effect\":\"%s\"".formatted(name);
  }

  private String seconds() {
    return ",\"seconds\":%d".formatted(1 + random.nextInt((int) LONGEST_HANG.toSeconds()));
  }

  private String oneOf(List<String> values) {
    return values.get(random.nextInt(values.size()));
  }
}
