package com.ojeomneo.sandbox;

import static com.ojeomneo.sandbox.ErrorCode.INVALID_REQUEST;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Set;

/** Reads JSON objects and refuses what a field cannot be. */
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

  /**
   * A whole number from a field, or what stands for a missing one.
   *
   * @throws Refusal INVALID_REQUEST when it is something else, or out of range
   */
  static long whole(JsonNode object, String field, long missing, long least, long most) {
    JsonNode value = object.path(field);
    if (value.isMissingNode()) {
      return missing;
    }
    if (!value.isIntegralNumber()
        || !value.canConvertToLong()
        || value.longValue() < least
        || value.longValue() > most) {
      throw INVALID_REQUEST.refusal();
    }
    return value.longValue();
  }

  /**
   * @throws Refusal INVALID_REQUEST when there are fields of other names: a misspelt switch must
   *     not look as if it was set
   */
  static void allowOnly(JsonNode object, Set<String> names) {
    for (String name : (Iterable<String>) object::fieldNames) {
      if (!names.contains(name)) {
        throw INVALID_REQUEST.refusal();
      }
    }
  }
}
