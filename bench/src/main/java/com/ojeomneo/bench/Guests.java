package com.ojeomneo.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.ojeomneo.local.Refusal;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;

/** Customers who entered without an account, each from an address of their own. */
final class Guests {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int CREATED = 201;

  private Guests() {}

  /** Their access tokens, good for 15 minutes. */
  static List<String> enter(HttpClient http, URI server, int count)
      throws IOException, InterruptedException {
    var tokens = new ArrayList<String>(count);
    for (int i = 0; i < count; i++) {
      var request =
          HttpRequest.newBuilder(server.resolve("/ojeomneo/v1/auth/guest"))
              .header("Content-Type", "application/json")
              .header("X-Forwarded-For", "10.3.%d.%d".formatted(i / 250, i % 250 + 1))
              .POST(BodyPublishers.ofString("{\"deviceId\":\"bench-%d\"}".formatted(i)))
              .build();
      HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
      if (answer.statusCode() != CREATED) {
        throw new Refusal("guest %d: %d %s".formatted(i, answer.statusCode(), answer.body()));
      }
      tokens.add(JSON.readTree(answer.body()).path("accessToken").asText());
    }
    return tokens;
  }
}
