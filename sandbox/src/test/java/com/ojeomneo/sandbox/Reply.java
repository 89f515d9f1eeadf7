package com.ojeomneo.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;

/** What a client saw. */
record Reply(int status, String body, HttpResponse<String> response) {
  static Reply of(HttpResponse<String> response) {
    return new Reply(response.statusCode(), response.body(), response);
  }

  JsonNode json() {
    return Json.object(body);
  }

  String text(String field) {
    return json().path(field).asText();
  }

  long number(String field) {
    return json().path(field).asLong();
  }

  String code() {
    return text("code");
  }

  String header(String name) {
    return response.headers().firstValue(name).orElse("");
  }
}
