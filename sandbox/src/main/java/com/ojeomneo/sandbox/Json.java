package com.ojeomneo.sandbox;

import static com.ojeomneo.sandbox.ErrorCode.INVALID_REQUEST;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** Reads JSON objects. */
final class Json {
  private static final ObjectMapper MAPPER =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

  private Json() {}

  /**
   * @throws Refusal INVALID_REQUEST when the text is not one JSON object
   */
  static JsonNode object(String text) {
    try {
      JsonNode json = MAPPER.readTree(text);
      if (json != null && json.isObject()) {
        return json;
      }
      throw INVALID_REQUEST.refusal();
    } catch (JsonProcessingException e) {
      throw INVALID_REQUEST.refusal();
    }
  }
}
