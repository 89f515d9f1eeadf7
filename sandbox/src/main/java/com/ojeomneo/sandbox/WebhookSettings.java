package com.ojeomneo.sandbox;

import static com.ojeomneo.sandbox.ErrorCode.INVALID_REQUEST;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * Where webhooks go, and what goes wrong on their way.
 *
 * @param url empty = none are made, and those that wait are not sent
 * @param minute how long a minute of the provider's retry schedule lasts
 * @param delay how long a new one waits before the first try
 * @param copies how often each is sent
 * @param shuffle they wait a random while longer, and a newer one of a payment goes first
 */
record WebhookSettings(
    Optional<URI> url, Duration minute, Duration delay, int copies, boolean shuffle) {

  private static final Set<String> FIELDS =
      Set.of("url", "minuteMillis", "delayMillis", "copies", "shuffle");
  private static final long LONGEST_MINUTE = Duration.ofMinutes(1).toMillis();
  private static final long LONGEST_DELAY = Duration.ofDays(1).toMillis();
  private static final int MOST_COPIES = 20;

  /** Nothing goes wrong. */
  static WebhookSettings to(Optional<URI> url, Duration minute) {
    return new WebhookSettings(url, minute, Duration.ZERO, 1, false);
  }

  /**
   * What is asked for, and the rest as before.
   *
   * @throws Refusal INVALID_REQUEST for a name that is not known, or a value that cannot be
   */
  WebhookSettings with(JsonNode json) {
    Json.allowOnly(json, FIELDS);
    JsonNode shuffled = json.path("shuffle");
    if (!shuffled.isMissingNode() && !shuffled.isBoolean()) {
      throw INVALID_REQUEST.refusal();
    }
    return new WebhookSettings(
        json.has("url") ? url(json.get("url")) : url,
        Duration.ofMillis(Json.whole(json, "minuteMillis", minute.toMillis(), 1, LONGEST_MINUTE)),
        Duration.ofMillis(Json.whole(json, "delayMillis", delay.toMillis(), 0, LONGEST_DELAY)),
        (int) Json.whole(json, "copies", copies, 1, MOST_COPIES),
        shuffled.asBoolean(shuffle));
  }

  ObjectNode json() {
    return JsonNodeFactory.instance
        .objectNode()
        .put("url", url.map(URI::toString).orElse(null))
        .put("minuteMillis", minute.toMillis())
        .put("delayMillis", delay.toMillis())
        .put("copies", copies)
        .put("shuffle", shuffle);
  }

  /**
   * @throws IllegalArgumentException unless it is the whole address of an HTTP server, without a
   *     password
   */
  static URI url(String text) {
    try {
      var url = new URI(text);
      boolean isHttp = "http".equals(url.getScheme()) || "https".equals(url.getScheme());
      if (isHttp && url.getHost() != null && url.getUserInfo() == null) {
        return url;
      }
    } catch (URISyntaxException e) {
      // As wrong as the address of something else.
    }
    throw new IllegalArgumentException("not an address of an HTTP server");
  }

  private static Optional<URI> url(JsonNode json) {
    if (json.isNull()) {
      return Optional.empty();
    }
    try {
      return Optional.of(url(json.asText()));
    } catch (IllegalArgumentException e) {
      throw INVALID_REQUEST.refusal();
    }
  }
}
