package com.ojeomneo.platform.push;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.util.Set;

/**
 * Hands messages for iPhones to the Apple Push Notification service, over HTTP/2 (Apple, User
 * Notifications: "Sending notification requests to APNs", and "Handling notification responses" for
 * what the answers mean).
 */
public final class ApnsPush implements PushSender<ApnsToken> {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int FORBIDDEN = 403;
  private static final Set<String> OF_THE_TOKEN =
      Set.of("BadDeviceToken", "DeviceTokenNotForTopic");
  private static final String AT_ONCE = "10";

  private final URI baseUrl;
  private final String topic;
  private final ProviderTokens tokens;
  private final PushHttp http;
  private final Clock clock;

  /**
   * @param baseUrl of Apple, or of what stands in for it
   * @param topic the app's bundle id
   */
  public ApnsPush(URI baseUrl, String topic, ApnsKey key, PushHttp http, Clock clock) {
    this.baseUrl = baseUrl;
    this.topic = topic;
    this.tokens = new ProviderTokens(key, clock);
    this.http = http;
    this.clock = clock;
  }

  @Override
  public Outcome send(PushMessage message, ApnsToken to) {
    try {
      String token = tokens.get();
      HttpResponse<String> answer = post(message, to, token);
      String reason = reason(answer.body());
      if (answer.statusCode() == FORBIDDEN && reason.equals("ExpiredProviderToken")) {
        answer = post(message, to, tokens.after(token));
        reason = reason(answer.body());
      }
      return outcome(answer, reason);
    } catch (IOException e) {
      return http.failed(baseUrl, e);
    }
  }

  private HttpResponse<String> post(PushMessage message, ApnsToken to, String token)
      throws IOException {
    long expiration = clock.instant().plus(message.timeToLive()).getEpochSecond();
    return http.send(
        HttpRequest.newBuilder(baseUrl.resolve("/3/device/" + to.token()))
            .version(Version.HTTP_2)
            .header("authorization", "bearer " + token)
            .header("apns-topic", topic)
            .header("apns-push-type", "alert")
            .header("apns-priority", AT_ONCE)
            .header("apns-expiration", String.valueOf(expiration))
            .header("apns-collapse-id", message.tag())
            .header("content-type", "application/json")
            .POST(BodyPublishers.ofString(body(message)))
            .build());
  }

  private Outcome outcome(HttpResponse<String> answer, String reason) {
    int status = answer.statusCode();
    if (status == 200) {
      return new Outcome.Sent();
    }
    boolean isGone = status == 410 || (status == 400 && OF_THE_TOKEN.contains(reason));
    return isGone ? new Outcome.Gone() : http.notTaken(answer, reason);
  }

  /** One of Apple's, or the empty string. */
  private static String reason(String body) {
    try {
      String reason = JSON.readTree(body).path("reason").asText();
      return reason.matches("[A-Za-z]{1,40}") ? reason : "";
    } catch (JsonProcessingException e) {
      return "";
    }
  }

  private static String body(PushMessage message) {
    ObjectNode root = JSON.createObjectNode();
    ObjectNode aps = root.putObject("aps").put("sound", "default").put("thread-id", message.tag());
    aps.putObject("alert").put("title", message.title()).put("body", message.body());
    message.data().forEach(root::put);
    return root.toString();
  }
}
