package com.ojeomneo.server;

import io.restassured.path.json.JsonPath;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** What stands in a token, read without verifying it. */
public final class Claims {
  private Claims() {}

  public static JsonPath of(String token) {
    return part(token, 1);
  }

  public static JsonPath header(String token) {
    return part(token, 0);
  }

  private static JsonPath part(String token, int index) {
    byte[] json = Base64.getUrlDecoder().decode(token.split("\\.")[index]);
    return new JsonPath(new String(json, StandardCharsets.UTF_8));
  }
}
