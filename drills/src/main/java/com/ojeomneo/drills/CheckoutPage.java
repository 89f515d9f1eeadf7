package com.ojeomneo.drills;

import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/** The provider's page for one order, as a customer's browser sends its form. */
record CheckoutPage(HttpClient http, URI url) {
  private static final Pattern PAYMENT_KEY = Pattern.compile("[?&]paymentKey=([^&]+)");
  private static final int SEE_OTHER = 303;

  /**
   * @param card {@code normal}, or {@code refused}, which shows only when it is charged
   * @return the paymentKey; empty when the order is paid already
   */
  Optional<String> approve(String card) throws IOException, InterruptedException {
    HttpResponse<String> answer = submit("decision=approve&card=" + card);
    return answer.statusCode() == SEE_OTHER ? paymentKey(answer) : Optional.empty();
  }

  void decline() throws IOException, InterruptedException {
    submit("decision=decline");
  }

  private HttpResponse<String> submit(String form) throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(url)
            .timeout(Duration.ofSeconds(10))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form))
            .build();
    return http.send(request, BodyHandlers.ofString());
  }

  private static Optional<String> paymentKey(HttpResponse<String> answer) {
    return answer
        .headers()
        .firstValue("Location")
        .map(PAYMENT_KEY::matcher)
        .filter(match -> match.find())
        .map(match -> URLDecoder.decode(match.group(1), StandardCharsets.UTF_8));
  }
}
