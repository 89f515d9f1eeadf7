package com.ojeomneo.admin.resource;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.ojeomneo.admin.Colleague;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
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

/** A page that is closed while an answer comes. */
final class HangUp {
  private HangUp() {}

  /**
   * Posts, and closes the connection once some of it is done: the first line only says that it
   * begins, before there is anything to undo.
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
      try (var lines = new BufferedReader(new InputStreamReader(answer.body(), UTF_8))) {
        assertThat(answer.statusCode()).isEqualTo(200);
        lines.readLine();
        assertThat(JsonPath.from(lines.readLine()).getInt("done")).isPositive();
      }
    }
  }
}
