package com.ojeomneo.platform.push;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * The access token of a service account, by the grant of RFC 7523 (Google: "Using OAuth 2.0 for
 * server to server applications"). Kept until shortly before it expires; asked for once, however
 * many wait for it, and they fail together.
 */
final class AccessTokens {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String GRANT = "urn:ietf:params:oauth:grant-type:jwt-bearer";

  private static final String VISIBLE = "[!-~]+";

  /** For the time that a request is under way, and clocks that differ. */
  private static final Duration EARLY = Duration.ofMinutes(1);

  private final ServiceAccount account;
  private final PushHttp http;
  private final Clock clock;
  private CompletableFuture<Token> last = CompletableFuture.failedFuture(new IOException("none"));

  private record Token(String value, Instant until) {}

  static final class NoAccessToken extends IOException {
    private static final long serialVersionUID = 1L;
  }

  AccessTokens(ServiceAccount account, PushHttp http, Clock clock) {
    this.account = account;
    this.http = http;
    this.clock = clock;
  }

  /**
   * A token that is good for a minute at least.
   *
   * @throws NoAccessToken when Google gives none
   */
  String get() throws NoAccessToken {
    CompletableFuture<Token> token;
    boolean mine;
    synchronized (this) {
      mine = !isOfUse(last);
      if (mine) {
        last = new CompletableFuture<>();
      }
      token = last;
    }
    if (mine) {
      try {
        token.complete(fetched());
      } catch (IOException | RuntimeException e) {
        token.completeExceptionally(e);
      }
    }
    try {
      return token.join().value();
    } catch (CompletionException e) {
      throw new NoAccessToken();
    }
  }

  /** The next one who asks gets another, unless somebody has asked since. */
  synchronized void distrust(String refused) {
    if (last.state() == CompletableFuture.State.SUCCESS && last.join().value().equals(refused)) {
      last = CompletableFuture.failedFuture(new IOException("refused"));
    }
  }

  private boolean isOfUse(CompletableFuture<Token> token) {
    return switch (token.state()) {
      case RUNNING -> true;
      case SUCCESS -> clock.instant().isBefore(token.join().until());
      case FAILED, CANCELLED -> false;
    };
  }

  private Token fetched() throws IOException {
    Instant now = clock.instant();
    String form =
        "grant_type="
            + URLEncoder.encode(GRANT, StandardCharsets.UTF_8)
            + "&assertion="
            + account.assertion(now);
    var request =
        HttpRequest.newBuilder(account.tokenUri())
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form))
            .build();
    HttpResponse<String> answer;
    try {
      answer = http.send(request);
    } catch (IOException e) {
      http.failed(account.tokenUri(), e);
      throw e;
    }
    if (answer.statusCode() != 200) {
      http.notTaken(answer, reason(answer.body()));
      throw new IOException("refused");
    }
    JsonNode token = JSON.readTree(answer.body());
    String value = token.path("access_token").textValue();
    if (value == null || !value.matches(VISIBLE)) {
      throw new IOException("no access token in the answer");
    }
    return new Token(value, now.plusSeconds(token.path("expires_in").asLong()).minus(EARLY));
  }

  /** RFC 6749, section 5.2: a constant such as {@code invalid_grant}. */
  private static String reason(String body) {
    try {
      String error = JSON.readTree(body).path("error").asText();
      return error.matches("[a-z_]{1,40}") ? error : "";
    } catch (JsonProcessingException e) {
      return "";
    }
  }
}
