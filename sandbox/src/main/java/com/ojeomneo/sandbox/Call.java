package com.ojeomneo.sandbox;

import static com.ojeomneo.sandbox.ErrorCode.PAYLOAD_TOO_LARGE;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** One HTTP request and the one answer to it. */
final class Call {
  private static final int LARGEST_BODY = 64 * 1024;

  private final HttpExchange exchange;
  private final String segment;

  /**
   * @param segment what stands for the {@code {}} of the route, or null
   */
  Call(HttpExchange exchange, String segment) {
    this.exchange = exchange;
    this.segment = segment;
  }

  String method() {
    return exchange.getRequestMethod();
  }

  String path() {
    return exchange.getRequestURI().getPath();
  }

  String segment() {
    return segment;
  }

  Optional<String> header(String name) {
    return Optional.ofNullable(exchange.getRequestHeaders().getFirst(name));
  }

  boolean isFromLoopback() {
    return exchange.getRemoteAddress().getAddress().isLoopbackAddress();
  }

  /** The query, the first value of each name. */
  Map<String, String> query() {
    return parameters(Optional.ofNullable(exchange.getRequestURI().getRawQuery()).orElse(""));
  }

  /** The body as a posted form, the first value of each name. */
  Map<String, String> form() throws IOException {
    return parameters(body());
  }

  /** The body as a JSON object. */
  JsonNode json() throws IOException {
    return Json.object(body());
  }

  private String body() throws IOException {
    byte[] body = exchange.getRequestBody().readNBytes(LARGEST_BODY + 1);
    if (body.length > LARGEST_BODY) {
      throw PAYLOAD_TOO_LARGE.refusal();
    }
    return new String(body, StandardCharsets.UTF_8);
  }

  void header(String name, String value) {
    exchange.getResponseHeaders().set(name, value);
  }

  void reply(Answer answer) throws IOException {
    header("Cache-Control", "no-store");
    reply(answer.status(), "application/json;charset=UTF-8", answer.body());
  }

  void reply(int status, String type, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    header("Content-Type", type);
    header("X-Content-Type-Options", "nosniff");
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  /** Answers without a body. */
  void reply(int status) throws IOException {
    exchange.sendResponseHeaders(status, -1);
    exchange.close();
  }

  /** Closes the connection; what was not answered never will be. */
  void drop() {
    exchange.close();
  }

  private static Map<String, String> parameters(String encoded) {
    var parameters = new HashMap<String, String>();
    for (String pair : encoded.split("&")) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        parameters.putIfAbsent(
            decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
      }
    }
    return parameters;
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return text;
    }
  }
}
