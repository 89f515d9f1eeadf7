package com.ojeomneo.platform.push;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Clock;

/**
 * Hands messages for Android phones to Firebase Cloud Messaging, HTTP v1 (firebase.google.com:
 * projects.messages.send, and ErrorCode for what the answers mean).
 */
public final class FcmPush implements PushSender<FcmToken> {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int UNAUTHENTICATED = 401;

  private final URI address;
  private final AccessTokens tokens;
  private final PushHttp http;

  /**
   * @param baseUrl of Firebase, or of what stands in for it
   */
  public FcmPush(URI baseUrl, ServiceAccount account, PushHttp http, Clock clock) {
    this.address = baseUrl.resolve("/v1/projects/" + account.projectId() + "/messages:send");
    this.tokens = new AccessTokens(account, http, clock);
    this.http = http;
  }

  @Override
  public Outcome send(PushMessage message, FcmToken to) {
    String body = body(message, to);
    try {
      String token = tokens.get();
      HttpResponse<String> answer = post(body, token);
      if (answer.statusCode() == UNAUTHENTICATED) {
        tokens.distrust(token);
        answer = post(body, tokens.get());
      }
      return outcome(answer);
    } catch (IOException e) {
      return http.failed(address, e);
    }
  }

  private HttpResponse<String> post(String body, String token) throws IOException {
    return http.send(
        HttpRequest.newBuilder(address)
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json; charset=utf-8")
            .POST(BodyPublishers.ofString(body))
            .build());
  }

  private Outcome outcome(HttpResponse<String> answer) {
    if (answer.statusCode() == 200) {
      return new Outcome.Sent();
    }
    JsonNode details = details(answer.body());
    String code = code(details);
    boolean isGone =
        code.equals("UNREGISTERED")
            || (code.equals("INVALID_ARGUMENT") && isAboutTheToken(details));
    return isGone ? new Outcome.Gone() : http.notTaken(answer, code);
  }

  /** The same code is that of other mistakes, which name their field. */
  private static boolean isAboutTheToken(JsonNode details) {
    return details.findValues("fieldViolations").stream()
        .flatMap(JsonNode::valueStream)
        .allMatch(violation -> violation.path("field").asText().equals("message.token"));
  }

  /** One of Firebase's, or the empty string where somebody else answered. */
  private static String code(JsonNode details) {
    JsonNode code = details.findValue("errorCode");
    return code != null && code.asText().matches("[A-Z_]{1,40}") ? code.asText() : "";
  }

  private static JsonNode details(String body) {
    try {
      return JSON.readTree(body).at("/error/details");
    } catch (JsonProcessingException e) {
      return MissingNode.getInstance();
    }
  }

  private static String body(PushMessage message, FcmToken to) {
    ObjectNode root = JSON.createObjectNode();
    ObjectNode all = root.putObject("message").put("token", to.token());
    all.putObject("notification").put("title", message.title()).put("body", message.body());
    ObjectNode data = all.putObject("data");
    message.data().forEach(data::put);
    all.putObject("android")
        .put("priority", "HIGH")
        .put("collapse_key", message.topic())
        .put("ttl", message.timeToLive().toSeconds() + "s")
        .putObject("notification")
        .put("tag", message.tag());
    return root.toString();
  }
}
