package com.ojeomneo.local;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Waiting for a child to be ready: by its own sign, not by the clock, and not for ever. */
final class Deadline {
  private static final Duration START = Duration.ofSeconds(90);
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);

  private Deadline() {}

  @FunctionalInterface
  interface Condition {
    /** Whether it holds; an exception counts as not yet. */
    boolean holds() throws Exception;
  }

  /**
   * @throws Refusal when the child ends first or the time is over
   */
  static void await(Child child, Duration patience, Condition ready) throws InterruptedException {
    long end = System.nanoTime() + patience.toNanos();
    while (!holds(ready)) {
      if (!child.isAlive()) {
        throw new Refusal(
            "%s ended while starting:%n%s"
                .formatted(child.name(), String.join("\n", child.lastLines())));
      }
      if (System.nanoTime() > end) {
        throw new Refusal(
            "%s is not ready after %d s:%n%s"
                .formatted(
                    child.name(), patience.toSeconds(), String.join("\n", child.lastLines())));
      }
      Thread.sleep(BETWEEN_LOOKS);
    }
  }

  /** Until {@code healthcheck/ready} of this Server or Admin answers 200. */
  static void awaitReady(Child child, int port) throws InterruptedException {
    var ready =
        HttpRequest.newBuilder(
                URI.create("http://127.0.0.1:%d/ojeomneo/v1/healthcheck/ready".formatted(port)))
            .timeout(Duration.ofSeconds(5))
            .build();
    try (HttpClient http = HttpClient.newHttpClient()) {
      await(child, START, () -> http.send(ready, BodyHandlers.discarding()).statusCode() == 200);
    }
  }

  private static boolean holds(Condition condition) throws InterruptedException {
    try {
      return condition.holds();
    } catch (InterruptedException e) {
      throw e;
    } catch (Exception notYet) {
      return false;
    }
  }
}
