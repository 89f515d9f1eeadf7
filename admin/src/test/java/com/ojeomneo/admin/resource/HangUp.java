package com.ojeomneo.admin.resource;

import static org.assertj.core.api.Assertions.assertThat;

import com.ojeomneo.admin.Colleague;
import io.restassured.RestAssured;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** A page that is closed while an answer comes. */
final class HangUp {
  private HangUp() {}

  /**
   * Posts, and closes the connection once the answer has begun.
   *
   * @param path with its query, encoded
   */
  static void on(Colleague who, String path, String type, byte[] body)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + path))
            .header("Content-Type", type)
            .header("Cookie", Colleague.COOKIE + "=" + who.cookie())
            .header("X-CSRF-Token", who.csrfToken())
            .POST(BodyPublishers.ofByteArray(body))
            .build();
    try (var client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
      HttpResponse<InputStream> answer = client.send(request, BodyHandlers.ofInputStream());
      try (InputStream begun = answer.body()) {
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(begun.read()).isPositive();
      }
    }
  }
}
