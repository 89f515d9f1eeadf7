package com.ojeomneo.bench;

import com.ojeomneo.local.Desk;
import com.ojeomneo.local.Refusal;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** Somebody who is signed in at one Admin and asks for pages, one at a time. */
record Visitor(HttpClient http, URI admin, String cookie) {
  static Visitor signedIn(Desk desk) throws IOException, InterruptedException {
    HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    URI admin = URI.create("http://127.0.0.1:" + desk.port());
    String who = "{\"email\":\"%s\",\"password\":\"%s\"}".formatted(desk.email(), desk.password());
    HttpResponse<String> answer =
        http.send(
            HttpRequest.newBuilder(admin.resolve("/api/session"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(who))
                .build(),
            BodyHandlers.ofString());
    String cookie =
        answer
            .headers()
            .firstValue("Set-Cookie")
            .orElseThrow(() -> new Refusal("nobody signs in: " + answer.statusCode()));
    return new Visitor(http, admin, cookie.substring(0, cookie.indexOf(';')));
  }

  /** From the question to the last byte of its answer. */
  double millis(String page) throws IOException, InterruptedException {
    var request = HttpRequest.newBuilder(admin.resolve(page)).header("Cookie", cookie).build();
    long began = System.nanoTime();
    HttpResponse<byte[]> answer = http.send(request, BodyHandlers.ofByteArray());
    double millis = (System.nanoTime() - began) / 1e6;
    if (answer.statusCode() != 200) {
      throw new Refusal(
          "%d: %s %s".formatted(answer.statusCode(), page, new String(answer.body())));
    }
    return millis;
  }
}
