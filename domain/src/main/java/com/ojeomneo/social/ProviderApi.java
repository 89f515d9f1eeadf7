package com.ojeomneo.social;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.ojeomneo.platform.problem.Problem;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * What we ask of a provider ourselves: to exchange a code (RFC 6749, 4.1.3; RFC 7636, 4.5), and to
 * forget somebody. Calls block, outside any transaction; nothing that is sent or answered is logged
 * but a provider's error code.
 */
final class ProviderApi {
  private static final Logger LOG = Logger.getLogger(ProviderApi.class);
  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(3);
  private static final Duration TIMEOUT = Duration.ofSeconds(5);
  private static final int MOST_BYTES = 64 * 1024;

  /** Kakao: "not a user of this app", who has left by themselves. */
  private static final int NOT_LINKED = -101;

  private final Client client;
  private final ObjectMapper json;
  private final Clock clock;
  private final HttpClient http = HttpClient.newBuilder().connectTimeout(CONNECT_TIMEOUT).build();

  ProviderApi(Client client, ObjectMapper json, Clock clock) {
    this.client = client;
    this.json = json;
    this.clock = clock;
  }

  /**
   * @param redirectUri where the code was sent to, null for an app that asked without
   * @param verifier of PKCE, null without
   * @throws Problem 401 {@code SOCIAL_LOGIN_FAILED} when it is no code of ours or was used, 503
   *     {@code PROVIDER_AWAY}
   */
  Grant exchange(String code, String redirectUri, String verifier) {
    var form = new LinkedHashMap<String, String>();
    form.put("grant_type", "authorization_code");
    String clientId = client.idFor(redirectUri);
    form.put("client_id", clientId);
    form.put("client_secret", client.secret().of(clientId, clock.instant()));
    form.put("code", code);
    form.put("redirect_uri", redirectUri);
    form.put("code_verifier", verifier);
    try {
      HttpResponse<String> answer = post(client.addresses().token(), form, null);
      JsonNode body = json.readTree(answer.body());
      if (answer.statusCode() == 200 && body.path("id_token").isTextual()) {
        return new Grant(body.get("id_token").textValue(), body.path("refresh_token").textValue());
      }
      String error = body.path("error").asText("none");
      if (answer.statusCode() == 400 && !error.equals("invalid_client")) {
        LOG.infof("%s refuses a code", client.provider());
        throw Problem.of(SocialProblem.SOCIAL_LOGIN_FAILED);
      }
      if (answer.statusCode() < 500) {
        LOG.errorf(
            "%s does not take our client id or secret: status %d",
            client.provider(), answer.statusCode());
      } else {
        LOG.warnf("%s does not exchange codes: status %d", client.provider(), answer.statusCode());
      }
    } catch (IOException away) {
      LOG.warnf("%s cannot be reached: %s", client.provider(), away.getClass().getSimpleName());
    }
    throw Problem.of(SocialProblem.PROVIDER_AWAY);
  }

  /**
   * @param clientId whom the tokens were made for
   * @param refreshToken null when none was given
   */
  Forgetting forget(String subject, String clientId, String refreshToken) {
    try {
      return switch (client.provider()) {
        case KAKAO -> client.forgetKey() == null ? Forgetting.IMPOSSIBLE : unlink(subject);
        case APPLE -> refreshToken == null ? Forgetting.IMPOSSIBLE : revoke(clientId, refreshToken);
        case GOOGLE -> Forgetting.IMPOSSIBLE;
      };
    } catch (IOException away) {
      LOG.warnf("%s cannot be reached: %s", client.provider(), away.getClass().getSimpleName());
      return Forgetting.FAILED;
    }
  }

  private Forgetting unlink(String subject) throws IOException {
    var form = Map.of("target_id_type", "user_id", "target_id", subject);
    HttpResponse<String> answer =
        post(client.addresses().forget(), form, "KakaoAK " + client.forgetKey());
    return answer.statusCode() == 200
            || (answer.statusCode() == 400 && code(answer.body()) == NOT_LINKED)
        ? Forgetting.DONE
        : failed(answer);
  }

  /** Apple answers 200 for a token that was revoked before, too. */
  private Forgetting revoke(String clientId, String refreshToken) throws IOException {
    var form = new LinkedHashMap<String, String>();
    form.put("client_id", clientId);
    form.put("client_secret", client.secret().of(clientId, clock.instant()));
    form.put("token", refreshToken);
    form.put("token_type_hint", "refresh_token");
    HttpResponse<String> answer = post(client.addresses().forget(), form, null);
    return answer.statusCode() == 200 ? Forgetting.DONE : failed(answer);
  }

  private Forgetting failed(HttpResponse<String> answer) {
    LOG.warnf("%s does not forget somebody: status %d", client.provider(), answer.statusCode());
    return Forgetting.FAILED;
  }

  private int code(String body) throws JsonProcessingException {
    return json.readTree(body).path("code").asInt();
  }

  private HttpResponse<String> post(URI address, Map<String, String> form, String authorization)
      throws IOException {
    var request =
        HttpRequest.newBuilder(address)
            .timeout(TIMEOUT)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(encoded(form)));
    if (authorization != null) {
      request.header("Authorization", authorization);
    }
    var body = HttpResponse.BodyHandlers.ofString();
    try {
      return http.send(request.build(), HttpResponse.BodyHandlers.limiting(body, MOST_BYTES));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  /** What is null is left out. */
  private static String encoded(Map<String, String> form) {
    return form.entrySet().stream()
        .filter(field -> field.getValue() != null)
        .map(field -> field.getKey() + "=" + encoded(field.getValue()))
        .collect(Collectors.joining("&"));
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
