package com.ojeomneo.drills;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.ojeomneo.local.Desk;
import com.ojeomneo.local.Refusal;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** The back office, to somebody who is signed in at it, by whichever Admin. */
record Office(HttpClient http, URI admin, String cookie, String token) {
  private static final ObjectMapper JSON = new ObjectMapper();

  static Office enter(HttpClient http, Desk desk) throws IOException, InterruptedException {
    URI admin = at(desk.port());
    String who =
        JSON.createObjectNode()
            .put("email", desk.email())
            .put("password", desk.password())
            .toString();
    HttpResponse<InputStream> answer =
        http.send(
            HttpRequest.newBuilder(admin.resolve("/api/session"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(who))
                .build(),
            BodyHandlers.ofInputStream());
    String cookie =
        answer
            .headers()
            .firstValue("Set-Cookie")
            .orElseThrow(() -> new Refusal("nobody signs in: " + answer.statusCode()));
    JsonNode session = JSON.readTree(answer.body());
    return new Office(
        http, admin, cookie.substring(0, cookie.indexOf(';')), session.path("csrfToken").asText());
  }

  Office at(Desk desk) {
    return new Office(http, at(desk.port()), cookie, token);
  }

  /** Orders a list as a CSV file; its id. */
  UUID order(String resource) throws IOException, InterruptedException {
    HttpResponse<InputStream> answer =
        send(
            HttpRequest.newBuilder(admin.resolve("/api/%s/exports".formatted(resource)))
                .header("Content-Type", "application/json")
                .header("X-CSRF-Token", token)
                .POST(BodyPublishers.ofString("{}")),
            202);
    return UUID.fromString(JSON.readTree(answer.body()).path("id").asText());
  }

  /** To be closed. */
  BufferedReader file(UUID export) throws IOException, InterruptedException {
    HttpResponse<InputStream> answer =
        send(HttpRequest.newBuilder(admin.resolve("/api/exports/%s/file".formatted(export))), 200);
    return new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8));
  }

  private HttpResponse<InputStream> send(HttpRequest.Builder request, int expected)
      throws IOException, InterruptedException {
    HttpResponse<InputStream> answer =
        http.send(request.header("Cookie", cookie).build(), BodyHandlers.ofInputStream());
    if (answer.statusCode() != expected) {
      throw new Refusal(
          "%d instead of %d: %s"
              .formatted(
                  answer.statusCode(),
                  expected,
                  new String(answer.body().readAllBytes(), StandardCharsets.UTF_8)));
    }
    return answer;
  }

  private static URI at(int port) {
    return URI.create("http://127.0.0.1:" + port);
  }
}
