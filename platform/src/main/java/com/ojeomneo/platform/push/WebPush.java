package com.ojeomneo.platform.push;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Hands messages to the push services of browsers. Blocks for five seconds at most. */
public final class WebPush {
  private static final Logger LOG = Logger.getLogger(WebPush.class);
  private static final Duration TIMEOUT = Duration.ofSeconds(5);

  private final Optional<VapidKeys> keys;
  private final PushServices services;
  private final Clock clock;
  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(TIMEOUT).followRedirects(Redirect.NEVER).build();

  /** What a push service made of a message. */
  public enum Outcome {
    SENT,
    /** There is no such browser any more. */
    GONE,
    /** It does not want this message, and will not the next time. */
    REFUSED,
    /** Not now. */
    FAILED
  }

  /**
   * @param topic takes the place of what waits for the browser under the same topic; 32 characters
   *     of base64url at most
   * @param timeToLive how long the push service keeps it for a browser that is off
   */
  public record Message(byte[] body, String topic, Duration timeToLive) {}

  /**
   * @param keys without them nothing is sent
   */
  public WebPush(Optional<VapidKeys> keys, PushServices services, Clock clock) {
    this.keys = keys;
    this.services = services;
    this.clock = clock;
  }

  public Outcome send(Message message, Subscription to) {
    URI endpoint = to.endpoint();
    if (keys.isEmpty() || !services.include(endpoint)) {
      return Outcome.GONE;
    }
    var request =
        HttpRequest.newBuilder(endpoint)
            .timeout(TIMEOUT)
            .header("Authorization", keys.get().authorization(endpoint, clock))
            .header("Content-Encoding", "aes128gcm")
            .header("Content-Type", "application/octet-stream")
            .header("TTL", String.valueOf(message.timeToLive().toSeconds()))
            .header("Topic", message.topic())
            .header("Urgency", "high")
            .POST(BodyPublishers.ofByteArray(Encryption.encrypt(message.body(), to)))
            .build();
    try {
      return outcome(endpoint, http.send(request, BodyHandlers.discarding()).statusCode());
    } catch (IOException e) {
      // The host alone: the rest of an endpoint is one person's.
      LOG.warnf("push to %s failed: %s", endpoint.getHost(), e.getClass().getSimpleName());
      return Outcome.FAILED;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Outcome.FAILED;
    }
  }

  private static Outcome outcome(URI endpoint, int status) {
    if (status >= 200 && status < 300) {
      return Outcome.SENT;
    }
    if (status == 404 || status == 410) {
      return Outcome.GONE;
    }
    LOG.warnf("push to %s was answered %d", endpoint.getHost(), status);
    return status == 400 || status == 413 ? Outcome.REFUSED : Outcome.FAILED;
  }
}
